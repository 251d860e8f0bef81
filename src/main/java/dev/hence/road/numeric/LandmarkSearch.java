package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Form;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Runner;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Points on both sides of the places at which the sides may change their ways, however far away: a
 * number that is 0 there is solved for one entry after the other. And which of those that are
 * branches usable points have met.
 */
final class LandmarkSearch {
  private static final int STARTS = 2;
  private static final int MOST_ENTRIES = 12;

  /** How many operations are spent in all. */
  private static final long MOST_WORK = 6_000_000;

  private static final int MOST_PLACES = 60;
  private static final int HALVINGS = 60;
  private static final int SHARES = 32;
  private static final double LARGEST = 1e15;
  private static final int DIGITS = 40;
  private static final double NEARLY = 1e-9;

  /** Numbers of every size, ascending. */
  private static final double[] GRID =
      IntStream.rangeClosed(-25, 25)
          .mapToDouble(k -> k == 0 ? 0 : Math.signum(k) * Math.pow(10, (Math.abs(k) - 13) / 2.0))
          .toArray();

  private static final List<Rational> BESIDE =
      List.of(
          Rational.ZERO,
          Rational.ONE,
          Rational.of(-1),
          Rational.of(1, 4),
          Rational.of(-1, 4),
          Rational.of(1, 64),
          Rational.of(-1, 64));

  private static final List<Rational> FACTORS =
      List.of(Rational.of(5, 4), Rational.of(3, 4), Rational.of(2));

  private final PointLook look;
  private final Points points;
  private final Budget budget;
  private final PointProgram marks;
  private final Runner runner;
  private final Possible possible;
  private final double[] inputs;
  private final double[] values;
  private final int branches;

  /** Of the k-th branch: bit 2k if it was met where it is positive, 2k + 1 where negative. */
  private final BitSet met = new BitSet();

  private long work;

  LandmarkSearch(PointLook look, PointProgram marks, Possible possible, Budget budget) {
    this.look = look;
    this.points = look.points();
    this.marks = marks;
    this.possible = possible;
    this.budget = budget;
    runner = marks.program().runner();
    inputs = new double[marks.program().inputs()];
    values = new double[marks.program().outputs()];
    branches = marks.sizes().isEmpty() ? 0 : marks.sizes().getFirst();
  }

  private boolean isEmpty() {
    return values.length == 0;
  }

  private void run(Point point) {
    Entries.fill(marks, point, inputs, new double[inputs.length]);
    runner.run(inputs, values);
    work += marks.program().size() + 1L;
  }

  /** The branches on which a point lies. */
  BitSet met(Point point) {
    BitSet here = new BitSet();
    if (branches > 0) {
      run(point);
      for (int k = 0; k < branches; k++) {
        if (values[k] > 0) {
          here.set(2 * k);
        } else if (values[k] < 0) {
          here.set(2 * k + 1);
        }
      }
    }
    return here;
  }

  /** Notes a point at which the sides were compared, or of which the step says nothing. */
  void note(Point point) {
    met.or(met(point));
  }

  /** Branches that may be met and were not, in words. */
  List<String> untaken() {
    List<String> untaken = new ArrayList<>();
    for (int k = 0; k < branches; k++) {
      for (int side = 0; side < 2; side++) {
        if (!met.get(2 * k + side)) {
          Form form = possible.form(marks, k).times(Rational.of(side == 0 ? 1 : -1));
          if (possible.allows(form) && !isRuledOut(k, side == 0 ? 1 : -1)) {
            untaken.add(BranchSearch.brief(Possible.text(form)));
          }
        }
      }
    }
    return untaken.stream().distinct().toList();
  }

  /** Whether a branch has the other sign, or none, wherever its variables lie in their domains. */
  private boolean isRuledOut(int branch, int sign) {
    Enclosures field = new Enclosures(DIGITS);
    List<Enclosure> box = new ArrayList<>();
    BitSet read = marks.program().inputsOf(branch);
    for (Variable variable : marks.variables()) {
      Domain domain = points.sampler().domain(variable);
      for (int k = 0; k < variable.size(); k++) {
        Optional<Enclosure> range = range(field, domain);
        if (range.isEmpty() && read.get(box.size())) {
          return false;
        }
        box.add(range.orElseGet(field::zero));
      }
    }
    return marks.program().results(field, box).get(branch)
            instanceof Result.Value<Enclosure>(Enclosure value)
        && (sign > 0 ? value.upper().signum() <= 0 : value.lower().signum() >= 0);
  }

  private static Optional<Enclosure> range(Enclosures field, Domain domain) {
    return switch (domain) {
      case Domain.Interval i ->
          i.lower().flatMap(low -> i.upper().map(high -> field.between(low, high)));
      case Domain.Finite f ->
          Optional.of(
              field.between(
                  f.values().stream().min(Rational::compareTo).orElseThrow(),
                  f.values().stream().max(Rational::compareTo).orElseThrow()));
      case Domain.Special s ->
          s.kind() == Domain.Kind.SIMPLEX || s.kind() == Domain.Kind.ONE_HOT
              ? Optional.of(field.between(Rational.ZERO, Rational.ONE))
              : Optional.empty();
      case Domain.Integers i -> Optional.empty();
      case Domain.Labels l -> Optional.empty();
    };
  }

