package dev.hence.verdict;

import dev.hence.algebra.Decision;
import dev.hence.claim.Statement;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides a step with premises in one real variable, or in none: at every number at which the
 * premises hold alone, and on every interval on which they do. Variables of which premises say what
 * they are count as none.
 */
public final class OneVariable {
  private final Instance instance;
  private final Statement.Step step;
  private final OneNumber numbers;

  private OneVariable(Instance instance) {
    this.instance = instance;
    this.step = instance.step();
    this.numbers = new OneNumber(step.scope(), this::unfolded);
  }

  /** What is found; empty where the step has no premises, or speaks of more. */
  public static Optional<Decision.Answer> decide(Instance instance) {
    return new OneVariable(instance).answer();
  }

  private Optional<Decision.Answer> answer() {
    boolean eligible =
        !step.conditions().isEmpty()
            && step.approach().isEmpty()
            && step.tolerance().isEmpty()
            && step.relation() != Relation.APPROXIMATELY
            && instance.interpretation().horizon().isEmpty()
            && instance.assignments().size() == 1
            && instance.assignments().getFirst().isEmpty()
            && step.conditions().stream().noneMatch(c -> c.relation() == Relation.APPROXIMATELY)
            && step.scope().dynamics().isEmpty();
    if (!eligible) {
      return Optional.empty();
    }
    return reduced()
        .map(
            e ->
                Decision.of(
                    e.premises(), e.excluded(), e.conclusion(), nothing -> Optional.empty()));
  }

  /** The step with all variables but one put in, as far as premises say what they are. */
  private Optional<Elimination> reduced() {
    List<Condition> premises = new ArrayList<>(step.conditions());
    step.excluded().forEach(premises::remove);
    premises.addAll(step.scope().assumptions());
    if (premises.stream().anyMatch(Condition::isUniversal)) {
      return Optional.empty();
    }
    Condition conclusion = new Condition(step.left(), step.relation(), step.right());
    boolean algebraic =
        Stream.concat(
                Stream.of(conclusion), Stream.concat(premises.stream(), step.excluded().stream()))
            .allMatch(numbers::isAlgebraic);
    if (!algebraic) {
      return Optional.empty();
    }
    Set<Name> names = numbers.names(Stream.concat(Stream.of(conclusion), premises.stream()));
    for (Name name : names) {
      Optional<List<Condition>> domain = numbers.interval(name);
      if (domain.isEmpty()) {
        return Optional.empty();
      }
      premises.addAll(domain.get());
    }
    return Optional.of(
        Elimination.of(
            premises.stream().map(this::plain).toList(),
            step.excluded().stream().map(this::plain).toList(),
            plain(conclusion),
            List.copyOf(names)));
  }

  private Condition plain(Condition c) {
    return new Condition(plain(c.left()), c.relation(), plain(c.right()));
  }

  /** With every defined name replaced by its formula. */
  private Expr plain(Expr e) {
    return Trees.map(e, part -> unfolded(part).map(this::plain).orElse(part));
  }

  private Optional<Expr> unfolded(Expr e) {
    Interpretation interpretation = instance.interpretation();
    return e instanceof Expr.Ref r && r.indices().isEmpty()
        ? Optional.ofNullable(interpretation.definitions().get(r.name().key(0)))
            .filter(lambda -> lambda.parameters().isEmpty() && lambda.indices().isEmpty())
            .map(Lambda::body)
        : Optional.empty();
  }

  /** The counterexample at which a step fails, to be looked at by the judge. */
  public static Optional<Evidence.Counterexample> counterexample(
      Instance instance, Decision.Fails fails) {
    Point point = new OneVariable(instance).point(fails);
    if (fails.at().rational().isPresent()) {
      Evidence.Certificate plain =
          fails.undefined()
              ? new Evidence.Certificate.RightUndefined("")
              : new Evidence.Certificate.Enclosed();
      Evidence.Counterexample candidate =
          new Evidence.Counterexample(instance, point, 0, "", "", plain);
      if (new Certifier(instance).check(candidate) instanceof Recheck.Stands stands) {
        return Optional.of(stands.counterexample());
      }
    }
    List<String> texts = texts(instance, point);
    return fails.undefined()
        ? Optional.empty()
        : Optional.of(
            new Evidence.Counterexample(
                instance,
                point,
                0,
                texts.get(0),
                texts.get(1),
                new Evidence.Certificate.Solution(fails.at())));
  }

  /** The point at which a step fails, or a rational one as near as people need. */
  private Point point(Decision.Fails fails) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    fails.variable().ifPresent(name -> values.put(variable(name), List.of(fails.at().lower())));
    Point known = new Point(values);
    reduced()
        .ifPresent(
            e ->
                e.values()
                    .forEach(
                        (name, value) ->
                            near(value, known)
                                .ifPresent(v -> values.put(variable(name), List.of(v)))));
    return new Point(values);
  }

  private static Variable variable(Name name) {
    return new Variable(name, List.of(), 1, 1);
  }

  /** The value of an expression, exactly if it is rational, else near it. */
  private Optional<Rational> near(Expr expr, Point point) {
    PointProgram program =
        PointProgram.compile(
            instance.interpretation(), instance.assignments(), List.of(expr, expr));
    return ExactPoint.covers(point, program)
        ? ExactPoint.look(
            program,
            point,
            0,
            1,
            pair ->
                pair.left()
                    .value()
                    .map(
                        v ->
                            v instanceof Enclosure.Exact(Rational exact)
                                ? exact
                                : Rational.of(v.toDouble())))
        : Optional.empty();
  }

  /** Both sides near there, in decimals. */
  private static List<String> texts(Instance instance, Point point) {
    PointProgram program =
        PointProgram.compile(
            instance.interpretation(),
            instance.assignments(),
            List.of(instance.step().left(), instance.step().right()));
    if (!ExactPoint.covers(point, program)) {
      return List.of("", "");
    }
    return ExactPoint.look(
            program,
            point,
            0,
            1,
            pair ->
                pair.left()
                    .value()
                    .flatMap(l -> pair.right().value().map(r -> Numbers.apart(l, r))))
        .orElse(List.of("", ""));
  }
}
