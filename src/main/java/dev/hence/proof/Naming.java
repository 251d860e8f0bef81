package dev.hence.proof;

import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Chooses the names of bound letters, so that monomials that differ by names alone become the same.
 * Any choice is right; a poor one only leaves equal monomials apart.
 */
final class Naming {
  private static final int MOST = 64;

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
    String bestKey = "";
    for (List<Letter> order : orders(letters, factors)) {
      Summand candidate = renamed(order, factors, coefficient);
      if (candidate == null) {
        throw new Refused(Refused.Reason.TOO_LARGE, "a product that changes with its letters");
      }
      String key = candidate.monomial().key();
      boolean better = best == null || key.compareTo(bestKey) < 0;
      best = better ? candidate : best;
      bestKey = better ? key : bestKey;
    }
    if (best.monomial().factors().size() < factors.size()) {
      return products.of(best.monomial().letters(), best.monomial().factors(), best.coefficient());
    }
    return Polynomial.of(bestKey, best.monomial(), best.coefficient());
  }

  /** The monomial with the letters named in this order, its atoms again in normal form. */
  private Summand renamed(List<Letter> order, List<Factor> factors, Rational coefficient) {
    form.work();
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

  /** The orders of letters to be tried: by what they occur in, and where that ties, by each. */
  private List<List<Letter>> orders(List<Letter> letters, List<Factor> factors) {
    if (letters.size() == 1) {
      return List.of(letters);
    }
    List<List<Letter>> orders = new ArrayList<>();
    extend(new int[letters.size()], letters, factors, orders);
    return orders;
  }

  private void extend(
      int[] start, List<Letter> letters, List<Factor> factors, List<List<Letter>> orders) {
    int[] colours = refined(start, letters, factors);
    int tied = firstTied(colours);
    if (tied < 0) {
      Letter[] order = new Letter[colours.length];
      for (int k = 0; k < colours.length; k++) {
        order[colours[k]] = letters.get(k);
      }
      orders.add(List.of(order));
      return;
    }
    for (int k = 0; k < colours.length && orders.size() < MOST; k++) {
      if (colours[k] == tied) {
        int[] apart = new int[colours.length];
        for (int m = 0; m < colours.length; m++) {
          apart[m] = 2 * colours[m] + 1;
        }
        apart[k]--;
        extend(apart, letters, factors, orders);
      }
    }
  }

  /** The least colour that more than one letter has; −1 if there is none. */
  private static int firstTied(int[] colours) {
    int least = -1;
    for (int k = 0; k < colours.length; k++) {
      for (int m = 0; m < k; m++) {
        boolean better = least < 0 || colours[k] < least;
        least = colours[k] == colours[m] && better ? colours[k] : least;
      }
    }
    return least;
  }

  /** Colours from 0 on: what occurs in different factors has different ones. */
  private int[] refined(int[] start, List<Letter> letters, List<Factor> factors) {
    int[] colours = start;
    int classes = 0;
    while (true) {
      List<String> signatures = new ArrayList<>();
      for (int k = 0; k < colours.length; k++) {
        signatures.add(signature(k, letters, factors, colours));
      }
      List<String> sorted = List.copyOf(new TreeSet<>(signatures));
      int[] finer = new int[colours.length];
      for (int k = 0; k < colours.length; k++) {
        finer[k] = sorted.indexOf(signatures.get(k));
      }
      if (sorted.size() == classes || sorted.size() == colours.length) {
        return finer;
      }
      classes = sorted.size();
      colours = finer;
    }
  }

  /** What a letter occurs in, the other letters told only by their colours. */
  private String signature(int which, List<Letter> letters, List<Factor> factors, int[] colours) {
    Map<String, Size> masks = new HashMap<>();
    for (int k = 0; k < letters.size(); k++) {
      String mask = k == which ? "●" : "c" + colours[k];
      masks.put(letters.get(k).name(), Size.letter(mask));
    }
    String name = letters.get(which).name();
    List<String> texts = new ArrayList<>();
    for (Factor f : factors) {
      if (Terms.speaksOf(f.atom(), name)) {
        texts.add(text(Terms.with(f.atom(), masks)) + "^" + f.exponent());
      }
    }
    Letter own = letters.get(which).with(masks);
    texts.sort(String::compareTo);
    form.work();
    return (1000 + colours[which]) + " " + own.lower().toString() + ".." + own.upper() + texts;
  }

  private String text(Term term) {
    try {
      return form.text(term);
    } catch (Refused meaningless) {
      return "!";
    }
  }
}
