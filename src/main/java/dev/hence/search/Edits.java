package dev.hence.search;

import dev.hence.claim.ApproachText;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The single edits that a slip of the pen would need undone: a sign, a factor 2 or 1/N, a
 * transpose, an index, swapped arguments, a lost or doubled factor or term, a time. Simplest first.
 */
public final class Edits {
  /** An edit and the step as it would then read. */
  public record Candidate(String what, Statement.Step mended) {}

  private final Statement.Step step;
  private final UnicodePrinter printer;
  private final SequencedSet<Candidate> found = new LinkedHashSet<>();

  private Edits(Statement.Step step, Notation notation) {
    this.step = step;
    this.printer = new UnicodePrinter(notation);
  }

  /** All candidates, of the right side before the left; a claim of independence has none. */
  public static List<Candidate> of(Statement.Step step, Notation notation) {
    Edits edits = new Edits(step, notation);
    if (step.kind() == Kind.INDEPENDENCE) {
      return List.of();
    }
    edits.whole();
    edits.inside(step.right(), edits::withRight);
    edits.inside(step.left(), edits::withLeft);
    return List.copyOf(edits.found);
  }

  /** A step on one line. */
  static String text(Statement.Step step, Notation notation) {
    UnicodePrinter printer = new UnicodePrinter(notation);
    return step.approach()
        .map(approach -> ApproachText.of(step, approach, printer))
        .orElseGet(() -> printer.print(step.left(), step.relation(), step.right()));
  }

  private Statement.Step withRight(Expr right) {
    return sides(step.left(), right);
  }

  private Statement.Step withLeft(Expr left) {
    return sides(left, step.right());
  }

  private Statement.Step sides(Expr left, Expr right) {
    return step.with(left, step.relation(), right);
  }

  private void whole() {
    Expr right = step.right();
    add("change the sign of the right side", withRight(negated(right)));
    if (step.relation().isInequality()) {
      unstrict()
          .ifPresent(r -> add("write " + r.text() + " for " + step.relation().text(), with(r)));
      add("turn the relation around", with(step.relation().mirrored()));
      return;
    }
    Expr one = new Expr.Literal(Rational.ONE);
    Expr two = new Expr.Literal(Rational.of(2));
    scaled("2", two);
    scaled("1/2", new Expr.Divide(one, two));
    for (Size size : sizes()) {
      Expr n = new Expr.SizeOf(size);
      scaled(size.toString(), n);
      scaled("1/" + size, new Expr.Divide(one, n));
    }
  }

  private Optional<Relation> unstrict() {
    return switch (step.relation()) {
      case LESS -> Optional.of(Relation.LESS_OR_EQUAL);
      case GREATER -> Optional.of(Relation.GREATER_OR_EQUAL);
      case EQUAL, NOT_EQUAL, APPROXIMATELY, LESS_OR_EQUAL, GREATER_OR_EQUAL -> Optional.empty();
    };
  }

  private Statement.Step with(Relation relation) {
    return step.with(step.left(), relation, step.right());
  }

  private void scaled(String factor, Expr by) {
    boolean one = step.right().equals(new Expr.Literal(Rational.ONE));
    Expr right = one ? by : new Expr.Multiply(by, step.right());
    add("multiply the right side by " + factor, withRight(right));
  }

  /** The sizes over which the step, or a definition behind it, sums. */
  private SequencedSet<Size> sizes() {
    SequencedSet<Size> sizes = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    sizes(step.left(), sizes, seen);
    sizes(step.right(), sizes, seen);
    return sizes;
  }

  private void sizes(Expr expr, SequencedSet<Size> sizes, Set<String> seen) {
    switch (expr) {
      case Expr.SizeOf s -> sizes.add(s.size());
      case Expr.Ref r -> defined(r.name(), r.indices().size(), sizes, seen);
      case Expr.Call c -> defined(c.function(), c.indices().size(), sizes, seen);
      default -> {}
    }
    Trees.children(expr).forEach(part -> sizes(part, sizes, seen));
  }

  private void defined(Name name, int indices, SequencedSet<Size> sizes, Set<String> seen) {
    step.scope()
        .definition(name, indices)
        .filter(d -> seen.add(name.key(indices)))
        .ifPresent(d -> sizes(d.lambda().body(), sizes, seen));
  }

