package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;

/** Equations between expressions, to be solved for entries of their variables. */
public final class EquationSystem {
  private static final Enclosures ENCLOSURES = new Enclosures(60);

  private final List<Part> parts;
  private final SequencedMap<Variable, Integer> places = new LinkedHashMap<>();
  private final int inputs;

  /**
   * Some of the equations.
   *
   * @param rows which of them say something that no other one of the part says by the same terms
   */
  private record Part(PointProgram program, List<Integer> rows) {}

  private EquationSystem(List<Part> parts) {
    this.parts = List.copyOf(parts);
    int count = 0;
    for (Part part : parts) {
      for (Variable variable : part.program().variables()) {
        if (places.putIfAbsent(variable, count) == null) {
          count += variable.size();
        }
      }
    }
    inputs = count;
  }

  /**
   * A system of the equations that some programs state.
   *
   * @param equations the outputs of each are left sides, then as many right sides
   */
  public static EquationSystem of(List<PointProgram> equations) {
    return new EquationSystem(equations.stream().map(p -> new Part(p, rows(p))).toList());
  }

  private static List<Integer> rows(PointProgram equation) {
    int[] outputs = equation.program().outputs;
    int half = outputs.length / 2;
    Set<Set<Integer>> seen = new HashSet<>();
    List<Integer> rows = new ArrayList<>();
    for (int k = 0; k < half; k++) {
      SequencedSet<Integer> sides = new LinkedHashSet<>(List.of(outputs[k]));
      sides.add(outputs[half + k]);
      if (sides.size() == 2 && seen.add(sides)) {
        rows.add(k);
      }
    }
    return rows;
  }

  /** The variables that occur, in the order of the inputs. */
  public List<Variable> variables() {
    return List.copyOf(places.sequencedKeySet());
  }

  /** The number of inputs. */
  public int inputs() {
    return inputs;
  }

  /** Where the first entry of a variable stands among the inputs. */
  public int place(Variable variable) {
    return places.get(variable);
  }

  /** The inputs as a map of variables has them. */
  public <S> List<S> inputs(Map<Variable, List<S>> values) {
    List<S> all = new ArrayList<>(inputs);
    places.sequencedKeySet().forEach(variable -> all.addAll(values.get(variable)));
    return all;
  }

  /**
   * Left − right of every equation, those left out that others repeat.
   *
   * @throws EvaluationException if one of them has no value
   */
  public <S> List<S> residuals(Field<S> field, List<S> values) {
    List<S> residuals = new ArrayList<>();
    for (Part part : parts) {
      List<S> arguments = new ArrayList<>();
      for (Variable variable : part.program().variables()) {
        int from = places.get(variable);
        arguments.addAll(values.subList(from, from + variable.size()));
      }
      List<Result<S>> sides = part.program().program().results(field, arguments);
      int half = sides.size() / 2;
      for (int row : part.rows()) {
        residuals.add(field.subtract(sides.get(row).get(), sides.get(half + row).get()));
      }
    }
    return residuals;
  }

  /** Whether all equations hold for certain at a point. */
  public boolean holds(Map<Variable, List<Rational>> values) {
    List<Rational> inputs = inputs(values);
    return zero(new Rationals(), inputs, r -> r.signum() == 0)
        || zero(ENCLOSURES, inputs.stream().map(ENCLOSURES::of).toList(), Enclosure::isExactZero);
  }

  private <S> boolean zero(Field<S> field, List<S> values, Predicate<S> isZero) {
    try {
      return residuals(field, values).stream().allMatch(isZero);
    } catch (EvaluationException unclear) {
      return false;
    }
  }

  /**
   * Encloses a point at which all equations hold, close to another.
   *
   * @param near the values of all variables, exactly; those that cannot move keep them
   * @param movable which variables may have other values than these
   * @return for each variable its entries; empty if none is seen to exist
   */
  public Optional<Map<Variable, List<Enclosure>>> root(
      Map<Variable, List<Rational>> near, Predicate<Variable> movable, Enclosures field) {
    List<Integer> moving = new ArrayList<>();
    places.forEach(
        (variable, from) -> {
          for (int k = 0; movable.test(variable) && k < variable.size(); k++) {
            moving.add(from + k);
          }
        });
    try {
      return Krawczyk.root(this, inputs(near), moving, field).map(this::byVariable);
    } catch (EvaluationException nowhere) {
      return Optional.empty();
    }
  }

  private Map<Variable, List<Enclosure>> byVariable(List<Enclosure> values) {
    Map<Variable, List<Enclosure>> all = new LinkedHashMap<>();
    places.forEach(
        (variable, from) -> all.put(variable, values.subList(from, from + variable.size())));
    return all;
  }
}
