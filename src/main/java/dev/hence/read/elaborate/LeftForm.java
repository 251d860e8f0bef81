package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.expr.Name;
import dev.hence.read.symbol.Accent;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands on the left of an equation: a new name, a known one, or no name. */
public sealed interface LeftForm {
  /** A name of which nothing is known. */
  record New(LeftSide side) implements LeftForm {}

  /**
   * A name that is known, as it was declared.
   *
   * @param hasFormula whether a formula says what it is
   */
  record Known(LeftSide side, boolean hasFormula) implements LeftForm {}

  /** A name that the field takes for known, and a formula that may say what it is here. */
  record Usual(LeftSide side) implements LeftForm {}

  /** A prime on a known variable: its derivative in time, or a name of its own. */
  record Doubtful() implements LeftForm {}

  /** Anything else: an entry, a value, a formula. */
  record Other() implements LeftForm {}

  /**
   * Tells what a left side is.
   *
   * @param right names that it mentions are not given a formula by it
   */
  static LeftForm of(Tree left, Tree right, Context context) {
    Optional<LeftSide> side = LeftSide.ofEquation(left, context);
    boolean part =
        side.filter(s -> !s.saysValue())
            .filter(s -> context.knows(s.name(), s.indices().size()))
            .isPresent();
    Optional<LeftForm> member = member(left, right, context);
    if (member.isPresent()) {
      return member.get();
    }
    if (side.isEmpty() || part || isKnownOtherwise(left, right, side.get(), context)) {
      return new Other();
    }
    LeftSide s = side.get();
    if (isPrimed(left, s, context)) {
      return new Doubtful();
    }
    if (context.knows(s.name(), s.indices().size())) {
      return mentions(right, s, context) ? new Other() : known(s, context);
    }
    boolean asValue = !s.slots().isEmpty() && s.indices().isEmpty() && context.knows(s.name(), 0);
    boolean reserved = Reserved.isOperator(s.name()) || Means.begins(left, context);
    if (isDivergence(left, context)) {
      return Divergence.isSaid(s, right) ? new Usual(s) : new Other();
    }
    boolean bare = s.indices().isEmpty();
    boolean size =
        bare
            ? context.isSize(s.name().latex())
            : context.sizes().contains(s.name().key(s.indices().size()));
    boolean taken = reserved || asValue || size || (bare && context.isLetter(s.name().latex()));
    boolean constant = isConstant(left, right, context);
    return taken || constant || mentions(right, s, context) ? new Other() : new New(s);
  }

  private static boolean isDivergence(Tree left, Context context) {
    return Pieces.plain(left) instanceof Tree.Application a
        && a.argument() instanceof Tree.Group g
        && new Divergence(new Elaborator(new Inference(), new Decisions()), context)
            .isNamed(a.function(), g);
  }

  /** {@code x_1} of declared x_i that have no formula: as of x, something is said of it. */
  private static Optional<LeftForm> member(Tree left, Tree right, Context context) {
    return NumberedMember.of(left)
        .filter(m -> m.isDeclared(context) && context.isValue(m.family(), 1))
        .filter(m -> context.definition(m.family(), 1).isEmpty())
        .filter(m -> !context.scope().isState(m.family()))
        .filter(m -> !Names.heads(right).containsAll(Names.heads(left)))
        .map(m -> new Known(LeftSide.ofFamily(m.family(), left.span()), false));
  }

  private static boolean isPrimed(Tree left, LeftSide side, Context context) {
    return side.slots().isEmpty()
        && !context.knows(side.name(), side.indices().size())
        && ScriptedName.of(left)
            .filter(n -> n.primes() > 0 && n.isBare())
            .filter(n -> context.variable(n.plain(), 0).isPresent())
            .isPresent();
  }

  private static LeftForm known(LeftSide side, Context context) {
    int indices = side.indices().size();
    Optional<Declaration.Variable> variable = context.variable(side.name(), indices);
    boolean formula = context.definition(side.name(), indices).isPresent();
    boolean state = context.scope().isState(side.name());
    boolean function =
        !side.slots().isEmpty() && context.parameters(side.name(), indices).isPresent();
    boolean bare = side.slots().isEmpty() && (formula || variable.isPresent());
    return (bare || function) && !state ? new Known(side, formula) : new Other();
  }

  /** {@code \theta_T} or x_1 of a known name: an instant or an entry, never a new name. */
  private static boolean isKnownOtherwise(Tree left, Tree right, LeftSide side, Context context) {
    Tree plain = Pieces.plain(left);
    Tree chosen =
        plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
            ? c.readings().getFirst()
            : plain;
    Tree head = chosen instanceof Tree.Application a ? a.function() : chosen;
    Optional<ScriptedName> n = ScriptedName.of(head);
    if (n.isEmpty() || context.knows(side.name(), side.indices().size())) {
      return false;
    }
    boolean label = n.flatMap(ScriptedName::labelled).filter(l -> context.knows(l, 0)).isPresent();
    boolean script =
        !n.get().isBare()
            && !label
            && !isFreePower(n.get(), right, context)
            && isDeclared(n.get(), side, context);
    return script || isDerived(n.get(), side, context);
  }

