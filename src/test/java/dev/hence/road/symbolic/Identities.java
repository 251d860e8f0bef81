package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.List;

/** Elementary identities of this field, true and false, all variables real, p1 and p2 positive. */
final class Identities extends Notation {
  private final Term.Symbol z = t.symbol("z");
  private final Term.Symbol a = t.symbol("a");
  private final Term.Symbol b = t.symbol("b");
  private final Term.Symbol c = t.symbol("c");
  private final Term.Symbol w = t.symbol("w");
  private final Term.Symbol x = t.symbol("x");
  private final Term.Symbol y = t.symbol("y");
  private final Term.Symbol y1 = t.symbol("y1");
  private final Term.Symbol y2 = t.symbol("y2");
  private final List<Term.Symbol> zs = List.of(t.symbol("z1"), t.symbol("z2"), t.symbol("z3"));
  private final Term.Symbol p1 = t.symbol("p1", Domain.POSITIVE);
  private final Term.Symbol p2 = t.symbol("p2", Domain.POSITIVE);

  private Term softmax(int i) {
    return over(exp(zs.get(i - 1)), expSum());
  }

  private Term expSum() {
    return plus(exp(zs.get(0)), exp(zs.get(1)), exp(zs.get(2)));
  }

  static List<Claim> trueOnes() {
    Identities i = new Identities();
    i.derivatives();
    i.exponentials();
    i.hyperbolic();
    i.trigonometric();
    i.others();
    return i.claims;
  }

  static List<Claim> falseOnes() {
    Identities i = new Identities();
    i.falsehoods();
    return i.claims;
  }

  private void derivatives() {
    Term s = sigmoid(z);
    Term lse = log(expSum());
    Term crossEntropy = crossEntropy();
    claim("T01 sigmoid'", d(s, z), times(s, minus(n(1), s)));
    claim("T02 d LSE = softmax", d(lse, zs.get(0)), softmax(1));
    claim("T03 Hess LSE diag", d(d(lse, zs.get(0)), zs.get(0)), minus(softmax(1), sq(softmax(1))));
    claim("T04 Hess LSE off", d(d(lse, zs.get(0)), zs.get(1)), neg(times(softmax(1), softmax(2))));
    claim("T05 tanh'", d(t.tanh(z), z), minus(n(1), sq(t.tanh(z))));
    claim(
        "T08 logistic loss grad",
        d(log(plus(n(1), exp(neg(times(y, w, x))))), w),
        over(neg(times(y, x)), plus(n(1), exp(times(y, w, x)))));
    claim(
        "T09 BCE grad = s-y",
        d(minus(neg(times(y, log(s))), times(minus(n(1), y), log(minus(n(1), s)))), z),
        minus(s, y));
    claim("T10 softmax CE grad = p-y", d(crossEntropy, zs.get(0)), minus(softmax(1), y1));
    claim("T11 softmax CE one-hot", d(neg(log(softmax(2))), zs.get(0)), softmax(1));
    claim("T12 softmax Jacobian", d(softmax(1), zs.get(1)), neg(times(softmax(1), softmax(2))));
    claim("T26 swish'", d(times(z, s), z), plus(s, times(z, s, minus(n(1), s))));
    Term phi = over(plus(n(1), f(Elementary.ERF, over(z, t.sqrt(n(2))))), n(2));
    claim(
        "T27 GELU'",
        d(times(z, phi), z),
        plus(phi, times(z, over(exp(over(neg(sq(z)), n(2))), t.sqrt(times(n(2), t.pi()))))));
  }

  private Term crossEntropy() {
    return neg(
        plus(
            times(y1, log(softmax(1))),
            times(y2, log(softmax(2))),
            times(minus(minus(n(1), y1), y2), log(softmax(3)))));
  }

