package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.report.DerivationReport;
import dev.hence.report.Expected;
import dev.hence.report.StatementReport;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One document that was read. Its statements are checked when they are asked for, each once, by
 * however many threads it is asked for.
 */
public final class Examination {
  private final Derivation derivation;
  private final Answers answers;
  private final Proofs proofs;
  private final Once<Answer> asked = new Once<>();

  Examination(Derivation derivation, Answers answers) {
    this.derivation = derivation;
    this.answers = answers;
    this.proofs = answers.proofs(derivation);
  }

  /** The document as it was understood. */
  public Derivation derivation() {
    return derivation;
  }

  /**
   * The statement with an id or a label; the number alone serves where none has it as a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Statement statement(String idOrLabel) {
    return derivation.statements().stream()
        .filter(s -> s.isCalled(idOrLabel))
        .min(Comparator.comparing(s -> s.id().equals("#" + idOrLabel)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no step '%s' in %s, only %s"
                        .formatted(
                            idOrLabel,
                            derivation.source().name(),
                            derivation.statements().stream().map(Statement::id).toList())));
  }

  /**
   * A statement, checked.
   *
   * @throws IllegalArgumentException if there is none with this id or label
   */
  public CheckedStep step(String idOrLabel) {
    return new CheckedStep(derivation.source(), check(statement(idOrLabel)));
  }

  /**
   * The instances of a step at random points.
   *
   * @throws IllegalArgumentException if there is no such step, or no such instance
   */
  public RandomInstances instances(String idOrLabel, long seed) {
    Statement statement = statement(idOrLabel);
    if (statement instanceof Statement.Step step) {
      return RandomInstances.of(step, seed);
    }
    if (statement instanceof Statement.Given given) {
      return RandomInstances.of(equation(given), seed);
    }
    throw new IllegalArgumentException("'" + idOrLabel + "' is no equation");
  }

  /** A definition as an equation: what it defines is its right side. */
  private Statement.Step equation(Statement.Given given) {
    return new Statement.Step(
        given.id(),
        given.label(),
        given.span(),
        Kind.POINTWISE,
        Optional.empty(),
        given.right(),
        Relation.EQUAL,
        given.right(),
        List.of(),
        given.scope(),
        trial(),
        Expectation.HOLDS);
  }

  /** What the first step is tried on: for definitions nothing is said, but in the header. */
  private Trial trial() {
    return derivation.statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .map(Statement.Step::trial)
        .findFirst()
        .orElse(Trial.EMPTY);
  }

  /**
   * The answer to one statement of the document. Where the author says that one statement of a
   * display is refuted, the others of the display are checked as well: whether it passes depends on
   * them.
   */
  public Answer check(Statement statement) {
    Answer answer = alone(statement);
    List<StatementReport> display =
        derivation.statements().stream()
            .filter(other -> areTogether(statement, other))
            .map(other -> alone(other).report())
            .toList();
    return Expected.settled(display, answers.settings().required()).stream()
        .filter(report -> report.statement().id().equals(statement.id()))
        .findFirst()
        .map(answer::with)
        .orElse(answer);
  }

  /** The answers to the whole document, statement after statement. */
  public DerivationReport check() {
    List<Answer> all = derivation.statements().stream().map(this::check).toList();
    Set<Problem> problems = new LinkedHashSet<>(derivation.problems());
    all.forEach(answer -> problems.addAll(answer.problems()));
    return new DerivationReport(
        derivation, all.stream().map(Answer::report).toList(), List.copyOf(problems));
  }

  private Answer alone(Statement statement) {
    return asked.get(statement.id(), () -> answers.to(derivation, proofs, statement));
  }

  private static boolean areTogether(Statement one, Statement other) {
    Optional<Integer> display = expectedDisplay(one);
    return display.isPresent() && display.equals(expectedDisplay(other));
  }

  /** The display of a statement, where the author says that it is refuted. */
  private static Optional<Integer> expectedDisplay(Statement statement) {
    return Expected.of(statement)
        .filter(e -> e.refuted() && e.display() > 0)
        .map(Expectation::display);
  }

  /** What the user of a cache should know of it. */
  public List<String> notices() {
    return answers.memory().notices();
  }
}
