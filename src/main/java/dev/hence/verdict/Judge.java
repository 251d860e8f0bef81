package dev.hence.verdict;

import dev.hence.algebra.Decision;
import dev.hence.claim.Approach;
import dev.hence.claim.Approach.Strength;
import dev.hence.claim.ApproachText;
import dev.hence.claim.Backwards;
import dev.hence.claim.Beginnings;
import dev.hence.claim.Decimals;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.proof.Proof;
import dev.hence.proof.ProofChecker;
import dev.hence.verdict.Evidence.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes verdicts of evidence, and nothing else does. It takes nothing on trust: each counterexample
 * is evaluated again, each proof replayed.
 */
public final class Judge {
  /** A distance of the sides that doubles cannot tell from 0 for sure. */
  private static final double TOUCHING = 1e-9;

  private static final String VACUOUS = "vacuous: the premises contradict each other";

  private final Statement.Step step;
  private final List<Instance> instances;
  private final List<Evidence> evidence;
  private final List<ProofChecker.Answer> replayed;

  private Judge(Statement.Step step, List<Instance> instances, List<Evidence> evidence) {
    this.instances = List.copyOf(instances);
    this.evidence = List.copyOf(evidence);
    this.step = step;
    this.replayed =
        this.evidence.stream()
            .filter(Evidence.Proof.class::isInstance)
            .map(e -> replay(step, ((Evidence.Proof) e).proof()))
            .toList();
    Statement.Step looked = Beginnings.of(Backwards.of(step));
    if (instances.stream().anyMatch(instance -> !instance.step().equals(looked))) {
      throw new IllegalArgumentException("an instance of another step than " + step.id());
    }
    if (evidence.stream().anyMatch(e -> !instances.contains(e.instance()))) {
      throw new IllegalArgumentException("evidence on an instance that was not asked for");
    }
  }

  private static ProofChecker.Answer replay(Statement.Step step, Proof proof) {
    return ProofChecker.check(step, proof, SideConditions.known(step));
  }

  /**
   * The verdict on a step.
   *
   * @param instances all instances on which it was to be tried, the simplest first
   * @param evidence what the roads found on them
   */
  public static Verdict judge(
      Statement.Step step, List<Instance> instances, List<Evidence> evidence) {
    return new Judge(step, instances, evidence).verdict();
  }

  /** A definition, an assumption or the dynamics: there is nothing to check. */
  public static Verdict given(Statement.Given given) {
    return new Verdict.Open(Outcome.GIVEN, List.of(), "assumed: " + given.what());
  }

  /** A display that states nothing: there is nothing to check, and nothing is assumed. */
  public static Verdict none(Statement.NoStatement none) {
    return new Verdict.Open(Outcome.GIVEN, List.of(), "no statement: " + none.why());
  }

  /** A display that could not be read. */
  public static Verdict unread(Statement.Unread unread) {
    return new Verdict.Open(Outcome.UNREAD, List.of(), unread.problem().message());
  }

  /** A step of which no instance could be made. */
  public static Verdict untried(Statement.Step step, String reason) {
    return new Verdict.Open(Outcome.UNDECIDED, List.of(), reason);
  }

  private Verdict verdict() {
    if (instances.isEmpty()) {
      return open(Outcome.UNDECIDED, "there is no instance to try it on");
    }
    return refuted()
        .or(this::conflicted)
        .or(this::undecided)
        .or(this::untaken)
        .or(this::touching)
        .or(this::owing)
        .orElseGet(this::holds);
  }

  private Verdict.Open open(Outcome outcome, String reason) {
    return new Verdict.Open(outcome, evidence, reason);
  }

  // Refuted

  /** Counterexamples in the order of the instances, those that are certain before the others. */
  private List<Evidence.Counterexample> counterexamples() {
    List<Evidence.Counterexample> found = new ArrayList<>();
    for (boolean certain : new boolean[] {true, false}) {
      for (Instance instance : instances) {
        on(instance, Evidence.Counterexample.class)
            .filter(c -> isCertain(c) == certain)
            .forEach(found::add);
      }
    }
    return found;
  }

  /** The evidence of a kind on an instance. */
  private <E extends Evidence> Stream<E> on(Instance instance, Class<E> kind) {
    return evidence.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(e -> e.instance().equals(instance));
  }

  private static boolean isCertain(Evidence.Counterexample c) {
    return switch (c.certificate()) {
      case Certificate.Enclosed e -> true;
      case Certificate.Solution s -> true;
      case Certificate.Nearby n -> true;
      case Certificate.RightUndefined u -> true;
      case Certificate.Jet j -> true;
      case Certificate.Coefficient k -> true;
      case Certificate.Growth g -> true;
      case Certificate.Slow s -> true;
      case Certificate.Integrated i -> false;
      case Certificate.Settled s -> false;
      case Certificate.Extrapolated x -> false;
    };
  }

