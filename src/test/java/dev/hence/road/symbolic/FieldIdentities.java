package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.Map;

/** More identities of learning by gradient descent, and neighbours of them that fail. */
final class FieldIdentities extends Notation {
  private final Term.Symbol z = t.symbol("z");
  private final Term.Symbol a = t.symbol("a");
  private final Term.Symbol b = t.symbol("b");
  private final Term.Symbol x = t.symbol("x");
  private final Term.Symbol y = t.symbol("y");
  private final Term.Symbol w = t.symbol("w");
  private final Term.Symbol s = t.symbol("s", Domain.POSITIVE);
  private final Term.Symbol r = t.symbol("r", Domain.POSITIVE);
  private final Term.Symbol p = t.symbol("p", Domain.open(Rational.ZERO, Rational.ONE));
  private final Term.Symbol u = t.symbol("u", Domain.open(Rational.of(-1), Rational.ONE));

  static List<Claim> trueOnes() {
    FieldIdentities f = new FieldIdentities();
    f.kinks();
    f.probabilities();
    f.activations();
    f.roots();
    f.angles();
    f.dynamics();
    return f.claims;
  }

  static List<Claim> falseOnes() {
    FieldIdentities f = new FieldIdentities();
    f.falsehoods();
    return f.claims;
  }

  private Term relu(Term v) {
    return t.max(v, n(0));
  }

  private Term softplus(Term v) {
    return log(plus(n(1), exp(v)));
  }

  private Term half(Term v) {
    return over(v, n(2));
  }

  private void kinks() {
    claim("stable softplus", softplus(z), plus(relu(z), softplus(neg(t.abs(z)))));
    claim(
        "stable log-sum-exp",
        log(plus(exp(a), exp(b))),
        plus(t.max(a, b), softplus(neg(t.abs(minus(a, b))))));
    claim("max by abs", t.max(a, b), half(plus(a, b, t.abs(minus(a, b)))));
    claim("relu² has slope 2·relu", d(sq(relu(x)), x), times(n(2), relu(x)));
    claim("|x|·d|x|/dx = x", times(t.abs(x), d(t.abs(x), x)), x);
    claim("relu is positively homogeneous", relu(times(s, x)), times(s, relu(x)));
    Term huber = t.select(minus(n(1), t.abs(x)), half(sq(x)), minus(t.abs(x), half(n(1))));
    claim("Huber's slope", d(huber, x), t.select(minus(n(1), t.abs(x)), x, t.sign(x)));
    claim("relu(x) − relu(−x) = x", minus(relu(x), relu(neg(x))), x);
    claim("|xy| = |x||y|", t.abs(times(x, y)), times(t.abs(x), t.abs(y)));
    claim(
        "e^|x| + e^−|x| = 2cosh x", plus(exp(t.abs(x)), exp(neg(t.abs(x)))), times(n(2), cosh(x)));
    claim("log|x| by branches", t.select(x, log(x), log(neg(x))), log(t.abs(x)));
    claim("∛(x³) = x", t.oddRoot(t.power(x, 3), 3), x);
    claim("d∛x/dx", d(t.oddRoot(x, 3), x), over(t.oddRoot(x, 3), times(n(3), x)));
  }

  private void probabilities() {
    claim("logit of sigmoid", minus(log(sigmoid(z)), log(minus(n(1), sigmoid(z)))), z);
    claim("sigmoid of logit", sigmoid(log(over(p, minus(n(1), p)))), p);
    Term entropy = neg(plus(times(p, log(p)), times(minus(n(1), p), log(minus(n(1), p)))));
    claim("binary entropy's slope", d(entropy, p), log(over(minus(n(1), p), p)));
    claim("entropy's curvature", d(d(entropy, p), p), over(n(-1), times(p, minus(n(1), p))));
    Term normal =
        minus(
            over(neg(sq(minus(x, a))), times(n(2), sq(s))),
            plus(log(s), half(log(times(n(2), t.pi())))));
    claim(
        "log of the normal density",
        log(
            over(
                exp(over(neg(sq(minus(x, a))), times(n(2), sq(s)))),
                times(s, t.sqrt(times(n(2), t.pi()))))),
        normal);
    claim("score of the normal density", d(normal, a), over(minus(x, a), sq(s)));
    claim(
        "log x + log y = log xy where the left is defined", plus(log(x), log(y)), log(times(x, y)));
    claim("2·log x = log x² where the left is defined", times(n(2), log(x)), log(sq(x)));
    claim("log 12", log(n(12)), plus(times(n(2), log(n(2))), log(n(3))));
    claim("x^a", d(t.power(s, a), s), times(a, t.power(s, minus(a, n(1)))));
    claim("(s^a)^b", t.power(t.power(s, a), b), t.power(s, times(a, b)));
    claim("a^x", d(t.power(s, x), x), times(log(s), t.power(s, x)));
  }

