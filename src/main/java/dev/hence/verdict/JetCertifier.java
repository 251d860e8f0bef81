package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Result;
import dev.hence.eval.Series;
import dev.hence.eval.SeriesField;
import dev.hence.eval.TrajectoryJet;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Evaluates counterexamples to statements about trajectories again. */
final class JetCertifier {
  /** By how much a residual must exceed its error. */
  private static final double CLEAR = 1000;

  private static final int DIGITS = 50;

  /** A jet of a high order costs more than it is worth. */
  private static final int HIGHEST_ORDER = 20;

  /** Divisors can cost that many orders. */
  private static final int SPARE = 4;

  private final Instance instance;
  private final Relation relation;
  private final List<CompiledRestriction> initial = new ArrayList<>();
  private final List<Restriction> timed = new ArrayList<>();
  private final TrajectoryProgram program;
  private final int entries;

  /** Whether what holds of a state holds for small times too, whatever restricts the step. */
  private final boolean saidOfNoTime;

  private Optional<UndefinedTrajectories> undefined = Optional.empty();

  JetCertifier(Instance instance) {
    this.instance = instance;
    relation = instance.step().relation();
    List<Restriction> restrictions = Restriction.of(instance);
    restrictions.forEach(this::sort);
    List<Restriction> ended =
        restrictions.stream().flatMap(r -> r.atEnd(instance).stream()).toList();
    saidOfNoTime = timed.isEmpty() && ended.stream().allMatch(JetCertifier::isOpen);
    timed.addAll(ended);
    List<Expr> expressions = new ArrayList<>();
    expressions.add(instance.step().left());
    expressions.add(instance.step().right());
    for (Restriction restriction : timed) {
      expressions.add(restriction.condition().left());
      expressions.add(restriction.condition().right());
    }
    program =
        TrajectoryProgram.compile(instance.interpretation(), instance.assignments(), expressions);
    entries = program.sizes().getFirst();
  }

  /** A strict inequality holds around a point where it holds. */
  private static boolean isOpen(Restriction restriction) {
    return restriction.condition().relation().isStrict();
  }

  private void sort(Restriction restriction) {
    try {
      initial.add(new CompiledRestriction(instance, instance.interpretation(), restriction));
    } catch (EvaluationException e) {
      boolean closed = restriction.assignments().stream().allMatch(a -> a.isEmpty());
      if (e.reason() != EvaluationException.Reason.UNSUPPORTED
          || !(closed || restriction.eachForItself())) {
        throw e;
      }
      timed.add(restriction.atStart());
    }
  }