  /** Tries points beside the places where a number is 0 or least, until something stops it. */
  boolean beside(List<Point> from, Predicate<Point> found) {
    if (isEmpty()) {
      return false;
    }
    for (Point point : starts(from)) {
      int entries = 0;
      for (Variable variable : marks.variables()) {
        for (int k = 0; k < variable.size() && entries < MOST_ENTRIES; k++) {
          if (moves(points.sampler().domain(variable))) {
            entries++;
            if (beside(point, variable, k, found)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static List<Point> starts(List<Point> from) {
    return from.isEmpty() || from.size() <= STARTS
        ? from
        : List.of(from.getFirst(), from.getLast());
  }

  private static boolean moves(Domain domain) {
    return switch (domain) {
      case Domain.Interval i -> true;
      case Domain.Integers i -> true;
      case Domain.Finite f -> false;
      case Domain.Labels l -> false;
      case Domain.Special s -> false;
    };
  }

  private boolean beside(Point point, Variable variable, int k, Predicate<Point> found) {
    if (work > MOST_WORK) {
      return false;
    }
    budget.check();
    for (Rational number : numbers(places(point, variable, k))) {
      Optional<Point> moved = set(point, variable, k, number).map(points::solved);
      work += look.program().program().size() * 4L;
      if (work > MOST_WORK) {
        return false;
      }
      if (moved.isPresent() && found.test(moved.get())) {
        return true;
      }
    }
    return false;
  }

  private static SequencedSet<Rational> numbers(SequencedSet<Double> places) {
    SequencedSet<Rational> numbers = new LinkedHashSet<>();
    for (double place : places) {
      Rational at = simple(place);
      Rational whole = Rational.of(Math.rint(place));
      BESIDE.forEach(step -> numbers.add(at.plus(step)));
      FACTORS.forEach(factor -> numbers.add(at.times(factor)));
      numbers.add(whole);
      numbers.add(whole.plus(Rational.ONE));
      numbers.add(whole.minus(Rational.ONE));
    }
    return numbers;
  }

  private static Rational simple(double number) {
    double sixtieth = Math.rint(number * 60) / 60;
    return Math.abs(number) < 1e12 && Math.abs(number - sixtieth) <= NEARLY * Math.abs(number)
        ? Rational.of(Math.round(number * 60), 60)
        : Rational.of(number);
  }

  /** Where, along one entry, some number is 0 or, as far as a parabola tells, least. */
  private SequencedSet<Double> places(Point point, Variable variable, int k) {
    SequencedSet<Double> places = new LinkedHashSet<>();
    run(point);
    int place = place(variable) + k;
    double[] grid = grid(points.sampler().domain(variable));
    double[][] seen = new double[grid.length][];
    for (int g = 0; g < grid.length; g++) {
      seen[g] = at(place, grid[g]);
    }
    double[][] three = {at(place, -1), at(place, 0), at(place, 1)};
    for (int m = 0; m < values.length; m++) {
      parabola(three[0][m], three[1][m], three[2][m], places);
      for (int g = 1; g < grid.length; g++) {
        if (seen[g - 1][m] * seen[g][m] < 0) {
          places.add(root(place, m, grid[g - 1], grid[g], seen[g - 1][m]));
        } else if (seen[g][m] == 0 && seen[g - 1][m] != 0) {
          places.add(grid[g]);
        }
      }
    }
    SequencedSet<Double> few = new LinkedHashSet<>();
    places.stream().filter(p -> Math.abs(p) <= LARGEST).limit(MOST_PLACES).forEach(few::add);
    return few;
  }

  private double[] grid(Domain domain) {
    if (domain instanceof Domain.Interval i && i.lower().isPresent() && i.upper().isPresent()) {
      double low = i.lower().get().toDouble();
      double width = i.upper().get().toDouble() - low;
      return IntStream.rangeClosed(0, SHARES).mapToDouble(s -> low + width * s / SHARES).toArray();
    }
    return GRID;
  }

  private int place(Variable variable) {
    int place = 0;
    for (Variable other : marks.variables()) {
      if (other.equals(variable)) {
        return place;
      }
      place += other.size();
    }
    throw new IllegalArgumentException("no variable of the sides: " + variable.name());
  }

  private double[] at(int place, double number) {
    double kept = inputs[place];
    inputs[place] = number;
    runner.run(inputs, values);
    work += marks.program().size() + 1L;
    inputs[place] = kept;
    return values.clone();
  }

  /** The zeros of the parabola through three values at −1, 0 and 1, and where it is least. */
  private static void parabola(double before, double at, double after, SequencedSet<Double> out) {
    double bend = (before + after) / 2 - at;
    double slope = (after - before) / 2;
    if (Math.abs(bend) <= NEARLY * NEARLY * (Math.abs(at) + Math.abs(slope))) {
      if (slope != 0) {
        out.add(-at / slope);
      }
      return;
    }
    double middle = -slope / (2 * bend);
    double square = middle * middle - at / bend;
    if (!Double.isFinite(square)) {
      return;
    }
    if (square > NEARLY * middle * middle) {
      out.add(middle - Math.sqrt(square));
      out.add(middle + Math.sqrt(square));
    } else {
      out.add(middle);
    }
  }

  private double root(int place, int mark, double from, double to, double first) {
    double low = from;
    double high = to;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = low + (high - low) / 2;
      if (at(place, middle)[mark] * first > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }

  private Optional<Point> set(Point point, Variable variable, int k, Rational number) {
    List<Rational> entries = new ArrayList<>(point.of(variable));
    entries.set(k, number);
    return Membership.holds(points.sampler().domain(variable), variable, entries)
        ? Optional.of(point.with(variable, entries))
        : Optional.empty();
  }
}
