package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Terms as Symja's expressions and back, through its Java API. The symbols are numbered: no name
 * from a document reaches Symja.
 */
final class SymjaForm {
  private static final int LARGEST_EXPONENT_BITS = 10;

  private final Terms terms;
  private final boolean polynomial;
  private final Map<Term, IExpr> known = new HashMap<>();
  private final Map<IExpr, Term> symbols = new HashMap<>();
  private final Map<Term, IExpr> inverses = new HashMap<>();
  private final Map<IExpr, IExpr> divisors = new LinkedHashMap<>();

  private SymjaForm(Terms terms, Set<Term> freed, boolean polynomial) {
    this.terms = terms;
    this.polynomial = polynomial;
    freed.forEach(this::symbol);
  }

  /**
   * Translates to polynomials, with some subterms taken for symbols and a symbol for the inverse of
   * every divisor: Symja's Expand stops at sums below a fraction line.
   */
  static SymjaForm polynomial(Terms terms, Set<Term> freed) {
    return new SymjaForm(terms, freed, true);
  }

  /** Translates as it stands. */
  static SymjaForm plain(Terms terms) {
    return new SymjaForm(terms, Set.of(), false);
  }

  /** What was divided by, by the symbol of its inverse, the innermost first. */
  Map<IExpr, IExpr> divisors() {
    return divisors;
  }

  private IExpr symbol(Term term) {
    ISymbol symbol = F.Dummy("s" + term.id());
    known.put(term, symbol);
    symbols.put(symbol, term);
    return symbol;
  }

  IExpr of(Term term) {
    IExpr result = known.get(term);
    if (result == null) {
      result = compute(term);
      known.put(term, result);
    }
    return result;
  }

  IExpr of(Polynomial polynomial) {
    IASTAppendable sum = F.PlusAlloc(polynomial.size());
    polynomial
        .terms()
        .forEach(
            (monomial, coefficient) -> {
              IASTAppendable product = F.TimesAlloc(monomial.factors().size() + 1);
              product.append(of(coefficient));
              monomial
                  .factors()
                  .forEach(f -> product.append(power(f.symbol(), Rational.of(f.exponent()))));
              sum.append(product);
            });
    return sum;
  }

  static IExpr of(Rational value) {
    return value.isInteger()
        ? F.ZZ(value.numerator())
        : F.QQ(F.ZZ(value.numerator()), F.ZZ(value.denominator()));
  }

  private IExpr compute(Term term) {
    return switch (term) {
      case Term.Constant c -> of(c.value());
      case Term.Pi pi -> F.Pi;
      case Term.Symbol s -> symbol(s);
      case Term.Sum s -> {
        IASTAppendable sum = F.PlusAlloc(s.addends().size() + 1);
        if (s.constant().signum() != 0) {
          sum.append(of(s.constant()));
        }
        s.addends().forEach(a -> sum.append(of(a)));
        yield sum;
      }
      case Term.Product p -> {
        IASTAppendable product = F.TimesAlloc(p.factors().size() + 1);
        if (!p.coefficient().equals(Rational.ONE)) {
          product.append(of(p.coefficient()));
        }
        p.factors().forEach(f -> product.append(of(f)));
        yield product;
      }
      case Term.Power p when huge(p.exponent()) -> symbol(p);
      case Term.Power p -> power(p.base(), p.exponent());
      case Term.Apply a -> function(a);
      case Term.OddRoot r -> symbol(r);
      case Term.Select s -> symbol(s);
      case Term.Opaque o -> symbol(o);
    };
  }

  /** Symja would compute 2^1000000000. */
  private static boolean huge(Rational exponent) {
    return exponent.numerator().bitLength() > LARGEST_EXPONENT_BITS;
  }

  private IExpr power(Term base, Rational exponent) {
    return polynomial && exponent.isInteger() && exponent.signum() < 0
        ? F.Power(inverse(base), of(exponent.negate()))
        : F.Power(of(base), of(exponent));
  }

  private IExpr inverse(Term base) {
    IExpr symbol = inverses.get(base);
    if (symbol == null) {
      IExpr divisor = of(base);
      symbol = F.Dummy("i" + base.id());
      inverses.put(base, symbol);
      divisors.put(symbol, divisor);
    }
    return symbol;
  }

  /** Functions whose identities hold on the whole complex plane; the others stay symbols. */
  private IExpr function(Term.Apply apply) {
    return switch (apply.function()) {
      case EXP -> F.Exp(of(apply.argument()));
      case SIN -> F.Sin(of(apply.argument()));
      case COS -> F.Cos(of(apply.argument()));
      case TAN -> F.Tan(of(apply.argument()));
      case SINH -> F.Sinh(of(apply.argument()));
      case COSH -> F.Cosh(of(apply.argument()));
      case TANH -> F.Tanh(of(apply.argument()));
      case LOG, ARCSIN, ARCCOS, ARCTAN, ARSINH, ARCOSH, ARTANH, ERF, ABS -> symbol(apply);
    };
  }

  /** The term of an expanded expression; what Symja made that no term can say is written "…". */
  Term back(IExpr expression) {
    Term symbol = symbols.get(expression);
    if (symbol != null) {
      return symbol;
    }
    IExpr divisor = divisors.get(expression);
    if (divisor != null) {
      return terms.power(back(divisor), -1);
    }
    if (expression instanceof IRational r) {
      return terms.constant(rational(r));
    }
    if (expression.isPlus()) {
      return terms.sum(((IAST) expression).stream().map(this::back).toList());
    }
    if (expression.isTimes()) {
      return terms.product(((IAST) expression).stream().map(this::back).toList());
    }
    return expression.isPower() && expression.exponent() instanceof IRational exponent
        ? terms.power(back(expression.base()), rational(exponent))
        : terms.symbol("…");
  }

  private static Rational rational(IRational value) {
    return new Rational(value.toBigNumerator(), value.toBigDenominator());
  }
}
