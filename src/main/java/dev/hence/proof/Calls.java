package dev.hence.proof;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The translation of functions at their arguments, and of their derivatives by slots. */
final class Calls {
  private final Translation translation;
  private final Scope scope;

  Calls(Translation translation, Scope scope) {
    this.translation = translation;
    this.scope = scope;
  }

  Tensor call(Expr.Call call, Scene scene) {
    List<Size> indices = translation.indices(call.indices(), scene);
    List<Tensor> arguments =
        call.arguments().stream().map(a -> translation.value(a, scene)).toList();
    Optional<Definition> definition = scope.definition(call.function(), indices.size());
    if (definition.isPresent()) {
      translation.used(call.function());
      Lambda lambda = definition.get().lambda();
      Scene inside = hidden(call, lambda, scene.deeper().with(lambda.indices(), indices));
      return entrywise(lambda.parameters(), arguments, a -> defined(lambda, a, call, inside));
    }
    Declaration.Function function =
        scope
            .function(call.function(), indices.size())
            .orElseThrow(() -> Refused.untranslated("the function " + call.function()));
    Map<String, Size> letters = new HashMap<>(scene.letters());
    for (int k = 0; k < indices.size(); k++) {
      letters.put(function.indices().get(k), indices.get(k));
    }
    Shape result = function.shape().with(letters);
    return entrywise(
        function.parameters(), arguments, a -> arbitrary(call, function, indices, a, result));
  }

  /** Parameters that are named like a time are none. */
  private static Scene hidden(Expr.Call call, Lambda lambda, Scene scene) {
    Scene inside = scene;
    for (Name name : call.shadowing(lambda)) {
      inside = inside.untimed(name);
    }
    return inside;
  }

  /** A function of one number takes a vector or matrix entry by entry. */
  private static Tensor entrywise(
      List<Parameter> parameters,
      List<Tensor> arguments,
      java.util.function.Function<List<Tensor>, Tensor> apply) {
    if (parameters.size() != arguments.size()) {
      throw Refused.untranslated("a function with some arguments left out");
    }
    Tensor first = arguments.getFirst();
    boolean each =
        arguments.size() == 1
            && !first.shape().isScalar()
            && parameters.getFirst().shape().isScalar();
    if (!each) {
      return apply.apply(arguments);
    }
    return Translation.map(first, t -> apply.apply(List.of(Tensor.scalar(t))).value());
  }

  // Defined functions

  private Tensor defined(Lambda lambda, List<Tensor> arguments, Expr.Call call, Scene scene) {
    Map<String, Scene.Bound> values = new HashMap<>();
    for (int k = 0; k < arguments.size(); k++) {
      values.put(lambda.parameters().get(k).name().key(0), Translation.still(arguments.get(k)));
    }
    return slots(lambda, arguments, call.slots(), scene, values);
  }

  /** The outermost derivative is by the first slot. */
  private Tensor slots(
      Lambda lambda,
      List<Tensor> arguments,
      List<Integer> slots,
      Scene scene,
      Map<String, Scene.Bound> values) {
    if (slots.isEmpty()) {
      return translation.value(lambda.body(), scene.binding(values));
    }
    int slot = slots.getFirst();
    int copy = translation.nextCopy();
    Parameter parameter = lambda.parameters().get(slot);
    Shape shape = arguments.get(slot).shape();
    Tensor moved = Motion.variable(parameter.name(), copy, List.of(), shape);
    Map<String, Scene.Bound> moving = new HashMap<>(values);
    moving.put(parameter.name().key(0), Translation.still(moved));
    List<Tensor> inside = new ArrayList<>(arguments);
    inside.set(slot, moved);
    Tensor body = slots(lambda, inside, slots.subList(1, slots.size()), scene, moving);
    return new Motion(translation, scope)
        .partials(body, parameter.name(), copy, List.of(), shape, arguments.get(slot));
  }

  // Arbitrary functions

  private Tensor arbitrary(
      Expr.Call call,
      Declaration.Function function,
      List<Size> indices,
      List<Tensor> arguments,
      Shape result) {
    List<Term.Argument> slots = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      Tensor argument = arguments.get(k);
      if (argument.shape().sizes().size() != function.parameters().get(k).shape().sizes().size()) {
        throw Refused.untranslated("an argument of another shape than its slot");
      }
      List<Letter> letters = translation.letters(List.of(), argument.shape());
      slots.add(
          new Term.Argument(
              letters, argument.at(letters.stream().map(l -> Size.letter(l.name())).toList())));
    }
    return derived(call, indices, slots, result, call.slots(), arguments);
  }

  private Tensor derived(
      Expr.Call call,
      List<Size> indices,
      List<Term.Argument> slots,
      Shape result,
      List<Integer> by,
      List<Tensor> arguments) {
    if (by.isEmpty()) {
      return new Tensor(
          result, at -> new Term.Function(call.function(), indices, List.of(), slots, at));
    }
    int slot = by.getFirst();
    Tensor inner = derived(call, indices, slots, result, by.subList(1, by.size()), arguments);
    return Motion.arranged(
        inner, arguments.get(slot).shape(), (t, entry) -> partial(t, slot, entry));
  }

  private static Term partial(Term term, int slot, List<Size> entry) {
    Term.Function f = (Term.Function) term;
    List<Term.Partial> more = new ArrayList<>(f.partials());
    more.add(new Term.Partial(slot, entry));
    return new Term.Function(f.name(), f.indices(), more, f.arguments(), f.entry());
  }
}
