package dev.hence;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Field;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.eval.Sizes;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.UnicodePrinter;
import dev.hence.report.PointText;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One instance of a step, with models, sizes and data chosen, at one random point. Names are given
 * as the document writes them, {@code \theta}, or as they are printed, {@code θ}; the indices of a
 * family follow.
 */
public final class RandomInstance {
  /** In decimal digits: far more than a double has. */
  private static final List<Integer> PRECISIONS = List.of(40, 120, 360);

  /** The error of a value must be below this, relative to its terms. */
  private static final Rational CLOSE = Rational.of(10).power(-25);

  /**
   * An entry of a side.
   *
   * @param value the double nearest to an enclosure whose width is of no account for doubles
   * @param size the sum of the sizes of its terms
   */
  public record Entry(double value, double size) {}

  private final long seed;
  private final int number;
  private final RandomInstances.Choice choice;
  private final Point point;

  RandomInstance(long seed, int number, RandomInstances.Choice choice, Point point) {
    this.seed = seed;
    this.number = number;
    this.choice = choice;
    this.point = point;
  }

  RandomInstances.Choice choice() {
    return choice;
  }

  /** The sizes, models and functions that were chosen. */
  public Instance instance() {
    return choice.instance();
  }

  /** The exact point; every number in it is a double but for what had to solve an equation. */
  public Point point() {
    return point;
  }

  /** What makes it come again. */
  public long seed() {
    return seed;
  }

  /** Which one it is of those of its seed, from 0. */
  public int number() {
    return number;
  }

  // Values by name

  /**
   * The value of a number, or of a member of a family of numbers.
   *
   * @throws IllegalArgumentException if there is none of this name, or it has more entries
   */
  public double scalar(String name, Integer... indices) {
    Variable variable = variable(name, List.of(indices));
    require(variable.size() == 1, variable, "vector or matrix");
    return doubles(variable)[0];
  }

  /**
   * The entries of a vector.
   *
   * @throws IllegalArgumentException if there is none of this name, or it has rows and columns
   */
  public double[] vector(String name, Integer... indices) {
    Variable variable = variable(name, List.of(indices));
    require(Math.min(variable.rows(), variable.columns()) <= 1, variable, "matrix");
    return doubles(variable);
  }

  /** The rows of a matrix. */
  public double[][] matrix(String name, Integer... indices) {
    Variable variable = variable(name, List.of(indices));
    double[] entries = doubles(variable);
    double[][] rows = new double[variable.rows()][];
    for (int row = 0; row < rows.length; row++) {
      int from = row * variable.columns();
      rows[row] = Arrays.copyOfRange(entries, from, from + variable.columns());
    }
    return rows;
  }

  /** All members of a family, in the order of their indices. */
  public double[][] members(String name) {
    double[][] members = family(name).stream().map(this::doubles).toArray(double[][]::new);
    if (members.length == 0) {
      throw unknown(name);
    }
    return members;
  }

  /** The value of a size or of the end of a range, such as {@code n}. */
  public int size(String name) {
    return Optional.ofNullable(instance().interpretation().sizes().get(name))
        .orElseThrow(() -> unknown(name));
  }

  /** The entries of some variables and families, one after the other. */
  public double[] entries(List<String> names) {
    return names.stream()
        .flatMap(name -> family(name).stream())
        .flatMapToDouble(v -> Arrays.stream(doubles(v)))
        .toArray();
  }

  /** The names of what a side depends on, as they are printed. */
  public List<String> names(Side side) {
    return choice.program(side).variables().stream()
        .map(v -> UnicodePrinter.print(v.name()))
        .distinct()
        .toList();
  }

