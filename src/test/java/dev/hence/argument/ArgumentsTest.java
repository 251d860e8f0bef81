package dev.hence.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.proof.Proof;
import dev.hence.proof.ProofChecker;
import dev.hence.read.Reader;
import dev.hence.road.general.GeneralRoad;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Proved steps are told in lines of which each is proved. */
class ArgumentsTest {
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final String SEED = "kernel-machines/gradient-descent-learns-a-kernel-machine.md";

  private static final List<String> PAGES =
      List.of(
          SEED,
          "kernel-machines/drift-of-the-tangent-kernel.md",
          "kernel-machines/a-regulariser.md",
          "networks/backpropagation-in-matrix-form.md",
          "networks/deep-linear-networks.md",
          "classification/softmax-cross-entropy.md",
          "classification/logistic-regression.md",
          "regression/least-squares-and-ridge.md",
          "optimisation/momentum-as-a-second-order-equation.md");

  private static final int MOST_LINES = 8;

  /** A proved step with its argument. */
  private record Told(Statement.Step step, Argument argument) {
    /** Whether there is more than one idea between its sides. */
    boolean isLong() {
      return argument.isTold() || argument.lines().getLast().reason().equals(argument.rules());
    }
  }

  /** Each line is proved from the one before, and most steps have more lines than their sides. */
  @Test
  void provesEveryLineFromTheLineBefore() throws IOException {
    long many = 0;
    long inLines = 0;
    for (String page : PAGES) {
      List<Told> all = told(page);
      all.forEach(told -> requireProved(page, told));
      long here = all.stream().filter(Told::isLong).count();
      long lines = all.stream().filter(told -> told.argument().isTold()).count();
      System.out.printf(
          "%s: %d proved, %d of more than one idea, %d told line by line%n",
          page, all.size(), here, lines);
      many += here;
      inLines += lines;
    }
    assertThat(10 * inLines).isGreaterThanOrEqualTo(7 * many);
  }

  private static void requireProved(String page, Told told) {
    List<Line> lines = told.argument().lines();
    assertThat(lines.getFirst().expr()).isEqualTo(told.step().left());
    assertThat(lines.getLast().expr()).isEqualTo(told.step().right());
    assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
    for (int k = 1; k < lines.size(); k++) {
      assertThat(isProved(told.step(), lines.get(k - 1).expr(), lines.get(k).expr()))
          .as("%s (%s), line %d", page, told.step().id(), k)
          .isTrue();
    }
  }

