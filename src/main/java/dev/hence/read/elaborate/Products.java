package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.type.Mismatch;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Factors side by side and everything that joins factors: scaling, matrix products, quotients. */
final class Products {
  private final Reading reading;

  Products(Reading reading) {
    this.reading = reading;
  }

  static boolean isTimes(Token operator) {
    return List.of("cdot", "times", "*").contains(operator.meaning());
  }

  Typed read(Joined product, Context context) {
    Typed result = null;
    boolean divided = false;
    List<Link> factors = factors(product, context);
    Optional<Refusal> unclear = unclear(factors);
    if (unclear.isPresent()) {
      return reading.refused(unclear.get());
    }
    for (Dots.Part part : parts(factors, context)) {
      Link link = part.link();
      boolean beside = link.operator().isEmpty();
      if (divided && beside && !isBig(link.operand())) {
        return reading.refused(divisor(product));
      }
      Typed factor = part.value();
      result =
          result == null ? factor : join(result, link.operator(), factor, product.span(), context);
      divided = link.operator().filter(o -> o.meaning().equals("/")).isPresent();
    }
    return result;
  }

  /** What the factors are; an operator takes what stands behind it. */
  private List<Dots.Part> parts(List<Link> factors, Context context) {
    Operators operators = new Operators(reading, context);
    Dots dots = new Dots(reading, context);
    List<Dots.Part> parts = new ArrayList<>();
    int from = 0;
    int k = 0;
    while (k < factors.size()) {
      Optional<Operators.Taken> taken = operators.first(factors.subList(k, factors.size()));
      if (taken.isPresent()) {
        parts.addAll(dots.parts(factors.subList(from, k), true));
        parts.add(new Dots.Part(factors.get(k), taken.get().value()));
        from = k + taken.get().factors();
        k = from;
      } else {
        k++;
      }
    }
    parts.addAll(dots.parts(factors.subList(from, factors.size()), true));
    return parts;
  }

  /** The factors in one row, also those that a reading of a choice has. */
  private List<Link> factors(Joined product, Context context) {
    List<Link> all = new ArrayList<>();
    for (Link link : product.links()) {
      Tree factor = reading.chosen(link.operand(), context);
      if (factor instanceof Joined j && j.binding() == Tree.Binding.PRODUCT) {
        List<Link> inner = factors(j, context);
        all.add(new Link(link.operator(), inner.getFirst().operand()));
        all.addAll(inner.subList(1, inner.size()));
      } else {
        all.add(new Link(link.operator(), factor));
      }
    }
    return all;
  }

  /** Numbers side by side, and braces, which print nothing, around a sum. */
  private static Optional<Refusal> unclear(List<Link> factors) {
    for (int k = 0; k < factors.size(); k++) {
      Tree factor = factors.get(k).operand();
      boolean numbers =
          k > 0
              && factors.get(k).operator().isEmpty()
              && Pieces.numeral(factor).isPresent()
              && Pieces.numeral(factors.get(k - 1).operand()).isPresent();
      boolean braces =
          factor instanceof Tree.Braced
              && Pieces.plain(factor) instanceof Joined j
              && j.binding() == Tree.Binding.SUM;
      if (numbers || braces) {
        return Optional.of(
            new Refusal.NoMeaning(
                factor.span(), numbers ? "a number beside a number" : "braces around a sum"));
      }
    }
    return Optional.empty();
  }

  private static Refusal divisor(Joined product) {
    return new Refusal.Several(product.span(), "a/b c", List.of("(a/b) c", "a/(b c)"));
  }

  private static boolean isBig(Tree tree) {
    return tree instanceof Tree.Big || tree instanceof Tree.Integral;
  }

  private Typed join(
      Typed left, Optional<Token> operator, Typed right, Span span, Context context) {
    return switch (Pieces.meaning(operator)) {
      case "", "times", "*" -> times(left, right, span);
      case "cdot" -> dot(left, right, span);
      case "/" -> quotient(left, right, span);
      case "odot" -> entrywise(left, right, span);
      case "circ" -> ring(left, right, span);
      case "oslash" -> entrywiseQuotient(left, right, span, context);
      case "otimes" -> kronecker(left, right, span);
      default -> reading.refused(new Refusal.NoMeaning(span, operator.orElseThrow().text()));
    };
  }

  Typed quotient(Typed above, Typed below, Span span) {
    reading.inference().same(below.type(), Type.real(), span, Refusal.Where.QUOTIENT);
    return Typed.of(
        above.type(),
        build -> new Expr.Divide(above.draft().build(build), below.draft().build(build)));
  }

  /** {@code A \circ B}: of numbers it may be a product or a composition of functions. */
  private Typed ring(Typed left, Typed right, Span span) {
    boolean number =
        Tensors.isReal(reading.inference().known(left.type()))
            || Tensors.isReal(reading.inference().known(right.type()));
    return number
        ? reading.refused(new Refusal.NoMeaning(span, "a ring between numbers"))
        : entrywise(left, right, span);
  }

