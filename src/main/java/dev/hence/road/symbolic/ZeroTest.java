package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether two terms are the same function, by bringing them to atoms and letting Symja
 * reduce their difference to 0, cheap before dear.
 *
 * <p>Zero means: equal wherever both are defined. The conditions of the left side are taken for
 * granted on the way, so that log x + log y = log(xy) reduces and log(x²) = 2·log x does not. That
 * the right side is defined where the left is, is for the caller to see, by {@link Conditions}.
 */
public final class ZeroTest {
  /** Functions of which Symja might take a wrong branch. */
  private static final Set<Elementary> BRANCHED =
      EnumSet.of(
          Elementary.LOG,
          Elementary.ABS,
          Elementary.ARCSIN,
          Elementary.ARCCOS,
          Elementary.ARCTAN,
          Elementary.ARSINH,
          Elementary.ARCOSH,
          Elementary.ARTANH);

  /** How many signs are tried both ways, one within the other. */
  private static final int MOST_CASES = 3;

  private final Terms terms;
  private final Term left;
  private final Term right;
  private final List<Conditions.Condition> facts;
  private final Deadline deadline;
  private final int derivatives;
  private final SymjaReducer symja;
  private final Set<Term> subterms = new HashSet<>();
  private final List<Term> unsigned = new ArrayList<>();
  private Reduction last = new Reduction.OutOfBudget("time");

  /**
   * @param derivatives how often derivatives may yet be compared instead of values
   */
  private ZeroTest(
      Terms terms,
      Term left,
      Term right,
      List<Conditions.Condition> facts,
      Deadline deadline,
      int derivatives) {
    this.terms = terms;
    this.left = left;
    this.right = right;
    this.facts = facts;
    this.deadline = deadline;
    this.derivatives = derivatives;
    this.symja = new SymjaReducer(terms);
    collect(left);
    collect(right);
  }

  /** Whether a difference is 0 wherever it is defined; nothing is taken for granted. */
  public static Reduction decide(Terms terms, Term difference, Duration budget) {
    return test(terms, difference, terms.zero(), List.of(), budget).decide();
  }

  /**
   * Whether left = right wherever both are defined. The sides are never subtracted by us.
   *
   * @param terms the factory of both, which no other thread may use meanwhile
   * @param budget how much it may compute; starting Symja, if it has not been, comes on top
   */
  public static Reduction decide(Terms terms, Term left, Term right, Duration budget) {
    return decide(terms, left, right, List.of(), budget);
  }

  /**
   * Whether left = right wherever both are defined and some conditions hold.
   *
   * @param assumed the conditions, beside those of the left side
   */
  public static Reduction decide(
      Terms terms, Term left, Term right, List<Conditions.Condition> assumed, Duration budget) {
    List<Conditions.Condition> facts = new ArrayList<>(assumed);
    facts.addAll(Conditions.of(terms, left));
    return test(terms, left, right, facts, budget).decide();
  }

  /** A test whose algebra can be tried without the look at sample points. */
  static ZeroTest test(
      Terms terms, Term left, Term right, List<Conditions.Condition> facts, Duration budget) {
    SymjaStart.ensure();
    return new ZeroTest(terms, left, right, facts, Deadline.in(budget), MeanValue.MOST_DERIVATIVES);
  }

  private Reduction decide() {
    Sampling sampling = Sampling.of(left, right, facts);
    if (sampling.unequal() > 0) {
      return new Reduction.NotReduced(remainder());
    }
    if (sampling.evaluable() == 0) {
      return new Reduction.NotReduced("no point was found at which both sides are defined");
    }
    return byAlgebra();
  }

  Reduction byAlgebra() {
    try {
      return byAtoms()
          .or(() -> byCases(MOST_CASES))
          .or(this::byMeanValue)
          .or(this::bySimplify)
          .orElseGet(() -> last);
    } catch (Undefined e) {
      return new Reduction.NotReduced("undefined: " + e.getMessage());
    }
  }

  private Optional<Reduction> byAtoms() {
    boolean tanh = applies(EnumSet.of(Elementary.TANH));
    return byAtoms(form(AtomForm.Stage.TANH_AS_ATOM))
        .or(() -> tanh ? byAtoms(form(AtomForm.Stage.TANH_BY_EXP)) : Optional.empty());
  }

