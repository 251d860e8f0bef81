package dev.hence.mutant;

import dev.hence.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apfloat.Apfloat;

/** Derivatives as central difference quotients. */
final class Slopes {
  /** Its square is far below what two sides may differ by, and far above 50 digits' rounding. */
  private static final Apfloat STEP = new Apfloat("1e-13", Table.DIGITS);

  private static final Apfloat TWICE = STEP.add(STEP);

  private final Place place;

  Slopes(Place place) {
    this.place = place;
  }

  /** By a name, which moves by itself whatever defines it. */
  Table of(Expr.Derivative d) {
    Meaning here = new Meaning(place);
    List<Integer> indices = here.indices(d.variable().indices());
    return by(
        here.of(d.variable()),
        value -> new Meaning(place.with(d.variable().name(), indices, value)).of(d.body()));
  }

  /** Along the dynamics. */
  Table inTime(Expr body) {
    if (place.scope().dynamics().isEmpty()) {
      throw new Unjudged("no dynamics");
    }
    Table later = new Meaning(place.later(STEP)).of(body);
    Table before = new Meaning(place.later(STEP.negate())).of(body);
    return later.minus(before).map(x -> x.divide(TWICE));
  }

  /** Of a function of a table: a gradient has the shape of the variable, a vector a Jacobian. */
  static Table by(Table variable, Function<Table, Table> body) {
    List<Table> slopes = new ArrayList<>();
    for (int k = 0; k < variable.entries().size(); k++) {
      Table up = body.apply(moved(variable, k, STEP));
      Table down = body.apply(moved(variable, k, STEP.negate()));
      slopes.add(up.minus(down).map(x -> x.divide(TWICE)));
    }
    Table first = slopes.getFirst();
    if (first.isNumber()) {
      return Table.of(variable.rows(), variable.columns(), k -> slopes.get(k).value());
    }
    if (variable.isNumber()) {
      return first;
    }
    int n = slopes.size();
    return Table.of(first.entries().size(), n, k -> slopes.get(k % n).entries().get(k / n));
  }

  private static Table moved(Table variable, int entry, Apfloat by) {
    return Table.of(
        variable.rows(),
        variable.columns(),
        k -> k == entry ? variable.entries().get(k).add(by) : variable.entries().get(k));
  }
}