  private Optional<Verdict> refuted() {
    for (Evidence.Counterexample c : counterexamples()) {
      boolean overruled = !isCertain(c) && (zero(c.instance()).isPresent() || isProved());
      if (!overruled
          && new Certifier(c.instance()).check(c) instanceof Recheck.Stands(var counterexample)) {
        return Optional.of(
            contradictsAProof(counterexample)
                ? open(Outcome.CONFLICTED, "a proof was replayed, but " + differ(counterexample))
                : new Verdict.Refuted(counterexample, evidence, note(counterexample)));
      }
    }
    return Optional.empty();
  }

  /** Whether a proof was replayed to its end. */
  private boolean isProved() {
    return replayed.stream().anyMatch(ProofChecker.Accepted.class::isInstance);
  }

  /**
   * Whether a proof from premises was replayed, which needs no drawn point: but the left side must
   * be defined somewhere on each instance, as far as is known, and the premises hold somewhere.
   */
  private boolean isConsequence() {
    return replayed.stream().anyMatch(a -> a instanceof ProofChecker.Accepted p && p.fromPremises())
        && instances.stream().noneMatch(this::saysNothing);
  }

  /** A proof says that the sides are equal where both are defined, and nothing of elsewhere. */
  private boolean contradictsAProof(Evidence.Counterexample c) {
    return isProved() && !(c.certificate() instanceof Certificate.RightUndefined);
  }

  private static String differ(Evidence.Counterexample c) {
    return "the sides differ at " + c.point().text() + where(c.instance());
  }

  private String note(Evidence.Counterexample c) {
    if (!isCertain(c)) {
      return "numerical, not certified";
    }
    if (step.relation() == Relation.EQUAL && Decimals.in(step.left(), step.right())) {
      Optional<Integer> agreeing = new Certifier(c.instance()).decimals();
      if (agreeing.isPresent()) {
        return "to " + decimals(agreeing.get()) + " the sides agree" + suggestion(agreeing.get());
      }
    }
    return zero(c.instance())
        .map(z -> "Symja erred: by " + z.method() + " it found no difference" + where(z.instance()))
        .orElse("");
  }

  private String suggestion(int agreeing) {
    return step.round().isPresent() || agreeing < Decimals.printed(step)
        ? ""
        : "; if that is meant, say `round " + agreeing + "`";
  }

  private Optional<Evidence.SymbolicZero> zero(Instance instance) {
    return on(instance, Evidence.SymbolicZero.class).findFirst();
  }

  private static String where(Instance instance) {
    return instance.label().isEmpty() ? "" : " on " + instance.label();
  }

  // Conflicted

  private Optional<Verdict> conflicted() {
    for (Evidence e : evidence) {
      if (e instanceof Evidence.Disagreement d) {
        String where = "the sides disagree numerically" + where(d.instance()) + ", " + d.where();
        return Optional.of(open(Outcome.CONFLICTED, where));
      }
      if (e instanceof Evidence.Counterexample c) {
        return Optional.of(open(Outcome.CONFLICTED, doubt(c)));
      }
    }
    return Optional.empty();
  }

  private String doubt(Evidence.Counterexample c) {
    String what = "the counterexample " + c.point().text() + where(c.instance());
    return switch (new Certifier(c.instance()).check(c)) {
      case Recheck.Falls falls -> what + " does not stand: " + falls.why();
      case Recheck.Stands stands ->
          what
              + " is not certified, and "
              + (isProved()
                  ? "a proof was replayed"
                  : "Symja finds no difference on this instance");
    };
  }

  // Undecided

  /** On an instance on which the left side has no value the step says nothing, if on others. */
  private Optional<Verdict> undecided() {
    if (isConsequence()) {
      return Optional.empty();
    }
    boolean somewhere =
        instances.stream().anyMatch(i -> on(i, Evidence.class).anyMatch(e -> agrees(i, e)));
    for (Instance instance : instances) {
      if (somewhere && saysNothing(instance)) {
        continue;
      }
      if (on(instance, Evidence.class).noneMatch(e -> agrees(instance, e))) {
        String name = instance.label().isEmpty() ? "" : instance.label() + ": ";
        return Optional.of(open(Outcome.UNDECIDED, name + reason(instance)));
      }
    }
    return Optional.empty();
  }

  private boolean saysNothing(Instance instance) {
    return on(instance, Evidence.Undefined.class).findAny().isPresent() || isVacuous(instance);
  }

