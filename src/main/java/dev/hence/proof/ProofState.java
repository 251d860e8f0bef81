package dev.hence.proof;

import dev.hence.claim.Beginnings;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The goals that are left of a statement while a proof is replayed: each says that a term is 0,
 * whatever its free letters and variables stand for. Goals change by moves alone.
 */
public final class ProofState {
  private static final Set<Kind> KINDS =
      Set.of(
          Kind.POINTWISE,
          Kind.TRAJECTORY,
          Kind.CLOSED_FORM,
          Kind.INDEPENDENCE,
          Kind.EXPECTATION,
          Kind.DISCRETE,
          Kind.INEQUALITY);

  private static final Set<Rule> PREMISED =
      Set.of(Rule.PREMISE, Rule.EQUALS, Rule.FACTOR, Rule.SQUARES);
  private static final Set<Rule> ELSEWHERE =
      Set.of(Rule.FUNDAMENTAL_THEOREM, Rule.UNIQUENESS, Rule.INDUCTION);

  private final Translation translation;
  private final NormalForm form;

  /** Of the sides, as the statement says it. */
  private final Term difference;

  /** The letters of the statement that are not bound in it. */
  private final Set<String> free;

  /** What the proof uses besides, each replayed when it is asked for first. */
  private final Lemmas lemmas;

  private final List<Goal> goals = new ArrayList<>();
  private final SequencedSet<Demand> demands = new LinkedHashSet<>();

  private final Consequences consequences;

  /** What goals were multiplied by. */
  private final List<Demand> factors = new ArrayList<>();

  /** Whether goals hold only at the point at which premises do. */
  private boolean usesPremises;

  /** Whether goals speak of other points than the statement. */
  private boolean speaksElsewhere;

  /**
   * The one goal that a statement makes of the difference of its sides.
   *
   * @throws Refused if it is no equation and no order that can be put in components
   */
  public ProofState(Statement.Step step) {
    this(step, List.of());
  }

  /**
   * The same, in whose proof others may be used.
   *
   * @throws Refused if it is no equation and no order that can be put in components
   */
  public ProofState(Statement.Step step, List<Proof> lemmas) {
    boolean known =
        (step.relation() == Relation.EQUAL || step.relation().isInequality())
            && step.tolerance().isEmpty()
            && step.approach().isEmpty()
            && KINDS.contains(step.kind());
    if (!known) {
      throw new Refused(Reason.NOT_AN_EQUATION, "the statement is no equation to be proved");
    }
    Statement.Step looked = Counted.of(Beginnings.of(step));
    this.lemmas = new Lemmas(step, lemmas);
    this.translation = new Translation(looked);
    this.difference = translation.difference();
    goals.add(
        switch (step.relation()) {
          case LESS_OR_EQUAL, LESS ->
              new Goal(Term.negative(difference), step.relation().mirrored());
          case EQUAL, GREATER_OR_EQUAL, GREATER -> new Goal(difference, step.relation());
          case NOT_EQUAL, APPROXIMATELY -> throw new IllegalStateException();
        });
    this.free = Terms.free(difference);
    this.form =
        new NormalForm(new Facts(looked.scope(), looked.horizon()), translation.free().values());
    this.consequences = new Consequences(looked, translation, form, this::carriedOut);
    this.speaksElsewhere =
        step.horizon().isPresent()
            || (step.kind() != Kind.POINTWISE && step.kind() != Kind.INEQUALITY);
  }

  /**
   * What a proof leaves to be shown after all its moves: nothing.
   *
   * @throws Refused if something is left
   */
  static ProofState replayed(Proof proof) {
    ProofState state = new ProofState(proof.statement(), proof.lemmas());
    proof.moves().forEach(state::move);
    if (!state.isClosed()) {
      throw new Refused(Reason.SIDES_DIFFER, "after all moves the sides differ");
    }
    return state;
  }

  /** What was proved, to be used elsewhere. */
  Lemma asLemma() {
    if (usesPremises) {
      throw new Refused(Reason.OTHER_POINT, "what follows from premises holds where they do");
    }
    Term sides = carriedOut(difference);
    return new Lemma(Lemma.letters(sides, translation.free()), sides, List.copyOf(demands));
  }

