package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Mismatch;
import dev.hence.read.type.Type;
import dev.hence.read.type.Unifier;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is found out while one statement is read: types, what waits for types, names that nothing
 * declares, and what does not fit. All of it can be taken back to a mark.
 */
final class Inference {
  /** A name that nothing declares, with the type that its uses force. */
  record Undeclared(Type type, Span span, int uses) {
    Undeclared used(int more) {
      return new Undeclared(type, span, uses + more);
    }
  }

  /**
   * How far the indices of entries run along a side.
   *
   * @param length empty where an index does not say it
   */
  private record Reach(Extent side, Optional<Extent> length) {}

  private final Unifier unifier = new Unifier();
  private List<Refusal> refusals = List.of();
  private Notes notes = Notes.NONE;
  private List<Constraint> waiting = List.of();
  private Map<Name, Undeclared> undeclared = Map.of();
  private List<Reach> reached = List.of();

  Type.Unknown unknown() {
    return unifier.unknown();
  }

  Extent extent() {
    return unifier.unknownExtent();
  }

  Extent known(Extent extent) {
    return unifier.known(extent);
  }

  Type known(Type type) {
    return unifier.known(type);
  }

  /** Makes two types the same, or refuses. */
  void same(Type left, Type right, Span span, Refusal.Where where) {
    Optional<Mismatch> mismatch = unifier.unify(left, right);
    mismatch.ifPresent(m -> refuse(new Refusal.Unfit(span, where, m)));
  }

  /** Whether two types can be the same; nothing is settled. */
  boolean fits(Type left, Type right) {
    int mark = unifier.mark();
    boolean fits = unifier.unify(left, right).isEmpty();
    unifier.undo(mark);
    return fits;
  }

  int mark() {
    return unifier.mark();
  }

  void undo(int mark) {
    unifier.undo(mark);
  }

  void refuse(Refusal refusal) {
    List<Refusal> before = refusals;
    List<Refusal> more = new ArrayList<>(before);
    more.add(refusal);
    refusals = List.copyOf(more);
    unifier.whenUndone(() -> refusals = before);
  }

  /** Notes what is taken for granted. */
  void take(String sentence) {
    note(notes.taking(sentence));
  }

  /** Notes that a function is differentiated by its own argument at another value. */
  void derive(Expr.Call derivative) {
    note(notes.deriving(derivative));
  }

  /** Notes that a mean was read. */
  void average() {
    note(notes.averaging());
  }

  private void note(Notes more) {
    Notes before = notes;
    notes = more;
    unifier.whenUndone(() -> notes = before);
  }

  Notes notes() {
    return notes;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** Tries a constraint now, and keeps it if it is not settled. */
  void require(Constraint constraint) {
    if (!constraint.settles(this)) {
      List<Constraint> more = new ArrayList<>(waiting);
      more.add(constraint);
      waitFor(more);
    }
  }

  private void waitFor(List<Constraint> constraints) {
    List<Constraint> before = waiting;
    waiting = List.copyOf(constraints);
    unifier.whenUndone(() -> waiting = before);
  }

  /** The type of a name that nothing declares. */
  Type undeclared(Name name, Span span) {
    Undeclared known = undeclared.get(name);
    Undeclared used = known == null ? new Undeclared(unknown(), span, 1) : known.used(1);
    undeclared(name, used);
    return used.type();
  }

  /** Takes back one use of a name that nothing declares: it names an argument of a function. */
  void forget(Name name) {
    Undeclared known = undeclared.get(name);
    if (known != null) {
      undeclared(name, known.used(-1));
    }
  }

  private void undeclared(Name name, Undeclared used) {
    Map<Name, Undeclared> before = undeclared;
    Map<Name, Undeclared> more = new LinkedHashMap<>(before);
    more.put(name, used);
    more.values().removeIf(u -> u.uses() == 0);
    undeclared = more;
    unifier.whenUndone(() -> undeclared = before);
  }

  Map<Name, Undeclared> undeclared() {
    return undeclared;
  }

  /** Notes how far the index of an entry runs along a side. */
  void reach(Extent side, Optional<Extent> length) {
    List<Reach> before = reached;
    List<Reach> more = new ArrayList<>(before);
    more.add(new Reach(side, length));
    reached = List.copyOf(more);
    unifier.whenUndone(() -> reached = before);
  }

  /** Tries what waits, until nothing more is settled. */
  void settle() {
    boolean settles = true;
    while (settles) {
      List<Constraint> left = new ArrayList<>();
      for (Constraint constraint : waiting) {
        if (!constraint.settles(this)) {
          left.add(constraint);
        }
      }
      settles = left.size() < waiting.size();
      if (settles) {
        waitFor(left);
      }
    }
  }

  /**
   * Settles all that can be settled. What the uses of a name leave open is a number, where all of
   * them allow it; one after the other, for one may settle the next.
   *
   * @param open further types that are numbers where nothing says more
   */
  void finish(List<Type> open) {
    settle();
    List<Type> types = new ArrayList<>(open);
    undeclared.values().forEach(u -> types.add(u.type()));
    for (Type type : types) {
      if (known(type) instanceof Type.Unknown) {
        supposeNumber(type);
      }
    }
    reached.forEach(r -> supposeLength(known(r.side())));
    settle();
  }

  /** A side of which nothing else says the length ends where all indices along it do. */
  private void supposeLength(Extent side) {
    List<Optional<Extent>> lengths =
        reached.stream()
            .filter(r -> known(r.side()).equals(side))
            .map(Reach::length)
            .distinct()
            .toList();
    if (!side.isKnown() && lengths.size() == 1) {
      lengths.getFirst().ifPresent(length -> unifier.unify(side, length));
    }
  }

  /** A number, unless something else is forced elsewhere: then it stays open. */
  private void supposeNumber(Type type) {
    int mark = unifier.mark();
    int before = refusals.size();
    unifier.unify(type, Type.real());
    settle();
    if (refusals.size() > before) {
      unifier.undo(mark);
    }
  }
}
