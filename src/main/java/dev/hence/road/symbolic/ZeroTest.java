package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether two terms are the same function wherever both are defined, by bringing them to
 * atoms and letting Symja reduce their difference to 0, cheap before dear.
 *
 * <p>A term that is 0 on the domain of a side may still be undefined elsewhere: what {@link
 * Conditions} says of the right side has to hold on the domain of the left, and that is for the
 * caller to see to.
 */
public final class ZeroTest {
  private final Terms terms;
  private final Term left;
  private final Term right;
  private final Deadline deadline;
  private final SymjaReducer symja;
  private Reduction last = new Reduction.OutOfBudget("time");

  private ZeroTest(Terms terms, Term left, Term right, Deadline deadline) {
    this.terms = terms;
    this.left = left;
    this.right = right;
    this.deadline = deadline;
    this.symja = new SymjaReducer(terms);
  }

  /** Whether a difference is 0 wherever it is defined. */
  public static Reduction decide(Terms terms, Term difference, Duration budget) {
    return decide(terms, difference, terms.zero(), budget);
  }

  /**
   * Whether left = right wherever both are defined. The sides are never subtracted by us.
   *
   * @param terms the factory of both, which no other thread may use meanwhile
   * @param budget how long it may take; starting Symja, if it has not been, comes on top
   */
  public static Reduction decide(Terms terms, Term left, Term right, Duration budget) {
    SymjaStart.ensure();
    return new ZeroTest(terms, left, right, Deadline.in(budget)).decide();
  }

  private Reduction decide() {
    Sampling sampling = Sampling.of(left, right);
    if (sampling.unequal() > 0) {
      return new Reduction.NotReduced(remainder());
    }
    if (sampling.evaluable() == 0) {
      return new Reduction.NotReduced("no point was found at which both sides are defined");
    }
    try {
      return byAtoms().or(this::bySimplify).orElseGet(() -> last);
    } catch (ArithmeticException e) {
      return new Reduction.NotReduced(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Reduction> byAtoms() {
    return stages().stream()
        .map(stage -> AtomForm.of(terms, left, right, stage))
        .map(this::byAtoms)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private List<AtomForm.Stage> stages() {
    boolean tanh = mentions(Set.of(Elementary.TANH));
    return tanh
        ? List.of(AtomForm.Stage.TANH_AS_ATOM, AtomForm.Stage.TANH_BY_EXP)
        : List.of(AtomForm.Stage.TANH_AS_ATOM);
  }

  private Optional<Reduction> byAtoms(AtomForm.Form form) {
    Screen free = Screen.free();
    if (free.equal(form.left(), form.right())) {
      Set<Term> freed = FreeSubterms.choose(form.left(), form.right(), free);
      return zero(symja.expand(form.left(), form.right(), freed, deadline.share(2)))
          .or(() -> zero(symja.expand(form.left(), form.right(), Set.of(), deadline.share(2))));
    }
    Optional<Screen> on = Screen.on(form.relations());
    if (on.isEmpty()) {
      return zero(symja.eliminate(form, Set.of(), deadline.share(2)));
    }
    if (!on.get().equal(form.left(), form.right())) {
      last = symja.expand(form.left(), form.right(), Set.of(), deadline.share(3));
      return Optional.empty();
    }
    Set<Term> freed = FreeSubterms.choose(form.left(), form.right(), on.get());
    return zero(symja.eliminate(form, freed, deadline.share(2)))
        .or(() -> zero(symja.eliminate(form, Set.of(), deadline.share(2))))
        .or(() -> zero(symja.together(form.left(), form.right(), deadline.share(2))));
  }

  /** The last resort, for what has no branches; a number is not entrusted to it. */
  private Optional<Reduction> bySimplify() {
    Set<Elementary> branched =
        Set.of(
            Elementary.LOG, Elementary.ABS, Elementary.ARCSIN, Elementary.ARCCOS, Elementary.ARCTAN,
            Elementary.ARSINH, Elementary.ARCOSH, Elementary.ARTANH);
    boolean suitable = mentionsSymbol() && !mentions(branched) && !mentionsRoot();
    return suitable ? zero(symja.simplify(left, right, deadline.share(1))) : Optional.empty();
  }

  private Optional<Reduction> zero(Reduction reduction) {
    last = reduction;
    return Optional.of(reduction).filter(r -> r instanceof Reduction.Zero);
  }

  private String remainder() {
    Reduction reduction = symja.expand(left, right, Set.of(), deadline.share(3));
    return reduction instanceof Reduction.NotReduced(String text)
        ? text
        : terms.minus(left, right).toString();
  }

  private boolean mentions(Set<Elementary> functions) {
    return subterms().stream()
        .anyMatch(t -> t instanceof Term.Apply a && functions.contains(a.function()));
  }

  private boolean mentionsSymbol() {
    return subterms().stream().anyMatch(t -> t instanceof Term.Symbol);
  }

  private boolean mentionsRoot() {
    return subterms().stream()
        .anyMatch(t -> t instanceof Term.Power p && !p.exponent().isInteger());
  }

  private Set<Term> subterms() {
    Set<Term> found = new HashSet<>();
    collect(left, found);
    collect(right, found);
    return found;
  }

  private static void collect(Term term, Set<Term> found) {
    if (found.add(term)) {
      term.children().forEach(child -> collect(child, found));
    }
  }

  /** A point in time, and shares of what is left until then. */
  private record Deadline(long nanos) {
    static Deadline in(Duration budget) {
      return new Deadline(System.nanoTime() + budget.toNanos());
    }

    Duration share(int parts) {
      return Duration.ofNanos(Math.max(1_000_000, (nanos - System.nanoTime()) / parts));
    }
  }
}
