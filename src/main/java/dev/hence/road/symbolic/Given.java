package dev.hence.road.symbolic;

import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two sides as they were compared in the end.
 *
 * @param of what they are; empty for the sides of the step
 * @param place which of many
 * @param relation between them; if it is an inequality, the one side was held against 0, and the
 *     other is another form of it
 * @param where what the atoms in them stand for
 * @param terms how many terms left − right has at most when it is multiplied out; 0 where there was
 *     nothing to do, as both sides are one term
 * @param method how it was seen
 */
record Given(
    String of,
    String place,
    Relation relation,
    Term left,
    Term right,
    Map<Term.Symbol, Term> where,
    int terms,
    String method) {
  private static final List<String> LETTERS = List.of("u", "v", "s", "h", "q", "e");

  Given {
    where = Map.copyOf(where);
  }

  /** Both sides of a form as Symja is given them. */
  static Given of(Atomised form, Set<Term> freed) {
    if (form.left().equals(form.right())) {
      Term both = form.defined(form.left());
      return equal(both, both, Map.of(), 0);
    }
    Expansion expansion = new Expansion(freed);
    double terms = expansion.count(form.left()) + expansion.count(form.right());
    return equal(form.left(), form.right(), atoms(form), (int) terms);
  }

  /** Two sides that are equal. */
  static Given equal(Term left, Term right, Map<Term.Symbol, Term> where, int terms) {
    return new Given("", "", Relation.EQUAL, left, right, where, terms, "");
  }

  /** A term that both sides are. */
  static Given same(Term term) {
    return equal(term, term, Map.of(), 0).by(Finding.SAME_TERM);
  }

  /**
   * A term that is nowhere negative.
   *
   * @param form the same, written as it was seen
   */
  static Given nonnegative(Term term, Term form, boolean strict, String method) {
    Relation relation = strict ? Relation.GREATER : Relation.GREATER_OR_EQUAL;
    return new Given("", "", relation, term, form, Map.of(), 0, method);
  }

  /** What is needed to know the atoms of a form, each by older ones. */
  private static Map<Term.Symbol, Term> atoms(Atomised form) {
    Map<Term.Symbol, Term> where = new HashMap<>();
    Deque<Term.Symbol> open = new ArrayDeque<>(Symbols.of(List.of(form.left(), form.right())));
    while (!open.isEmpty()) {
      Term.Symbol symbol = open.pop();
      Term value = form.definitions().get(symbol);
      if (value != null && where.put(symbol, value) == null) {
        open.addAll(Symbols.of(List.of(value)));
      }
    }
    return where;
  }

  /** Said to be something: of what is said to be something already, it is a part. */
  Given named(String what) {
    String name = of.isEmpty() ? what : what + ": " + of;
    return new Given(name, place, relation, left, right, where, terms, method);
  }

  /** At a place, within which it has its own. */
  Given at(String outer) {
    String whole = place.isEmpty() ? outer : outer + ", " + place;
    return new Given(of, whole, relation, left, right, where, terms, method);
  }

  Given by(String how) {
    return new Given(of, place, relation, left, right, where, terms, how);
  }

  /** What the derivatives of both sides are called. */
  static String derivatives(int order, String variable) {
    return order == 1
        ? "their derivatives in $" + variable + "$"
        : "their derivatives of order %d in $%s$".formatted(order, variable);
  }

  /** Whether anything had to be seen. */
  boolean isTelling() {
    return terms > 0 || relation != Relation.EQUAL;
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
        of,
        place,
        relation,
        TermPrinter.readable(left, names),
        TermPrinter.readable(right, names),
        said,
        terms,
        method);
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
