package dev.hence.road.symbolic;

import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The symbols that stand for entries of variables, of the state at its times, and for times. */
final class Inputs {
  private final Terms terms;
  private final InputDomains domains;
  private final Predicate<Name> isState;
  private final String end;
  private final Map<Place, Term.Symbol> symbols = new HashMap<>();
  private final Map<Term.Symbol, Place> places = new HashMap<>();
  private final Map<Integer, Term.Symbol> clocks = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Member, List<Rational>> fixed;
  private final Term.Symbol horizon;

  /**
   * What a symbol stands for.
   *
   * @param entry which entry, row-major from 0
   * @param moment when, for the state; the present for anything else
   * @param level 0, or for a name that a derivative moves one more than the derivatives around it
   */
  record Place(Member member, int rows, int columns, int entry, Moment moment, int level) {}

  /**
   * @param horizon how the end of the trajectory is printed
   * @param fixed values that a case fixes
   */
  Inputs(
      Terms terms,
      InputDomains domains,
      Predicate<Name> isState,
      String horizon,
      Map<Member, List<Rational>> fixed) {
    this.terms = terms;
    this.domains = domains;
    this.isState = isState;
    this.end = horizon;
    this.fixed = Map.copyOf(fixed);
    this.horizon = symbol(horizon, Domain.POSITIVE);
  }

  /** The end T of the trajectory. */
  Term.Symbol horizon() {
    return horizon;
  }

  /** The time that runs in an integral at this depth, between 0 and T. */
  Term.Symbol clock(int depth) {
    return clocks.computeIfAbsent(depth, d -> symbol(running(d), Domain.NONNEGATIVE));
  }

  boolean isClock(Term.Symbol symbol, int depth) {
    return symbol.equals(clocks.get(depth));
  }

  boolean isClock(Term.Symbol symbol) {
    return clocks.containsValue(symbol);
  }

  /** The value of a variable; of the state at a time. */
  Rectangle value(Member member, int rows, int columns, Moment moment) {
    List<Rational> known = fixed.get(member);
    if (known != null) {
      return Rectangle.filled(rows, columns, k -> terms.constant(known.get(k)));
    }
    boolean state = isState.test(member.name());
    Moment when = state ? moment : Moment.CURRENT;
    return switch (state ? InputDomains.Structure.FREE : domains.structure(member)) {
      case FREE -> Rectangle.filled(rows, columns, k -> entry(member, rows, columns, k, when));
      case SYMMETRIC ->
          Rectangle.filled(
              rows,
              columns,
              k ->
                  entry(
                      member,
                      rows,
                      columns,
                      Math.min(k, k % columns * columns + k / columns),
                      when));
      case SUMS_TO_ONE -> summingToOne(member, rows, columns, when);
    };
  }

  private Rectangle summingToOne(Member member, int rows, int columns, Moment when) {
    List<Term> entries = new ArrayList<>();
    List<Term> rest = new ArrayList<>(List.of(terms.one()));
    for (int k = 0; k < rows * columns - 1; k++) {
      Term.Symbol entry = entry(member, rows, columns, k, when);
      entries.add(entry);
      rest.add(terms.negate(entry));
    }
    entries.add(terms.sum(rest));
    return new Rectangle(rows, columns, entries);
  }

  private Term.Symbol entry(Member member, int rows, int columns, int entry, Moment moment) {
    Domain domain = moment instanceof Moment.Flow ? Domain.REAL : domains.of(member);
    return symbol(new Place(member, rows, columns, entry, moment, 0), domain);
  }

  /** Symbols for a name that moves by itself; nothing is known of their values. */
  Rectangle moving(Member member, int rows, int columns, int level) {
    return Rectangle.filled(
        rows,
        columns,
        k -> symbol(new Place(member, rows, columns, k, Moment.CURRENT, level + 1), Domain.REAL));
  }

  /** The entry of the state that a symbol stands for, at whatever time. */
  Optional<Place> state(Term.Symbol symbol) {
    return Optional.ofNullable(places.get(symbol))
        .filter(place -> place.level() == 0 && isState.test(place.member().name()));
  }

  /** The same entry at another time. */
  Term.Symbol at(Place place, Moment moment) {
    return entry(place.member(), place.rows(), place.columns(), place.entry(), moment);
  }

  private Term.Symbol symbol(Place place, Domain domain) {
    return symbols.computeIfAbsent(
        place,
        p -> {
          Term.Symbol made = symbol(text(p), domain);
          places.put(made, p);
          return made;
        });
  }

  /** A new symbol, its name changed where it is taken. */
  Term.Symbol symbol(String text, Domain domain) {
    String name = text;
    for (int k = 2; !names.add(name); k++) {
      name = text + "⟨" + k + "⟩";
    }
    return terms.symbol(name, domain);
  }

  private String text(Place place) {
    List<Integer> scripts = new ArrayList<>(place.member().indices());
    if (place.rows() * place.columns() > 1) {
      if (place.rows() > 1) {
        scripts.add(place.entry() / place.columns() + 1);
      }
      if (place.columns() > 1) {
        scripts.add(place.entry() % place.columns() + 1);
      }
    }
    String name = new Member(place.member().name(), scripts).toString();
    String moving = place.level() > 0 ? "′" : "";
    return name
        + moving
        + switch (place.moment()) {
          case Moment.Current c -> "";
          case Moment.Start s -> "(0)";
          case Moment.End e -> "(" + end + ")";
          case Moment.Running r -> "(" + running(r.depth()) + ")";
          case Moment.Flow f -> "˙";
        };
  }

  private static String running(int depth) {
    return depth == 0 ? "t" : "t" + depth;
  }
}
