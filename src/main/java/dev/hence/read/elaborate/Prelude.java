package dev.hence.read.elaborate;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.symbol.Font;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;

/** Functions that the field takes for known where nothing else is said of the word. */
final class Prelude {
  private static final List<String> WORDS =
      List.of("softmax", "Softmax", "sigmoid", "ReLU", "relu", "softplus");
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Reading reading;
  private final Context context;

  Prelude(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** Whether a name before one argument is such a function. */
  static boolean knows(ScriptedName n, Context context) {
    Name name = n.name();
    return n.isBare()
        && n.primes() == 0
        && n.letter().font().style() == Font.Style.ROMAN
        && WORDS.contains(n.letter().letter())
        && !context.knows(name, 0);
  }

  Typed apply(ScriptedName n, Typed x, Span span) {
    String word = n.letter().letter();
    boolean softmax = word.equalsIgnoreCase("softmax");
    reading.inference().take(sentence(word));
    if (softmax) {
      Type vector = Type.vector(reading.inference().extent());
      if (!Tensors.isRow(reading.inference().known(x.type()))) {
        reading.inference().same(vector, x.type(), span, Refusal.Where.ARGUMENT);
      }
    }
    return Typed.of(
        x.type().plain(),
        build -> {
          Expr argument = x.draft().build(build);
          return softmax
              ? softmax(argument)
              : new Entrywise(context).each(argument, e -> ofNumber(word, e));
        });
  }

  private static String sentence(String word) {
    return switch (word) {
      case "softmax", "Softmax" -> "softmax(x) is e^x, entry by entry, over the sum of its entries";
      case "ReLU", "relu" -> word + "(x) is max(0, x), entry by entry";
      case "softplus" -> word + "(x) is log(1 + e^x), entry by entry";
      default -> word + "(x) is 1/(1 + e^{-x}), entry by entry";
    };
  }

  private static Expr ofNumber(String word, Expr x) {
    return switch (word) {
      case "ReLU", "relu" -> new Expr.Extremum(true, List.of(ZERO, x));
      case "softplus" ->
          new Expr.Apply(
              ElementaryFunction.LOG,
              new Expr.Add(List.of(ONE, new Expr.Apply(ElementaryFunction.EXP, x))));
      default ->
          new Expr.Divide(
              ONE,
              new Expr.Add(
                  List.of(ONE, new Expr.Apply(ElementaryFunction.EXP, new Expr.Negate(x)))));
    };
  }

  /** e^x over the sum of the e^{x_k}. */
  private Expr softmax(Expr x) {
    if (x.shape() instanceof Shape.Scalar) {
      return x;
    }
    Expr sum =
        new Entrywise(context).sum(x, entry -> new Expr.Apply(ElementaryFunction.EXP, entry));
    return new Expr.Divide(new Expr.Apply(ElementaryFunction.EXP, x), sum);
  }
}
