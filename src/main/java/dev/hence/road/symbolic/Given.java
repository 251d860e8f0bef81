package dev.hence.road.symbolic;

import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two sides as they were compared in the end.
 *
 * @param where what the atoms in them stand for
 * @param terms how many terms left − right has at most when it is multiplied out; 0 where there was
 *     nothing to do, as both sides are one term
 */
record Given(Term left, Term right, Map<Term.Symbol, Term> where, int terms) {
  private static final List<String> LETTERS = List.of("u", "v", "s", "h", "q", "e");

  Given {
    where = Map.copyOf(where);
  }

  /** Both sides of a form as Symja is given them. */
  static Given of(Atomised form, Set<Term> freed) {
    Expansion expansion = new Expansion(freed);
    double terms = expansion.count(form.left()) + expansion.count(form.right());
    Map<Term.Symbol, Term> where = new HashMap<>();
    for (Term.Symbol symbol : Symbols.of(List.of(form.left(), form.right()))) {
      if (form.definitions().containsKey(symbol)) {
        where.put(symbol, form.defined(symbol));
      }
    }
    return new Given(form.left(), form.right(), where, (int) terms);
  }

  /** A term that both sides are. */
  static Given same(Term term) {
    return new Given(term, term, Map.of(), 0);
  }

  /** In readable mathematics, the atoms numbered in the order in which they were made. */
  Evidence.Written written() {
    List<Term.Symbol> atoms =
        where.keySet().stream().sorted(Comparator.comparingInt(Term::id)).toList();
    String letter = letter();
    Map<Term.Symbol, String> names = new HashMap<>();
    List<String> said = new ArrayList<>();
    for (Term.Symbol atom : atoms) {
      String value = TermPrinter.readable(where.get(atom), names);
      if (where.get(atom) instanceof Term.Symbol) {
        names.put(atom, value);
      } else {
        names.put(atom, UnicodePrinter.print(new Name(letter), List.of(said.size() + 1)));
        said.add(names.get(atom) + " = " + value);
      }
    }
    return new Evidence.Written(
        TermPrinter.readable(left, names), TermPrinter.readable(right, names), said, terms);
  }

  /** One that no name begins with. */
  private String letter() {
    List<Term> all = new ArrayList<>(where.values());
    all.addAll(List.of(left, right));
    Set<Term.Symbol> symbols = Symbols.of(all);
    return LETTERS.stream()
        .filter(letter -> symbols.stream().noneMatch(s -> s.name().startsWith(letter)))
        .findFirst()
        .orElse("atom");
  }
}
