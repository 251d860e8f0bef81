package dev.hence.claim;

import dev.hence.problem.Problem;
import dev.hence.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document as it was understood.
 *
 * @param sources from where its mathematics is taken, as the header says
 * @param statements in the order of the document
 * @param assumptions every default taken, as sentences
 * @param problems in the order of the document
 * @param seed for the random points, where the header gives one
 * @param headings in the order of the document
 * @param tags words by which the header lets its tests be chosen
 * @param inferred what prose and uses say beside the header
 * @param questions what is left open, most blocking first
 * @param because ids of statements that could not be read, with what they wait for: the name of a
 *     question, or the id of another statement
 */
public record Derivation(
    SourceText source,
    String title,
    List<String> sources,
    List<Definition> definitions,
    List<Statement> statements,
    List<String> assumptions,
    List<Problem> problems,
    Optional<Long> seed,
    List<Heading> headings,
    List<String> tags,
    List<Inferred> inferred,
    List<Question> questions,
    Map<String, String> because) {
  public Derivation {
    sources = List.copyOf(sources);
    definitions = List.copyOf(definitions);
    statements = List.copyOf(statements);
    assumptions = List.copyOf(assumptions);
    problems = List.copyOf(problems);
    headings = List.copyOf(headings);
    tags = List.copyOf(tags);
    inferred = List.copyOf(inferred);
    questions = List.copyOf(questions);
    because = Map.copyOf(because);
  }

  /** A document of which the header says all. */
  public Derivation(
      SourceText source,
      String title,
      List<String> sources,
      List<Definition> definitions,
      List<Statement> statements,
      List<String> assumptions,
      List<Problem> problems,
      Optional<Long> seed,
      List<Heading> headings,
      List<String> tags) {
    this(
        source,
        title,
        sources,
        definitions,
        statements,
        assumptions,
        problems,
        seed,
        headings,
        tags,
        List.of(),
        List.of(),
        Map.of());
  }

  /** A document without sections and tags. */
  public Derivation(
      SourceText source,
      String title,
      List<String> sources,
      List<Definition> definitions,
      List<Statement> statements,
      List<String> assumptions,
      List<Problem> problems,
      Optional<Long> seed) {
    this(
        source,
        title,
        sources,
        definitions,
        statements,
        assumptions,
        problems,
        seed,
        List.of(),
        List.of());
  }

  /** The same document with these problems. */
  public Derivation withProblems(List<Problem> newProblems) {
    return inferring(inferred, questions, because, newProblems);
  }

  /** The same document with what was inferred for it, and its problems. */
  public Derivation inferring(
      List<Inferred> newInferred,
      List<Question> newQuestions,
      Map<String, String> newBecause,
      List<Problem> newProblems) {
    return new Derivation(
        source,
        title,
        sources,
        definitions,
        statements,
        assumptions,
        newProblems,
        seed,
        headings,
        tags,
        newInferred,
        newQuestions,
        newBecause);
  }
}
