package dev.hence.proof;

import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Chooses the names of bound letters, so that monomials that differ by names alone become the same.
 * Any choice is right; a poor one only leaves equal monomials apart.
 */
final class Naming {
  private static final int MOST = 720;

  private final NormalForm form;

  Naming(NormalForm form) {
    this.form = form;
  }

  Polynomial named(
      List<Letter> letters, List<Factor> factors, Rational coefficient, Products products) {
    if (letters.isEmpty()) {
      return Polynomial.of(new Monomial(List.of(), factors), coefficient);
    }
    Summand best = null;
    for (List<Letter> order : orders(letters, factors)) {
      Summand candidate = renamed(order, factors, coefficient);
      if (candidate == null) {
        throw new Refused(Refused.Reason.TOO_LARGE, "a product that changes with its letters");
      }
      boolean better =
          best == null || candidate.monomial().key().compareTo(best.monomial().key()) < 0;
      best = better ? candidate : best;
    }
    if (best.monomial().factors().size() < factors.size()) {
      return products.of(best.monomial().letters(), best.monomial().factors(), best.coefficient());
    }
    return Polynomial.of(best.monomial(), best.coefficient());
  }

  /** The monomial with the letters named in this order, its atoms again in normal form. */
  private Summand renamed(List<Letter> order, List<Factor> factors, Rational coefficient) {
    int height = 1 + factors.stream().mapToInt(f -> NormalForm.height(f.atom())).max().orElse(0);
    Map<String, Size> names = new HashMap<>();
    for (int k = 0; k < order.size(); k++) {
      names.put(order.get(k).name(), Size.letter("#" + height + "." + k));
    }
    Rational times = coefficient;
    List<Factor> renamed = new ArrayList<>();
    for (Factor f : factors) {
      if (NormalForm.isFree(f.atom(), order)) {
        renamed.add(f);
        continue;
      }
      List<Summand> atom = form.of(Terms.with(f.atom(), names)).summands();
      boolean inverse = f.isInverse();
      if (inverse) {
        atom = form.power(form.of(Terms.with(f.atom(), names)), -1).summands();
      }
      if (atom.size() != 1 || !atom.getFirst().monomial().letters().isEmpty()) {
        return null;
      }
      int power = inverse ? -f.exponent() : f.exponent();
      times = times.times(atom.getFirst().coefficient().power(power));
      for (Factor g : atom.getFirst().monomial().factors()) {
        renamed.add(new Factor(g.atom(), g.exponent() * power, g.text()));
      }
    }
    List<Letter> named = new ArrayList<>();
    for (int k = 0; k < order.size(); k++) {
      named.add(order.get(k).with(names).renamed("#" + height + "." + k));
    }
    return new Summand(new Monomial(named, Products.merged(renamed)), times);
  }

  // Orders

  /** The orders of letters to be tried: by what they occur in, ties in every order. */
  private List<List<Letter>> orders(List<Letter> letters, List<Factor> factors) {
    if (letters.size() == 1) {
      return List.of(letters);
    }
    int[] colours = new int[letters.size()];
    int classes = 0;
    for (int round = 0; round <= letters.size(); round++) {
      List<String> signatures = new ArrayList<>();
      for (int k = 0; k < letters.size(); k++) {
        signatures.add(signature(k, letters, factors, colours));
      }
      List<String> sorted = List.copyOf(new TreeSet<>(signatures));
      for (int k = 0; k < letters.size(); k++) {
        colours[k] = sorted.indexOf(signatures.get(k));
      }
      if (sorted.size() == classes || sorted.size() == letters.size()) {
        classes = sorted.size();
        break;
      }
      classes = sorted.size();
    }
    List<List<Letter>> orders = List.of(List.of());
    for (int colour = 0; colour < classes; colour++) {
      List<Letter> same = new ArrayList<>();
      for (int k = 0; k < letters.size(); k++) {
        if (colours[k] == colour) {
          same.add(letters.get(k));
        }
      }
      orders = extended(orders, same);
    }
    return orders;
  }

  private static List<List<Letter>> extended(List<List<Letter>> orders, List<Letter> same) {
    List<List<Letter>> all = new ArrayList<>();
    for (List<Letter> permutation : permutations(same)) {
      for (List<Letter> order : orders) {
        List<Letter> longer = new ArrayList<>(order);
        longer.addAll(permutation);
        all.add(longer);
        if (all.size() >= MOST) {
          return all;
        }
      }
    }
    return all;
  }

  private static List<List<Letter>> permutations(List<Letter> letters) {
    if (letters.size() <= 1) {
      return List.of(letters);
    }
    List<List<Letter>> all = new ArrayList<>();
    for (int k = 0; k < letters.size() && all.size() < MOST; k++) {
      List<Letter> rest = new ArrayList<>(letters);
      Letter first = rest.remove(k);
      for (List<Letter> tail : permutations(rest)) {
        List<Letter> order = new ArrayList<>();
        order.add(first);
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  /** What a letter occurs in, the other letters told only by their colours. */
  private String signature(
      int which, List<Letter> letters, List<Factor> factors, int[] colours) {
    Map<String, Size> masks = new HashMap<>();
    for (int k = 0; k < letters.size(); k++) {
      String mask = k == which ? "●" : "c" + colours[k];
      masks.put(letters.get(k).name(), Size.letter(mask));
    }
    String name = letters.get(which).name();
    List<String> texts = new ArrayList<>();
    for (Factor f : factors) {
      if (new HashSet<>(Terms.free(f.atom())).contains(name)) {
        texts.add(text(Terms.with(f.atom(), masks)) + "^" + f.exponent());
      }
    }
    Letter own = letters.get(which).with(masks);
    texts.sort(String::compareTo);
    return colours[which] + own.lower().toString() + ".." + own.upper() + texts;
  }

  private String text(Term term) {
    try {
      return form.closed(term).toString();
    } catch (Refused meaningless) {
      return "!";
    }
  }
}