  private Typed entrywise(Typed left, Typed right, Span span) {
    reading.inference().same(left.type(), right.type(), span, Refusal.Where.ENTRYWISE);
    return Typed.of(
        left.type(),
        build -> new Expr.Hadamard(left.draft().build(build), right.draft().build(build)));
  }

  private Typed entrywiseQuotient(Typed left, Typed right, Span span, Context context) {
    boolean number = Tensors.isReal(reading.inference().known(left.type()));
    if (!number) {
      reading.inference().same(left.type(), right.type(), span, Refusal.Where.ENTRYWISE);
    }
    return Typed.of(
        right.type().plain(),
        build -> {
          Expr below = right.draft().build(build);
          List<Expr> parts = List.of(left.draft().build(build), below);
          return new Entrywise(context)
              .each(parts, below.shape(), e -> new Expr.Divide(e.get(0), e.get(1)));
        });
  }

  private Typed kronecker(Typed left, Typed right, Span span) {
    Type a = reading.inference().known(left.type());
    Type b = reading.inference().known(right.type());
    var rows = Tensors.rows(a).times(Tensors.rows(b));
    var columns = Tensors.columns(a).times(Tensors.columns(b));
    if (Tensors.isOpen(a) || Tensors.isOpen(b) || rows.isEmpty() || columns.isEmpty()) {
      return reading.refused(new Refusal.Open(span, Tensors.isOpen(a) ? a : b));
    }
    return Typed.of(
        Tensors.matrix(rows.get(), columns.get()),
        build -> new Expr.Kronecker(left.draft().build(build), right.draft().build(build)));
  }

  /** {@code u \cdot v}: of two vectors the inner product. */
  private Typed dot(Typed left, Typed right, Span span) {
    Type a = reading.inference().known(left.type());
    Type b = reading.inference().known(right.type());
    return Tensors.isVector(a) && Tensors.isVector(b)
        ? inner(left, right, span)
        : times(left, right, span);
  }

  Typed inner(Typed left, Typed right, Span span) {
    reading.inference().same(left.type(), right.type(), span, Refusal.Where.INNER);
    return Typed.of(
        Type.real(),
        build -> new Expr.Inner(left.draft().build(build), right.draft().build(build)));
  }

  Typed times(Typed left, Typed right, Span span) {
    if (left.form() instanceof Form.Gradient
        && right.form() instanceof Form.Velocity
        && Tensors.isVector(reading.inference().known(left.type()))) {
      return inner(left, right, span);
    }
    Type result = reading.inference().unknown();
    reading
        .inference()
        .require(inference -> product(left.type(), right.type(), result, span, inference));
    boolean scaled =
        right.form() instanceof Form.Hessian
            && Tensors.isReal(reading.inference().known(left.type()));
    return new Typed(
        reading.inference().known(result),
        scaled ? right.form() : Form.Plain.PLAIN,
        build -> multiplied(left.draft().build(build), right.draft().build(build), span, build));
  }

  /** Shapes were made to fit by their types; a product that does not fit has been refused. */
  private static Expr multiplied(Expr left, Expr right, Span span, Build build) {
    if (Shape.product(left.shape(), right.shape()).isEmpty()) {
      return build.refuse(
          new Refusal.Unfit(
              span,
              Refusal.Where.PRODUCT,
              mismatch(Tensors.of(left.shape()), Tensors.of(right.shape()))));
    }
    return new Expr.Multiply(left, right);
  }

  private static Mismatch mismatch(Type left, Type right) {
    return new Mismatch(left, right, new Mismatch.Reason.Kinds(left, right));
  }

  /** What is known of the type of a product, by what is known of its factors. */
  private static boolean product(
      Type left, Type right, Type result, Span span, Inference inference) {
    Type a = inference.known(left);
    Type b = inference.known(right);
    if (Tensors.isReal(a) || Tensors.isReal(b)) {
      inference.same(
          result, Tensors.isReal(a) ? b.plain() : a.plain(), span, Refusal.Where.PRODUCT);
      return true;
    }
    if (Tensors.isOpen(a) || Tensors.isOpen(b)) {
      return OpenFactors.force(a, b, inference.known(result), inference)
          && product(left, right, result, span, inference);
    }
    boolean matrices = a instanceof Type.Tensor && b instanceof Type.Tensor;
    boolean fits = matrices && inference.fits(columns(a), rows(b));
    if (!fits) {
      inference.refuse(new Refusal.Unfit(span, Refusal.Where.PRODUCT, mismatch(a, b)));
      return true;
    }
    inference.same(columns(a), rows(b), span, Refusal.Where.PRODUCT);
    inference.same(result, multiplied(a, b, inference), span, Refusal.Where.PRODUCT);
    return true;
  }

  private static Type multiplied(Type a, Type b, Inference inference) {
    return Tensors.matrix(inference.known(Tensors.rows(a)), inference.known(Tensors.columns(b)));
  }

  private static Type columns(Type type) {
    return Type.vector(Tensors.columns(type));
  }

  private static Type rows(Type type) {
    return Type.vector(Tensors.rows(type));
  }
}