  /** {@code \sigma^2 = \dots} names the power of what nothing else speaks of. */
  private static boolean isFreePower(ScriptedName n, Tree right, Context context) {
    ScriptedName below = n.withoutHigh();
    Names names = new Names(new Elaborator(new Inference(), new Decisions()), context);
    return n.highTree().flatMap(Pieces::numeral).isPresent()
        && Undeclared.isPlain(below)
        && names.find(below).isEmpty()
        && !Names.heads(right).contains(below.plain().latex());
  }

  /** A function with a script that says nothing of what is known has a name of its own. */
  private static boolean isDeclared(ScriptedName n, LeftSide side, Context context) {
    boolean star = n.high().isPresent() && isStar(n);
    boolean word = n.low().isPresent() && n.high().isEmpty() && isWord(n, context);
    Inference inference = new Inference();
    boolean found =
        new Names(new Elaborator(inference, new Decisions()), context).find(n).isPresent();
    boolean own = !side.slots().isEmpty() && !inference.refusals().isEmpty();
    return !star && !word && found && !own;
  }

  /** {@code w^\star}, {@code w_+}: another name. */
  private static boolean isStar(ScriptedName n) {
    return n.highTree()
        .filter(t -> Pieces.plain(t) instanceof Tree.Leaf)
        .map(t -> ((Tree.Leaf) Pieces.plain(t)).token())
        .filter(t -> Set.of("*", "star", "ast", "dagger", "+", "-").contains(t.meaning()))
        .isPresent();
  }

  /** {@code L_{\text{reg}}}: a word below is a label, whatever L is. */
  private static boolean isWord(ScriptedName n, Context context) {
    return n.lowTree().flatMap(t -> new Integers(context).list(t)).isEmpty()
        && new Instants(context).time(n.lowTree().orElseThrow()).isEmpty()
        && n.labelledLow().isPresent()
        && !new Names(new Elaborator(new Inference(), new Decisions()), context)
            .find(n)
            .isPresent();
  }

  /** {@code g'(x)} and {@code \dot u} are derivatives, unless they are declared. */
  private static boolean isDerived(ScriptedName n, LeftSide side, Context context) {
    boolean prime =
        n.primes() > 0
            && (!side.slots().isEmpty()
                || context.parameters(n.plain(), 0).isPresent()
                || context.definition(n.plain(), 0).isPresent());
    return prime || (!n.letter().accents().isEmpty() && isDot(n.letter().accents().getLast()));
  }

  private static boolean isDot(Accent accent) {
    return accent == Accent.DOT || accent == Accent.DDOT || accent == Accent.DDDOT;
  }

  /** {@code \pi = 3.14}: a number for a constant of the field is a claim. */
  private static boolean isConstant(Tree left, Tree right, Context context) {
    return Sets.number(right).isPresent()
        && ScriptedName.of(left)
            .filter(n -> Constants.isEuler(n, context) || n.name().equals(new Name("\\pi")))
            .isPresent();
  }

  /** Whether a formula speaks of the name that an equation would define. */
  private static boolean mentions(Tree formula, LeftSide side, Context context) {
    return spoken(formula, context).stream()
        .flatMap(t -> LeftSide.of(t, context).stream())
        .anyMatch(s -> s.name().equals(side.name()) && s.indices().size() == side.indices().size());
  }

  /**
   * The names in a formula. The letter of a name that is known with its scripts is no name of its
   * own: {@code K_{\theta_t}} does not speak of K.
   */
  private static List<Tree> spoken(Tree formula, Context context) {
    List<Tree> names = new ArrayList<>();
    spoken(formula, context, names);
    return names;
  }

  private static void spoken(Tree tree, Context context, List<Tree> names) {
    Optional<ScriptedName> name = ScriptedName.of(tree);
    name.ifPresent(n -> names.add(tree));
    boolean known =
        tree instanceof Tree.Scripted
            && name.filter(n -> !n.isBare())
                .flatMap(new Names(new Elaborator(new Inference(), new Decisions()), context)::find)
                .isPresent();
    if (known) {
      ((Tree.Scripted) tree)
          .scripts()
          .forEach(s -> s.content().ifPresent(c -> spoken(c, context, names)));
      return;
    }
    Pieces.inside(tree).forEach(t -> spoken(t, context, names));
  }
}
