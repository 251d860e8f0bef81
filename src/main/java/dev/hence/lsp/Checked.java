package dev.hence.lsp;

import dev.hence.claim.Derivation;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;

/**
 * One version of a page, as far as it is checked.
 *
 * @param version as the editor counts
 * @param answers to the statements that are checked so far, in the order of the page
 * @param problems met while checking
 */
record Checked(
    int version,
    Lines lines,
    Optional<Derivation> derivation,
    List<Answered> answers,
    List<Problem> problems) {
  Checked {
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  /** A version of which nothing is known yet. */
  static Checked unread(int version, String text) {
    return new Checked(version, new Lines(text), Optional.empty(), List.of(), List.of());
  }

  /** The same after it was read. */
  Checked read(Derivation page) {
    return new Checked(version, lines, Optional.of(page), answers, problems);
  }

  /** The same with one more answer. */
  Checked with(Answered answer, List<Problem> met) {
    List<Answered> more = new ArrayList<>(answers);
    more.add(answer);
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(met);
    return new Checked(version, lines, derivation, more, all);
  }

  /** Problems in the order of the page, then what is to be said of its lines. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<Problem> all = new LinkedHashSet<>();
    derivation.ifPresent(page -> all.addAll(page.problems()));
    all.addAll(problems);
    all.removeIf(problem -> problem.id() == ProblemId.NO_DISPLAYS); // a page that is begun
    all.forEach(problem -> diagnostics.add(diagnostic(problem)));
    answers.forEach(answer -> diagnostics.addAll(answer.diagnostics(lines)));
    return diagnostics;
  }

  private Diagnostic diagnostic(Problem problem) {
    String help = problem.help().isEmpty() ? "" : "\nhelp: " + problem.help();
    Diagnostic diagnostic = new Diagnostic(lines.range(problem.span()), problem.message() + help);
    diagnostic.setSeverity(DiagnosticSeverity.Error);
    diagnostic.setSource(Answered.SOURCE);
    diagnostic.setCode(problem.id().code());
    return diagnostic;
  }

  /** The answer to the statement at a position. */
  Optional<Answered> at(Position position) {
    int offset = lines.offset(position);
    return answers.stream().filter(a -> a.statement().span().touches(offset)).findFirst();
  }

  /** Whether there is a statement at a position that has no answer yet. */
  boolean isPending(Position position) {
    int offset = lines.offset(position);
    return at(position).isEmpty()
        && derivation.stream()
            .flatMap(page -> page.statements().stream())
            .anyMatch(s -> s.span().touches(offset));
  }
}
