package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code \mathbb{E}[…]}, {@code \operatorname{Var}(…)} and {@code \operatorname{Cov}(…, …)}:
 * over what they are taken, and of what.
 */
final class Means {
  private static final Set<String> MEAN = Set.of("\\mathbb{E}", "\\mathrm{E}", "\\mathsf{E}");
  private static final Set<String> VARIANCE =
      Set.of("\\mathrm{Var}", "\\mathbb{V}", "\\mathrm{var}", "\\mathrm{Cov}", "\\mathrm{cov}");
  private static final Set<String> CHANCE = Set.of("\\mathbb{P}", "\\mathrm{P}", "\\mathrm{Pr}");

  private final Context context;

  Means(Context context) {
    this.context = context;
  }

  /** Whether a name stands for a mean, a variance or a probability, whatever follows. */
  static boolean isChance(Syntax name) {
    return Written.of(name)
        .map(w -> w.base().key())
        .filter(k -> MEAN.contains(k) || VARIANCE.contains(k) || CHANCE.contains(k))
        .isPresent();
  }

  /** Whether {@code E[…]} in plain letters is a mean: something in the document is random. */
  boolean isPlainMean(Syntax name, Syntax.Group group) {
    return Written.of(name).filter(w -> w.base().key().equals("E")).isPresent()
        && !context.knows(new Name("E"), 0)
        && !context.isLetter("E")
        && group.open() == Delimiter.BRACKET
        && (!context.ledger().draws().all().isEmpty()
            || group.items().stream().anyMatch(this::speaksOfChance));
  }

  /** {@code E(w_i)} with parentheses, of something random, where nothing else is called E. */
  private boolean isMeanInParentheses(Written w, Syntax.Group group) {
    return w.base().key().equals("E")
        && !context.knows(new Name("E"), 0)
        && !context.isLetter("E")
        && group.open() == Delimiter.PARENTHESIS
        && group.items().stream().anyMatch(this::speaksOfChance);
  }

  private boolean speaksOfChance(Syntax syntax) {
    return Pieces.any(
        syntax,
        s ->
            isChance(s)
                || Written.of(s)
                    .filter(w -> !context.ledger().draws().of(w.primed()).isEmpty())
                    .isPresent());
  }

  /** The mean, the variance or the covariance that a name begins. */
  Optional<Expr> read(Written w, Factors factors) {
    Optional<Syntax.Group> group = factors.groupBeside();
    String key = w.base().key();
    boolean plain =
        group.filter(g -> isPlainMean(w.base(), g)).isPresent()
            || group.filter(g -> isMeanInParentheses(w, g)).isPresent()
            || (key.equals("E") && drawsBelow(w) && group.isPresent());
    boolean known = plain || isChance(w.base());
    if (!known
        || w.sup().isPresent()
        || (group.isEmpty() && w.sub().isEmpty() && !factors.isFollowed())) {
      return Optional.empty();
    }
    group.ifPresent(Means::refuseConditional);
    context.ledger().mean();
    if (CHANCE.contains(key)) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          w.span(),
          "probabilities are read, but nothing decides them yet",
          "write the mean of an indicator, \\mathbb{E}[\\mathbb{1}(j = 1)]");
    }
    if (VARIANCE.contains(key)) {
      return Optional.of(factors.called(variance(w, group.orElseThrow(() -> noBody(w)))));
    }
    return Optional.of(mean(w, group, factors));
  }

  private static boolean drawsBelow(Written w) {
    return w.sub()
        .filter(
            sub ->
                Pieces.any(
                    sub,
                    s ->
                        s instanceof Syntax.Chain c
                            && c.links().getFirst().relation()
                                == dev.hence.read.math.Relation.DISTRIBUTED))
        .isPresent();
  }

  private static void refuseConditional(Syntax.Group group) {
    if (group.separators().contains("|")) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          group.span(),
          "conditional expectations are not read",
          "write the mean over what is still random: \\mathbb{E}_{x \\sim p}[…]");
    }
  }

  private static Misread noBody(Written w) {
    return new Misread(
        ProblemId.UNEXPECTED_TOKEN,
        w.span(),
        "nothing says of what",
        "write \\operatorname{Var}(x)");
  }

  private Expr mean(Written w, Optional<Syntax.Group> group, Factors factors) {
    Drawing drawing = new Drawing(context, w.sub());
    if (group.isPresent()) {
      Expr body = drawing.body(only(group.get()));
      return factors.called(drawing.mean(body, w.span()));
    }
    return drawing.mean(drawing.body(factors.lone(w.span())), w.span());
  }

  private static Syntax only(Syntax.Group group) {
    if (group.items().size() != 1) {
      throw new Misread(ProblemId.WRONG_ARITY, group.span(), "a mean is taken of one formula", "");
    }
    return group.items().getFirst();
  }

  // Variances

  private Expr variance(Written w, Syntax.Group group) {
    boolean matrix = w.base().base().equalsIgnoreCase("Cov");
    List<Syntax> items = group.items();
    if (items.isEmpty() || items.size() > (matrix ? 2 : 1)) {
      throw new Misread(
          ProblemId.WRONG_ARITY,
          group.span(),
          w.base().base() + " takes " + (matrix ? "one or two formulas" : "one formula"),
          "");
    }
    Drawing drawing = new Drawing(context, w.sub());
    Expr first = centred(drawing, drawing.body(items.getFirst()), w.span());
    if (!matrix) {
      refuseVector(first, w.span());
      return drawing.mean(
          new Expr.Power(first, new Expr.Literal(dev.hence.expr.Rational.of(2))), w.span());
    }
    Expr second = centred(drawing, drawing.body(items.getLast()), w.span());
    Expr factor = second.shape().isScalar() ? second : new Expr.Transpose(second);
    return drawing.mean(
        Shapes.product(first, factor, dev.hence.read.math.Operator.JUXTAPOSED, group.span()),
        w.span());
  }

  private static Expr centred(Drawing drawing, Expr body, Span span) {
    Expr mean = drawing.inner(body, span);
    return new Expr.Add(List.of(body, new Expr.Negate(mean)));
  }

  private static void refuseVector(Expr expr, Span span) {
    if (expr.shape() instanceof Shape.Scalar) {
      return;
    }
    throw new Misread(
        ProblemId.AMBIGUOUS,
        span,
        "the variance of a vector may be its covariance matrix or the trace of that",
        "write \\operatorname{Cov}(v), or \\mathbb{E}[\\|v - \\mathbb{E}[v]\\|^2]");
  }

  /** The items of a subscript. */
  static List<Syntax> items(Optional<Syntax> sub) {
    return sub.map(Clause::items)
        .map(list -> (List<Syntax>) new ArrayList<>(list))
        .orElse(List.of());
  }
}
