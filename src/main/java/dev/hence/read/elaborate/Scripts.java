package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Scripts on what is no name: on parentheses, on norms, on brackets, on numbers. */
final class Scripts {
  private final Reading reading;

  Scripts(Reading reading) {
    this.reading = reading;
  }

  Typed read(Scripted s, Context context) {
    Optional<Group> evaluated = evaluated(s, context);
    if (evaluated.isPresent()) {
      return new Evaluations(reading)
          .read(evaluated.get().content(), s.scripts(), s.span(), context);
    }
    List<Script> order =
        s.nesting() == Scripted.Nesting.FIRST_INNERMOST ? s.scripts() : lastInnermost(s);
    Optional<Typed> list = column(s, order, context);
    Typed value = list.orElseGet(() -> base(s, order, context));
    int from = list.isPresent() ? 1 : startsWithNorm(s, order) ? 1 : 0;
    for (Script script : order.subList(from, order.size())) {
      value = scripted(value, script, s, context);
    }
    return value;
  }

  /** The high script first, which belongs to the matrix. */
  private static List<Script> lastInnermost(Scripted s) {
    return s.scripts().stream().sorted((a, b) -> Boolean.compare(a.isLow(), b.isLow())).toList();
  }

  /** {@code \left. E \right|_{x=a}}, {@code [E]_{x=a}^{x=b}}, {@code [E]_a^b}. */
  private Optional<Group> evaluated(Scripted s, Context context) {
    if (!(s.base() instanceof Group g)) {
      return Optional.empty();
    }
    Optional<Tree> low = Evaluations.content(s.scripts(), true);
    Optional<Tree> high = Evaluations.content(s.scripts(), false);
    boolean between =
        s.scripts().size() == 2
            && low.isPresent()
            && high.isPresent()
            && new Evaluations(reading).isBetween(g, low.get(), context);
    boolean place = low.flatMap(Evaluations::place).isPresent();
    return place || between || g.open().isFence(".") ? Optional.of(g) : Optional.empty();
  }

  private static boolean startsWithNorm(Scripted s, List<Script> order) {
    return s.base() instanceof Group g
        && (g.open().isFence("||") || g.open().isFence("<"))
        && order.getFirst().isLow();
  }

  private Typed base(Scripted s, List<Script> order, Context context) {
    if (startsWithNorm(s, order)) {
      Group g = (Group) s.base();
      Tree which = order.getFirst().content().orElseThrow();
      return g.open().isFence("||")
          ? new Groups(reading).norm(g, which, context)
          : new Groups(reading).angle(g, context);
    }
    return reading.read(s.base(), context);
  }

  /**
   * A transposed list of numbers is a column, as it is without the sign; one of vectors has them as
   * its rows.
   */
  private Optional<Typed> column(Scripted s, List<Script> order, Context context) {
    boolean list =
        s.base() instanceof Group g
            && Groups.isParenthesis(g)
            && Pieces.plain(g.content()) instanceof Tree.Listed
            && order.getFirst().isHigh()
            && order.getFirst().content().filter(Powers::isTransposeSign).isPresent();
    return list
        ? new Dots(reading, context)
            .column(Pieces.items(((Group) s.base()).content()), s.span())
            .or(() -> Optional.of(reading.read(s.base(), context)))
        : Optional.empty();
  }

  private Typed scripted(Typed value, Script script, Scripted s, Context context) {
    if (script.content().isEmpty() || script.primes() > 0) {
      return reading.refused(
          new Refusal.NoMeaning(script.sign().span(), script.sign().text() + " here"));
    }
    Tree content = script.content().get();
    if (script.isHigh()) {
      return new Powers(reading).raised(value, content, context);
    }
    Optional<Typed> filled = filled(s, content, context);
    return filled.orElseGet(() -> low(value, content, s, context));
  }

  private Optional<Typed> filled(Scripted s, Tree size, Context context) {
    Optional<Rational> digit = Pieces.numeral(s.base());
    return digit.flatMap(
        d -> new Constants(reading, context).digit(d, size, new Constants.ScriptedDigit(s.span())));
  }

  /** An entry of what stands in parentheses, or the whole of a family {@code (a_j)_j}. */
  private Typed low(Typed value, Tree content, Scripted s, Context context) {
    if (Slices.isSlice(content)) {
      return new Slices(reading, context).of(value, content);
    }
    Optional<List<Expr>> indices = new Integers(context).list(content);
    boolean group = s.base() instanceof Group || s.base() instanceof Tree.Application;
    if (indices.isEmpty() || !group) {
      return reading.refused(new Refusal.NoMeaning(content.span(), "this subscript"));
    }
    boolean letters =
        indices.get().stream().allMatch(Expr.Index.class::isInstance)
            && new HashSet<>(indices.get()).size() == indices.get().size();
    boolean number = Tensors.isReal(reading.inference().known(value.type()));
    Optional<Typed> family =
        letters && number
            ? new Wholes(reading, context)
                .family(
                    value,
                    indices.get().stream().map(i -> ((Expr.Index) i).letter()).toList(),
                    s.span())
            : Optional.empty();
    return family.orElseGet(() -> new Entries(reading).entry(value, indices.get(), s.span()));
  }
}
