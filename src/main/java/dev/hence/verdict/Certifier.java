package dev.hence.verdict;

import dev.hence.algebra.Decision;
import dev.hence.claim.Approach;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Variable;
import dev.hence.verdict.Evidence.Certificate;
import java.util.Optional;

/**
 * Evaluates counterexamples again, for the judge: whether the point lies in the domain, whether the
 * conditions hold there, whether the sides differ as is said. It shares no code with the road that
 * found them.
 */
public final class Certifier {
  private final Instance instance;
  private Optional<PointCertifier> atPoints = Optional.empty();
  private Optional<JetCertifier> byJets = Optional.empty();
  private Optional<ApproachCertifier> inTheLimit = Optional.empty();

  public Certifier(Instance instance) {
    this.instance = instance;
  }

  /** Evaluates a counterexample again. */
  public Recheck check(Evidence.Counterexample counterexample) {
    if (!counterexample.instance().equals(instance)) {
      throw new IllegalArgumentException("a counterexample to another instance");
    }
    try {
      return checked(counterexample);
    } catch (EvaluationException e) {
      return new Recheck.Falls("it cannot be evaluated again: " + e.getMessage());
    }
  }

  /**
   * Whether the step speaks of two numbers that depend on nothing, and these surely agree to the
   * decimals that it asks for.
   */
  public boolean agreesToDecimals() {
    try {
      return instance.step().tolerance().isPresent()
          && instance.interpretation().horizon().isEmpty()
          && atPoints().agreesWithinTolerance();
    } catch (EvaluationException e) {
      return false;
    }
  }

  /** To how many decimals the two numbers of the step agree, if it speaks of two. */
  public Optional<Integer> decimals() {
    try {
      return instance.interpretation().horizon().isEmpty()
          ? atPoints().decimals()
          : Optional.empty();
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }

  /** The same counterexample at another point, if it stands there. */
  public Optional<Evidence.Counterexample> moved(
      Evidence.Counterexample counterexample, Point point) {
    if (counterexample.certificate() instanceof Certificate.Integrated
        || counterexample.certificate() instanceof Certificate.Settled
        || counterexample.certificate() instanceof Certificate.Extrapolated
        || counterexample.certificate() instanceof Certificate.Solution) {
      return Optional.empty(); // Its numbers were computed at its own point.
    }
    Evidence.Counterexample moved =
        new Evidence.Counterexample(
            instance,
            point,
            counterexample.component(),
            counterexample.left(),
            counterexample.right(),
            counterexample.certificate());
    return check(moved) instanceof Recheck.Stands stands
        ? Optional.of(stands.counterexample())
        : Optional.empty();
  }

  private Recheck checked(Evidence.Counterexample counterexample) {
    Optional<Variable> outside = ExactPoint.outside(instance, counterexample.point());
    if (outside.isPresent()) {
      return new Recheck.Falls(outside.get().name() + " lies outside its domain");
    }
    boolean limit =
        counterexample.certificate() instanceof Certificate.Coefficient
            || counterexample.certificate() instanceof Certificate.Growth
            || counterexample.certificate() instanceof Certificate.Slow;
    boolean undefined = counterexample.certificate() instanceof Certificate.RightUndefined;
    boolean longRun =
        (counterexample.certificate() instanceof Certificate.Integrated
                || counterexample.certificate() instanceof Certificate.Settled
                || counterexample.certificate() instanceof Certificate.Extrapolated)
            && instance.step().approach().filter(Approach::grows).isPresent();
    if (!longRun && !undefined && limit != instance.step().approach().isPresent()) {
      return new Recheck.Falls("it is no certificate for a limit, or for one only");
    }
    return switch (counterexample.certificate()) {
      case Certificate.Enclosed e -> atPoints().enclosed(counterexample);
      case Certificate.Solution s -> solution(counterexample, s);
      case Certificate.Nearby n -> atPoints().nearby(counterexample);
      case Certificate.RightUndefined u ->
          instance.interpretation().horizon().isPresent()
                  && !counterexample.point().values().keySet().stream().anyMatch(this::isEnd)
              ? byJets().rightUndefined(counterexample)
              : instance.step().approach().isPresent()
                  ? inTheLimit().rightUndefined(counterexample)
                  : atPoints().rightUndefined(counterexample);
      case Certificate.Jet j -> byJets().jet(counterexample);
      case Certificate.Coefficient k -> inTheLimit().coefficient(counterexample, k);
      case Certificate.Growth g -> inTheLimit().growth(counterexample, g);
      case Certificate.Slow s -> inTheLimit().slow(counterexample, s);
      case Certificate.Integrated i -> byJets().integrated(counterexample, i);
      case Certificate.Settled s -> byJets().settled(counterexample, s);
      case Certificate.Extrapolated x -> byJets().extrapolated(counterexample, x);
    };
  }

  /** Decides once more where the step fails. */
  private Recheck solution(Evidence.Counterexample c, Certificate.Solution said) {
    boolean fails =
        OneVariable.decide(instance).orElse(new Decision.Vacuous()) instanceof Decision.Fails f
            && f.at().equals(said.at())
            && OneVariable.counterexample(instance, f)
                .filter(x -> x.point().equals(c.point()))
                .isPresent()
            && !f.undefined();
    return fails ? new Recheck.Stands(c) : new Recheck.Falls("the step is not seen to fail there");
  }

  /** Whether a variable is the end of the step, which a point gives where nothing moves. */
  private boolean isEnd(Variable variable) {
    return instance.still().isPresent()
        && instance.interpretation().horizon().filter(variable.name()::equals).isPresent();
  }

  private ApproachCertifier inTheLimit() {
    if (inTheLimit.isEmpty()) {
      inTheLimit = Optional.of(new ApproachCertifier(instance));
    }
    return inTheLimit.get();
  }

  private PointCertifier atPoints() {
    if (atPoints.isEmpty()) {
      atPoints = Optional.of(new PointCertifier(instance));
    }
    return atPoints.get();
  }

  private JetCertifier byJets() {
    if (byJets.isEmpty()) {
      byJets = Optional.of(new JetCertifier(instance));
    }
    return byJets.get();
  }
}
