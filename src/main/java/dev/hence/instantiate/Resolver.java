package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Statement;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.model.Catalogue;
import dev.hence.model.Dimensions;
import dev.hence.model.ModelSpec;
import dev.hence.model.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Finds the sizes and the assignments of a row of the grid, or why it has none. */
final class Resolver {
  private final Statement.Step step;
  private final Needs needs;
  private final List<Axis> axes;
  private final Map<Place, Assignments> assignments = new HashMap<>();

  /** How many combinations of index values are looked at. */
  private final int combinations;

  Resolver(Statement.Step step, Needs needs, List<Axis> axes) {
    this(step, needs, axes, Assignments.LOOKED_AT);
  }

  Resolver(Statement.Step step, Needs needs, List<Axis> axes, int combinations) {
    this.step = step;
    this.needs = needs;
    this.axes = axes;
    this.combinations = combinations;
  }

  Outcome resolve(List<Integer> row) {
    Set<String> decided = decided(row);
    Map<String, Integer> sizes = new HashMap<>();
    for (int k = 0; k < axes.size(); k++) {
      if (axes.get(k) instanceof Axis.OfSize s) {
        if (!decided.contains(s.name())) {
          sizes.put(s.name(), s.values().get(row.get(k)));
        } else if (row.get(k) != 0) {
          return new Outcome.Repeated();
        }
      }
    }
    Labels labels = new Labels(step.scope(), new Dimensions(sizes));
    for (String name : needs.sizes()) {
      Axes.counted(name, step.scope()).ifPresent(v -> sizes.put(name, labels.count(v)));
    }
    return empty(new Dimensions(sizes))
        .<Outcome>map(Outcome.PassedOver::new)
        .or(() -> decide(row, decided, sizes))
        .or(() -> misfit(row, decided, new Dimensions(sizes)))
        .orElseGet(() -> assigned(row, decided, sizes));
  }

  /** The sizes that models decide: lengths of weights that the author leaves open. */
  private Set<String> decided(List<Integer> row) {
    Set<String> names = new HashSet<>();
    for (int k = 0; k < axes.size(); k++) {
      if (isModel(k, row)) {
        weightsSize(k).flatMap(Size::name).ifPresent(names::add);
      }
    }
    names.removeIf(name -> Axes.counted(name, step.scope()).isPresent());
    axes.stream()
        .filter(axis -> axis instanceof Axis.OfSize && axis.written())
        .forEach(axis -> names.remove(axis.name()));
    return names;
  }

  /**
   * Gives the decided sizes their values, those of functions first whose inputs have known sizes.
   * Two functions of the same weights share them: the length is the larger one.
   */
  private Optional<Outcome> decide(
      List<Integer> row, Set<String> decided, Map<String, Integer> sizes) {
    List<Integer> open = new ArrayList<>();
    for (int k = 0; k < axes.size(); k++) {
      if (isModel(k, row) && isDecided(k, decided)) {
        open.add(k);
      }
    }
    while (!open.isEmpty()) {
      Dimensions known = new Dimensions(sizes);
      List<Integer> ready = open.stream().filter(k -> isReady(k, known)).toList();
      if (ready.isEmpty()) {
        return Optional.of(new Outcome.PassedOver("the numbers of weights depend on one another"));
      }
      for (int k : ready) {
        Optional<String> tooLarge = Catalogue.tooLarge(spec(k, row), signature(k), known);
        if (tooLarge.isPresent()) {
          return Optional.of(new Outcome.Misfit(k, tooLarge.get()));
        }
        Size size = weightsSize(k).orElseThrow();
        int weights = (int) Catalogue.weights(spec(k, row), signature(k), known).orElseThrow();
        sizes.merge(size.name().orElseThrow(), weights - size.offset(), Math::max);
      }
      open.removeAll(ready);
    }
    return Optional.empty();
  }

  private boolean isDecided(int axis, Set<String> decided) {
    return weightsSize(axis).flatMap(Size::name).filter(decided::contains).isPresent();
  }

  private boolean isReady(int axis, Dimensions known) {
    return known.knows(signature(axis).result())
        && signature(axis).inputs().stream().allMatch(slot -> known.knows(slot.shape()));
  }

