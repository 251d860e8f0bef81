package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code \operatorname{KL}(q \| p)} of two discrete distributions, where no one defines it: ∑ᵢ qᵢ
 * log(qᵢ/pᵢ) (S. Kullback and R. A. Leibler, 1951).
 */
final class Divergence {
  private static final Set<String> WORDS = Set.of("\\mathrm{KL}", "\\mathit{KL}", "\\mathbb{KL}");
  private static final Set<String> LETTERS =
      Set.of("D", "\\mathrm{D}", "\\mathbb{D}", "\\mathcal{D}");
  private static final List<String> INDICES = List.of("i", "j", "k", "l", "r", "s");

  private final Context context;

  Divergence(Context context) {
    this.context = context;
  }

  Optional<Expr> read(Written w, Factors factors) {
    Optional<Syntax.Parted> parted =
        factors
            .arguments()
            .filter(g -> isNamed(w) && g.items().size() == 1)
            .map(g -> g.items().getFirst())
            .filter(Syntax.Parted.class::isInstance)
            .map(Syntax.Parted.class::cast);
    return parted.map(p -> factors.called(of(p, w)));
  }

  /** Whether a formula is a divergence, so that it says something even of names that are new. */
  static boolean begins(Syntax syntax) {
    Syntax head = syntax instanceof Syntax.Product p ? p.factors().getFirst().value() : syntax;
    return Pieces.any(syntax, Syntax.Parted.class::isInstance)
        && Written.of(head).filter(Divergence::isNamed).isPresent();
  }

  /** Whether a formula speaks of both distributions, as one must that says what it is. */
  static boolean isSaid(Syntax left, Syntax formula) {
    return Pieces.arguments((Syntax.Group) ((Syntax.Product) left).factors().get(1).value())
        .stream()
        .flatMap(argument -> Written.of(argument).stream())
        .allMatch(w -> Pieces.speaksOf(formula, w.base().key()));
  }

  private static boolean isNamed(Written w) {
    String key = w.base().key();
    boolean word = WORDS.contains(key) && w.sub().isEmpty();
    boolean marked =
        LETTERS.contains(key)
            && Written.labelled(w.plain(), w.sub(), Optional.empty())
                .map(Name::latex)
                .filter(name -> name.endsWith("_{KL}") || name.endsWith("_{\\mathrm{KL}}"))
                .isPresent();
    return word || marked;
  }

  private Expr of(Syntax.Parted parted, Written w) {
    if (w.base().key().equals("\\mathit{KL}") && isKnown("L")) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "this may be the product of K and a value of L, or the divergence",
          "write \\operatorname{KL}(q \\| p) for the divergence");
    }
    Range range =
        range(parted.left())
            .or(() -> range(parted.right()))
            .orElseThrow(() -> noList(parted.span()));
    String letter = free();
    Weights weights = new Weights(context);
    Expr q = weights.of(parted.left(), letter, range);
    Expr p = weights.of(parted.right(), letter, range);
    context.ledger().note(shown(w) + "(q ‖ p) is the sum of all qᵢ log(qᵢ/pᵢ)");
    Expr logarithm = new Expr.Apply(ElementaryFunction.LOG, new Expr.Divide(q, p));
    return new Expr.Sum(false, letter, range, List.of(), new Expr.Multiply(q, logarithm));
  }

  private boolean isKnown(String letter) {
    return context.knows(new Name(letter), 0);
  }

  private static String shown(Written w) {
    return Written.labelled(w.plain(), w.sub(), Optional.empty()).orElse(w.plain()).toString();
  }

  /** The values of the distribution: the entries of a vector, the members of a family. */
  private Optional<Range> range(Syntax law) {
    Optional<Name> family =
        Written.of(law)
            .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
            .map(Written::primed)
            .filter(name -> !context.knows(name, 0) && context.knows(name, 1));
    return family.isPresent()
        ? family.flatMap(this::letter).flatMap(context::range)
        : new Weights(context).range(law);
  }

  private Optional<String> letter(Name family) {
    return context
        .definition(family, 1)
        .map(d -> d.lambda().indices())
        .or(() -> context.variable(family, 1).map(Declaration.Variable::indices))
        .map(List::getFirst);
  }

  /** A letter that stands for nothing else here. */
  private String free() {
    return Stream.concat(INDICES.stream(), Stream.iterate("i'", letter -> letter + "'"))
        .filter(letter -> !context.isLetter(letter) && !context.isSize(letter))
        .filter(letter -> !context.knows(new Name(letter), 0))
        .findFirst()
        .orElseThrow();
  }

  private static Misread noList(Span span) {
    return new Misread(
        ProblemId.UNSUPPORTED_NOTATION,
        span,
        "a divergence between what is neither a vector nor a family of probabilities",
        "declare q, p \\in \\operatorname{simplex}^n, or write the sum or the integral that is"
            + " meant");
  }
}
