package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code \mathbb{E}[…]}, {@code \operatorname{Var}(…)} and {@code \operatorname{Cov}(…, …)}:
 * over what they are taken, and of what.
 */
final class Means {
  /** What a name says of what is random. */
  enum Operator {
    MEAN,
    VARIANCE,
    COVARIANCE,
    CHANCE;

    private static Optional<Operator> of(Name name) {
      return switch (name.latex()) {
        case "\\mathbb{E}", "\\mathrm{E}", "\\mathsf{E}" -> Optional.of(MEAN);
        case "\\mathrm{Var}", "\\mathrm{var}", "\\mathbb{V}" -> Optional.of(VARIANCE);
        case "\\mathrm{Cov}", "\\mathrm{cov}" -> Optional.of(COVARIANCE);
        case "\\mathbb{P}", "\\mathrm{P}", "\\mathrm{Pr}" -> Optional.of(CHANCE);
        default -> Optional.empty();
      };
    }
  }

  private final Reading reading;
  private final Context context;

  Means(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** The operator that a name is, whatever follows. */
  static Optional<Operator> operator(Tree tree, Context context) {
    return ScriptedName.of(tree)
        .filter(n -> n.high().isEmpty() && n.primes() == 0 && !context.knows(n.name(), 0))
        .flatMap(n -> Operator.of(n.name()));
  }

  /** The operator that a name before parentheses is; a plain E takes a mean of something random. */
  static Optional<Operator> operator(Tree head, Group group, Context context) {
    return operator(head, context)
        .or(
            () ->
                isPlainMean(head, group, context) ? Optional.of(Operator.MEAN) : Optional.empty());
  }

  /** Whether a tree begins with such a name before parentheses. */
  static boolean begins(Tree tree, Context context) {
    Tree plain = Pieces.plain(tree);
    Tree first =
        plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
            ? c.readings().getFirst()
            : plain;
    return first instanceof Tree.Application a
        && a.argument() instanceof Group g
        && operator(a.function(), g, context).isPresent();
  }

  private static boolean isPlainMean(Tree head, Group group, Context context) {
    Optional<ScriptedName> plain =
        ScriptedName.of(head)
            .filter(n -> n.high().isEmpty() && n.name().latex().equals("E"))
            .filter(n -> !context.knows(n.name(), 0) && !context.isLetter("E"));
    boolean draws =
        plain.flatMap(ScriptedName::lowTree).stream()
            .flatMap(low -> Pieces.items(low).stream())
            .anyMatch(item -> Drawing.drawn(item).isPresent());
    boolean random = group.open().isFence("[") && !context.draws().all().isEmpty();
    return plain.isPresent() && (draws || random || speaksOfChance(group, context));
  }

  private static boolean speaksOfChance(Group group, Context context) {
    return Pieces.all(group.content()).stream()
        .anyMatch(
            t ->
                operator(t, context).isPresent()
                    || ScriptedName.of(t)
                        .filter(n -> !context.draws().of(n.name()).isEmpty())
                        .isPresent());
  }

  /** What the operator makes of what stands in parentheses. */
  Typed read(Operator operator, Tree head, Group group) {
    boolean bar =
        Pieces.plain(group.content()) instanceof Tree.Listed l
            && l.separators().stream().anyMatch(s -> s.isFence("|"));
    if (bar) {
      return reading.refused(new Refusal.NoMeaning(group.span(), "a conditional expectation"));
    }
    return read(operator, head, Pieces.items(group.content()));
  }

  /** What the operator makes of the only factor behind it. */
  Typed read(Operator operator, Tree head, Tree body) {
    return read(operator, head, List.of(body));
  }

  private Typed read(Operator operator, Tree head, List<Tree> items) {
    reading.inference().average();
    Optional<Tree> low = ScriptedName.of(head).flatMap(ScriptedName::lowTree);
    boolean two = operator == Operator.COVARIANCE && items.size() == 2;
    if (items.size() != 1 && !two) {
      return reading.refused(new Refusal.NoMeaning(head.span(), "a mean of several formulas"));
    }
    Span span = head.span();
    return switch (operator) {
      case MEAN -> mean(new Drawing(reading, context, low, span), items.getFirst());
      case VARIANCE -> variance(new Drawing(reading, context, low, span), items.getFirst());
      case COVARIANCE -> covariance(new Drawing(reading, context, low, span), items, span);
      case CHANCE -> reading.refused(new Refusal.NoMeaning(span, "a probability"));
    };
  }

  private Typed mean(Drawing drawing, Tree item) {
    Typed body = reading.read(item, drawing.inside());
    return mean(drawing, body);
  }

  private static Typed mean(Drawing drawing, Typed body) {
    return Typed.of(body.type().plain(), build -> drawing.mean(body.draft().build(build), build));
  }

  /** The variance of a vector may be its covariance matrix or the trace of that. */
  private Typed variance(Drawing drawing, Tree item) {
    Typed body = reading.number(item, drawing.inside());
    Typed square =
        Typed.of(
            Type.real(),
            build ->
                new Expr.Power(
                    centred(drawing, body).draft().build(build), new Expr.Literal(Rational.of(2))));
    return mean(drawing, square);
  }

  private Typed covariance(Drawing drawing, List<Tree> items, Span span) {
    Typed first = centred(drawing, reading.read(items.getFirst(), drawing.inside()));
    Typed second = centred(drawing, reading.read(items.getLast(), drawing.inside()));
    boolean number = Tensors.isReal(reading.inference().known(second.type()));
    return mean(drawing, new Products(reading).times(first, number ? second : row(second), span));
  }

  private Typed row(Typed vector) {
    return Typed.of(
        Tensors.transposed(reading.inference().known(vector.type())),
        build -> new Expr.Transpose(vector.draft().build(build)));
  }

  private static Typed centred(Drawing drawing, Typed body) {
    return Typed.of(
        body.type().plain(),
        build -> {
          Expr value = body.draft().build(build);
          return new Expr.Add(List.of(value, new Expr.Negate(drawing.inner(value, build))));
        });
  }
}
