package dev.hence.read.elaborate;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code \operatorname{KL}(q \| p)} of two discrete distributions, where no one defines it: ∑ᵢ qᵢ
 * log(qᵢ/pᵢ) (S. Kullback and R. A. Leibler, 1951).
 */
final class Divergence {
  private static final List<String> MARKS = List.of("_{KL}", "_{\\mathrm{KL}}");
  private static final List<String> WORDS = List.of("\\mathrm{KL}", "\\mathbb{KL}");
  private static final List<String> LETTERS =
      List.of("D", "\\mathrm{D}", "\\mathbb{D}", "\\mathcal{D}");
  private static final List<String> INDICES = List.of("i", "j", "k", "l", "r", "s");

  private final Reading reading;
  private final Context context;

  Divergence(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** Whether a name before parentheses says this divergence of what stands in them. */
  boolean isNamed(Tree head, Group group) {
    return isParted(group)
        && ScriptedName.of(head)
            .filter(n -> n.high().isEmpty() && n.primes() == 0)
            .filter(n -> isWord(n) || isMarked(n))
            .isPresent();
  }

  /** {@code KL(q || p)}, two letters side by side. */
  boolean isSpelled(Tree first, Tree second) {
    return isLetter(first, "K")
        && second instanceof Tree.Application a
        && isLetter(a.function(), "L")
        && a.argument() instanceof Group g
        && isParted(g);
  }

  private static boolean isLetter(Tree tree, String letter) {
    return ScriptedName.of(tree)
        .filter(n -> n.isBare() && n.primed().equals(Symbol.of(letter)))
        .isPresent();
  }

  private boolean isWord(ScriptedName n) {
    return n.isBare() && WORDS.contains(n.name().latex()) && !context.knows(n.name(), 0);
  }

  private boolean isMarked(ScriptedName n) {
    return LETTERS.contains(n.name().latex())
        && n.labelledLow()
            .filter(l -> MARKS.stream().anyMatch(l.latex()::endsWith) && !context.knows(l, 0))
            .isPresent();
  }

  static boolean isParted(Group group) {
    return Pieces.plain(group.content()) instanceof Tree.Listed l
        && l.items().size() == 2
        && l.separators().getFirst().isFence("||");
  }

  /** Whether a formula speaks of both distributions, as one must that says what it is. */
  static boolean isSaid(LeftSide left, Tree formula) {
    Set<String> spoken = Names.heads(formula);
    return left.slots().stream().allMatch(s -> spoken.contains(s.name().latex()));
  }

  /** The divergence of two letters before parentheses, which may be a product. */
  Typed spelled(Tree.Application application) {
    return context.knows(new Name("L"), 0)
        ? reading.refused(
            new Refusal.Several(
                application.span(), "KL", List.of("a product", "the divergence of two laws")))
        : of((Group) application.argument());
  }

  Typed of(Group group) {
    List<Tree> laws = Pieces.items(group.content());
    Optional<Range> range = range(laws.getFirst()).or(() -> range(laws.getLast()));
    return range
        .map(r -> of(laws, r))
        .orElseGet(
            () ->
                reading.refused(
                    new Refusal.Lawless(
                        group.span(), "These are neither vectors nor families of probabilities.")));
  }

  private Typed of(List<Tree> laws, Range range) {
    String letter = free();
    Weights weights = new Weights(reading, context);
    reading.inference().take("the divergence of q and p is the sum of all qᵢ log(qᵢ/pᵢ)");
    Typed first = weights.of(laws.getFirst(), letter, range);
    Typed second = weights.of(laws.getLast(), letter, range);
    return Typed.of(
        Type.real(),
        build -> {
          Expr q = first.draft().build(build);
          Expr ratio = new Expr.Divide(q, second.draft().build(build));
          Expr logarithm = new Expr.Apply(ElementaryFunction.LOG, ratio);
          return new Expr.Sum(false, letter, range, List.of(), new Expr.Multiply(q, logarithm));
        });
  }

  /** The values of the distribution: the entries of a vector, the members of a family. */
  private Optional<Range> range(Tree law) {
    Optional<Name> family =
        ScriptedName.of(law)
            .filter(ScriptedName::isBare)
            .map(ScriptedName::name)
            .filter(name -> !context.knows(name, 0) && context.knows(name, 1));
    return family.isPresent()
        ? family.flatMap(f -> context.range(context.familyLetters(f, 1).getFirst()))
        : new Weights(reading, context).range(law);
  }

  /** A letter that stands for nothing else here. */
  private String free() {
    return Stream.concat(INDICES.stream(), Stream.iterate("i'", letter -> letter + "'"))
        .filter(letter -> !context.isLetter(letter) && !context.isSize(letter))
        .filter(letter -> !context.knows(new Name(letter), 0))
        .findFirst()
        .orElseThrow();
  }
}
