package dev.hence.road.symbolic;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain.Finite;
import dev.hence.claim.Domain.Integers;
import dev.hence.claim.Domain.Interval;
import dev.hence.claim.Domain.Labels;
import dev.hence.claim.Domain.Special;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step assumes of each variable, as far as symbols can carry it. */
final class InputDomains {
  private final Statement.Step step;

  InputDomains(Statement.Step step) {
    this.step = step;
  }

  /** The special kind of a vector or matrix, if it was declared to be of one. */
  Optional<dev.hence.claim.Domain.Kind> kind(Member member) {
    return declared(member)
        .flatMap(d -> d instanceof Special s ? Optional.of(s.kind()) : Optional.empty());
  }

  /** Where each entry lies. */
  Domain of(Member member) {
    Domain domain = declared(member).map(InputDomains::domain).orElse(Domain.REAL);
    Range range = domain.range();
    for (Condition condition : conditions()) {
      range = range.meet(bound(condition, member));
    }
    return new Domain(range, domain.integer());
  }

  /** The numbers of which a variable is one, if it was declared by a finite list. */
  Optional<List<Rational>> values(Member member) {
    return declared(member)
        .flatMap(d -> d instanceof Finite f ? Optional.of(f.values()) : Optional.empty());
  }

  private Optional<dev.hence.claim.Domain> declared(Member member) {
    return step.scope()
        .variable(member.name(), member.indices().size())
        .map(Declaration.Variable::domain);
  }

  private List<Condition> conditions() {
    return Stream.concat(step.scope().assumptions().stream(), step.conditions().stream()).toList();
  }

  private static Domain domain(dev.hence.claim.Domain declared) {
    return switch (declared) {
      case Interval i -> new Domain(range(i), false);
      case Finite f -> finite(f.values());
      case Integers i -> new Domain(i.from().map(Range::atLeast).orElse(Range.ALL), true);
      case Labels l -> new Domain(Range.ALL, true);
      case Special s ->
          switch (s.kind()) {
            case SIMPLEX, ONE_HOT -> Domain.closed(Rational.ZERO, Rational.ONE);
            case SYMMETRIC,
                POSITIVE_SEMIDEFINITE,
                POSITIVE_DEFINITE,
                INVERTIBLE,
                ORTHOGONAL,
                ORTHONORMAL_COLUMNS ->
                Domain.REAL;
          };
    };
  }

  private static Range range(Interval interval) {
    Range.Bound low =
        interval
            .lower()
            .map(v -> new Range.Bound(v, 0, !interval.lowerIncluded()))
            .orElse(Range.ALL.low());
    Range.Bound high =
        interval
            .upper()
            .map(v -> new Range.Bound(v, 0, !interval.upperIncluded()))
            .orElse(Range.ALL.high());
    return new Range(low, high, false);
  }

  private static Domain finite(List<Rational> values) {
    List<Rational> sorted = new ArrayList<>(values);
    sorted.sort(null);
    Range hull = Domain.closed(sorted.getFirst(), sorted.getLast()).range();
    boolean nonzero = values.stream().noneMatch(v -> v.signum() == 0);
    return new Domain(
        nonzero ? hull.withoutZero() : hull, values.stream().allMatch(Rational::isInteger));
  }

  /** What a condition between the bare variable and a number says of its values. */
  private static Range bound(Condition condition, Member member) {
    if (condition.left() instanceof Expr.Ref r
        && r.shape().isScalar()
        && r.indices().isEmpty()
        && Member.of(r.name()).equals(member)
        && condition.right() instanceof Expr.Literal l) {
      Range.Bound open = new Range.Bound(l.value(), 0, true);
      Range.Bound closed = new Range.Bound(l.value(), 0, false);
      return switch (condition.relation()) {
        case GREATER -> new Range(open, Range.ALL.high(), false);
        case GREATER_OR_EQUAL -> new Range(closed, Range.ALL.high(), false);
        case LESS -> new Range(Range.ALL.low(), open, false);
        case LESS_OR_EQUAL -> new Range(Range.ALL.low(), closed, false);
        case NOT_EQUAL -> l.value().signum() == 0 ? Range.ALL.withoutZero() : Range.ALL;
        case EQUAL, APPROXIMATELY -> Range.ALL;
      };
    }
    return Range.ALL;
  }
}