  /**
   * One of the equations that the proof may use, see {@link Rule#LEMMA}.
   *
   * @throws Refused if it is not proved
   */
  public Lemma lemma(int number) {
    return lemmas.get(number);
  }

  /**
   * The difference of the sides of a premise, by the letters of its entries.
   *
   * @throws Refused if that condition is no equation
   */
  public Lemma premise(int number) {
    return consequences.premise(number);
  }

  /**
   * The same of a condition with any relation.
   *
   * @throws Refused if it cannot be put in components
   */
  public Lemma condition(int number) {
    return consequences.condition(number);
  }

  /** Whether a term is not 0 wherever it is defined, by its form and by declarations. */
  public boolean isNonzero(Term term) {
    return new Bounds(form).isNonzero(term);
  }

  /** Whether premises were used. */
  public boolean usesPremises() {
    return usesPremises;
  }

  private Term carriedOut(Term term) {
    ProofState other = copy();
    other.goals.set(0, Goal.zero(term));
    new Derivatives(other, 0, other::move).carryOut(0);
    return other.goals.getFirst().term();
  }

  private ProofState(ProofState other) {
    this.lemmas = other.lemmas;
    this.translation = other.translation;
    this.form = other.form;
    this.difference = other.difference;
    this.free = other.free;
    this.consequences = other.consequences;
    this.usesPremises = other.usesPremises;
    this.speaksElsewhere = other.speaksElsewhere;
    goals.addAll(other.goals);
    factors.addAll(other.factors);
  }

  /** The same goals again, to try moves on. */
  public ProofState copy() {
    return new ProofState(this);
  }

  /** What is left to be shown. */
  public List<Goal> goals() {
    return List.copyOf(goals);
  }

  /** The letters that number the entries of the sides. */
  public List<Letter> entry() {
    return translation.entry();
  }

  /**
   * How a term changes with T, in normal form.
   *
   * @throws Refused if it has no such derivative
   */
  public Term change(Term term) {
    return form.closed(carriedOut(new Term.Derivative(term, new Term.EndOfTime())));
  }

  /**
   * How fast an entry of a state moves, in normal form.
   *
   * @throws Refused if it does not move, or its velocity has no normal form
   */
  public Term speed(Term.Variable state) {
    return form.closed(carriedOut(velocity(state)));
  }

  /**
   * A term in normal form.
   *
   * @throws Refused if it has none, as when a derivative is left
   */
  public Term normal(Term term) {
    return form.closed(term);
  }

  /** The names whose definitions were unfolded. */
  public List<Name> unfolded() {
    return List.copyOf(translation.unfolded());
  }

