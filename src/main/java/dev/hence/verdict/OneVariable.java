package dev.hence.verdict;

import dev.hence.algebra.Decision;
import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides a step with premises in one real variable, or in none: at every number at which the
 * premises hold alone, and on every interval on which they do.
 */
public final class OneVariable {
  private final Instance instance;
  private final Statement.Step step;

  private OneVariable(Instance instance) {
    this.instance = instance;
    this.step = instance.step();
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
    List<Condition> premises = new ArrayList<>(step.conditions());
    step.excluded().forEach(premises::remove);
    premises.addAll(step.scope().assumptions());
    if (premises.stream().anyMatch(Condition::isUniversal)) {
      return Optional.empty();
    }
    for (Name name : names(premises)) {
      Optional<List<Condition>> domain = domain(name);
      if (domain.isEmpty()) {
        return Optional.empty();
      }
      premises.addAll(domain.get());
    }
    return Optional.of(
        Decision.of(
            premises,
            step.excluded(),
            new Condition(step.left(), step.relation(), step.right()),
            this::unfolded));
  }

  private Set<Name> names(List<Condition> premises) {
    Set<Name> names = new LinkedHashSet<>();
    Stream.concat(
            Stream.of(step.left(), step.right()),
            premises.stream().flatMap(c -> Stream.of(c.left(), c.right())))
        .forEach(side -> collect(side, names));
    return names;
  }

  private void collect(Expr e, Set<Name> names) {
    if (e instanceof Expr.Ref r) {
      Optional<Expr> formula = unfolded(r);
      formula.ifPresentOrElse(f -> collect(f, names), () -> names.add(r.name()));
    }
    Trees.children(e).forEach(child -> collect(child, names));
  }

  /** What the declared domain says of a variable; empty if it is no interval. */
  private Optional<List<Condition>> domain(Name name) {
    Optional<Domain> domain = step.scope().variable(name, 0).map(Declaration.Variable::domain);
    if (domain.isEmpty() || !(domain.get() instanceof Domain.Interval interval)) {
      return Optional.empty();
    }
    Expr variable = new Expr.Ref(name, List.of(), Shape.SCALAR);
    List<Condition> conditions = new ArrayList<>();
    interval
        .lower()
        .map(Expr.Literal::new)
        .ifPresent(
            end ->
                conditions.add(
                    new Condition(
                        variable,
                        interval.lowerIncluded() ? Relation.GREATER_OR_EQUAL : Relation.GREATER,
                        end)));
    interval
        .upper()
        .map(Expr.Literal::new)
        .ifPresent(
            end ->
                conditions.add(
                    new Condition(
                        variable,
                        interval.upperIncluded() ? Relation.LESS_OR_EQUAL : Relation.LESS,
                        end)));
    return Optional.of(conditions);
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
    Point point = point(fails);
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
  static Point point(Decision.Fails fails) {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    fails
        .variable()
        .ifPresent(
            name -> values.put(new Variable(name, List.of(), 1, 1), List.of(fails.at().lower())));
    return new Point(values);
  }

  /** Both sides near there, in decimals. */
  private static List<String> texts(Instance instance, Point point) {
    PointProgram program =
        PointProgram.compile(
            instance.interpretation(),
            instance.assignments(),
            List.of(instance.step().left(), instance.step().right()));
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
