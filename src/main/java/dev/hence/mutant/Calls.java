package dev.hence.mutant;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions at their arguments, and their derivatives by slots. */
final class Calls {
  private final Place place;
  private final Meaning meaning;

  Calls(Place place, Meaning meaning) {
    this.place = place;
    this.meaning = meaning;
  }

  Table of(Expr.Call call) {
    List<Table> arguments = call.arguments().stream().map(meaning::of).toList();
    boolean entrywise =
        arguments.size() == 1
            && !arguments.getFirst().isNumber()
            && parameters(call).size() == 1
            && parameters(call).getFirst().shape().isScalar();
    return entrywise
        ? arguments.getFirst().map(x -> slope(call, List.of(Table.number(x)), call.slots()).value())
        : slope(call, arguments, call.slots());
  }

  private List<Parameter> parameters(Expr.Call call) {
    int indices = call.indices().size();
    return place
        .scope()
        .definition(call)
        .map(d -> d.lambda().parameters())
        .or(() -> place.scope().function(call.function(), indices).map(f -> f.parameters()))
        .orElseThrow(() -> new Unjudged("the function " + call.function()));
  }

  private Table slope(Expr.Call call, List<Table> arguments, List<Integer> slots) {
    if (slots.isEmpty()) {
      return value(call, arguments);
    }
    int slot = slots.getFirst();
    return Slopes.by(
        arguments.get(slot),
        moved -> {
          List<Table> others = new ArrayList<>(arguments);
          others.set(slot, moved);
          return slope(call, others, slots.subList(1, slots.size()));
        });
  }

  private Table value(Expr.Call call, List<Table> arguments) {
    List<Integer> indices = meaning.indices(call.indices());
    Optional<Lambda> lambda = place.scope().definition(call).map(d -> d.lambda());
    if (lambda.isPresent()) {
      Place inside = place;
      for (int k = 0; k < indices.size(); k++) {
        inside = inside.with(lambda.get().indices().get(k), indices.get(k));
      }
      for (int k = 0; k < arguments.size(); k++) {
        Parameter parameter = lambda.get().parameters().get(k);
        inside = inside.with(parameter.name(), List.of(), arguments.get(k));
      }
      return new Meaning(inside).of(lambda.get().body());
    }
    Declaration.Function function =
        place
            .scope()
            .function(call.function(), indices.size())
            .orElseThrow(() -> new Unjudged("the function " + call.function()));
    Shape shape = function.shape();
    String name = call.function().latex() + indices;
    return Table.of(
        meaning.rows(shape),
        meaning.columns(shape),
        k -> place.point().function(name, arguments, k));
  }
}
