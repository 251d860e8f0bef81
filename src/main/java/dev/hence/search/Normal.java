package dev.hence.search;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of a formula that is the same for two formulas that differ only in the order of terms,
 * factors and the two sides of an inner product, in where a number stands, in the order of the
 * arguments of a symmetric function, or by the transpose of a symmetric matrix. Nothing is
 * computed.
 */
public final class Normal {
  private static final String ONE = "1";
  private static final Rational MINUS_ONE = Rational.ONE.negate();

  private final Scope scope;

  private Normal(Scope scope) {
    this.scope = scope;
  }

  /** The text of a formula in a scope. */
  public static String of(Expr expr, Scope scope) {
    return new Normal(scope).text(expr);
  }

  private String text(Expr expr) {
    Scaled scaled = scaled(expr);
    return scaled.factor.equals(Rational.ONE) ? scaled.text : scaled.factor + scaled.text;
  }

  /** A number, pulled out of a formula as far as it goes, and the text of the rest. */
  private record Scaled(Rational factor, String text) {
    Scaled times(Rational more) {
      return new Scaled(factor.times(more), text);
    }

    boolean isNumber() {
      return text.equals(ONE);
    }
  }

  private Scaled scaled(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> new Scaled(l.value(), ONE);
      case Expr.Negate n -> scaled(n.body()).times(MINUS_ONE);
      case Expr.Multiply m -> product(m);
      case Expr.Divide d -> product(d);
      case Expr.Inner i -> {
        Scaled left = scaled(i.left());
        Scaled right = scaled(i.right());
        yield new Scaled(
            left.factor.times(right.factor), "inner" + sorted(List.of(left.text, right.text)));
      }
      case Expr.Sum s when s.adds() -> {
        Scaled body = scaled(s.body());
        String head = s.letter() + s.range() + s.conditions();
        yield new Scaled(body.factor, "sum[" + head + "](" + body.text + ")");
      }
      case Expr.Integral i -> {
        Scaled body = scaled(i.body());
        String head = i.variable() + "," + text(i.lower()) + "," + text(i.upper());
        yield new Scaled(body.factor, "int[" + head + "](" + body.text + ")");
      }
      default -> new Scaled(Rational.ONE, unscaled(expr));
    };
  }

  private String unscaled(Expr expr) {
    return switch (expr) {
      case Expr.Add a -> "sum" + sorted(terms(a));
      case Expr.Call c when isSymmetric(c) -> {
        List<String> arguments = new ArrayList<>(texts(c.arguments()));
        Collections.sort(arguments.subList(0, 2));
        yield c.function() + texts(c.indices()).toString() + c.slots() + arguments;
      }
      case Expr.Call c ->
          c.function() + texts(c.indices()).toString() + c.slots() + texts(c.arguments());
      case Expr.Transpose t when isSymmetricMatrix(t.body()) -> text(t.body());
      case Expr.Ref r -> r.name() + texts(r.indices()).toString();
      default ->
          Trees.children(expr).isEmpty()
              ? expr.toString()
              : expr.getClass().getSimpleName() + texts(Trees.children(expr));
    };
  }

  private List<String> terms(Expr.Add add) {
    List<String> terms = new ArrayList<>();
    for (Expr term : add.terms()) {
      if (term instanceof Expr.Add inner) {
        terms.addAll(terms(inner));
      } else {
        terms.add(text(term));
      }
    }
    return terms;
  }

  /** Numbers in any order, before matrices and vectors in theirs; powers of one matrix commute. */
  private Scaled product(Expr product) {
    Factors factors = new Factors();
    factors.add(product, false);
    List<String> others = factors.others.stream().map(Scaled::text).collect(Collectors.toList());
    if (others.size() > 1 && factors.generators.size() == 1) {
      Collections.sort(others);
    }
    boolean alone = factors.below.isEmpty() && factors.above.size() + others.size() <= 1;
    List<String> all = Stream.concat(factors.above.stream().sorted(), others.stream()).toList();
    String below = factors.below.isEmpty() ? "" : "/" + sorted(factors.below);
    return new Scaled(
        factors.number, alone ? all.stream().findFirst().orElse(ONE) : "(" + all + below + ")");
  }

  /** The factors of products and quotients, taken apart. */
  private final class Factors {
    private final List<String> above = new ArrayList<>();
    private final List<String> below = new ArrayList<>();
    private final List<Scaled> others = new ArrayList<>();
    private final Set<Expr> generators = new HashSet<>();
    private Rational number = Rational.ONE;

    void add(Expr expr, boolean inverse) {
      switch (expr) {
        case Expr.Multiply m when !inverse || m.left().shape().isScalar() -> {
          add(m.left(), inverse);
          add(m.right(), inverse);
        }
        case Expr.Divide d -> {
          add(d.numerator(), inverse);
          add(d.denominator(), !inverse);
        }
        case Expr.Negate n -> {
          number = number.negate();
          add(n.body(), inverse);
        }
        default -> factor(expr, inverse);
      }
    }

    private void factor(Expr expr, boolean inverse) {
      Scaled scaled = scaled(expr);
      if (inverse && scaled.factor.signum() == 0) {
        below.add(expr.toString());
        return;
      }
      number = inverse ? number.dividedBy(scaled.factor) : number.times(scaled.factor);
      if (!expr.shape().isScalar()) {
        others.add(scaled);
        generators.add(generator(expr));
      } else if (!scaled.isNumber()) {
        (inverse ? below : above).add(scaled.text);
      }
    }
  }

  /** The matrix of which a matrix is a multiple or an exponential; itself otherwise. */
  private static Expr generator(Expr matrix) {
    return switch (matrix) {
      case Expr.Negate n -> generator(n.body());
      case Expr.TimeDerivative d -> generator(d.body());
      case Expr.MatrixExponential e -> generator(e.argument());
      case Expr.Multiply m when m.left().shape().isScalar() -> generator(m.right());
      case Expr.Multiply m when m.right().shape().isScalar() -> generator(m.left());
      default -> matrix;
    };
  }

  private static String sorted(List<String> texts) {
    return texts.stream().sorted().toList().toString();
  }

  private List<String> texts(List<Expr> list) {
    return list.stream().map(this::text).toList();
  }

  // Symmetry, read off the definitions

  /**
   * Whether the formula of a function stays the same when its first two parameters change places.
   */
  private boolean isSymmetric(Expr.Call call) {
    return call.slots().isEmpty()
        && definition(call.function(), call.indices().size())
            .map(Definition::lambda)
            .filter(l -> l.parameters().size() >= 2)
            .filter(l -> text(l.body()).equals(text(exchanged(l))))
            .isPresent();
  }

  private static Expr exchanged(Lambda lambda) {
    Expr.Ref a = reference(lambda.parameters().get(0));
    Expr.Ref b = reference(lambda.parameters().get(1));
    return Trees.map(lambda.body(), e -> e.equals(a) ? b : e.equals(b) ? a : e);
  }

  private static Expr.Ref reference(Parameter parameter) {
    return new Expr.Ref(parameter.name(), List.of(), parameter.shape());
  }

  /** A Aᵀ, a multiple or an exponential of one, a name for one, or a product of such of one. */
  private boolean isSymmetricMatrix(Expr matrix) {
    return switch (generator(matrix)) {
      case Expr.Multiply m ->
          m.right().equals(new Expr.Transpose(m.left()))
              || (generator(m.left()).equals(generator(m.right())) && isSymmetricMatrix(m.left()));
      case Expr.Ref r ->
          definition(r.name(), r.indices().size())
              .filter(d -> isSymmetricMatrix(d.lambda().body()))
              .isPresent();
      default -> false;
    };
  }

  private Optional<Definition> definition(Name name, int indices) {
    return scope.definition(name, indices);
  }
}
