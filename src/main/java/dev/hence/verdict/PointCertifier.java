package dev.hence.verdict;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EquationSystem;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence.Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Evaluates counterexamples to statements about one state again. */
final class PointCertifier {
  /** Directions of the neighbours at which an undefined side must stay undefined. */
  private static final int NEIGHBOURS = 6;

  private static final int MOST_DECIMALS = 100;

  private static final List<Enclosures> NEARBY = List.of(new Enclosures(50), new Enclosures(150));

  private static final Rational STEP = Rational.of(1, 1000);

  private final Instance instance;
  private final Relation relation;
  private final PointProgram program;
  private final int entries;
  private final List<CompiledRestriction> restrictions;

  PointCertifier(Instance instance) {
    this.instance = instance;
    relation = instance.step().relation();
    Interpretation interpretation = instance.still().orElse(instance).interpretation();
    program =
        PointProgram.compile(
            interpretation,
            instance.assignments(),
            List.of(instance.step().left(), instance.step().right()));
    entries = program.sizes().getFirst();
    restrictions =
        Restriction.of(instance).stream()
            .map(r -> new CompiledRestriction(instance, interpretation, r))
            .toList();
  }

  Recheck enclosed(Evidence.Counterexample c) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<ExactPoint.Pair> found =
        ExactPoint.look(program, c.point(), c.component(), entries, this::failing);
    return found
        .<Recheck>map(pair -> stands(c, pair))
        .orElseGet(() -> new Recheck.Falls("the sides do not differ there for certain"));
  }

  /** At a point near by, at which the equations among the restrictions hold. */
  Recheck nearby(Evidence.Counterexample c) {
    Optional<Recheck> misshapen = misshapen(c);
    if (misshapen.isPresent()) {
      return misshapen.get();
    }
    EquationSystem equations =
        EquationSystem.of(
            restrictions.stream()
                .filter(CompiledRestriction::isEquation)
                .map(CompiledRestriction::program)
                .toList());
    int assignment = c.component() / (entries / instance.assignments().size());
    for (Enclosures field : NEARBY) {
      Optional<Recheck> stands =
          EnclosedPoint.of(instance, equations, c.point(), field)
              .filter(p -> ExactPoint.covers(p.near(), program))
              .filter(p -> others().allMatch(r -> r.holds(p, assignment)))
              .flatMap(p -> stands(c, p));
      if (stands.isPresent()) {
        return stands.get();
      }
    }
    return new Recheck.Falls("no point nearby is seen at which the step fails for certain");
  }

  private Stream<CompiledRestriction> others() {
    return restrictions.stream().filter(r -> !r.isEquation());
  }

  private Optional<Recheck> stands(Evidence.Counterexample c, EnclosedPoint point) {
    List<Result<Enclosure>> results = point.results(program);
    ExactPoint.Pair pair =
        new ExactPoint.Pair(results.get(c.component()), results.get(entries + c.component()));
    return failing(pair)
        .map(
            apart ->
                stands(
                    new Evidence.Counterexample(
                        instance,
                        point.shown(),
                        c.component(),
                        c.left(),
                        c.right(),
                        new Certificate.Nearby()),
                    apart));
  }

  private Optional<Recheck> misshapen(Evidence.Counterexample c) {
    if (c.component() < 0 || c.component() >= entries) {
      return Optional.of(new Recheck.Falls("there is no entry " + c.component()));
    }
    int width = entries / instance.assignments().size();
    return width > 1 && relation != Relation.EQUAL
        ? Optional.of(new Recheck.Falls("the sides are not numbers"))
        : Optional.empty();
  }

  private Optional<Recheck> refused(Evidence.Counterexample c) {
    Optional<Recheck> misshapen = misshapen(c);
    if (misshapen.isPresent()) {
      return misshapen;
    }
    return speaks(c.point(), c.component())
        ? Optional.empty()
        : Optional.of(new Recheck.Falls("the step does not speak of this point for certain"));
  }

  private boolean speaks(Point point, int component) {
    int assignment = component / (entries / instance.assignments().size());
    return ExactPoint.covers(point, program)
        && restrictions.stream().allMatch(r -> r.holds(point, assignment));
  }

  private Optional<ExactPoint.Pair> failing(ExactPoint.Pair pair) {
    return ExactPoint.difference(pair).filter(this::fails).map(d -> pair);
  }

  private boolean fails(Enclosure difference) {
    return instance
        .step()
        .tolerance()
        .map(t -> Grounds.beyond(t, difference))
        .orElseGet(() -> Grounds.fails(relation, difference));
  }

  /**
   * Whether the sides are numbers that depend on nothing and that surely differ by no more than the
   * step allows: then there is nothing left to try.
   */
  boolean agreesWithinTolerance() {
    Optional<Rational> tolerance = instance.step().tolerance();
    return tolerance.isPresent()
        && program.variables().isEmpty()
        && IntStream.range(0, entries).allMatch(entry -> within(tolerance.get(), entry));
  }

  private boolean within(Rational tolerance, int entry) {
    return ExactPoint.look(
            program,
            new Point(new LinkedHashMap<>()),
            entry,
            entries,
            pair -> ExactPoint.difference(pair).filter(d -> Grounds.within(tolerance, d)))
        .isPresent();
  }

  /** To how many decimals two numbers that depend on nothing agree, at least; empty beyond 100. */
  Optional<Integer> decimals() {
    if (!program.variables().isEmpty() || entries != 1) {
      return Optional.empty();
    }
    int decimals = 0;
    while (decimals < MOST_DECIMALS && within(half(decimals + 1), 0)) {
      decimals++;
    }
    return Optional.of(decimals).filter(n -> n > 0 && n < MOST_DECIMALS);
  }

  private static Rational half(int decimals) {
    return Rational.of(1, 2).times(Rational.of(10).power(-decimals));
  }

  private Recheck stands(Evidence.Counterexample c, ExactPoint.Pair pair) {
    List<String> texts = Numbers.apart(pair.left().get(), pair.right().get());
    return new Recheck.Stands(
        new Evidence.Counterexample(
            instance, c.point(), c.component(), texts.get(0), texts.get(1), c.certificate()));
  }

  Recheck rightUndefined(Evidence.Counterexample c) {
    Optional<Recheck> refused = refused(c);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<ExactPoint.Pair> found = undefined(c.point(), c.component());
    if (found.isEmpty()) {
      return new Recheck.Falls("it is not certain that only the right side is undefined there");
    }
    if (!isOpen(c)) {
      return new Recheck.Falls("the right side is undefined at single points only");
    }
    String left = Numbers.text(found.get().left().get());
    String why = ((Result.Failure<Enclosure>) found.get().right()).cause().getMessage();
    return new Recheck.Stands(
        new Evidence.Counterexample(
            instance,
            c.point(),
            c.component(),
            left,
            "undefined",
            new Certificate.RightUndefined(why)));
  }

  /**
   * Whether the right side is undefined at all neighbours in the domain, of which there are some.
   */
  private boolean isOpen(Evidence.Counterexample c) {
    boolean any = false;
    for (int direction = 0; direction < NEIGHBOURS; direction++) {
      Point neighbour = neighbour(c.point(), direction);
      if (speaks(neighbour, c.component())) {
        any = true;
        if (undefined(neighbour, c.component()).isEmpty()) {
          return false;
        }
      }
    }
    return any;
  }

  private Optional<ExactPoint.Pair> undefined(Point point, int component) {
    return ExactPoint.look(
        program,
        point,
        component,
        entries,
        pair -> {
          boolean outside =
              pair.right().reason().filter(EvaluationException.Reason.DOMAIN::equals).isPresent();
          return Optional.of(pair).filter(p -> outside && p.left().value().isPresent());
        });
  }

  /** The point with every entry that may move continuously moved a little, to and fro. */
  private Point neighbour(Point point, int direction) {
    Point moved = point;
    int place = 0;
    for (Variable variable : point.values().sequencedKeySet()) {
      if (Membership.domain(instance, variable) instanceof Domain.Interval interval) {
        List<Rational> entries = new ArrayList<>();
        for (Rational entry : point.of(variable)) {
          int sign = (direction >> place % 2 & 1) == 0 ? 1 : -1;
          Rational step = STEP.times(Rational.of((long) sign * (1 + (place + direction) % 5)));
          Rational next = entry.plus(step);
          entries.add(interval.contains(next) ? next : entry);
          place++;
        }
        moved = moved.with(variable, entries);
      } else if (Membership.domain(instance, variable) instanceof Domain.Special s) {
        moved = moved.with(variable, inwards(s.kind(), point.of(variable), direction));
      }
    }
    return moved;
  }

  /** A little into the inner part of a simplex or of a cone of matrices; others stay. */
  private static List<Rational> inwards(Domain.Kind kind, List<Rational> entries, int direction) {
    int n = entries.size();
    List<Rational> moved = new ArrayList<>();
    switch (kind) {
      case SIMPLEX -> {
        Rational rest = Rational.ONE;
        for (int k = 0; k < n; k++) {
          Rational share = k == n - 1 ? rest : Rational.of(1 + (k + direction) % 3, 4L * n);
          rest = rest.minus(share);
          moved.add(entries.get(k).times(Rational.ONE.minus(STEP)).plus(share.times(STEP)));
        }
      }
      case SYMMETRIC, POSITIVE_SEMIDEFINITE, POSITIVE_DEFINITE -> {
        int size = (int) Math.round(Math.sqrt(n));
        for (int k = 0; k < n; k++) {
          Rational step = STEP.times(Rational.of(1 + (k + direction) % 5));
          moved.add(k / size == k % size ? entries.get(k).plus(step) : entries.get(k));
        }
      }
      case ONE_HOT, INVERTIBLE, ORTHOGONAL, ORTHONORMAL_COLUMNS -> moved.addAll(entries);
    }
    return moved;
  }
}