  private static void require(boolean fits, Variable variable, String instead) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s has shape %d × %d: ask for it with %s"
              .formatted(written(variable), variable.rows(), variable.columns(), instead));
    }
  }

  private double[] doubles(Variable variable) {
    return point.of(variable).stream().mapToDouble(Rational::toDouble).toArray();
  }

  private Variable variable(String name, List<Integer> indices) {
    return family(name).stream()
        .filter(v -> v.indices().equals(indices))
        .findFirst()
        .orElseThrow(() -> unknown(indices.isEmpty() ? name : name + indices));
  }

  private List<Variable> family(String name) {
    return point.values().sequencedKeySet().stream()
        .filter(v -> isCalled(v.name(), name))
        .sorted((v, w) -> Arrays.compare(indices(v), indices(w)))
        .toList();
  }

  private static int[] indices(Variable variable) {
    return variable.indices().stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isCalled(Name name, String written) {
    return name.latex().equals(written) || UnicodePrinter.print(name).equals(written);
  }

  private IllegalArgumentException unknown(String name) {
    List<String> there = point.values().keySet().stream().map(RandomInstance::written).toList();
    return new IllegalArgumentException(
        "there is no %s, only %s, and the sizes %s"
            .formatted(
                name,
                String.join(", ", there),
                String.join(", ", instance().interpretation().sizes().keySet())));
  }

  /** With its indices as callers give them: {@code w}, {@code x[2]}. */
  private static String written(Variable variable) {
    String name = UnicodePrinter.print(variable.name());
    return variable.indices().isEmpty() ? name : name + variable.indices();
  }

  // Sides

  /** Whether both sides have values here. */
  boolean isDefined() {
    return entries(Side.LEFT).isPresent() && entries(Side.RIGHT).isPresent();
  }

  /**
   * The certified value of a side, entry by entry, row by row; where indices are free, for each of
   * their values, one after the other.
   */
  public List<Entry> side(Side side) {
    return entries(side)
        .orElseThrow(() -> new IllegalStateException(side + " has no value at " + this));
  }

  /** The values of {@link #side}. */
  public double[] values(Side side) {
    return side(side).stream().mapToDouble(Entry::value).toArray();
  }

  private Optional<List<Entry>> entries(Side side) {
    PointProgram program = choice.program(side);
    List<Result<Sizes.Sized>> sizes = run(program, new Sizes());
    List<Entry> entries = new ArrayList<>();
    for (int digits : PRECISIONS) {
      List<Result<Enclosure>> enclosures = run(program, new Enclosures(digits));
      for (int k = entries.size(); k < sizes.size(); k++) {
        Optional<Entry> entry = entry(enclosures.get(k), sizes.get(k));
        if (entry.isEmpty()) {
          break;
        }
        entries.add(entry.get());
      }
    }
    return Optional.of(entries).filter(e -> e.size() == sizes.size());
  }

  private static Optional<Entry> entry(Result<Enclosure> enclosure, Result<Sizes.Sized> size) {
    return enclosure
        .value()
        .flatMap(e -> size.value().map(s -> new Bounded(e, s.size())))
        .filter(Bounded::isClose)
        .map(b -> new Entry(b.enclosure().toDouble(), b.size()));
  }

  private record Bounded(Enclosure enclosure, double size) {
    boolean isClose() {
      Rational width = enclosure.upper().minus(enclosure.lower());
      return width.compareTo(Rational.of(Math.max(size, Double.MIN_NORMAL)).times(CLOSE)) <= 0;
    }
  }

  private <S> List<Result<S>> run(PointProgram program, Field<S> field) {
    List<S> inputs =
        program.variables().stream().flatMap(v -> point.of(v).stream()).map(field::of).toList();
    return program.program().results(field, inputs);
  }

  // Shrinking

  /** The simplest instance that was found, in its numbers, for which something is still so. */
  public RandomInstance simplest(Predicate<RandomInstance> still) {
    return RandomInstances.simplest(this, still);
  }

  RandomInstance at(Point other) {
    return new RandomInstance(seed, number, choice, other);
  }

  /** {@code seed 1, #3: N = 2: w = 0, x₁ = 1}. */
  @Override
  public String toString() {
    String label = instance().label();
    return "seed %d, #%d: %s%s"
        .formatted(
            seed, number, label.isEmpty() ? "" : label + ": ", PointText.of(instance(), point));
  }
}