  /**
   * Rewrites a goal.
   *
   * @throws Refused if the move is none
   */
  public void move(Proof.Move move) {
    if (move.goal() < 0 || move.goal() >= goals.size()) {
      throw new Refused(Reason.NO_SUCH_PLACE, "there is no goal " + move.goal());
    }
    translation.reserve(move.letters());
    move.terms().forEach(term -> translation.reserve(Terms.letters(term)));
    Goal goal = goals.get(move.goal());
    keepPlace(move.rule());
    if (PREMISED.contains(move.rule())) {
      requireNew(move.letters(), goal.term());
    }
    switch (move.rule()) {
      case NORMAL_FORM -> {
        Demands.collect(goal.term(), bounds(), demands);
        goals.set(move.goal(), goal.with(form.closed(goal.term())));
      }
      case FUNDAMENTAL_THEOREM -> fundamentalTheorem(move.goal());
      case UNIQUENESS -> {
        requireNew(move.letters(), goal.term());
        Uniqueness uniqueness =
            new Uniqueness(bounds(), translation.free().keySet(), translation.entry());
        replace(move.goal(), uniqueness.of(goal, move.terms(), move.letters()));
      }
      case INDUCTION -> {
        requireNew(move.letters(), goal.term());
        Induction induction =
            new Induction(new Bounds(form), translation.free(), translation.entry());
        replace(move.goal(), induction.of(goal, move.terms(), move.letters()));
      }
      case ANTIDERIVATIVE -> {
        if (!(named(move) instanceof Term.Integral i)) {
          throw new Refused(Reason.RULE_DOES_NOT_FIT, "an antiderivative is to be named");
        }
        Term more =
            new Term.Sum(
                List.of(
                    goal.term(), Trajectories.ofAntiderivative(i, translation.free().keySet())));
        goals.set(move.goal(), goal.with(more));
      }
      case LEMMA -> lemma(move);
      case PREMISE -> goals.set(move.goal(), consequences.less(goal, move));
      case EQUALS -> goals.set(move.goal(), consequences.replaced(goal, move, demands));
      case FACTOR -> {
        factors.add(new Demand(named(move), false));
        goals.set(move.goal(), consequences.multiplied(goal, named(move)));
      }
      case SQUARES -> goals.set(move.goal(), consequences.squared(goal, named(move)));
      case SIGN -> {
        Ordering ordering = new Ordering(form, translation.free().keySet());
        goals.set(move.goal(), ordering.rest(goal, named(move)));
      }
      case CONSTANT,
          VARIABLE,
          SUM,
          PRODUCT,
          POWER,
          ELEMENTARY,
          CHAIN,
          INDEX_SUM,
          INTEGRAL,
          SUBSTITUTE,
          RECURSION,
          LAST_TERM -> {
        requireNew(move.letters(), goal.term());
        goals.set(move.goal(), goal.with(rewritten(goal.term(), move, 0, form.ranges())));
      }
    }
  }

  /** What holds where premises do is told of no other point, and the other way round. */
  private void keepPlace(Rule rule) {
    usesPremises |= PREMISED.contains(rule);
    speaksElsewhere |= ELSEWHERE.contains(rule);
    if (usesPremises && speaksElsewhere) {
      throw new Refused(Reason.OTHER_POINT, "a premise that holds at another point");
    }
  }

  private void replace(int goal, List<Goal> left) {
    goals.set(goal, left.getFirst());
    goals.addAll(left.subList(1, left.size()));
  }

  private void lemma(Proof.Move move) {
    Goal goal = goals.get(move.goal());
    requireNew(move.letters(), goal.term());
    Lemma lemma = lemma(move.place().size() == 1 ? move.place().getFirst() : -1);
    translation.reserve(Terms.letters(lemma.difference()));
    Term more = lemma.times(named(move), move.letters());
    Ordering.requireClosed(more, translation.free().keySet());
    new Ordering(form, translation.free().keySet()).requireInTheGoal(more, goal);
    demands.addAll(lemma.demands(move.letters()));
    goals.set(move.goal(), goal.with(Term.minus(goal.term(), more)));
  }

