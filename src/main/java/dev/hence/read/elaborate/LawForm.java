package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import java.util.List;
import java.util.Optional;

/**
 * A law as it is written, taken apart.
 *
 * @param head what stands before the group; the law itself where there is none
 * @param word what the head says, where it is a word for a law
 */
record LawForm(Tree head, Optional<Word> word, Optional<Group> group) {
  /** Laws that have a name. */
  enum Word {
    NORMAL,
    UNIFORM,
    BERNOULLI,
    RADEMACHER,
    CHOICE;

    private static Optional<Word> of(Name name) {
      return switch (name.latex()) {
        case "\\mathcal{N}", "N", "\\mathrm{N}", "\\mathrm{Normal}" -> Optional.of(NORMAL);
        case "\\mathcal{U}", "U", "\\mathrm{U}" -> Optional.of(UNIFORM);
        case "\\mathrm{Uniform}", "\\mathrm{Unif}", "\\mathrm{uniform}", "\\mathrm{unif}" ->
            Optional.of(UNIFORM);
        case "\\mathrm{Bernoulli}", "\\mathrm{Bern}", "\\mathrm{Ber}" -> Optional.of(BERNOULLI);
        case "\\mathrm{Rademacher}", "\\mathrm{Rad}" -> Optional.of(RADEMACHER);
        case "\\mathrm{Categorical}", "\\mathrm{Cat}", "\\mathrm{Discrete}" -> Optional.of(CHOICE);
        default -> Optional.empty();
      };
    }
  }

  static LawForm of(Tree law, Context context) {
    Tree tree = Pieces.plain(law);
    if (tree instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()) {
      tree = c.readings().getFirst();
    }
    return switch (tree) {
      case Group g -> new LawForm(g, Optional.empty(), Optional.of(g));
      case Tree.Application a when a.argument() instanceof Group g ->
          named(a.function(), Optional.of(g), context);
      case Joined j when isBesideGroup(j) ->
          named(j.links().get(0).operand(), group(j.links().get(1)), context);
      default -> named(tree, Optional.empty(), context);
    };
  }

  private static boolean isBesideGroup(Joined j) {
    return j.binding() == Tree.Binding.PRODUCT
        && j.links().size() == 2
        && Pieces.isJuxtaposed(j.links())
        && group(j.links().get(1)).isPresent();
  }

  private static Optional<Group> group(Link link) {
    return link.operand() instanceof Group g ? Optional.of(g) : Optional.empty();
  }

  private static LawForm named(Tree head, Optional<Group> group, Context context) {
    Optional<Word> word =
        ScriptedName.of(head)
            .filter(n -> n.isBare() && !context.knows(n.name(), 0))
            .flatMap(n -> Word.of(n.name()));
    return new LawForm(head, word, group);
  }

  boolean is(Word other) {
    return word.filter(other::equals).isPresent();
  }

  /** What stands in the group, between commas alone. */
  List<Tree> arguments() {
    return group
        .filter(
            g ->
                !(Pieces.plain(g.content()) instanceof Tree.Listed l)
                    || l.separators().stream().allMatch(s -> s.meaning().equals(",")))
        .map(g -> Pieces.items(g.content()))
        .orElse(List.of());
  }

  /** The set of a uniform law: {@code \{1, \dots, N\}}, also in parentheses, or {@code [N]}. */
  Optional<Group> set() {
    boolean uniform = is(Word.UNIFORM) || (group.isPresent() && head.equals(group.get()));
    return group.filter(g -> uniform).map(LawForm::unwrapped);
  }

  private static Group unwrapped(Group g) {
    return g.open().isFence("(") && Pieces.plain(g.content()) instanceof Group inner ? inner : g;
  }

  /** The numbers 1, …, N of a uniform law over them. */
  Optional<Range> range(Context context) {
    return set().flatMap(g -> range(g, new Integers(context)));
  }

  private static Optional<Range> range(Group set, Integers integers) {
    List<Tree> items = Pieces.items(set.content());
    if (set.open().isFence("[") && items.size() == 1) {
      return integers.end(items.getFirst()).map(n -> new Range(new Expr.Literal(Rational.ONE), n));
    }
    boolean dots =
        set.open().isFence("{")
            && items.size() >= 3
            && Pieces.isKind(items.get(items.size() - 2), TokenKind.DOTS);
    return dots
        ? integers
            .end(items.getFirst())
            .flatMap(low -> integers.end(items.getLast()).map(high -> new Range(low, high)))
        : Optional.empty();
  }

  /** Whether the law says its own range or shape, so that it can declare a name. */
  boolean isOfNumbers() {
    return is(Word.NORMAL) || is(Word.BERNOULLI) || is(Word.RADEMACHER) || set().isPresent();
  }

  /** What it says, for people. */
  String words(Context context) {
    if (is(Word.NORMAL)) {
      return "is normal";
    }
    if (is(Word.BERNOULLI)) {
      return "is 1 with the probability given, else 0";
    }
    return is(Word.RADEMACHER) || range(context).isPresent() || set().isPresent()
        ? "takes all its values with equal probability"
        : "takes its values with the probabilities given";
  }

  /** Whether the law is one of numbers, so that a vector drawn by it has entries drawn by it. */
  boolean isOfEntries() {
    return isOfNumbers() && !is(Word.NORMAL);
  }
}
