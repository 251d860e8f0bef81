package dev.hence.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement made of others: that all of them hold, that one of them does, that one does not.
 *
 * @param <A> the statements that are made of no others
 */
public sealed interface Proposition<A> {
  /** More cases than a reader would go through. */
  int MOST_CASES = 64;

  /** A statement that is made of no others. */
  record Atom<A>(A statement) implements Proposition<A> {}

  /** All parts hold; of none, nothing is said. */
  record All<A>(List<Proposition<A>> parts) implements Proposition<A> {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One of the parts holds, or several; of none, it is false. */
  record Any<A>(List<Proposition<A>> parts) implements Proposition<A> {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not hold. */
  record Not<A>(Proposition<A> part) implements Proposition<A> {}

  /** All of some atoms. */
  static <A> Proposition<A> all(List<A> atoms) {
    return new All<>(atoms.stream().map(a -> (Proposition<A>) new Atom<>(a)).toList());
  }

  /** The same of other statements. */
  default <B> Proposition<B> map(Function<A, Proposition<B>> change) {
    return switch (this) {
      case Atom<A> a -> change.apply(a.statement());
      case All<A> all -> new All<>(all.parts().stream().map(p -> p.map(change)).toList());
      case Any<A> any -> new Any<>(any.parts().stream().map(p -> p.map(change)).toList());
      case Not<A> not -> new Not<>(not.part().map(change));
    };
  }

  /** The statements of which it is made. */
  default List<A> atoms() {
    return switch (this) {
      case Atom<A> a -> List.of(a.statement());
      case All<A> all -> all.parts().stream().flatMap(p -> p.atoms().stream()).toList();
      case Any<A> any -> any.parts().stream().flatMap(p -> p.atoms().stream()).toList();
      case Not<A> not -> not.part().atoms();
    };
  }

  /**
   * The cases of it: in each all of some atoms hold, and it holds where one of the cases does.
   *
   * @param negation what holds where an atom does not
   * @return empty if there are too many of them
   */
  default Optional<List<List<A>>> cases(Function<A, Proposition<A>> negation) {
    return normal(this, true, negation);
  }

  /**
   * What it demands: of each demand one of some atoms holds, and it holds where all demands are
   * met.
   *
   * @param negation what holds where an atom does not
   * @return empty if there are too many of them
   */
  default Optional<List<List<A>>> demands(Function<A, Proposition<A>> negation) {
    return normal(this, false, negation);
  }

  private static <A> Optional<List<List<A>>> normal(
      Proposition<A> p, boolean cases, Function<A, Proposition<A>> negation) {
    return switch (p) {
      case Atom<A> a -> Optional.of(List.of(List.of(a.statement())));
      case All<A> all -> joined(all.parts(), !cases, cases, negation);
      case Any<A> any -> joined(any.parts(), cases, cases, negation);
      case Not<A> not -> normal(negated(not.part(), negation), cases, negation);
    };
  }

  /** The lists of all parts, one behind the other, or each with each. */
  private static <A> Optional<List<List<A>>> joined(
      List<Proposition<A>> parts,
      boolean listed,
      boolean cases,
      Function<A, Proposition<A>> negation) {
    List<List<A>> all = listed ? List.of() : List.of(List.of());
    for (Proposition<A> part : parts) {
      Optional<List<List<A>>> more = normal(part, cases, negation);
      if (more.isEmpty()) {
        return Optional.empty();
      }
      all = listed ? concatenated(all, more.get()) : product(all, more.get());
      if (all.size() > MOST_CASES) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  private static <A> List<A> concatenated(List<A> some, List<A> more) {
    List<A> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static <A> List<List<A>> product(List<List<A>> some, List<List<A>> more) {
    List<List<A>> all = new ArrayList<>();
    for (List<A> one : some) {
      more.forEach(other -> all.add(concatenated(one, other)));
    }
    return List.copyOf(all);
  }

  private static <A> Proposition<A> negated(
      Proposition<A> p, Function<A, Proposition<A>> negation) {
    return switch (p) {
      case Atom<A> a -> negation.apply(a.statement());
      case All<A> all -> new Any<>(negations(all.parts()));
      case Any<A> any -> new All<>(negations(any.parts()));
      case Not<A> not -> not.part();
    };
  }

  private static <A> List<Proposition<A>> negations(List<Proposition<A>> parts) {
    return parts.stream().map(part -> (Proposition<A>) new Not<>(part)).toList();
  }
}
