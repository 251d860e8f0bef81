package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeFamily;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Names of all members of a family together: {@code \vec w = (w_j)_j}, and the w of {@code L(w)}
 * beside numbers {@code w^{(r)}_{ij}}. To move the one is to move the others.
 */
public final class NamedWholes {
  private static final int MOST_INDICES = 4;

  private final Scope scope;

  /** The wholes in a scope. */
  public NamedWholes(Scope scope) {
    this.scope = scope;
  }

  /** The family whose whole a defined name is, also by another name of it. */
  Optional<Expr.Family> members(Name name) {
    return scope
        .definition(name, 0)
        .filter(d -> d.lambda().parameters().isEmpty())
        .map(d -> d.lambda().body())
        .flatMap(
            body ->
                switch (body) {
                  case Expr.Ref r when r.indices().isEmpty() && !r.name().equals(name) ->
                      members(r.name());
                  case Expr.Family f when isWhole(f) -> Optional.of(f);
                  default -> Optional.empty();
                });
  }

  private static boolean isWhole(Expr.Family family) {
    List<Expr> letters = family.letters().stream().<Expr>map(Expr.Index::new).toList();
    return family.body() instanceof Expr.Ref r
        && new HashSet<>(r.indices()).equals(new HashSet<>(letters));
  }

  /** Whether a name is the whole of a family. */
  boolean isWhole(Name name, Name family) {
    return members(name).filter(f -> ((Expr.Ref) f.body()).name().equals(family)).isPresent();
  }

  // As the argument of a function

  /** A formula in the members of a whole, in entries of the argument that is named as the whole. */
  Expr inEntries(Expr body, Expr.Ref argument) {
    Optional<Expr.Family> family = members(argument.name());
    return family.isEmpty()
        ? body
        : Trees.map(body, e -> e instanceof Expr.Ref r ? entry(r, argument, family.get()) : e);
  }

  /** Whether a formula differentiates by members of a whole, which are entries of an argument. */
  boolean isDerivedByMembers(Expr body, Name argument) {
    return members(argument)
        .filter(
            f ->
                Trees.any(
                    body,
                    e ->
                        e instanceof Expr.Derivative d
                            && d.variable().name().equals(((Expr.Ref) f.body()).name())))
        .isPresent();
  }

  private Expr entry(Expr.Ref at, Expr.Ref argument, Expr.Family family) {
    Expr.Ref member = (Expr.Ref) family.body();
    if (at.indices().isEmpty() && isWhole(at.name(), member.name())) {
      return argument;
    }
    if (!at.name().equals(member.name()) || at.indices().size() != member.indices().size()) {
      return at;
    }
    List<Expr> indices = new ArrayList<>();
    for (int k = 0; k < family.letters().size(); k++) {
      int place = member.indices().indexOf(new Expr.Index(family.letters().get(k)));
      indices.add(fromOne(at.indices().get(place), family.ranges().get(k).lower()));
    }
    return new Expr.Entry(argument, indices);
  }

  private static Expr fromOne(Expr index, Expr lower) {
    Expr one = new Expr.Literal(Rational.ONE);
    return lower.equals(one)
        ? index
        : SizeForm.of(index)
            .flatMap(
                i ->
                    SizeForm.of(lower)
                        .map(l -> SizeForm.expr(i.plus(l.times(Size.fixed(-1))).plus(1))))
            .orElseGet(() -> new Expr.Add(List.of(index, new Expr.Negate(lower), one)));
  }

  // Where nothing says what the letter is

  /**
   * The wholes that a letter of which nothing is known may be: of numbers with several indices, a
   * matrix, or one after the other.
   */
  public List<Definition> ofLetter(Name name, Span span) {
    List<Definition> all = new ArrayList<>();
    for (Name n : List.of(name, Naming.raised(name, "()"), Naming.raised(name, ""))) {
      for (int indices = 2; indices <= MOST_INDICES; indices++) {
        members(n, indices).map(f -> whole(name, f, span)).ifPresent(all::add);
      }
    }
    return all;
  }

  /** That a name is taken for the whole of a family. */
  public static String sentence(Name name, Name family) {
    return name + " is the whole of all " + family + " with indices";
  }

  private static Definition whole(Name name, Expr.Family family, Span span) {
    return new Definition(name, Lambda.constant(family), family.shape(), span);
  }

  private Optional<Expr.Family> members(Name family, int indices) {
    List<String> letters =
        scope
            .variable(family, indices)
            .filter(v -> v.shape().isScalar())
            .map(Declaration.Variable::indices)
            .orElse(List.of());
    if (letters.isEmpty() || !scope.ranges().keySet().containsAll(letters)) {
      return Optional.empty();
    }
    List<Expr> places = letters.stream().<Expr>map(Expr.Index::new).toList();
    List<String> ordered = scope.ordered(letters);
    List<Range> ranges = ordered.stream().map(scope.ranges()::get).toList();
    Shape shape = Wholes.shape(ordered, ranges).orElse(Shape.vector(SizeFamily.count(family)));
    Expr.Ref member = new Expr.Ref(family, places, Shape.SCALAR);
    return Optional.of(new Expr.Family(ordered, ranges, member, shape));
  }
}