  /**
   * Once for u > 0 and once for u < 0, where u has a sign that is not known: softplus(z) = max(z,
   * 0) + log(1 + e^{−|z|}). The points with u = 0 lie between the two, as u vanishes at no sampled
   * point.
   */
  private Optional<Reduction> byCases(int most) {
    Optional<Term> on =
        unsigned.stream().filter(u -> Sampling.nonzero(u, left, right, facts)).findFirst();
    if (most == 0 || on.isEmpty()) {
      return Optional.empty();
    }
    String methods = "";
    for (Term side : List.of(on.get(), terms.negate(on.get()))) {
      Optional<Reduction> reduction = assuming(side).byCase(most - 1);
      if (reduction.isEmpty()
          || !(reduction.get() instanceof Reduction.Zero(String method, Optional<Given> given))) {
        return Optional.empty();
      }
      methods = methods.isEmpty() || methods.equals(method) ? method : methods + "; " + method;
    }
    return Optional.of(new Reduction.Zero(methods + ", for both signs of " + on.get()));
  }

  private Optional<Reduction> byCase(int most) {
    try {
      return byAtoms().or(() -> byCases(most));
    } catch (Undefined e) {
      return Optional.empty();
    }
  }

  private ZeroTest assuming(Term positive) {
    List<Conditions.Condition> more = new ArrayList<>(facts);
    more.add(
        new Conditions.Condition(positive, Conditions.Relation.POSITIVE, Conditions.Reason.KINK));
    return new ZeroTest(terms, left, right, more, deadline, derivatives);
  }

  private Atomised form(AtomForm.Stage stage) {
    return AtomForm.of(terms, left, right, facts, stage, deadline);
  }

  private Optional<Reduction> byAtoms(Atomised form) {
    Optional<Reduction> zero = byRelations(form);
    if (zero.isEmpty()) {
      form.unsigned().forEach(u -> unsigned.add(form.defined(u)));
    }
    return zero;
  }

  private Optional<Reduction> byRelations(Atomised form) {
    Screen free = Screen.free();
    if (free.equal(form.left(), form.right())) {
      FreeSubterms chosen = FreeSubterms.choose(form, free, deadline);
      return zero(symja.expand(chosen.form(), chosen.freed(), deadline.share(2)))
          .or(() -> zero(symja.expand(form, Set.of(), deadline.share(2))));
    }
    Optional<Screen> on = Screen.on(form.relations(), deadline);
    if (on.isEmpty()) {
      return zero(symja.eliminate(form, Set.of(), deadline.share(2)));
    }
    if (!on.get().equal(form.left(), form.right())) {
      last = symja.remainder(form, deadline.share(3));
      return Optional.empty();
    }
    FreeSubterms chosen = FreeSubterms.choose(form, on.get(), deadline);
    return zero(symja.eliminate(chosen.form(), chosen.freed(), deadline.share(2)))
        .or(() -> zero(symja.eliminate(form, Set.of(), deadline.share(2))))
        .or(() -> zero(symja.together(form, deadline.share(2))));
  }

  private Optional<Reduction> byMeanValue() {
    if (derivatives == 0) {
      return Optional.empty();
    }
    Optional<Reduction> zero =
        new MeanValue(
                terms,
                deadline,
                (l, r) ->
                    new ZeroTest(terms, l, r, List.of(), deadline, derivatives - 1).byAlgebra())
            .decide(left, right);
    zero.ifPresent(z -> last = z);
    return zero;
  }

  /** The last resort, for what has no branches; a number is not entrusted to it. */
  private Optional<Reduction> bySimplify() {
    boolean suitable =
        subterms.stream().anyMatch(t -> t instanceof Term.Symbol)
            && subterms.stream().noneMatch(ZeroTest::isRoot)
            && !applies(BRANCHED);
    Reduction before = last;
    Optional<Reduction> zero =
        suitable ? zero(symja.simplify(left, right, deadline.share(1))) : Optional.empty();
    last = zero.isEmpty() && last instanceof Reduction.NotReduced ? before : last;
    return zero;
  }

  private Optional<Reduction> zero(Reduction reduction) {
    last = reduction;
    return Optional.of(reduction).filter(r -> r instanceof Reduction.Zero);
  }

  private String remainder() {
    try {
      return symja.remainder(form(AtomForm.Stage.TANH_AS_ATOM), deadline.share(3)).remainder();
    } catch (Undefined e) {
      return "undefined: " + e.getMessage();
    }
  }

  private boolean applies(Set<Elementary> functions) {
    return subterms.stream()
        .anyMatch(t -> t instanceof Term.Apply a && functions.contains(a.function()));
  }

  private static boolean isRoot(Term term) {
    return term instanceof Term.OddRoot
        || (term instanceof Term.Power p && !p.exponent().isInteger());
  }

  private void collect(Term term) {
    if (subterms.add(term)) {
      term.children().forEach(this::collect);
    }
  }
}
