package dev.hence.search;

import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** The names, sizes and parts of formulas that an author could have meant at a place of a step. */
final class Pool {
  private final Statement.Step step;
  private final Scope scope;
  private final SequencedSet<String> letters;
  private final SequencedSet<Size> sizes = new LinkedHashSet<>();
  private final SequencedSet<Name> mentioned = new LinkedHashSet<>();
  private final SequencedSet<Expr> parts = new LinkedHashSet<>();
  private final SequencedSet<Expr> arguments = new LinkedHashSet<>();

  Pool(Statement.Step step) {
    this.step = step;
    this.scope = step.scope();
    this.letters = FreeLetters.of(List.of(step.left(), step.right()));
    for (Expr side : List.of(step.left(), step.right())) {
      Set<String> seen = new HashSet<>();
      mention(side, seen);
      Trees.walk(side, this::collect);
    }
  }

  /** The index letters for which the step speaks. */
  SequencedSet<String> letters() {
    return letters;
  }

  /** The sizes of which the step, or a definition behind it, speaks. */
  SequencedSet<Size> sizes() {
    return sizes;
  }

  private void mention(Expr expr, Set<String> seen) {
    switch (expr) {
      case Expr.SizeOf s -> sizes.add(s.size());
      case Expr.Ref r -> behind(r, r.name(), r.indices().size(), seen);
      case Expr.Call c -> behind(c, c.function(), c.indices().size(), seen);
      default -> {}
    }
    Trees.children(expr).forEach(part -> mention(part, seen));
  }

  private void behind(Expr node, Name name, int indices, Set<String> seen) {
    mentioned.add(name);
    scope
        .definition(node)
        .filter(d -> seen.add(name.key(indices)))
        .ifPresent(d -> mention(d.lambda().body(), seen));
  }

  private void collect(Expr expr) {
    switch (expr) {
      case Expr.Call c -> {
        arguments.addAll(c.arguments());
        parts.add(c);
      }
      case Expr.Apply a -> {
        arguments.add(a.argument());
        parts.add(a);
      }
      case Expr.Norm n -> parts.add(squared(n));
      case Expr.Inner i -> parts.add(i);
      case Expr.Multiply m -> parts.add(m);
      case Expr.Divide d -> parts.add(d);
      case Expr.Derivative d -> {
        parts.add(d);
        parts.add(squared(new Expr.Norm(d)));
      }
      case Expr.Sum s -> parts.add(s);
      case Expr.Power p -> parts.add(p);
      default -> {}
    }
  }

  /** Whole numbers that may be factors: 3, 4, and those in the step. */
  SequencedSet<Rational> numbers() {
    SequencedSet<Rational> all = new LinkedHashSet<>(List.of(Rational.of(3), Rational.of(4)));
    for (Expr side : List.of(step.left(), step.right())) {
      Trees.walk(
          side,
          e -> {
            if (e instanceof Expr.Literal l && l.value().compareTo(Rational.of(2)) > 0) {
              all.add(l.value());
            }
          });
    }
    return all;
  }

  private static Expr squared(Expr norm) {
    return new Expr.Power(norm, new Expr.Literal(Rational.of(2)));
  }

  /** Names of a shape that mean something at a place; those of which the step speaks first. */
  List<Expr.Ref> names(Shape shape, Spot spot) {
    SequencedSet<Expr.Ref> found = new LinkedHashSet<>();
    if (shape.isScalar()) {
      spot.bound().forEach(name -> found.add(new Expr.Ref(name, List.of(), Shape.SCALAR)));
    }
    scope
        .variables()
        .values()
        .forEach(v -> members(v.name(), v.indices().size(), v.shape(), shape, spot, found));
    scope
        .definitions()
        .values()
        .forEach(
            d -> {
              if (d.lambda().parameters().isEmpty()) {
                int indices = d.lambda().indices().size();
                members(d.name(), indices, d.shape(), shape, spot, found);
              }
            });
    List<Expr.Ref> ordered = new ArrayList<>();
    found.stream().filter(r -> isMentioned(r.name())).forEach(ordered::add);
    found.stream().filter(r -> !isMentioned(r.name())).forEach(ordered::add);
    return ordered;
  }

  boolean isMentioned(Name name) {
    return mentioned.contains(name);
  }