  private Optional<Outcome> misfit(List<Integer> row, Set<String> decided, Dimensions dimensions) {
    for (int k = 0; k < axes.size(); k++) {
      if (axes.get(k) instanceof Axis.OfFunction) {
        int axis = k;
        Optional<String> why =
            Catalogue.tooLarge(spec(k, row), signature(k), dimensions)
                .or(() -> wrongNumber(axis, row, decided, dimensions));
        if (why.isPresent()) {
          return Optional.of(new Outcome.Misfit(k, why.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> wrongNumber(
      int axis, List<Integer> row, Set<String> decided, Dimensions dimensions) {
    OptionalLong needed = Catalogue.weights(spec(axis, row), signature(axis), dimensions);
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    Size size = weightsSize(axis).orElseThrow();
    int there = dimensions.of(size);
    long takes = needed.getAsLong();
    boolean fits = isDecided(axis, decided) ? takes <= there : takes == there;
    Name slot = signature(axis).parameters().get(signature(axis).weights().orElseThrow()).name();
    return fits
        ? Optional.empty()
        : Optional.of(
            spec(axis, row).text() + " takes " + takes + " weights, " + slot + " has " + there);
  }

  private Outcome assigned(List<Integer> row, Set<String> decided, Map<String, Integer> sizes) {
    Dimensions dimensions = new Dimensions(sizes);
    Optional<String> empty = empty(dimensions).or(() -> excluded(dimensions));
    if (empty.isPresent()) {
      return new Outcome.PassedOver(empty.get());
    }
    Labels labels = new Labels(step.scope(), dimensions);
    Map<String, Lambda> data = new HashMap<>();
    for (int k = 0; k < axes.size(); k++) {
      if (axes.get(k) instanceof Axis.OfLabels l) {
        if (!labels.has(l.variable(), row.get(k))) {
          return new Outcome.Repeated();
        }
        data.put(l.key(), labels.lambda(l.variable(), row.get(k)));
      } else if (axes.get(k) instanceof Axis.OfData d) {
        data.put(d.key(), d.values().get(row.get(k)));
      }
    }
    Place place = new Place(dimensions, data, Map.of());
    Assignments found =
        assignments.computeIfAbsent(place, p -> Assignments.of(step, needs, place, combinations));
    return found.list().isEmpty()
        ? new Outcome.PassedOver(found.why())
        : new Outcome.Valid(new Candidate(row, sizes, decided, found.list()));
  }

  private Optional<String> empty(Dimensions dimensions) {
    return needs.shapes().stream()
        .filter(shape -> dimensions.knows(shape))
        .filter(shape -> shape.sizes().stream().anyMatch(s -> dimensions.of(s) < 1))
        .findFirst()
        .map(shape -> "a " + shape + " has no entries");
  }

  /** What the assumptions and the domains exclude. */
  private Optional<String> excluded(Dimensions dimensions) {
    Place place = Place.of(dimensions);
    if (needs.sizeConditions().stream().anyMatch(c -> !place.holds(c).orElse(true))) {
      return Optional.of("the assumptions exclude it");
    }
    return needs.variables().stream()
        .filter(v -> isTooFlat(v, dimensions))
        .findFirst()
        .map(v -> "no " + v.name() + " has orthonormal columns");
  }

  private static boolean isTooFlat(Declaration.Variable variable, Dimensions dimensions) {
    return variable.domain() instanceof Domain.Special s
        && s.kind() == Domain.Kind.ORTHONORMAL_COLUMNS
        && variable.shape() instanceof Shape.Matrix m
        && dimensions.of(m.rows()) < dimensions.of(m.columns());
  }

  private boolean isModel(int axis, List<Integer> row) {
    return axes.get(axis) instanceof Axis.OfFunction
        && signature(axis).weights().isPresent()
        && spec(axis, row) instanceof ModelSpec.Weighted;
  }

  private ModelSpec spec(int axis, List<Integer> row) {
    return ((Axis.OfFunction) axes.get(axis)).specs().get(row.get(axis));
  }

  private Signature signature(int axis) {
    return ((Axis.OfFunction) axes.get(axis)).signature();
  }

  private Optional<Size> weightsSize(int axis) {
    return signature(axis).weightsSize();
  }
}