  private void exponentials() {
    Term s = sigmoid(z);
    Term shifted = plus(exp(plus(zs.get(0), c)), exp(plus(zs.get(1), c)), exp(plus(zs.get(2), c)));
    claim("T13 softmax shift", over(exp(plus(zs.get(0), c)), shifted), softmax(1));
    claim(
        "T14 softplus(z)-softplus(-z)=z",
        minus(log(plus(n(1), exp(z))), log(plus(n(1), exp(neg(z))))),
        z);
    claim(
        "T15 LSE shift",
        log(plus(exp(plus(zs.get(0), c)), exp(plus(zs.get(1), c)))),
        plus(c, log(plus(exp(zs.get(0)), exp(zs.get(1))))));
    claim("T16 log sigmoid", log(s), neg(log(plus(n(1), exp(neg(z))))));
    claim("T17 s(-z)=1-s(z)", t.power(plus(n(1), exp(z)), -1), minus(n(1), s));
    claim("T29 log(pq)", log(times(p1, p2)), plus(log(p1), log(p2)));
    claim("T30 exp(a log p)", exp(times(a, log(p1))), t.power(p1, a));
  }

  private void hyperbolic() {
    Term tanh = t.tanh(z);
    claim("T06 tanh by exp", tanh, over(minus(exp(z), exp(neg(z))), plus(exp(z), exp(neg(z)))));
    claim("T07 tanh by sigmoid", tanh, minus(over(n(2), plus(n(1), exp(times(n(-2), z)))), n(1)));
    claim("T18 cosh^2-sinh^2", minus(sq(cosh(a)), sq(sinh(a))), n(1));
    claim(
        "T19 sinh(A+B)", sinh(plus(a, b)), plus(times(sinh(a), cosh(b)), times(cosh(a), sinh(b))));
    claim(
        "T20 cosh(A+B)", cosh(plus(a, b)), plus(times(cosh(a), cosh(b)), times(sinh(a), sinh(b))));
    claim(
        "T21 tanh(A+B)",
        t.tanh(plus(a, b)),
        over(plus(t.tanh(a), t.tanh(b)), plus(n(1), times(t.tanh(a), t.tanh(b)))));
    claim("T22 sech^2", t.power(cosh(z), -2), minus(n(1), sq(tanh)));
    claim("T31 asinh by log", f(Elementary.ARSINH, x), log(plus(x, t.sqrt(plus(sq(x), n(1))))));
  }

  private void trigonometric() {
    claim("T23 sin(A+B)", sin(plus(a, b)), plus(times(sin(a), cos(b)), times(cos(a), sin(b))));
    claim("T24 cos 2A", cos(times(n(2), a)), minus(n(1), times(n(2), sq(sin(a)))));
    claim("T25 sin^2+cos^2", plus(sq(sin(a)), sq(cos(a))), n(1));
  }

  private void others() {
    claim("T28 sqrt(x^2)=abs(x)", t.sqrt(sq(x)), t.abs(x));
    claim(
        "T32 nested radical",
        t.sqrt(plus(n(3), times(n(2), t.sqrt(n(2))))),
        plus(n(1), t.sqrt(n(2))));
  }

  private void falsehoods() {
    Term s = sigmoid(z);
    Term off = t.constant(Rational.of(1).plus(Rational.of(1).dividedBy(Rational.of(10).power(20))));
    claim("F01 sigmoid' wrong sign", d(s, z), times(s, plus(n(1), s)));
    claim("F02 softmax CE p+y", d(crossEntropy(), zs.get(0)), plus(softmax(1), y1));
    claim("F03 tanh' wrong sign", d(t.tanh(z), z), plus(n(1), sq(t.tanh(z))));
    claim("F04 sqrt(x^2)=x", t.sqrt(sq(x)), x);
    claim("F05 log(x^2)=2log x", log(sq(x)), times(n(2), log(x)));
    claim("F06 softplus(z)=z", log(plus(n(1), exp(z))), z);
    claim("F07 sqrt(xy)", t.sqrt(times(x, y)), times(t.sqrt(x), t.sqrt(y)));
    claim("F08 atan(tan x)=x", f(Elementary.ARCTAN, f(Elementary.TAN, x)), x);
    claim(
        "F09 Ramanujan near-integer",
        exp(times(t.pi(), t.sqrt(n(163)))),
        t.constant(262_537_412_640_768_744L));
    claim("F10 tanh' off by 1e-20", d(t.tanh(z), z), minus(n(1), times(off, sq(t.tanh(z)))));
    claim(
        "F11 sqrt((x-1)^2)=x-1", t.sqrt(plus(minus(sq(x), times(n(2), x)), n(1))), minus(x, n(1)));
  }
}
