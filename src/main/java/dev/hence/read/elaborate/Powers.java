package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** What stands high at a value: a transpose, an inverse, a power. */
final class Powers {
  private static final Expr INVERSE = new Expr.Literal(Rational.of(-1));

  private final Reading reading;

  Powers(Reading reading) {
    this.reading = reading;
  }

  Typed raised(Typed base, Tree script, Context context) {
    Span span = script.span();
    if (isTranspose(script, base, context)) {
      return transposed(base, span);
    }
    Optional<Tree> negative = Pieces.signed(script, "-");
    if (negative.isPresent() && isTranspose(negative.get(), base, context)) {
      return transposed(power(base, inverse(), span), span);
    }
    if (isInverseTranspose(script)) {
      return transposed(power(base, inverse(), span), span);
    }
    Optional<Tree> entrywise = entrywise(script);
    if (entrywise.isPresent()) {
      return entrywise(base, exponent(entrywise.get(), context), context);
    }
    if (isMark(script)) {
      return reading.refused(new Refusal.NoMeaning(span, "the mark on this value"));
    }
    return power(base, exponent(script, context), span);
  }

  private static Typed inverse() {
    return new Typed(Type.real(), new Form.Numeral(Rational.of(-1)), build -> INVERSE);
  }

  /** {@code A^{-\top}}: signs alone. */
  static boolean isInverseTranspose(Tree script) {
    return Pieces.plain(script) instanceof Tree.Listed l
        && l.separators().isEmpty()
        && l.items().size() == 2
        && Pieces.isLeaf(l.items().getFirst(), TokenKind.SIGN, "-")
        && Pieces.isLeaf(l.items().getLast(), TokenKind.MARK, "top");
  }

  private static boolean isMark(Tree script) {
    return switch (Pieces.plain(script)) {
      case Tree.Leaf l ->
          switch (l.token().kind()) {
            case MARK, SIGN, OPERATOR, PRIME -> true;
            default -> false;
          };
      case Tree.Listed l -> l.separators().isEmpty();
      default -> false;
    };
  }

  static boolean isEntrywise(Tree script) {
    return entrywise(script).isPresent();
  }

  /** What follows the sign in {@code ^{\odot 2}} and {@code ^{\circ 2}}. */
  private static Optional<Tree> entrywise(Tree script) {
    return Pieces.plain(script) instanceof Tree.Listed l
            && l.separators().isEmpty()
            && l.items().size() == 2
            && (Pieces.isLeaf(l.items().getFirst(), TokenKind.OPERATOR, "odot")
                || Pieces.isLeaf(l.items().getFirst(), TokenKind.OPERATOR, "circ"))
        ? Optional.of(l.items().getLast())
        : Optional.empty();
  }

  /** Whether a script is ⊤, or a T that is no exponent. */
  boolean isTranspose(Tree script, Typed base, Context context) {
    if (Pieces.isLeaf(script, TokenKind.MARK, "top")) {
      return true;
    }
    Name t = new Name("T");
    boolean letter =
        ScriptedName.of(Pieces.plain(script))
            .filter(
                n -> n.isBare() && (n.name().equals(t) || n.name().latex().equals("\\mathrm{T}")))
            .isPresent();
    boolean declared = context.isLetter("T") || context.isSize("T") || context.knows(t, 0);
    return letter && (!declared || reading.inference().known(base.type()) instanceof Type.Tensor);
  }

  static boolean isTransposeSign(Tree script) {
    return Pieces.isLeaf(script, TokenKind.MARK, "top")
        || Pieces.isLeaf(script, TokenKind.LETTER, "T");
  }

  /** What stands high before a ⊤: (i) of {@code x^{(i)\top}}, ⋆ of {@code w^{\star\top}}. */
  static Optional<Tree> beforeTranspose(Tree script) {
    List<Tree> parts =
        switch (Pieces.plain(script)) {
          case Tree.Listed l when l.separators().isEmpty() -> l.items();
          case Tree.Joined j
              when j.binding() == Tree.Binding.PRODUCT && Pieces.isJuxtaposed(j.links()) ->
              j.links().stream().map(Tree.Link::operand).toList();
          default -> List.of();
        };
    boolean turned =
        parts.size() == 2
            && Pieces.isLeaf(parts.getLast(), TokenKind.MARK, "top")
            && !Pieces.isKind(parts.getFirst(), TokenKind.SIGN);
    return turned ? Optional.of(parts.getFirst()) : Optional.empty();
  }

  Typed transposed(Typed base, Span span) {
    Type result = reading.inference().unknown();
    reading
        .inference()
        .require(
            inference -> {
              Type type = inference.known(base.type());
              if (Tensors.isOpen(type)) {
                return false;
              }
              inference.same(result, Tensors.transposed(type).plain(), span, Refusal.Where.PRODUCT);
              return true;
            });
    return new Typed(
        reading.inference().known(result),
        base.form() instanceof Form.Gradient ? base.form() : Form.Plain.PLAIN,
        build -> new Expr.Transpose(base.draft().build(build)));
  }

  private Typed exponent(Tree script, Context context) {
    return new Integers(context)
        .integer(script)
        .map(e -> Typed.of(Type.real(), e))
        .orElseGet(() -> reading.number(script, context));
  }

  Typed power(Typed base, Typed exponent, Span span) {
    reading.inference().require(inference -> hasPowers(base.type(), span, inference));
    return Typed.of(
        base.type().plain(),
        build -> {
          Expr below = base.draft().build(build);
          Expr above = exponent.draft().build(build);
          return !below.shape().isScalar() && !isWhole(above)
              ? build.refuse(new Refusal.NoMeaning(span, "this power of a matrix"))
              : new Expr.Power(below, above);
        });
  }

  /** Numbers and square matrices have powers. */
  private static boolean hasPowers(Type type, Span span, Inference inference) {
    Type known = inference.known(type);
    if (Tensors.isOpen(known)) {
      return false;
    }
    if (Tensors.isMatrix(known)) {
      Type rows = Type.vector(Tensors.rows(known));
      inference.same(rows, Type.vector(Tensors.columns(known)), span, Refusal.Where.SQUARE);
    } else {
      inference.same(known, Type.real(), span, Refusal.Where.POWER);
    }
    return true;
  }

  private static boolean isWhole(Expr exponent) {
    return switch (exponent) {
      case Expr.Literal l -> l.value().isInteger();
      case Expr.Negate n -> isWhole(n.body());
      case Expr.Index i -> true;
      case Expr.SizeOf s -> true;
      case Expr.Ref r -> true;
      case Expr.Add a -> a.terms().stream().allMatch(Powers::isWhole);
      case Expr.Multiply m -> isWhole(m.left()) && isWhole(m.right());
      default -> false;
    };
  }

  /** The power of every entry. */
  Typed entrywise(Typed base, Typed exponent, Context context) {
    return Typed.of(
        base.type().plain(),
        build -> {
          Expr body = base.draft().build(build);
          Expr power = exponent.draft().build(build);
          boolean square = power.equals(new Expr.Literal(Rational.of(2)));
          if (square && !body.shape().isScalar()) {
            return new Expr.Hadamard(body, body);
          }
          return new Entrywise(context)
              .each(List.of(body), body.shape(), e -> new Expr.Power(e.getFirst(), power));
        });
  }
}
