package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What names mean at one place inside a formula.
 *
 * @param letters index letters that are bound here
 * @param shifts letters that stand for themselves less a number, under {@code v_{i+1} = …}
 * @param locals parameters and bound variables
 * @param times bound variables that are times
 * @param sizes letters that are known to be sizes
 * @param draws how random names are drawn
 * @param layout of derivatives
 * @param naught what functions of the state are at 0
 */
public record Context(
    Scope scope,
    Map<String, Range> letters,
    Map<String, Integer> shifts,
    Map<Name, Type> locals,
    Set<Name> times,
    Set<String> sizes,
    Draws draws,
    Layout layout,
    Naught naught) {
  public Context {
    letters = Map.copyOf(letters);
    shifts = Map.copyOf(shifts);
    locals = Map.copyOf(locals);
    times = Set.copyOf(times);
    sizes = Set.copyOf(sizes);
  }

  /** Where nothing is bound. */
  public static Context of(Scope scope, Set<String> moreSizes, Draws draws, Layout layout) {
    Set<String> sizes = new HashSet<>(KnownSizes.of(scope));
    sizes.addAll(moreSizes);
    return new Context(
        scope, Map.of(), Map.of(), Map.of(), Set.of(), sizes, draws, layout, Naught.STATE);
  }

  Context withLetter(String letter, Range range) {
    Map<String, Range> more = new HashMap<>(letters);
    more.put(letter, range);
    return new Context(scope, more, without(letter), locals, times, sizes, draws, layout, naught);
  }

  private Map<String, Integer> without(String letter) {
    Map<String, Integer> fewer = new HashMap<>(shifts);
    fewer.remove(letter);
    return fewer;
  }

  /** With a letter that stands for itself less a number. */
  Context shifted(String letter, int by) {
    return new Context(
        scope, letters, Map.of(letter, by), locals, times, sizes, draws, layout, naught);
  }

  /** What an index letter stands for. */
  Expr index(String letter) {
    Expr index = new Expr.Index(letter);
    int by = shifts.getOrDefault(letter, 0);
    Expr step = new Expr.Literal(Rational.of(Math.abs(by)));
    return by == 0 ? index : new Expr.Add(List.of(index, by > 0 ? new Expr.Negate(step) : step));
  }

  Context withLocal(Name name, Type type) {
    Map<Name, Type> more = new HashMap<>(locals);
    more.put(name, type);
    Set<Name> fewer = new HashSet<>(times);
    fewer.remove(name);
    Map<String, Range> hidden = new HashMap<>(letters);
    hidden.remove(name.latex());
    return new Context(
        scope, hidden, without(name.latex()), more, fewer, sizes, draws, layout, naught);
  }

  /** With other types of parameters and bound variables. */
  Context withLocals(UnaryOperator<Type> change) {
    Map<Name, Type> all = new HashMap<>(locals);
    all.replaceAll((name, type) -> change.apply(type));
    return new Context(scope, letters, shifts, all, times, sizes, draws, layout, naught);
  }

  Context withTime(Name name) {
    Set<Name> more = new HashSet<>(times);
    more.add(name);
    Context inside = withLocal(name, Type.real());
    return new Context(
        scope, inside.letters, inside.shifts, inside.locals, more, sizes, draws, layout, naught);
  }

  public Context withSizes(Set<String> ends) {
    Set<String> more = new HashSet<>(sizes);
    more.addAll(ends);
    return new Context(scope, letters, shifts, locals, times, more, draws, layout, naught);
  }

  /** Where letters are times, because they go somewhere. */
  Context withInstants(Set<Name> instants) {
    Set<Name> more = new HashSet<>(times);
    more.addAll(instants);
    return new Context(scope, letters, shifts, locals, more, sizes, draws, layout, naught);
  }

  /** Where these are the sides of a claim. */
  Context beside(List<Tree> sides) {
    Naught own = Naught.of(sides, this);
    return new Context(scope, letters, shifts, locals, times, sizes, draws, layout, own);
  }

  Optional<Range> range(String letter) {
    Range bound = letters.get(letter);
    return bound != null ? Optional.of(bound) : Optional.ofNullable(scope.ranges().get(letter));
  }

  public boolean isLetter(String letter) {
    return letters.containsKey(letter)
        || (scope.ranges().containsKey(letter) && !locals.containsKey(new Name(letter)));
  }

  public boolean isSize(String letter) {
    return sizes.contains(letter) && !knows(new Name(letter), 0);
  }

  Optional<Declaration.Variable> variable(Name name, int indices) {
    return scope.variable(name, indices);
  }

  Optional<Definition> definition(Name name, int indices) {
    return scope.definition(name, indices);
  }

  /** The slots of a function, declared or defined, that a name with so many indices is. */
  Optional<List<Parameter>> parameters(Name name, int indices) {
    if (indices == 0 && locals.containsKey(name)) {
      return Optional.empty();
    }
    return scope
        .function(name, indices)
        .map(Declaration.Function::parameters)
        .or(
            () ->
                definition(name, indices)
                    .map(d -> d.lambda().parameters())
                    .filter(p -> !p.isEmpty()));
  }

  /** Whether a name, with so many indices, says anything here. */
  public boolean knows(Name name, int indices) {
    return (indices == 0 && locals.containsKey(name))
        || variable(name, indices).isPresent()
        || scope.function(name, indices).isPresent()
        || definition(name, indices).isPresent();
  }

  /** Whether a name is known and is no function. */
  boolean isValue(Name name, int indices) {
    return knows(name, indices) && parameters(name, indices).isEmpty();
  }

  /** The type of a name that is known, with the letters of its indices in its sizes. */
  Type type(Name name, int indices) {
    if (indices == 0 && locals.containsKey(name)) {
      return locals.get(name);
    }
    return definition(name, indices)
        .map(d -> Tensors.of(d.shape()))
        .or(() -> variable(name, indices).map(v -> Tensors.of(v.shape())))
        .or(() -> scope.function(name, indices).map(f -> Tensors.of(f.shape())))
        .orElseThrow();
  }

  /** The type of a member, its sizes depending on its indices. */
  Type type(Name name, List<Expr> indices) {
    Type type = type(name, indices.size());
    Optional<Shape> shape = type.shape();
    if (indices.isEmpty() || shape.isEmpty()) {
      return type;
    }
    List<String> letters = familyLetters(name, indices.size());
    Map<String, Size> values = new HashMap<>();
    for (int k = 0; k < Math.min(letters.size(), indices.size()); k++) {
      String letter = letters.get(k);
      SizeForm.of(indices.get(k)).ifPresent(size -> values.put(letter, size));
    }
    return Tensors.of(shape.get().with(values));
  }

  /** The letters with which a family is declared or defined. */
  List<String> familyLetters(Name name, int indices) {
    return definition(name, indices)
        .map(d -> d.lambda().indices())
        .or(() -> variable(name, indices).map(Declaration.Variable::indices))
        .or(() -> scope.function(name, indices).map(Declaration.Function::indices))
        .orElse(List.of());
  }

  public boolean moves() {
    return scope.dynamics().isPresent();
  }

  /** Whether a name is the variable of time: bound by an integral over time, or a free t. */
  boolean isTimeVariable(Name name) {
    if (times.contains(name)) {
      return true;
    }
    boolean free = !locals.containsKey(name) && !isLetter(name.latex());
    return free && name.equals(Name.TIME) && moves();
  }
}