  /** Changes one node of a tree at a time. */
  private void inside(Expr expr, Function<Expr, Statement.Step> place) {
    change(expr, place);
    List<Expr> parts = Trees.children(expr);
    for (int k = 0; k < parts.size(); k++) {
      int at = k;
      boolean name =
          (expr instanceof Expr.Derivative && k == 1)
              || (expr instanceof Expr.Ref r && !isOfOneShape(r.shape()))
              || (expr instanceof Expr.Sum s && k < 2 && !isOfOneShape(s.body().shape()));
      if (!name && !(parts.get(k) instanceof Expr.Index)) {
        inside(
            parts.get(k),
            part -> {
              List<Expr> changed = new ArrayList<>(parts);
              changed.set(at, part);
              return place.apply(Trees.rebuilt(expr, changed));
            });
      }
    }
  }

  private void change(Expr expr, Function<Expr, Statement.Step> place) {
    switch (expr) {
      case Expr.Add a -> terms(a, place);
      case Expr.Multiply m -> factors(m.left(), m.right(), m, place);
      case Expr.Inner i when i.left().shape().isScalar() -> factors(i.left(), i.right(), i, place);
      case Expr.Divide d when d.numerator().shape().equals(d.shape()) ->
          edit("drop the denominator " + text(d.denominator()), d.numerator(), expr, place);
      case Expr.Ref r -> names(r, place);
      case Expr.Call c -> call(c, place);
      case Expr.At a -> times(a, place);
      case Expr.Power p when p.exponent() instanceof Expr.Literal -> powers(p, place);
      case Expr.Norm n ->
          edit("square " + text(n), new Expr.Power(n, new Expr.Literal(Rational.of(2))), n, place);
      case Expr.Transpose t when t.body().shape().equals(expr.shape()) ->
          edit("drop the transpose of " + text(t.body()), t.body(), expr, place);
      case Expr.Sum s when s.adds() -> signs(s.body(), s, place);
      default -> {}
    }
    if (step.kind() == Kind.DISCRETE) {
      new StepEdits(this::edit, printer).change(expr, place);
    }
    if (expr.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns())) {
      edit("transpose " + text(expr), new Expr.Transpose(expr), expr, place);
    }
  }

  private void signs(Expr body, Expr.Sum sum, Function<Expr, Statement.Step> place) {
    edit("change the sign of " + text(body), negated(sum), sum, place);
  }

  private void terms(Expr.Add add, Function<Expr, Statement.Step> place) {
    for (int k = 0; k < add.terms().size(); k++) {
      Expr term = add.terms().get(k);
      List<Expr> flipped = new ArrayList<>(add.terms());
      flipped.set(k, negated(term));
      edit("change the sign of " + text(term), new Expr.Add(flipped), add, place);
      List<Expr> doubled = new ArrayList<>(add.terms());
      doubled.set(k, new Expr.Multiply(new Expr.Literal(Rational.of(2)), term));
      edit("multiply " + text(term) + " by 2", new Expr.Add(doubled), add, place);
      List<Expr> rest = new ArrayList<>(add.terms());
      rest.remove(k);
      Expr without = rest.size() == 1 ? rest.getFirst() : new Expr.Add(rest);
      edit("drop the term " + text(term), without, add, place);
    }
  }

  private void factors(Expr left, Expr right, Expr whole, Function<Expr, Statement.Step> place) {
    if (right.shape().equals(whole.shape())) {
      edit("drop the factor " + text(left), right, whole, place);
    }
    if (left.shape().equals(whole.shape())) {
      edit("drop the factor " + text(right), left, whole, place);
    }
  }

  private void powers(Expr.Power power, Function<Expr, Statement.Step> place) {
    edit("drop the power of " + text(power.base()), power.base(), power, place);
  }

  private void times(Expr.At at, Function<Expr, Statement.Step> place) {
    Expr start = new Expr.Literal(Rational.ZERO);
    boolean begins = at.time().equals(start);
    Expr other =
        begins
            ? step.horizon().<Expr>map(h -> new Expr.Ref(h, List.of(), Shape.SCALAR)).orElse(start)
            : start;
    edit(
        "take " + text(at.body()) + " at time " + text(other),
        new Expr.At(at.body(), other),
        at,
        place);
  }

  /** Another member, or another name of the same shape. */
  private void names(Expr.Ref ref, Function<Expr, Statement.Step> place) {
    for (int k = 0; k < ref.indices().size(); k++) {
      for (String letter : step.scope().ranges().sequencedKeySet()) {
        List<Expr> indices = new ArrayList<>(ref.indices());
        indices.set(k, new Expr.Index(letter));
        if (sayable(letter)) {
          replace(ref, new Expr.Ref(ref.name(), indices, ref.shape()), place);
        }
      }
    }
    step.scope()
        .variables()
        .values()
        .forEach(
            v -> {
              boolean fits =
                  v.shape().equals(ref.shape())
                      && !v.name().equals(ref.name())
                      && !step.scope().isState(v.name())
                      && !step.scope().isState(ref.name())
                      && v.indices().isEmpty();
              if (fits) {
                replace(ref, new Expr.Ref(v.name(), List.of(), v.shape()), place);
              }
            });
    members(ref, place);
  }

  /** x where x_j is meant. */
  private void members(Expr.Ref ref, Function<Expr, Statement.Step> place) {
    if (!ref.indices().isEmpty()) {
      return;
    }
    step.scope()
        .variables()
        .values()
        .forEach(
            v -> {
              boolean fits =
                  v.shape().equals(ref.shape())
                      && v.indices().size() == 1
                      && !step.scope().isState(ref.name())
                      && sayable(v.indices().getFirst());
              if (fits) {
                Expr index = new Expr.Index(v.indices().getFirst());
                replace(ref, new Expr.Ref(v.name(), List.of(index), v.shape()), place);
              }
            });
  }

  /** Whether a letter already stands in the step, free or bound. */
  private boolean sayable(String letter) {
    Expr index = new Expr.Index(letter);
    return Trees.any(step.left(), index::equals) || Trees.any(step.right(), index::equals);
  }

  private void replace(Expr.Ref old, Expr.Ref other, Function<Expr, Statement.Step> place) {
    boolean fixedSize = Stream.of(old, other).allMatch(r -> isOfOneShape(r.shape()));
    if (!other.equals(old) && fixedSize) {
      edit("write " + text(other) + " for " + text(old), other, old, place);
    }
  }

  /** Whether all members of a family have the same shape: else one cannot stand for another. */
  private static boolean isOfOneShape(Shape shape) {
    return shape.sizes().stream().allMatch(size -> size.letters().isEmpty());
  }

  private void call(Expr.Call call, Function<Expr, Statement.Step> place) {
    List<Expr> arguments = call.arguments();
    for (int a = 0; a < arguments.size(); a++) {
      for (int b = a + 1; b < arguments.size(); b++) {
        if (arguments.get(a).shape().equals(arguments.get(b).shape())) {
          List<Expr> swapped = new ArrayList<>(arguments);
          swapped.set(a, arguments.get(b));
          swapped.set(b, arguments.get(a));
          edit("swap the arguments of " + text(call), with(call, swapped), call, place);
        }
      }
    }
    if (!call.slots().isEmpty()) {
      Expr plain =
          new Expr.Call(call.function(), call.indices(), arguments, List.of(), Shape.SCALAR);
      if (call.shape().isScalar()) {
        edit("drop the derivative of " + text(plain), plain, call, place);
      }
    }
  }

  private static Expr with(Expr.Call call, List<Expr> arguments) {
    return new Expr.Call(call.function(), call.indices(), arguments, call.slots(), call.shape());
  }

  private static Expr negated(Expr expr) {
    return expr instanceof Expr.Negate n ? n.body() : new Expr.Negate(expr);
  }

  private void edit(String what, Expr changed, Expr old, Function<Expr, Statement.Step> place) {
    if (!Objects.equals(changed, old) && changed.shape().equals(old.shape())) {
      add(what, place.apply(changed));
    }
  }

  /** An edit that makes both sides alike says nothing. */
  private void add(String what, Statement.Step mended) {
    if (!mended.left().equals(mended.right())) {
      found.add(new Candidate(what, mended));
    }
  }

  private String text(Expr expr) {
    return printer.print(expr);
  }
}