  private void activations() {
    claim("1 + tanh z = 2σ(2z)", plus(n(1), t.tanh(z)), times(n(2), sigmoid(times(n(2), z))));
    claim(
        "tanh 2z", t.tanh(times(n(2), z)), over(times(n(2), t.tanh(z)), plus(n(1), sq(t.tanh(z)))));
    claim(
        "tanh of another order",
        t.tanh(sq(plus(x, y))),
        t.tanh(plus(sq(x), times(n(2), x, y), sq(y))));
    Term mish = times(x, t.tanh(softplus(x)));
    Term e = exp(x);
    Term omega =
        plus(
            times(n(4), plus(x, n(1))),
            times(n(4), sq(e)),
            t.power(e, 3),
            times(e, plus(times(n(4), x), n(6))));
    Term delta = plus(times(n(2), e), sq(e), n(2));
    claim("Mish's slope", d(mish, x), over(times(e, omega), sq(delta)));
    claim("artanh tanh z", f(Elementary.ARTANH, t.tanh(z)), z);
    claim("tanh artanh u", t.tanh(f(Elementary.ARTANH, u)), u);
    claim("arsinh is odd", f(Elementary.ARSINH, neg(x)), neg(f(Elementary.ARSINH, x)));
    claim("sinh arsinh x", sinh(f(Elementary.ARSINH, x)), x);
    claim("d artanh", d(f(Elementary.ARTANH, u), u), over(n(1), minus(n(1), sq(u))));
    claim(
        "d arsinh by log",
        d(log(plus(x, t.sqrt(plus(n(1), sq(x))))), x),
        t.power(plus(n(1), sq(x)), Rational.of(-1, 2)));
    claim(
        "σ'' ",
        d(d(sigmoid(z), z), z),
        times(sigmoid(z), minus(n(1), sigmoid(z)), minus(n(1), times(n(2), sigmoid(z)))));
  }

  private void roots() {
    Term norm = t.sqrt(plus(sq(x), sq(y)));
    claim("slope of a unit vector", d(over(x, norm), x), over(sq(y), t.power(norm, 3)));
    claim("weight normalisation", times(norm, over(x, norm)), x);
    claim("√s·√r", t.sqrt(times(s, r)), times(t.sqrt(s), t.sqrt(r)));
    claim("√(x²s)", t.sqrt(times(sq(x), s)), times(t.abs(x), t.sqrt(s)));
    claim("√(s²)", t.sqrt(sq(s)), s);
    claim("√8", t.sqrt(n(8)), times(n(2), t.sqrt(n(2))));
    claim(
        "1/(√3 − √2)",
        over(n(1), minus(t.sqrt(n(3)), t.sqrt(n(2)))),
        plus(t.sqrt(n(3)), t.sqrt(n(2))));
    claim("√(6 − 2√5)", t.sqrt(minus(n(6), times(n(2), t.sqrt(n(5))))), minus(t.sqrt(n(5)), n(1)));
    claim(
        "s^(1/2)·s^(1/3)",
        times(t.sqrt(s), t.power(s, Rational.of(1, 3))),
        t.power(s, Rational.of(5, 6)));
    claim("√(x² − 2x + 1)", t.sqrt(plus(sq(x), times(n(-2), x), n(1))), t.abs(minus(x, n(1))));
    claim("Adam's step without decay", over(x, t.sqrt(sq(x))), t.sign(x));
    claim(
        "Cauchy's slack",
        plus(sq(minus(times(x, b), times(y, a))), sq(plus(times(x, a), times(y, b)))),
        times(plus(sq(x), sq(y)), plus(sq(a), sq(b))));
  }

  private void angles() {
    claim(
        "cos 3a", cos(times(n(3), a)), minus(times(n(4), t.power(cos(a), 3)), times(n(3), cos(a))));
    claim("sin π/3", sin(over(t.pi(), n(3))), half(t.sqrt(n(3))));
    claim("cos(π − a)", cos(minus(t.pi(), a)), neg(cos(a)));
    claim("sin(a + π/2)", sin(plus(a, half(t.pi()))), cos(a));
    claim("half angle", sin(a), times(n(2), sin(half(a)), cos(half(a))));
    claim("tan'", d(f(Elementary.TAN, x), x), over(n(1), sq(cos(x))));
    claim("arctan'", d(f(Elementary.ARCTAN, over(x, s)), x), over(s, plus(sq(s), sq(x))));
    claim(
        "arcsin'", d(f(Elementary.ARCSIN, u), u), t.power(minus(n(1), sq(u)), Rational.of(-1, 2)));
    claim(
        "cos arctan x",
        cos(f(Elementary.ARCTAN, x)),
        t.power(plus(n(1), sq(x)), Rational.of(-1, 2)));
    claim("tan arctan x", f(Elementary.TAN, f(Elementary.ARCTAN, x)), x);
    claim("arccos by arcsin", plus(f(Elementary.ARCCOS, u), f(Elementary.ARCSIN, u)), half(t.pi()));
    claim("product to sum", times(sin(a), sin(b)), half(minus(cos(minus(a, b)), cos(plus(a, b)))));
  }