  /** Numbers of an integration are taken as they are stated; they are not certified. */
  Recheck integrated(Evidence.Counterexample c, Certificate.Integrated stated) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean inTime =
        !(ends() instanceof Domain.Interval i) || i.contains(Rational.of(stated.end()));
    boolean clear = stated.residual() > CLEAR * stated.error() && stated.error() >= 0;
    return inTime && stated.end() > 0 && clear
        ? new Recheck.Stands(c)
        : new Recheck.Falls("the residual is too small, or the end lies outside its domain");
  }

  /**
   * Differences of an integration are taken as they are stated, and extrapolated again; they are
   * not certified. With the last time left out the limit must come out alike.
   */
  Recheck extrapolated(Evidence.Counterexample c, Certificate.Extrapolated stated) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    return relation == Relation.EQUAL && Extrapolation.staysApart(stated.differences())
        ? new Recheck.Stands(c)
        : new Recheck.Falls("the extrapolated limit may be 0");
  }

  /** Where an integration came to is taken as stated; where the field leads from there is shown. */
  Recheck settled(Evidence.Counterexample c, Certificate.Settled stated) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean apart = Settling.staysApart(program, c.point(), stated.state(), c.component());
    return relation == Relation.EQUAL && apart
        ? new Recheck.Stands(c)
        : new Recheck.Falls("the sides may yet come together");
  }

  private Domain ends() {
    return instance
        .interpretation()
        .horizon()
        .flatMap(name -> instance.step().scope().variable(name, 0))
        .map(Declaration.Variable::domain)
        .orElse(Domain.POSITIVE);
  }

  private Optional<Recheck> refused(Evidence.Counterexample c) {
    if (c.component() < 0 || c.component() >= entries) {
      return Optional.of(new Recheck.Falls("there is no entry " + c.component()));
    }
    if (width(entries) > 1 && relation != Relation.EQUAL) {
      return Optional.of(new Recheck.Falls("the sides are not numbers"));
    }
    boolean covered =
        Stream.concat(
                program.data().sequencedKeySet().stream(),
                program.states().sequencedKeySet().stream())
            .allMatch(v -> ExactPoint.covers(c.point(), v));
    int assignment = c.component() / width(entries);
    return covered && initial.stream().allMatch(r -> r.holds(c.point(), assignment))
        ? Optional.empty()
        : Optional.of(new Recheck.Falls("the step does not speak of this state for certain"));
  }

  /** That the right side is undefined at small times near a state, and the left side is not. */
  Recheck rightUndefined(Evidence.Counterexample c) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    return saidOfNoTime && speaksOfSmallTimes()
        ? undefined().check(c)
        : new Recheck.Falls("the step does not speak of small times for certain");
  }

  private UndefinedTrajectories undefined() {
    if (undefined.isEmpty()) {
      undefined = Optional.of(new UndefinedTrajectories(instance));
    }
    return undefined.get();
  }

  private boolean speaksOfSmallTimes() {
    return ends() instanceof Domain.Interval i
        && i.lower().filter(l -> l.signum() > 0).isEmpty()
        && i.upper().filter(u -> u.signum() <= 0).isEmpty();
  }

  private int width(int sideEntries) {
    return sideEntries / instance.assignments().size();
  }

  /**
   * Looks for the first coefficient that tells the sides apart, up to the order that was stated.
   */
  Recheck jet(Evidence.Counterexample c) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    int stated = ((Certificate.Jet) c.certificate()).order();
    if (!speaksOfSmallTimes() || stated > HIGHEST_ORDER) {
      return new Recheck.Falls("the step does not speak of small times, or the order is too high");
    }
    SeriesField<Enclosure> field =
        new SeriesField<>(new Enclosures(DIGITS), Math.max(0, stated) + 1 + SPARE);
    List<Result<Series<Enclosure>>> sides =
        new TrajectoryJet<>(program, field).sides(c.point()::of);
    if (!timedHold(field, sides, c.point(), c.component() / width(entries))) {
      return new Recheck.Falls("the conditions do not hold for certain at small times");
    }
    Series<Enclosure> left = sides.get(c.component()).get();
    Series<Enclosure> right = sides.get(entries + c.component()).get();
    BooleanSupplier equalAtStart = equalAtStart(c.point(), c.component(), entries + c.component());
    Optional<Integer> order = failing(relation, field.subtract(left, right), equalAtStart);
    return order
        .<Recheck>map(k -> stands(c, k, field.coefficient(left, k), field.coefficient(right, k)))
        .orElseGet(() -> new Recheck.Falls("no coefficient tells the sides apart"));
  }

  private Recheck stands(Evidence.Counterexample c, int order, Enclosure left, Enclosure right) {
    List<String> texts = Numbers.apart(left, right);
    return new Recheck.Stands(
        new Evidence.Counterexample(
            instance,
            c.point(),
            c.component(),
            texts.get(0),
            texts.get(1),
            new Certificate.Jet(order)));
  }

  /**
   * The order of a coefficient because of which a relation to 0 fails for all small positive T. To
   * differ, any coefficient will do; an order is decided by the first that is not zero.
   */
  private static Optional<Integer> failing(
      Relation relation, Series<Enclosure> difference, BooleanSupplier zeroAtStart) {
    if (difference.isZeroSoFar()) {
      return difference.isExact() && Grounds.fails(relation, new Enclosure.Exact(Rational.ZERO))
          ? Optional.of(0)
          : Optional.empty();
    }
    for (int k = 0; k < difference.coefficients().size(); k++) {
      Enclosure coefficient = difference.coefficients().get(k);
      if (coefficient.excludesZero()) {
        return Grounds.fails(relation, coefficient)
            ? Optional.of(difference.valuation() + k)
            : Optional.empty();
      }
      boolean start = difference.valuation() + k == 0;
      boolean zero = coefficient.isExactZero() || (start && zeroAtStart.getAsBoolean());
      if (relation.isInequality() && !zero) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private BooleanSupplier equalAtStart(Point point, int left, int right) {
    return () -> TrajectoryJet.coincideAtStart(program, point::of, left, right);
  }

  /** A relation holds for small times if its contrary fails. */
  private boolean timedHold(
      SeriesField<Enclosure> field,
      List<Result<Series<Enclosure>>> sides,
      Point point,
      int assignment) {
    int place = 2 * entries;
    for (int r = 0; r < timed.size(); r++) {
      int size = program.sizes().get(2 + 2 * r);
      int width = width(size);
      int held = 0;
      for (int k = assignment * width; k < (assignment + 1) * width; k++) {
        Series<Enclosure> left = sides.get(place + k).get();
        Series<Enclosure> right = sides.get(place + size + k).get();
        Relation contrary = contrary(timed.get(r).condition().relation());
        BooleanSupplier equal = equalAtStart(point, place + k, place + size + k);
        held += failing(contrary, field.subtract(left, right), equal).isPresent() ? 1 : 0;
      }
      boolean differ = timed.get(r).condition().relation() == Relation.NOT_EQUAL;
      if (differ ? held == 0 : held < width) {
        return false;
      }
      place += 2 * size;
    }
    return true;
  }

  private static Relation contrary(Relation relation) {
    return switch (relation) {
      case EQUAL -> Relation.NOT_EQUAL;
      case NOT_EQUAL -> Relation.EQUAL;
      case LESS -> Relation.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> Relation.GREATER;
      case GREATER -> Relation.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> Relation.LESS;
      case APPROXIMATELY -> Relation.APPROXIMATELY;
    };
  }
}