  /** Whether what is assumed holds nowhere on an instance. */
  private boolean isVacuous(Instance instance) {
    return on(instance, Evidence.Unsatisfied.class).findAny().isPresent();
  }

  /** What numbers alone support holds on no branch that they did not take. */
  private Optional<Verdict> untaken() {
    if (isProved()) {
      return Optional.empty();
    }
    for (Instance instance : instances) {
      Stream<String> atPoints =
          on(instance, Evidence.PointAgreement.class)
              .flatMap(p -> p.untaken().stream())
              .map(condition -> "no point found where " + condition);
      Stream<String> along =
          on(instance, Evidence.TrajectoryAgreement.class)
              .flatMap(t -> t.untaken().stream())
              .map(condition -> "no trajectory found on which " + condition);
      Optional<String> where = Stream.concat(atPoints, along).findFirst();
      if (where.isPresent() && zero(instance).isEmpty()) {
        String name = instance.label().isEmpty() ? "" : instance.label() + ": ";
        return Optional.of(open(Outcome.UNDECIDED, name + where.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Numbers alone support no strict inequality that seems to come as close to equality as one
   * likes.
   */
  private Optional<Verdict> touching() {
    if (!step.relation().isStrict() || isProved()) {
      return Optional.empty();
    }
    for (Instance instance : instances) {
      Optional<Evidence.Search> touches =
          on(instance, Evidence.PointAgreement.class)
              .flatMap(p -> p.search().stream())
              .filter(search -> search.closest() <= TOUCHING)
              .findFirst();
      if (touches.isPresent() && zero(instance).isEmpty()) {
        String name = instance.label().isEmpty() ? "" : instance.label() + ": ";
        String where =
            "the sides come as close to equality as was looked, and nothing shows "
                + "that they do not reach it";
        return Optional.of(open(Outcome.UNDECIDED, name + where));
      }
    }
    return Optional.empty();
  }

  /** Whether the premises are solved as is said, when they are solved once more. */
  private static boolean isSolved(Evidence.Solved said) {
    return OneVariable.decide(said.instance())
        .map(
            answer ->
                switch (answer) {
                  case Decision.Holds h ->
                      h.equals(new Decision.Holds(said.points(), said.pieces(), said.partial()));
                  case Decision.Vacuous v -> said.isVacuous();
                  case Decision.Fails f -> false;
                  case Decision.Open o -> false;
                })
        .orElse(false);
  }

  /** A condition of the right side that may take away more than single points is no footnote. */
  private Optional<Verdict> owing() {
    return SideConditions.owed(step).stream()
        .findFirst()
        .map(
            condition ->
                open(
                    Outcome.UNDECIDED,
                    "the right side needs "
                        + condition
                        + ", and nothing shows that it follows or fails at single points only"));
  }

  /** Numeric agreement of the kind that the instance asks for. */
  private static boolean agrees(Instance instance, Evidence evidence) {
    boolean approaches = instance.step().approach().isPresent();
    boolean alongTrajectories = !approaches && instance.interpretation().horizon().isPresent();
    boolean atPoints = !approaches && (!alongTrajectories || instance.still().isPresent());
    return switch (evidence) {
      case Evidence.PointAgreement p -> atPoints && p.points() > 0 && p.certified() > 0;
      case Evidence.Solved s -> isSolved(s);
      case Evidence.TrajectoryAgreement t -> alongTrajectories && t.trajectories() > 0;
      case Evidence.OrderAgreement o -> approaches && o.points() > 0;
      case Evidence.LongRunAgreement r -> approaches && r.trajectories() > 0;
      case Evidence.NumericOpen o -> false;
      case Evidence.Undefined u -> false;
      case Evidence.Unsatisfied u -> false;
      case Evidence.Counterexample c -> false;
      case Evidence.Disagreement d -> false;
      case Evidence.Proof p -> false;
      case Evidence.SymbolicZero z -> false;
      case Evidence.SymbolicOpen o -> false;
    };
  }

  private String reason(Instance instance) {
    return on(instance, Evidence.NumericOpen.class)
        .map(Evidence.NumericOpen::reason)
        .findFirst()
        .or(
            () ->
                on(instance, Evidence.Undefined.class)
                    .map(u -> "no evaluable point: " + u.points() + " outside the domain")
                    .findFirst())
        .or(() -> on(instance, Evidence.Unsatisfied.class).map(u -> u.why()).findFirst())
        .orElse("not evaluated numerically");
  }

  // Proved, verified and confirmed

  private Verdict holds() {
    Optional<Instance> missing = Optional.empty();
    for (Instance instance : instances) {
      boolean settled =
          zero(instance).isPresent()
              || on(instance, Evidence.Solved.class).anyMatch(Judge::isSolved)
              || isVacuous(instance)
              || new Certifier(instance).agreesToDecimals();
      if (!settled && missing.isEmpty()) {
        missing = Optional.of(instance);
      }
    }
    if (isProved()) {
      missing = Optional.empty();
    }
    boolean vacuous =
        instances.stream()
            .allMatch(
                i -> on(i, Evidence.Solved.class).anyMatch(s -> s.isVacuous() && isSolved(s)));
    Optional<String> range = isProved() ? Optional.empty() : new TriedRange(step, instances).text();
    Outcome outcome =
        isProved() && !vacuous
            ? Outcome.PROVED
            : missing.isPresent() || range.isPresent() ? Outcome.CONFIRMED : Outcome.VERIFIED;
    List<String> reasons = new ArrayList<>();
    if (vacuous) {
      reasons.add(VACUOUS);
    }
    boolean near = step.approach().filter(a -> a.strength() == Strength.NEAR).isPresent();
    missing.filter(m -> !near && range.isEmpty()).map(this::unsettled).ifPresent(reasons::add);
    range.ifPresent(reasons::add);
    replayed.forEach(answer -> rejected(answer).ifPresent(reasons::add));
    if (near) {
      reasons.add(nearness());
    }
    step.tolerance().ifPresent(t -> reasons.add(rounded()));
    instances.stream().flatMap(this::unlooked).findFirst().ifPresent(reasons::add);
    resting().ifPresent(reasons::add);
    Optional<String> empty = Emptiness.of(step);
    empty.ifPresent(why -> reasons.add(0, why));
    return new Verdict.Holds(
        outcome, evidence, String.join("; ", reasons), conditions(), empty.isPresent());
  }

  /** Those that the form of the statement asks for, and those that the proof does besides. */
  private List<String> conditions() {
    boolean solved =
        instances.stream()
            .allMatch(i -> on(i, Evidence.Solved.class).anyMatch(s -> !s.partial() && isSolved(s)));
    List<String> conditions = new ArrayList<>(solved ? List.of() : SideConditions.of(step));
    for (ProofChecker.Answer answer : replayed) {
      if (answer instanceof ProofChecker.Accepted accepted) {
        accepted.demands().forEach(d -> conditions.add(TermText.of(d)));
      }
    }
    return conditions.stream().distinct().toList();
  }

  private static Optional<String> rejected(ProofChecker.Answer answer) {
    return switch (answer) {
      case ProofChecker.Accepted a -> Optional.empty();
      case ProofChecker.Rejected r -> Optional.of("a proof was rejected: " + r.what());
    };
  }

  /** What ≈ leaves open, and was found. */
  private String nearness() {
    Approach approach = step.approach().orElseThrow();
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return evidence.stream()
        .filter(Evidence.OrderAgreement.class::isInstance)
        .flatMap(e -> ((Evidence.OrderAgreement) e).vanishing().stream())
        .min(Rational::compareTo)
        .map(k -> "the difference is O(" + ApproachText.power(approach, k, printer) + ")")
        .orElse("≈ does not say how near");
  }

  private String rounded() {
    return "agrees to "
        + decimals(step.round().orElseThrow())
        + ": the sides differ by no more"
        + " than half a unit of the last one";
  }

  private static String decimals(int count) {
    return count + (count == 1 ? " decimal" : " decimals");
  }

  /** What the numeric road could not do beside what it did. */
  private Stream<String> unlooked(Instance instance) {
    return on(instance, Evidence.NumericOpen.class).map(o -> o.reason() + where(instance));
  }

  /**
   * Where what a step speaks of rests, for it begins with a value at which it does not move, all
   * that is true there looks true.
   */
  private Optional<String> resting() {
    List<Set<String>> each =
        evidence.stream()
            .filter(Evidence.TrajectoryAgreement.class::isInstance)
            .map(e -> Set.copyOf(((Evidence.TrajectoryAgreement) e).resting()))
            .toList();
    List<String> all =
        each.stream()
            .flatMap(Set::stream)
            .distinct()
            .filter(name -> each.stream().allMatch(resting -> resting.contains(name)))
            .sorted()
            .toList();
    String stay = all.size() == 1 ? " stays where it begins" : " stay where they begin";
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(" and ", all) + stay + ", so that this says nothing of other states");
  }

  private String unsettled(Instance instance) {
    String why =
        on(instance, Evidence.SymbolicOpen.class)
            .map(Evidence.SymbolicOpen::reason)
            .findFirst()
            .or(
                () ->
                    on(instance, Evidence.Undefined.class)
                        .map(u -> "the left side is defined at none of " + u.points() + " points")
                        .findFirst())
            .orElse("not tried");
    return "not settled symbolically" + where(instance) + ": " + why;
  }
}