  private void dynamics() {
    Term.Symbol time = t.symbol("T", Domain.POSITIVE);
    Term closed = plus(y, times(minus(w, y), exp(neg(times(s, time)))));
    claim("linear flow", d(closed, time), neg(times(s, minus(closed, y))));
    Term logistic = over(n(1), plus(n(1), times(r, exp(neg(time)))));
    claim("logistic growth", d(logistic, time), times(logistic, minus(n(1), logistic)));
    Term g = t.opaque("g", List.of(0, 0), List.of(x, y));
    Term gx = t.opaque("g", List.of(1, 0), List.of(x, y));
    Term gy = t.opaque("g", List.of(0, 1), List.of(x, y));
    Term flow = Differentiation.along(t, Map.of(x, neg(gx), y, neg(gy))).of(g);
    claim("an abstract loss falls", flow, neg(plus(sq(gx), sq(gy))));
    claim("partial derivatives commute", d(gx, y), d(gy, x));
    claim(
        "ridge regression in two dimensions",
        minus(
            times(plus(a, n(1)), over(times(b, y), minus(times(plus(a, n(1)), b), sq(x)))),
            times(x, over(times(x, y), minus(times(plus(a, n(1)), b), sq(x))))),
        y);
    Term.Symbol integral = t.symbol("I");
    Term integrand = exp(neg(sq(time)));
    claim(
        "d/dT of a running integral",
        Differentiation.along(t, Map.of(time, n(1), integral, integrand)).of(sq(integral)),
        times(n(2), integral, integrand));
  }

  private void falsehoods() {
    claim("|x| without its kink", t.abs(x), x);
    claim("relu doubled by a negative factor", relu(times(n(-2), x)), times(n(-2), relu(x)));
    claim("relu(x) + relu(−x) = x", plus(relu(x), relu(neg(x))), x);
    claim("arcsin sin x", f(Elementary.ARCSIN, sin(x)), x);
    claim("arccos cos x", f(Elementary.ARCCOS, cos(x)), x);
    claim(
        "arctan x + arctan 1/x",
        plus(f(Elementary.ARCTAN, x), f(Elementary.ARCTAN, over(n(1), x))),
        half(t.pi()));
    claim("(x²)^(3/2) = x³", t.power(sq(x), Rational.of(3, 2)), t.power(x, 3));
    claim("√(x²s) = x√s", t.sqrt(times(sq(x), s)), times(x, t.sqrt(s)));
    claim("log x² = 2·log x", log(sq(x)), times(n(2), log(x)));
    claim("log xy = log x + log y", log(times(x, y)), plus(log(x), log(y)));
    claim("sigmoid' without the square", d(sigmoid(z), z), sigmoid(z));
    claim("tanh 2z by half", t.tanh(times(n(2), z)), times(n(2), t.tanh(z)));
    claim("cosh z = e^z/2", cosh(z), half(exp(z)));
    claim("tiny", plus(x, t.constant(Rational.of(1).dividedBy(Rational.of(10).power(25)))), x);
    claim(
        "tiny slope",
        times(
            x, t.constant(Rational.ONE.plus(Rational.of(1).dividedBy(Rational.of(10).power(25))))),
        x);
    claim("sin x = x", sin(x), x);
    claim(
        "√(6 − 2√5) of the wrong sign",
        t.sqrt(minus(n(6), times(n(2), t.sqrt(n(5))))),
        minus(n(1), t.sqrt(n(5))));
    claim("22/7", t.pi(), t.constant(Rational.of(22, 7)));
    claim("division by nothing", over(x, minus(plus(sq(sin(y)), sq(cos(y))), n(1))), y);
    claim("a hidden division by nothing", over(x, minus(t.sqrt(sq(y)), t.abs(y))), y);
    claim(
        "a branch hidden by x + |x|",
        t.select(x, over(n(1), plus(x, t.abs(x))), n(5)),
        t.select(x, over(n(1), times(n(2), x)), n(7)));
    claim("erf is not tanh", f(Elementary.ERF, x), t.tanh(x));
    claim(
        "a difference below doubles",
        f(Elementary.ERF, plus(n(6), sq(x))),
        f(Elementary.ERF, plus(n(7), sq(x))));
  }
}
