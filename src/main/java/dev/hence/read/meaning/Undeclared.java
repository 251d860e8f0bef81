package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Accent;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Reads constants, and names that no one declared. */
final class Undeclared {
  private final Context context;

  Undeclared(Context context) {
    this.context = context;
  }

  boolean isExponentialBase(Written w) {
    boolean e = w.base().base().equals("e") && w.base().accents().isEmpty() && !w.base().bold();
    return e
        && w.primes() == 0
        && w.sub().isEmpty()
        && !context.knows(w.plain(), 0)
        && !context.isLetter("e");
  }

  /** Whether a name is π or Euler's number, of which the document says nothing. */
  boolean isConstant(Written w) {
    boolean plain = w.sub().isEmpty() && w.sup().isEmpty() && w.primes() == 0;
    boolean pi = w.base().key().equals("\\pi") && !context.knows(w.plain(), 0);
    return plain && (isExponentialBase(w) || pi);
  }

  Optional<Expr> constant(Written w) {
    if (w.sub().isPresent() && w.sup().isEmpty() && w.primes() == 0) {
      return size(w);
    }
    if (w.sub().isPresent() || w.primes() > 0) {
      return Optional.empty();
    }
    if (isExponentialBase(w)) {
      return Optional.of(new Expr.Apply(ElementaryFunction.EXP, new Expr.Literal(Rational.ONE)));
    }
    if (w.base().key().equals("\\pi")) {
      return Optional.of(new Expr.Pi());
    }
    return new Integers(context).integer(w.base());
  }

  /** {@code n_{\text{in}}}, a size that is named with what stands below. */
  private Optional<Expr> size(Written w) {
    return Written.labelled(w.primed(), w.sub(), Optional.empty())
        .filter(name -> context.isSize(name.latex()) && !context.knows(name, 0))
        .map(name -> new Expr.SizeOf(Size.named(name.latex())));
  }

  /**
   * A plain letter that nothing indexes or applies is a real number; a primed or accented one takes
   * the shape of the name it comes from.
   */
  Expr read(Written w, Factors factors) {
    Name name = w.primed();
    if (w.sub().isPresent()) {
      String shown = Written.labelled(name, w.sub(), Optional.empty()).orElse(name).latex();
      boolean base = context.knows(name, 0) || context.knows(name, 1) || context.knows(name, 2);
      if (base) {
        throw new Misread(
            ProblemId.UNKNOWN_NAME,
            w.span(),
            "`" + shown + "` is used but nothing says over which range its indices run",
            "add the range to `let`, for example " + range(w, name));
      }
      throw unknown(w, shown);
    }
    if (new Times(context).isTimeVariable(name)) {
      return new Expr.Ref(name, List.of(), Shape.SCALAR);
    }
    Optional<Declaration.Variable> origin = origin(w);
    if (origin.isPresent()) {
      Declaration.Variable assumed = context.ledger().assume(name, origin.get().shape(), w.span());
      return new Expr.Ref(name, List.of(), assumed.shape());
    }
    Optional<Expr> rectifier = rectifier(w, factors);
    if (rectifier.isPresent()) {
      return rectifier.get();
    }
    if (!isPlainLetter(w) || factors.arguments().isPresent()) {
      boolean order = isLandau(w.base().base()) && factors.arguments().isPresent();
      throw order ? order(w) : unknown(w, name.latex());
    }
    refuseNumber(name, w);
    context.ledger().assume(name, Shape.SCALAR, w.span());
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }

  /** A letter that is transposed, or stands below a ∇, is hardly a number. */
  private void refuseNumber(Name name, Written w) {
    if (name.latex().equals("i")) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "nothing says what i is: an index, a real number or the imaginary unit",
          "declare it in `let`; complex numbers are not supported");
    }
    context
        .ledger()
        .evidence()
        .of(name)
        .ifPresent(
            what -> {
              throw new Misread(
                  ProblemId.UNKNOWN_NAME,
                  w.span(),
                  "nothing says what "
                      + name
                      + " is, and it "
                      + what
                      + " in this document, as numbers are not",
                  "declare it in `let`, for example %s \\in \\mathbb{R}^n, or %s \\in \\mathbb{R}"
                      .formatted(name.latex(), name.latex()));
            });
  }

  /** {@code ReLU(x)} where nothing else is said of the word, and its slope. */
  private Optional<Expr> rectifier(Written w, Factors factors) {
    Optional<Syntax.Group> argument = factors.arguments().filter(g -> g.items().size() == 1);
    boolean named = w.base().base().equalsIgnoreCase("relu") && w.primes() <= 1;
    return argument
        .filter(g -> named)
        .map(g -> new Formulas(context).expr(g.items().getFirst()))
        .map(x -> new Functions(context).rectified(x, w.primes() > 0))
        .map(factors::called);
  }

  /** Whether a name is a letter without font, accent, scripts or primes. */
  static boolean isPlainLetter(Written w) {
    return w.base().font() == Font.PLAIN
        && !w.base().bold()
        && w.base().accents().isEmpty()
        && w.primes() == 0
        && w.sub().isEmpty()
        && w.sup().isEmpty()
        && isLetter(w.base().base());
  }

  private static boolean isLetter(String base) {
    boolean differential = base.equals("d");
    return !differential
        && ((base.length() == 1 && Character.isLetter(base.charAt(0)))
            || (base.startsWith("\\") && !Vocabulary.isMark(base.substring(1))));
  }

  private Optional<Declaration.Variable> origin(Written w) {
    Name plain = new Name(Syntax.Name.plain(w.base().base(), w.span()).key());
    boolean derived =
        (w.primes() > 0 || !w.base().accents().isEmpty())
            && w.base().font() == Font.PLAIN
            && !w.base().bold()
            && w.base().accents().stream().allMatch(a -> a == Accent.TILDE || a == Accent.HAT);
    return derived && !context.scope().isState(plain)
        ? context.variable(plain, 0)
        : Optional.empty();
  }

  /** The range that would make an entry of a vector with a lone letter; else any. */
  private String range(Written w, Name name) {
    Entities entities = new Entities(context);
    boolean value = context.knows(name, 0) && entities.parameters(name, 0).isEmpty();
    return value
            && w.sub().orElseThrow() instanceof Syntax.Name letter
            && entities.shape(name, 0) instanceof Shape.Vector vector
        ? letter.key()
            + " = 1, \\dots, "
            + vector.size()
            + ", if an entry of "
            + name.latex()
            + " is meant"
        : "m = 1, \\dots, M";
  }

  private static boolean isLandau(String base) {
    return List.of("O", "o", "\\Theta", "\\Omega", "\\omega").contains(base);
  }

  /** {@code \Theta(x)}, {@code e^{O(x)}}: no one declared the letter, so it is Landau's. */
  private static Misread order(Written w) {
    return new Misread(
        ProblemId.NOT_YET_SUPPORTED,
        w.span(),
        "of orders of magnitude only O(…) and o(…) that are terms of a side are compared",
        "write A = B + O(\\eta^2), or declare the function in `let`");
  }

  static Misread unknown(Written w, String name) {
    if (w.base().base().equals("d") && !w.base().bold() && w.sub().isEmpty()) {
      return new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          w.span(),
          "a differential by itself is not supported",
          "write the derivative: \\frac{\\partial f}{\\partial x} = G for df = tr(G^\\top dx)");
    }
    return new Misread(
        ProblemId.UNKNOWN_NAME,
        w.span(),
        "`" + name + "` is used but nothing says what it is",
        "define it or add it to `let`");
  }
}
