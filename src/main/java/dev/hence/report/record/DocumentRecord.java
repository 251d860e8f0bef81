package dev.hence.report.record;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers to one document in words.
 *
 * @param inferred what prose and uses say beside the header
 * @param questions what is left open, most blocking first
 * @param statements in the order of the document
 * @param elsewhere ids of the statements that were left to other shards
 */
public record DocumentRecord(
    String file,
    String title,
    List<String> sources,
    List<DefinitionRecord> definitions,
    List<String> assumptions,
    List<InferredRecord> inferred,
    List<QuestionRecord> questions,
    List<StatementRecord> statements,
    List<String> elsewhere,
    List<ProblemRecord> problems) {
  public DocumentRecord {
    sources = List.copyOf(sources);
    definitions = List.copyOf(definitions);
    assumptions = List.copyOf(assumptions);
    inferred = List.copyOf(inferred);
    questions = List.copyOf(questions);
    statements = List.copyOf(statements);
    elsewhere = List.copyOf(elsewhere);
    problems = List.copyOf(problems);
  }

  /** A document of which the header says all. */
  public DocumentRecord(
      String file,
      String title,
      List<String> sources,
      List<DefinitionRecord> definitions,
      List<String> assumptions,
      List<StatementRecord> statements,
      List<String> elsewhere,
      List<ProblemRecord> problems) {
    this(
        file,
        title,
        sources,
        definitions,
        assumptions,
        List.of(),
        List.of(),
        statements,
        elsewhere,
        problems);
  }

  /** Whether every statement passed and nothing is wrong with the document. */
  public boolean passed() {
    return problems.isEmpty() && statements.stream().allMatch(s -> s.answer().passed());
  }

  /** The problems that are not told with a statement that could not be read. */
  public List<ProblemRecord> ownProblems() {
    Set<ProblemRecord> told =
        statements.stream().flatMap(s -> s.problem().stream()).collect(Collectors.toSet());
    return problems.stream().filter(p -> !told.contains(p)).toList();
  }
}