  private static Term named(Proof.Move move) {
    if (move.terms().size() != 1) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "one term is to be named");
    }
    return move.terms().getFirst();
  }

  private void requireNew(List<String> letters, Term goal) {
    if (letters.isEmpty()) {
      return;
    }
    Set<String> used = Terms.letters(goal);
    boolean fresh =
        letters.stream().distinct().count() == letters.size()
            && letters.stream()
                .noneMatch(l -> used.contains(l) || translation.free().containsKey(l));
    if (!fresh) {
      throw new Refused(Reason.CAPTURE, "a letter that is not new");
    }
  }

  private Term rewritten(Term term, Proof.Move move, int depth, Ranges ranges) {
    if (depth == move.place().size()) {
      return here(term, move, ranges);
    }
    List<Term> parts = new ArrayList<>(Terms.children(term));
    int part = move.place().get(depth);
    if (part < 0 || part >= parts.size()) {
      throw new Refused(Reason.NO_SUCH_PLACE, "there is no part " + part);
    }
    Ranges inside = ranges.with(Terms.binds(term, part));
    parts.set(part, rewritten(parts.get(part), move, depth + 1, inside));
    return Terms.rebuilt(term, parts);
  }

  private Term here(Term term, Proof.Move move, Ranges ranges) {
    if (move.rule() == Rule.RECURSION && term instanceof Term.Variable v) {
      return translation.recursions().unfolded(v, ranges);
    }
    if (move.rule() == Rule.RECURSION && term instanceof Term.Function f) {
      return Recursions.power(f, move.letters(), ranges);
    }
    if (move.rule() == Rule.LAST_TERM && term instanceof Term.Over o) {
      return withoutLast(o, ranges);
    }
    if (move.rule() == Rule.SUBSTITUTE && term instanceof Term.Let let) {
      return Differentiation.substituted(let);
    }
    if (term instanceof Term.Derivative d) {
      return differentiation(d).by(move.rule(), d.body(), move.letters());
    }
    throw new Refused(Reason.RULE_DOES_NOT_FIT, move.rule().text());
  }

  /** The sum up to the last term but one, and that term. */
  private static Term withoutLast(Term.Over sum, Ranges ranges) {
    Letter letter = sum.letter();
    if (!ranges.isAtLeast(Ranges.difference(letter.upper(), letter.lower()), 0)) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "a sum that may have no last term");
    }
    Letter shorter = new Letter(letter.name(), letter.lower(), letter.upper().plus(-1));
    return new Term.Sum(
        List.of(
            new Term.Over(shorter, sum.body()),
            Terms.with(sum.body(), Map.of(letter.name(), letter.upper()))));
  }

  private Differentiation differentiation(Term.Derivative derivative) {
    return new Differentiation(derivative.target(), this::velocity);
  }

  private Term velocity(Term.Variable state) {
    if (state.copy() != 0 || !translation.moves(state)) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, state.name() + " is no state");
    }
    return translation.velocity(state);
  }

  /** How many new letters the chain rule needs at a derivative of a function. */
  public int lettersFor(Term.Derivative derivative) {
    return derivative.body() instanceof Term.Function f
        ? differentiation(derivative).lettersFor(f)
        : 0;
  }

  /** Whether what a derivative is taken of moves at all. */
  public boolean moves(Term.Derivative derivative) {
    return differentiation(derivative).moves(derivative.body());
  }

  private Bounds bounds() {
    return new Bounds(form).fromTheStart();
  }

  private void fundamentalTheorem(int which) {
    Goal goal = goals.get(which);
    Trajectories.check(goal, form.facts().isLaterThanStart(), bounds());
    goals.set(which, goal.with(Trajectories.atTheStart(goal.term())));
    goals.add(Trajectories.change(goal));
  }

  // The end

  /**
   * Whether every goal is that something is 0, and it is, in normal form.
   *
   * @throws Refused if a goal has no normal form, as when a derivative is left
   */
  public boolean isClosed() {
    return IntStream.range(0, goals.size()).allMatch(this::isClosed);
  }

  /** Whether one goal is. */
  public boolean isClosed(int goal) {
    Goal left = goals.get(goal);
    Demands.collect(left.term(), bounds(), demands);
    return left.relation() == Relation.EQUAL && form.vanishes(left.term());
  }

  /**
   * What must not be 0, or be positive, for the moves to have been right, beside what declarations
   * and known conditions say.
   *
   * @throws Refused if a goal was multiplied by what may be 0 there
   */
  List<Demand> demands(List<Condition> known) {
    NormalForm other = new NormalForm(form.facts(), translation.free().values());
    Demands left = new Demands(other, free);
    for (Condition c : known) {
      if (!c.left().shape().isScalar()) {
        continue; // matrices that are equal settle no demand
      }
      try {
        Term difference = Term.minus(translation.number(c.left()), translation.number(c.right()));
        left.grant(carriedOut(difference), c.relation());
      } catch (Refused untranslated) {
        // what cannot be said in components settles no demand
      }
    }
    if (usesPremises) {
      consequences.granted().forEach(left::grant);
    }
    if (!left.left(factors).isEmpty()) {
      throw new Refused(Reason.FACTOR_MAY_VANISH, "a factor that may be 0");
    }
    return left.left(demands);
  }
}
