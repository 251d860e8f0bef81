package dev.hence.proof;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.WrittenNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The translation of powers and roots. */
final class Powers {
  private static final int HIGHEST = 12;

  private final Translation translation;

  Powers(Translation translation) {
    this.translation = translation;
  }

  Tensor power(Expr.Power power, Scene scene) {
    Optional<Rational> exponent = WrittenNumber.of(power.exponent());
    if (!power.base().shape().isScalar()) {
      return matrix(power, exponent, scene);
    }
    Optional<Integer> half =
        exponent
            .filter(q -> q.signum() > 0)
            .map(q -> q.dividedBy(Rational.of(2)))
            .flatMap(this::small);
    if (half.isPresent() && power.base() instanceof Expr.Norm norm) {
      return Tensor.scalar(new Term.Power(translation.square(norm, scene), half.get()));
    }
    if (half.isPresent() && power.base() instanceof Expr.Abs abs) {
      Term body = translation.value(abs.body(), scene).value();
      return Tensor.scalar(new Term.Power(body, 2 * half.get()));
    }
    Term base = translation.value(power.base(), scene).value();
    if (exponent.flatMap(this::small).isPresent()) {
      return Tensor.scalar(new Term.Power(base, exponent.get().intValueExact()));
    }
    Optional<Integer> roots = exponent.map(q -> q.times(Rational.of(2))).flatMap(this::small);
    if (roots.isPresent()) {
      return Tensor.scalar(new Term.Power(root(base, 2), roots.get()));
    }
    if (SizeForm.of(power.exponent()).isPresent()) {
      Term by = new Term.Whole(translation.size(power.exponent(), scene));
      return Tensor.scalar(new Term.Opaque("power", List.of(base, by)));
    }
    if (exponent.isEmpty()) {
      Term by = translation.value(power.exponent(), scene).value();
      return Tensor.scalar(new Term.Opaque("real power", List.of(base, by)));
    }
    Term by = translation.value(power.exponent(), scene).value();
    return Tensor.scalar(new Term.Opaque("power", List.of(base, by)));
  }

  /** A matrix to a small power, written out. */
  private Tensor matrix(Expr.Power power, Optional<Rational> exponent, Scene scene) {
    int n = exponent.flatMap(this::small).orElse(0);
    if (exponent.isEmpty() && SizeForm.of(power.exponent()).isPresent()) {
      return matrix(
          translation.value(power.base(), scene), translation.size(power.exponent(), scene));
    }
    if (n == 0 || Math.abs(n) > HIGHEST) {
      throw Refused.untranslated("a power of a matrix that is no small number");
    }
    Tensor base = translation.value(power.base(), scene);
    Shape shape = base.shape();
    Tensor factor = n > 0 ? base : inverse(base);
    List<Tensor> factors = new ArrayList<>(Collections.nCopies(Math.abs(n), factor));
    return factors.stream().reduce((a, b) -> translation.product(a, b, shape)).orElseThrow();
  }

  private Tensor matrix(Tensor base, Size exponent) {
    if (!translation.isNonnegative(exponent)) {
      throw Refused.untranslated("a power of a matrix that may be an inverse");
    }
    List<Term.Argument> argument = List.of(entries(square(base, "a power")));
    return new Tensor(
        base.shape(),
        at -> new Term.Function(Term.Function.POWER, List.of(exponent), List.of(), argument, at));
  }

  private Tensor inverse(Tensor base) {
    List<Term.Argument> argument = List.of(entries(square(base, "the inverse")));
    return new Tensor(
        base.shape(),
        at -> new Term.Function(Term.Function.INVERSE, List.of(), List.of(), argument, at));
  }

  /** exp(s C): of a product, its numbers are s. */
  Tensor exponential(Expr.MatrixExponential exponential, Scene scene) {
    List<Term> numbers = new ArrayList<>();
    Expr core = exponential.argument();
    while (true) {
      switch (core) {
        case Expr.Negate n -> {
          numbers.add(Term.of(-1));
          core = n.body();
        }
        case Expr.Multiply m when m.left().shape().isScalar() -> {
          numbers.add(translation.number(m.left(), scene));
          core = m.right();
        }
        case Expr.Multiply m when m.right().shape().isScalar() -> {
          numbers.add(translation.number(m.right(), scene));
          core = m.left();
        }
        case Expr.Divide d -> {
          numbers.add(new Term.Power(translation.number(d.denominator(), scene), -1));
          core = d.numerator();
        }
        default -> {
          return exponential(new Term.Product(numbers), translation.value(core, scene));
        }
      }
    }
  }

  private Tensor exponential(Term number, Tensor core) {
    List<Term.Argument> arguments =
        List.of(new Term.Argument(List.of(), number), entries(square(core, "the exponential")));
    return new Tensor(
        core.shape(),
        at -> new Term.Function(Term.Function.EXPONENTIAL, List.of(), List.of(), arguments, at));
  }

  private Term.Argument entries(Tensor matrix) {
    List<Letter> letters = translation.letters(List.of(), matrix.shape());
    return new Term.Argument(
        letters, matrix.at(letters.stream().map(l -> Size.letter(l.name())).toList()));
  }

  private static Tensor square(Tensor matrix, String what) {
    if (!(matrix.shape() instanceof Shape.Matrix m) || !m.rows().equals(m.columns())) {
      throw Refused.untranslated(what + " of what is no square matrix");
    }
    return matrix;
  }

  static Term root(Term body, int degree) {
    return degree == 2
        ? new Term.Elementary(ElementaryFunction.SQRT, body)
        : new Term.Opaque("root", List.of(body, Term.of(degree)));
  }

  private Optional<Integer> small(Rational q) {
    boolean whole =
        q.isInteger() && q.numerator().abs().compareTo(BigInteger.valueOf(HIGHEST)) <= 0;
    return whole ? Optional.of(q.intValueExact()) : Optional.empty();
  }
}
