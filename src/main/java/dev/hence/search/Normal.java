package dev.hence.search;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text of a formula that is the same for two formulas that differ only in the order of terms,
 * factors and the two sides of an inner product, in where a sign stands, in the order of the
 * arguments of a symmetric function, or by the transpose of a symmetric matrix. Nothing is
 * computed.
 */
public final class Normal {
  private final Scope scope;

  private Normal(Scope scope) {
    this.scope = scope;
  }

  /** The text of a formula in a scope. */
  public static String of(Expr expr, Scope scope) {
    return new Normal(scope).text(expr);
  }

  private String text(Expr expr) {
    Signed signed = signed(expr);
    return (signed.negative ? "-" : "") + signed.text;
  }

  /** A sign, pulled out of a formula as far as it goes. */
  private record Signed(boolean negative, String text) {}

  private Signed signed(Expr expr) {
    return switch (expr) {
      case Expr.Negate n -> flipped(signed(n.body()));
      case Expr.Multiply m -> product(m);
      case Expr.Divide d -> {
        Signed above = signed(d.numerator());
        Signed below = signed(d.denominator());
        yield new Signed(
            above.negative != below.negative, "(" + above.text + "/" + below.text + ")");
      }
      case Expr.Inner i -> {
        Signed left = signed(i.left());
        Signed right = signed(i.right());
        yield new Signed(
            left.negative != right.negative, "inner" + sorted(List.of(left.text, right.text)));
      }
      case Expr.Sum s when s.adds() -> {
        Signed body = signed(s.body());
        String head = s.letter() + s.range() + s.conditions();
        yield new Signed(body.negative, "sum[" + head + "](" + body.text + ")");
      }
      case Expr.Integral i -> {
        Signed body = signed(i.body());
        String head = i.variable() + "," + text(i.lower()) + "," + text(i.upper());
        yield new Signed(body.negative, "int[" + head + "](" + body.text + ")");
      }
      default -> new Signed(false, unsigned(expr));
    };
  }

  private static Signed flipped(Signed signed) {
    return new Signed(!signed.negative, signed.text);
  }

  private String unsigned(Expr expr) {
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
  private Signed product(Expr.Multiply product) {
    List<Expr> factors = new ArrayList<>();
    factors(product, factors);
    List<Signed> numbers =
        factors.stream().filter(f -> f.shape().isScalar()).map(this::signed).toList();
    List<Expr> others = factors.stream().filter(f -> !f.shape().isScalar()).toList();
    List<Signed> signedOthers = others.stream().map(this::signed).toList();
    long signs =
        numbers.stream().filter(Signed::negative).count()
            + signedOthers.stream().filter(Signed::negative).count();
    List<String> ordered = signedOthers.stream().map(Signed::text).collect(Collectors.toList());
    if (others.size() > 1 && others.stream().map(Normal::generator).distinct().count() == 1) {
      Collections.sort(ordered);
    }
    return new Signed(
        signs % 2 == 1, "(" + sorted(numbers.stream().map(Signed::text).toList()) + ordered + ")");
  }

  private static void factors(Expr expr, List<Expr> factors) {
    if (expr instanceof Expr.Multiply m) {
      factors(m.left(), factors);
      factors(m.right(), factors);
    } else {
      factors.add(expr);
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