  /** No line of the seed derivation could have another sign. */
  @Test
  void refusesALineWithAnotherSign() throws IOException {
    int refused = 0;
    for (Told told : told(SEED)) {
      List<Line> lines = told.argument().lines();
      for (int k = 1; k < lines.size() - 1; k++) {
        Expr wrong = new Expr.Negate(lines.get(k).expr());
        assertThat(isProved(told.step(), lines.get(k - 1).expr(), wrong)).isFalse();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10);
  }

  @Test
  void namesWhatALineUses() throws IOException {
    List<Told> all = told(SEED);
    assertThat(reasons(all, "4.2"))
        .containsExactly("", "definition of $L$ (2)", "linearity of the derivative", "chain rule");
    assertThat(reasons(all, "5.1")).containsExactly("", "chain rule", "gradient flow");
    assertThat(reasons(all, "10")).containsExactly("", "by (6)", "definition of $K_\\theta$ (7)");
    assertThat(reasons(all, "15")).contains("cancelling $\\int_0^T K_{\\theta_t}(x, x_j) \\, dt$");
  }

  /** What is said about the start and the slopes is proved too. */
  @Test
  void tellsTheFundamentalTheoremInTwoParts() throws IOException {
    int parts = 0;
    for (Told told : told(SEED)) {
      if (told.argument().along().isEmpty()) {
        continue;
      }
      List<Line> start = told.argument().along().get().start();
      for (int k = 1; k < start.size(); k++) {
        assertThat(isProved(told.step(), start.get(k - 1).expr(), start.get(k).expr())).isTrue();
      }
      List<Line> slopes = told.argument().along().get().slopes();
      for (int k = 1; k < slopes.size(); k++) {
        Expr before = slopes.get(k - 1).expr();
        Statement.Step now = told.step().equal(before, slopes.get(k).expr(), told.step().scope());
        assertThat(proof(now)).isPresent();
      }
      parts++;
    }
    assertThat(parts).isGreaterThanOrEqualTo(2);
  }

  /** An inequality leads to a form that shows its sign; so much is proved of it as well. */
  @Test
  void tellsWhyAnInequalityHolds() throws IOException {
    Derivation derivation = derivation(SEED);
    Statement.Step step = step(derivation, "5.2");
    Argument argument = argument(derivation, step, GeneralRoad::prove);
    assertThat(argument.isTold()).isTrue();
    Line last = argument.lines().getLast();
    assertThat(last.relation()).isEqualTo(Relation.LESS_OR_EQUAL);
    assertThat(last.reason()).isEqualTo("since a square is not negative");
    Expr side = argument.lines().get(argument.lines().size() - 2).expr();
    assertThat(proof(step.with(side, last.relation(), last.expr()))).isPresent();
    assertThat(proof(step.with(side, Relation.GREATER, last.expr()))).isEmpty();
  }

  /** A form that looks as if it had a sign says nothing without a proof. */
  @Test
  void tellsNoSignThatIsNotProved() throws IOException {
    Derivation derivation = derivation(SEED);
    Statement.Step step = step(derivation, "5.2");
    Argument argument = argument(derivation, step, claim -> Optional.empty());
    assertThat(argument.isTold()).isFalse();
    assertThat(argument.rules()).contains("sign");
  }

  /** Backpropagation goes through the name between, whose derivative has a name. */
  @Test
  void tellsTheChainRuleThroughAName() throws IOException {
    Derivation derivation = derivation("networks/backpropagation-in-matrix-form.md");
    Argument argument = argument(derivation, step(derivation, "10.3"), GeneralRoad::prove);
    assertThat(argument.lines().stream().map(Line::because))
        .containsExactly(
            "", "the chain rule through $z_1$ (1.1)", "definition of $\\delta_1$ (4.1)");
  }

  private static Argument argument(
      Derivation derivation, Statement.Step step, Function<Statement.Step, Optional<Proof>> road) {
    Sources sources = new Sources(derivation.statements());
    return Arguments.of(step, proof(step).orElseThrow(), sources, road, BUDGET);
  }

  /** Where nothing is proved in time, the sides and the rules are left. */
  @Test
  void fallsBackToTheRules() throws IOException {
    Derivation derivation = derivation(SEED);
    Statement.Step step = step(derivation, "10");
    Argument argument = argument(derivation, step, claim -> Optional.empty());
    assertThat(argument.isTold()).isFalse();
    assertThat(argument.rules()).contains("chain rule");
  }

  private static List<String> reasons(List<Told> all, String id) {
    return all.stream()
        .filter(t -> t.step().id().equals(id))
        .flatMap(t -> t.argument().lines().stream())
        .map(Line::because)
        .toList();
  }

  private static boolean isProved(Statement.Step step, Expr left, Expr right) {
    return proof(step.with(left, Relation.EQUAL, right)).isPresent();
  }

  private static Optional<Proof> proof(Statement.Step step) {
    return GeneralRoad.prove(step)
        .filter(proof -> ProofChecker.check(step, proof) instanceof ProofChecker.Accepted);
  }

  private static List<Told> told(String page) throws IOException {
    Derivation derivation = derivation(page);
    Sources sources = new Sources(derivation.statements());
    List<Told> all = new ArrayList<>();
    for (Statement statement : derivation.statements()) {
      if (statement instanceof Statement.Step step && step.relation() == Relation.EQUAL) {
        proof(step)
            .ifPresent(
                proof ->
                    all.add(
                        new Told(
                            step, Arguments.of(step, proof, sources, GeneralRoad::prove, BUDGET))));
      }
    }
    return all;
  }

  private static Statement.Step step(Derivation derivation, String id) {
    return derivation.statements().stream()
        .filter(s -> s.id().equals(id))
        .map(Statement.Step.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Derivation derivation(String page) throws IOException {
    Path file = Path.of("derivations", page);
    return Reader.read(new SourceText(page, Files.readString(file)));
  }
}
