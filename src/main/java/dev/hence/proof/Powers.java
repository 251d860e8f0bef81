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
    if (exponent.isEmpty() && SizeForm.of(power.exponent()).isEmpty()) {
      Term by = translation.value(power.exponent(), scene).value();
      return Tensor.scalar(new Term.Opaque("real power", List.of(base, by)));
    }
    Term by = translation.value(power.exponent(), scene).value();
    return Tensor.scalar(new Term.Opaque("power", List.of(base, by)));
  }

  /** A matrix to a small power, written out. */
  private Tensor matrix(Expr.Power power, Optional<Rational> exponent, Scene scene) {
    int n = exponent.flatMap(this::small).orElse(0);
    if (n == 0 || Math.abs(n) > HIGHEST) {
      throw Refused.untranslated("a power of a matrix that is no small number");
    }
    Tensor base = translation.value(power.base(), scene);
    Shape shape = base.shape();
    Tensor factor = n > 0 ? base : inverse(base);
    List<Tensor> factors = new ArrayList<>(Collections.nCopies(Math.abs(n), factor));
    return factors.stream().reduce((a, b) -> translation.product(a, b, shape)).orElseThrow();
  }

  private Tensor inverse(Tensor base) {
    if (!(base.shape() instanceof Shape.Matrix m) || !m.rows().equals(m.columns())) {
      throw Refused.untranslated("the inverse of what is no square matrix");
    }
    List<Letter> letters = translation.letters(List.of(), m);
    Term entry = base.at(letters.stream().map(l -> Size.letter(l.name())).toList());
    List<Term.Argument> argument = List.of(new Term.Argument(letters, entry));
    return new Tensor(
        m, at -> new Term.Function(Term.Function.INVERSE, List.of(), List.of(), argument, at));
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
