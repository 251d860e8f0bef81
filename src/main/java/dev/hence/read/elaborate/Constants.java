package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.symbol.Font;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/** Letters with a meaning of their own where nothing else is said of them. */
final class Constants {
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Reading reading;
  private final Context context;

  Constants(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  Optional<Typed> value(ScriptedName n) {
    if (n.primes() > 0 || !n.letter().accents().isEmpty() || n.high().isPresent()) {
      return Optional.empty();
    }
    return kronecker(n).or(() -> indicator(n)).or(() -> filled(n)).or(() -> number(n));
  }

  /** Euler's number, of which the document says nothing. */
  static boolean isEuler(ScriptedName n, Context context) {
    return n.isBare()
        && n.primes() == 0
        && n.letter().equals(Symbol.of("e"))
        && !context.knows(new Name("e"), 0)
        && !context.isLetter("e");
  }

  private Optional<Typed> number(ScriptedName n) {
    if (isEuler(n, context)) {
      return Optional.of(Typed.of(Type.real(), new Expr.Apply(ElementaryFunction.EXP, ONE)));
    }
    Symbol letter = n.letter();
    if (n.isBare() && letter.equals(Symbol.of("\\pi"))) {
      return Optional.of(Typed.of(Type.real(), new Expr.Pi()));
    }
    Optional<Expr> integer =
        n.isBare() && context.isLetter(n.name().latex())
            ? Optional.of(context.index(n.name().latex()))
            : n.labelled()
                .filter(name -> context.isSize(name.latex()))
                .map(name -> new Expr.SizeOf(Size.named(name.latex())));
    return integer.or(() -> memberSize(n)).map(e -> Typed.of(Type.real(), e));
  }

  private Optional<Expr> memberSize(ScriptedName n) {
    return n.lowTree()
        .flatMap(new Integers(context)::list)
        .filter(at -> context.sizes().contains(n.plain().key(at.size())))
        .flatMap(dev.hence.expr.SizeForm::all)
        .map(at -> dev.hence.expr.SizeForm.expr(Size.member(n.plain().latex(), at)));
  }

  /** {@code \delta_{ij}}, where both indices are whole numbers. */
  private Optional<Typed> kronecker(ScriptedName n) {
    boolean free =
        n.letter().equals(Symbol.of("\\delta"))
            && !context.knows(n.name(), 0)
            && !context.knows(n.name(), 1);
    return n.lowTree()
        .filter(low -> free)
        .flatMap(new Integers(context)::list)
        .filter(at -> at.size() == 2)
        .map(at -> new Condition(at.get(0), Relation.EQUAL, at.get(1)))
        .map(c -> Typed.of(Type.real(), new Expr.Cases(c, ONE, ZERO)));
  }

  /** {@code \mathbf{1}_{x > 0}}. */
  private Optional<Typed> indicator(ScriptedName n) {
    boolean free = Applications.isIndicator(n) && !context.knows(n.name(), 0);
    return n.lowTree()
        .filter(low -> free)
        .flatMap(low -> new Conditions(reading, context).indicator(low));
  }

  /** {@code I}, {@code I_n}, {@code \mathbf{1}}, {@code \mathbb{1}_n}, {@code \mathbf{0}}. */
  private Optional<Typed> filled(ScriptedName n) {
    Symbol letter = n.letter();
    Font font = letter.font();
    boolean digit =
        (font.bold() || font.style() == Font.Style.BLACKBOARD)
            && (letter.letter().equals("1") || letter.letter().equals("0"));
    boolean identity = letter.letter().equals("I");
    if ((!digit && !identity) || context.knows(n.name(), 0)) {
      return Optional.empty();
    }
    Optional<Type> type =
        n.low().isPresent()
            ? n.lowTree().flatMap(this::sized)
            : Optional.of(Type.vector(reading.inference().extent()));
    Rational value = letter.letter().equals("0") ? Rational.ZERO : Rational.ONE;
    return type.map(t -> identity ? identity(t, n) : filled(value, t, n));
  }

  private static Typed filled(Rational value, Type type, ScriptedName n) {
    return Typed.of(type, build -> new Expr.Filled(value, build.shape(type, n.span())));
  }

  private static Typed identity(Type sized, ScriptedName n) {
    Extent size = Tensors.rows(sized);
    Type type = Type.matrix(size, size);
    return Typed.of(
        type,
        build -> {
          Shape shape = build.shape(type, n.span());
          return shape.isScalar()
              ? new Expr.Literal(Rational.ONE)
              : new Expr.Identity(shape.sizes().getFirst());
        });
  }

  /** A digit with a size, {@code 1_n}, {@code 0_{m \times n}}. */
  Optional<Typed> digit(Rational value, Tree size, ScriptedDigit at) {
    boolean simple = value.equals(Rational.ONE) || value.signum() == 0;
    return simple
        ? sized(size)
            .map(t -> Typed.of(t, build -> new Expr.Filled(value, build.shape(t, at.span()))))
        : Optional.empty();
  }

  /** Where a digit stands. */
  record ScriptedDigit(dev.hence.text.Span span) {}

  private Optional<Type> sized(Tree size) {
    List<Link> factors = Pieces.factors(size);
    boolean two =
        factors.size() == 2
            && factors.get(1).operator().filter(o -> o.meaning().equals("times")).isPresent();
    if (!two) {
      return known(size).map(Type::vector);
    }
    Optional<Extent> columns = known(factors.get(1).operand());
    return known(factors.get(0).operand())
        .flatMap(rows -> columns.map(c -> Tensors.matrix(rows, c)));
  }

  /** A size that something else speaks of, or a number. */
  private Optional<Extent> known(Tree tree) {
    return new Integers(context)
        .size(tree)
        .filter(
            size ->
                size.isFixed()
                    ? size.offset() > 0
                    : size.keys().stream().allMatch(context.sizes()::contains))
        .map(Extent::of);
  }
}
