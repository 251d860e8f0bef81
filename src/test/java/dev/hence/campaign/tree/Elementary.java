package dev.hence.campaign.tree;

import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** The elementary functions of one number, and how each is written. */
public enum Elementary {
  EXP("\\exp", Series::exp),
  LOG("\\log", Elementary::log),
  SQRT("\\sqrt", Elementary::root),
  SIN("\\sin", Series::sin),
  COS("\\cos", Series::cos),
  TAN("\\tan", Series::tan),
  ARCTAN("\\arctan", ApfloatMath::atan),
  SINH("\\sinh", Series::sinh),
  COSH("\\cosh", Series::cosh),
  TANH("\\tanh", Series::tanh),
  ABS("|", ApfloatMath::abs),
  SIGN("\\operatorname{sign}", x -> new Apfloat(x.signum(), Grid.DIGITS)),
  RELU("\\max", x -> x.signum() > 0 ? x : Apfloat.ZERO);

  private final String latex;

  @SuppressWarnings("ImmutableEnumChecker") // Each is a function without state.
  private final UnaryOperator<Apfloat> value;

  Elementary(String latex, UnaryOperator<Apfloat> value) {
    this.latex = latex;
    this.value = value;
  }

  String latex() {
    return latex;
  }

  Apfloat at(Apfloat x) {
    return value.apply(x);
  }

  private static Apfloat log(Apfloat x) {
    if (x.signum() <= 0) {
      throw new UndefinedException("the logarithm of a number that is not positive");
    }
    return ApfloatMath.log(x);
  }

  private static Apfloat root(Apfloat x) {
    if (x.signum() < 0) {
      throw new UndefinedException("the root of a negative number");
    }
    return x.signum() == 0 ? x : ApfloatMath.sqrt(x);
  }
}
