package dev.hence.proof;

import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The translation of derivatives: what moves becomes a new variable, the derivative is taken by it,
 * and a {@link Term.Let} gives it back its value.
 */
final class Motion {
  private final Translation translation;
  private final Scope scope;

  Motion(Translation translation, Scope scope) {
    this.translation = translation;
    this.scope = scope;
  }

  static Tensor variable(Name name, int copy, List<Size> indices, Shape shape) {
    return new Tensor(shape, at -> new Term.Variable(name, copy, indices, at, Time.NOW));
  }

  /** By {@link Shape#derivative}: entries of the body before entries of the variable. */
  static Tensor arranged(Tensor body, Shape variable, BiFunction<Term, List<Size>, Term> partial) {
    Shape shape =
        Shape.derivative(body.shape(), variable)
            .orElseThrow(() -> Refused.untranslated("a derivative with more than two indices"));
    int own = body.shape().sizes().size();
    return new Tensor(
        shape, at -> partial.apply(body.at(at.subList(0, own)), at.subList(own, at.size())));
  }

  /** The derivatives of a body by the entries of a new variable, taken at its value. */
  Tensor partials(Tensor body, Name name, int copy, List<Size> indices, Shape shape, Tensor value) {
    return arranged(
        body,
        shape,
        (t, entry) -> {
          Term.Entry by = new Term.Entry(new Term.Variable(name, copy, indices, entry, Time.NOW));
          List<Letter> letters = translation.letters(List.of(), shape);
          Term at = value.at(letters.stream().map(l -> Size.letter(l.name())).toList());
          return new Term.Let(name, copy, letters, at, new Term.Derivative(t, by));
        });
  }

  Tensor derivative(Expr.Derivative d, Scene scene) {
    Expr.Ref variable = d.variable();
    Name name = variable.name();
    List<Size> indices = translation.indices(variable.indices(), scene);
    if (indices.isEmpty() && (scene.times().containsKey(name) || scope.isClock(name))) {
      throw new Refused(Refused.Reason.WRONG_TIME, "a derivative by a time");
    }
    if (translation.recursions().isRecursive(name, indices.size())) {
      throw Refused.untranslated("a derivative by a member of a recursion");
    }
    Tensor value = translation.lookup(name, indices, variable.shape(), scene);
    int copy = translation.nextCopy();
    Tensor moved = variable(name, copy, List.of(), value.shape());
    Scene.Role role = scope.isState(name) ? Scene.Role.STATE : Scene.Role.DATA;
    boolean hides = scene.bound(name, indices.size()).isPresent();
    Scene.Bound bound =
        new Scene.Bound(
            at -> indices.isEmpty() ? moved : member(variable, at, indices, moved, scene),
            role,
            hides);
    Tensor body =
        translation.value(d.body(), scene.binding(Map.of(name.key(indices.size()), bound)));
    return partials(body, name, copy, List.of(), value.shape(), value);
  }

  /** A member of a family of which one moves. */
  private Tensor member(
      Expr.Ref variable, List<Size> at, List<Size> moving, Tensor moved, Scene scene) {
    if (at.equals(moving)) {
      return moved;
    }
    Tensor resting = translation.lookup(variable.name(), at, variable.shape(), scene);
    if (!resting.shape().equals(moved.shape())) {
      throw Refused.untranslated("a derivative by a member of a family of many shapes");
    }
    List<Term> same = new ArrayList<>();
    for (int k = 0; k < at.size(); k++) {
      same.add(new Term.Delta(at.get(k), moving.get(k)));
    }
    Term is = new Term.Product(same);
    return new Tensor(
        moved.shape(),
        entry ->
            new Term.Sum(
                List.of(
                    Term.times(is, moved.at(entry)),
                    Term.times(Term.minus(Term.ONE, is), resting.at(entry)))));
  }

  // Along the flow

  /**
   * Σ over the entries of all states of the derivative by the entry, times its velocity; and the
   * derivative by time itself, which moves with velocity 1.
   */
  Tensor alongTheFlow(Expr body, Scene scene) {
    Map<Name, Lambda> velocities =
        scope
            .dynamics()
            .orElseThrow(() -> Refused.untranslated("a time derivative without dynamics"))
            .velocities();
    int copy = translation.nextCopy();
    List<Name> states = velocities.keySet().stream().sorted().toList();
    Map<String, Scene.Bound> moving = new HashMap<>();
    for (Name state : states) {
      Lambda velocity = velocities.get(state);
      String key = state.key(velocity.indices().size());
      boolean hides = scene.bound(state, velocity.indices().size()).isPresent();
      if (hides && scene.bound(state, velocity.indices().size()).get().role() != Scene.Role.FLOW) {
        throw Refused.untranslated("a time derivative where " + state + " is given a value");
      }
      moving.put(
          key,
          new Scene.Bound(
              at -> variable(state, copy, at, shape(velocity, at)), Scene.Role.FLOW, hides));
    }
    Tensor clock = variable(Name.TIME, copy, List.of(), Shape.SCALAR);
    Scene around = scene.ofVelocities();
    Term now = translation.clock(around);
    Tensor value = translation.value(body, around.moving(clock).binding(moving));
    return Translation.map(
        value,
        t -> {
          List<Term> terms = new ArrayList<>();
          states.forEach(s -> terms.add(term(t, s, copy, velocities.get(s), around)));
          Term sum = new Term.Sum(terms);
          if (Terms.any(t, clock.value()::equals)) {
            terms.add(new Term.Derivative(t, new Term.Entry((Term.Variable) clock.value())));
            sum = new Term.Let(Name.TIME, copy, List.of(), now, new Term.Sum(terms));
          }
          for (Name state : states) {
            sum = let(state, copy, velocities.get(state), scene, sum);
          }
          return sum;
        });
  }

  private static Shape shape(Lambda velocity, List<Size> indices) {
    Map<String, Size> letters = new HashMap<>();
    for (int k = 0; k < indices.size(); k++) {
      letters.put(velocity.indices().get(k), indices.get(k));
    }
    return velocity.body().shape().with(letters);
  }

  private Term term(Term body, Name state, int copy, Lambda velocity, Scene scene) {
    List<Letter> letters = translation.letters(velocity.indices(), velocity.body().shape());
    List<Size> at = letters.stream().map(l -> Size.letter(l.name())).toList();
    List<Size> indices = at.subList(0, velocity.indices().size());
    List<Size> entry = at.subList(velocity.indices().size(), at.size());
    Term speed =
        translation
            .value(velocity.body(), scene.deeper().with(velocity.indices(), indices))
            .at(entry);
    Term.Entry by = new Term.Entry(new Term.Variable(state, copy, indices, entry, Time.NOW));
    Term sum = Term.times(new Term.Derivative(body, by), speed);
    for (Letter letter : letters.reversed()) {
      sum = new Term.Over(letter, sum);
    }
    return sum;
  }

  private Term let(Name state, int copy, Lambda velocity, Scene scene, Term body) {
    List<Letter> letters = translation.letters(velocity.indices(), velocity.body().shape());
    List<Size> at = letters.stream().map(l -> Size.letter(l.name())).toList();
    List<Size> indices = at.subList(0, velocity.indices().size());
    List<Size> entry = at.subList(velocity.indices().size(), at.size());
    Term value = translation.lookup(state, indices, shape(velocity, indices), scene).at(entry);
    return new Term.Let(state, copy, letters, value, body);
  }
}
