package dev.hence.search;

import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names, sizes and parts of formulas that an author could have meant at a place of a step. */
final class Pool {
  /** So many parts of other steps are tried at a place. */
  private static final int MOST = 30;

  private final Statement.Step step;
  private final Scope scope;
  private final SequencedSet<String> letters;
  private final SequencedSet<Size> sizes = new LinkedHashSet<>();
  private final SequencedSet<Name> mentioned = new LinkedHashSet<>();
  private final SequencedSet<Expr> parts = new LinkedHashSet<>();
  private final SequencedSet<Expr> arguments = new LinkedHashSet<>();
  private final SequencedSet<Expr> elsewhere = new LinkedHashSet<>();
  private final Map<String, SequencedSet<Range>> ranges = new HashMap<>();

  Pool(Statement.Step step, List<Statement.Step> beside) {
    this.step = step;
    this.scope = step.scope();
    this.letters = FreeLetters.of(List.of(step.left(), step.right()));
    for (Expr side : List.of(step.left(), step.right())) {
      Set<String> seen = new HashSet<>();
      mention(side, seen);
      Trees.walk(side, part -> collect(part, parts));
      Trees.walk(side, this::arguments);
    }
    for (Condition condition : step.conditions()) {
      mention(condition.left(), new HashSet<>());
      mention(condition.right(), new HashSet<>());
    }
    for (Statement.Step other : beside) {
      for (Expr side : List.of(other.left(), other.right())) {
        collect(side, other.scope());
      }
    }
    scope.definitions().values().forEach(d -> collect(d.lambda().body(), scope));
    elsewhere.removeAll(parts);
  }

  /** The parts of a formula that may be said in the step as well. */
  private void collect(Expr formula, Scope from) {
    Trees.walk(
        formula,
        part -> {
          if (part instanceof Expr.Sum s && isSayable(s, from)) {
            ranges.computeIfAbsent(s.letter(), l -> new LinkedHashSet<>()).add(s.range());
          }
        });
    SequencedSet<Expr> found = new LinkedHashSet<>();
    Trees.walk(formula, part -> collect(part, found));
    found.removeIf(part -> !isSayable(part, from));
    elsewhere.addAll(found);
  }

  /** Whether a formula speaks of names, and all of them mean in the step what they mean there. */
  private boolean isSayable(Expr part, Scope from) {
    List<Expr> names = new ArrayList<>();
    Trees.walk(
        part,
        e -> {
          if (e instanceof Expr.Ref || e instanceof Expr.Call) {
            names.add(e);
          }
        });
    return !names.isEmpty() && names.stream().allMatch(n -> meansTheSame(n, from));
  }

  /** A parameter of a formula may have the name of a variable of another shape. */
  private boolean meansTheSame(Expr name, Scope from) {
    Optional<Object> meaning = meaning(name, scope);
    boolean fits = !(name instanceof Expr.Ref r) || hasShape(r.name(), r.indices(), r.shape());
    return fits && meaning.isPresent() && meaning.equals(meaning(name, from));
  }

  /** What is declared or defined under a name. */
  private static Optional<Object> meaning(Expr name, Scope scope) {
    Optional<Object> defined = scope.definition(name).map(d -> d);
    return switch (name) {
      case Expr.Ref r -> defined.or(() -> scope.variable(r.name(), r.indices().size()));
      case Expr.Call c -> defined.or(() -> scope.function(c.function(), c.indices().size()));
      default -> throw new IllegalArgumentException("no name: " + name);
    };
  }

  /** The index letters for which the step speaks. */
  SequencedSet<String> letters() {
    return letters;
  }

  /** What a letter runs through: as it is declared, and in the sums of other steps. */
  SequencedSet<Range> ranges(String letter) {
    SequencedSet<Range> all = new LinkedHashSet<>();
    Optional.ofNullable(scope.ranges().get(letter)).ifPresent(all::add);
    all.addAll(ranges.getOrDefault(letter, new LinkedHashSet<>()));
    return all;
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

  private void arguments(Expr expr) {
    switch (expr) {
      case Expr.Call c -> arguments.addAll(c.arguments());
      case Expr.Apply a -> arguments.add(a.argument());
      default -> {}
    }
  }

  private static void collect(Expr expr, SequencedSet<Expr> parts) {
    switch (expr) {
      case Expr.Call c -> parts.add(c);
      case Expr.Apply a -> parts.add(a);
      case Expr.Add a -> parts.add(a);
      case Expr.Root r -> parts.add(r);
      case Expr.Ref r when isNumbered(r) -> parts.add(r);
      case Expr.At a -> parts.add(a);
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

  /** {@code w_2}, and not {@code w_i}. */
  private static boolean isNumbered(Expr.Ref ref) {
    return !ref.indices().isEmpty()
        && ref.indices().stream().allMatch(Expr.Literal.class::isInstance);
  }

  /** Whole numbers that may be factors: some small ones, and those in the step. */
  SequencedSet<Rational> numbers() {
    SequencedSet<Rational> all =
        IntStream.of(3, 4)
            .mapToObj(Rational::of)
            .collect(Collectors.toCollection(LinkedHashSet::new));
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

  /** The same of the other steps of the document, the nearest first. */
  List<Expr> elsewhere(Shape shape, Spot spot) {
    return sayable(elsewhere, shape, spot).stream().limit(MOST).toList();
  }

  /** What functions are taken at in the step. */
  List<Expr> arguments(Shape shape, Spot spot) {
    return sayable(arguments, shape, spot);
  }

  /** The whole of the other side is none of them: it would stand on both. */
  private List<Expr> sayable(Set<Expr> pool, Shape shape, Spot spot) {
    Expr other = spot.right() ? step.left() : step.right();
    return pool.stream()
        .filter(e -> e.shape().equals(shape) && !e.equals(other))
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
