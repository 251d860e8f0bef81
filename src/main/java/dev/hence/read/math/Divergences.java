package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import java.util.ArrayList;
import java.util.List;

/** The two letters of {@code KL(q \| p)} are one name, for a double bar stands behind them. */
final class Divergences {
  private Divergences() {}

  /** The factors, with {@code KL} as one of them wherever it stands before a double bar. */
  static List<Factor> named(List<Factor> factors) {
    List<Factor> all = new ArrayList<>();
    int k = 0;
    while (k < factors.size()) {
      boolean named = k + 2 < factors.size() && isNamed(factors.subList(k, k + 3));
      all.add(named ? name(factors.get(k), factors.get(k + 1)) : factors.get(k));
      k += named ? 2 : 1;
    }
    return all;
  }

  private static boolean isNamed(List<Factor> three) {
    Factor k = three.get(0);
    Factor l = three.get(1);
    return isLetter(k, "K")
        && isLetter(l, "L")
        && k.value().span().end() == l.value().span().start()
        && Products.isJuxtaposed(l)
        && Products.isJuxtaposed(three.get(2))
        && isParted(three.get(2).value());
  }

  private static boolean isLetter(Factor factor, String letter) {
    return factor.value() instanceof Syntax.Name n && n.key().equals(letter);
  }

  private static boolean isParted(Syntax syntax) {
    Syntax base = syntax instanceof Syntax.Scripted s ? s.base() : syntax;
    return base instanceof Syntax.Group g
        && g.items().size() == 1
        && g.items().getFirst() instanceof Syntax.Parted;
  }

  private static Factor name(Factor k, Factor l) {
    Syntax name =
        new Syntax.Name("KL", Font.ITALIC, false, List.of(), k.value().span().to(l.value().span()));
    return new Factor(k.operator(), k.negated(), name, k.span().to(l.span()));
  }
}