  private static void members(
      Name name, int indices, Shape own, Shape wanted, Spot spot, Set<Expr.Ref> found) {
    if (!own.equals(wanted) || !isOfOneShape(own)) {
      return;
    }
    List<String> letters = List.copyOf(spot.letters());
    switch (indices) {
      case 0 -> found.add(new Expr.Ref(name, List.of(), own));
      case 1 ->
          letters.forEach(l -> found.add(new Expr.Ref(name, List.of(new Expr.Index(l)), own)));
      case 2 -> {
        for (String i : letters) {
          for (String j : letters) {
            found.add(new Expr.Ref(name, List.of(new Expr.Index(i), new Expr.Index(j)), own));
          }
        }
      }
      default -> {
        // three letters and more are not guessed
      }
    }
  }

  /** The first members of the family that has the name of a plain variable: θ₀ and θ₁ for θ. */
  List<Expr.Ref> numbered(Expr.Ref ref) {
    List<Expr.Ref> members = new ArrayList<>();
    if (ref.indices().isEmpty()) {
      for (Rational number : List.of(Rational.ZERO, Rational.ONE)) {
        List<Expr> index = List.of(new Expr.Literal(number));
        if (hasShape(ref.name(), index, ref.shape())) {
          members.add(new Expr.Ref(ref.name(), index, ref.shape()));
        }
      }
    }
    return members;
  }

  /** Entries of vectors at the letters that number them. */
  List<Expr> entries(Spot spot) {
    List<Expr> found = new ArrayList<>();
    for (String letter : spot.letters()) {
      size(letter)
          .ifPresent(
              size ->
                  names(Shape.vector(size), spot)
                      .forEach(v -> found.add(new Expr.Entry(v, List.of(new Expr.Index(letter))))));
    }
    return found;
  }

  private Optional<Size> size(String letter) {
    return Optional.ofNullable(scope.ranges().get(letter))
        .filter(r -> SizeForm.of(r.lower()).filter(Size.fixed(1)::equals).isPresent())
        .map(Range::upper)
        .flatMap(SizeForm::of);
  }

  /** Parts of the step of a shape whose letters mean something at a place. */
  List<Expr> parts(Shape shape, Spot spot) {
    return sayable(parts, shape, spot);
  }

  /** What functions are taken at in the step. */
  List<Expr> arguments(Shape shape, Spot spot) {
    return sayable(arguments, shape, spot);
  }

  private static List<Expr> sayable(Set<Expr> pool, Shape shape, Spot spot) {
    return pool.stream()
        .filter(e -> e.shape().equals(shape))
        .filter(e -> spot.letters().containsAll(FreeLetters.of(List.of(e))))
        .toList();
  }

  Statement.Step step() {
    return step;
  }

  /** Whether a member with other indices has the shape that a place asks for. */
  boolean hasShape(Name name, List<Expr> indices, Shape wanted) {
    Optional<Shape> own =
        scope
            .variable(name, indices.size())
            .map(v -> at(v.shape(), v.indices(), indices))
            .or(
                () ->
                    scope
                        .definition(name, indices.size())
                        .map(d -> at(d.shape(), d.lambda().indices(), indices)))
            .or(
                () ->
                    scope
                        .function(name, indices.size())
                        .map(f -> at(f.shape(), f.indices(), indices)));
    return own.filter(wanted::equals).isPresent();
  }

  private static Shape at(Shape shape, List<String> letters, List<Expr> indices) {
    Map<String, Size> values = new HashMap<>();
    for (int k = 0; k < letters.size(); k++) {
      String letter = letters.get(k);
      SizeForm.of(indices.get(k)).ifPresent(size -> values.put(letter, size));
    }
    return shape.with(values);
  }

  /** Whether all members of a family have the same shape: else one cannot stand for another. */
  static boolean isOfOneShape(Shape shape) {
    return shape.sizes().stream().allMatch(size -> size.letters().isEmpty());
  }

  /** Whether two names are forms of one letter: {@code x} and {@code \hat{x}}, {@code x'}. */
  static boolean areKin(Name one, Name other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(Name name) {
    String bare =
        name.latex()
            .replaceAll(
                "\\\\(hat|tilde|bar|overline|dot|vec|widehat|widetilde|mathbf|boldsymbol|mathcal"
                    + "|mathrm|mathbb|bm)(?![a-z])",
                "")
            .replaceAll("[{}' ]", "");
    String base = bare.split("[_^]", 2)[0];
    return base.isEmpty() ? bare : base;
  }
}
