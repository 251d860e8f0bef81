package dev.hence.road.symbolic;

import dev.hence.expr.Name;
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
  private Optional<Term.Symbol> horizon = Optional.empty();

  /**
   * What a symbol stands for.
   *
   * @param entry which entry, row-major from 0
   * @param moment when, for the state; the present for anything else
   * @param level 0, or for a name that a derivative moves one more than the derivatives around it
   */
  record Place(Member member, int rows, int columns, int entry, Moment moment, int level) {}

  /**
   * @param end how the end of the trajectory is printed
   */
  Inputs(Terms terms, InputDomains domains, Predicate<Name> isState, String end) {
    this.terms = terms;
    this.domains = domains;
    this.isState = isState;
    this.end = end;
  }

  /** The end T of the trajectory; the present where no trajectory is spoken of. */
  Term.Symbol horizon() {
    if (horizon.isEmpty()) {
      horizon = Optional.of(symbol(end, Domain.POSITIVE));
    }
    return horizon.get();
  }

  boolean isHorizon(Term.Symbol symbol) {
    return horizon.filter(symbol::equals).isPresent();
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

  /**
   * An entry of a variable, row-major from 0. Where the trajectory leads, no one declared.
   *
   * @param moment when, for the state
   */
  Term.Symbol entry(Member member, int rows, int columns, int entry, Moment moment) {
    Moment when = isState.test(member.name()) ? moment : Moment.CURRENT;
    boolean declared = when.equals(Moment.CURRENT) || when.equals(Moment.START);
    Domain domain = declared ? domains.of(member) : Domain.REAL;
    return symbol(new Place(member, rows, columns, entry, when, 0), domain);
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
