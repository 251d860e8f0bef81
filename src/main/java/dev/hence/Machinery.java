package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.instantiate.Instances;
import dev.hence.problem.Problems;
import dev.hence.proof.Proof;
import dev.hence.text.SourceText;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The parts that a check is made of, each as what is asked of it.
 *
 * @param numeric the road whose counterexamples refute and whose agreement every verdict needs
 * @param search the numeric road again, which looks longer for a violation; asked of inequalities
 *     that the symbolic road did not show
 * @param symbolic asked on the instances on which the numeric road agrees
 * @param general asked once, about all instances
 */
record Machinery(
    Reading reading,
    Instantiation instantiation,
    Road numeric,
    Road search,
    Road symbolic,
    GeneralRoad general,
    Court court,
    Shrinking shrinking,
    Diagnosis diagnosis) {

  /** Reads a document. What is wrong with it is among the derivation's problems. */
  interface Reading {
    Derivation read(SourceText source);

    /** Reads it with what its prose and its uses say beside the header. */
    default Derivation infer(SourceText source) {
      return read(source);
    }

    /** This way of reading, or the one that infers. */
    default Reading inferring(boolean infers) {
      return infers ? this::infer : this;
    }
  }

  /** Chooses sizes, models and losses. What is wrong with what is to be tried is reported. */
  interface Instantiation {
    Instances instances(Statement.Step step, Problems problems);
  }

  /**
   * A way to find out something about an instance, within an amount of computing that it counts
   * itself.
   */
  interface Road {
    List<Evidence> examine(Instance instance, long seed, Duration time);
  }

  /** A way to find out something about a step for every model and every size. */
  interface GeneralRoad {
    /**
     * A proof, if one is found.
     *
     * @param earlier proofs of what is said before, which it may use
     */
    Optional<Proof> prove(Statement.Step step, Supplier<List<Proof>> earlier);

    /** A proof that uses no other. */
    default Optional<Proof> prove(Statement.Step step) {
      return prove(step, List::of);
    }
  }

  /** Makes verdicts. */
  interface Court {
    /**
     * Judges a step.
     *
     * @param instances all on which the step was to be tried, also those that were not reached
     */
    Verdict judge(Statement.Step step, List<Instance> instances, List<Evidence> evidence);

    /** For a step that could not be tried to the end. */
    Verdict untried(Statement.Step step, String reason);

    /** For what there is nothing to check about. */
    Verdict given(Statement.Given given);

    /** For what states nothing. */
    Verdict none(Statement.NoStatement none);

    /** For what could not be read. */
    Verdict unread(Statement.Unread unread);
  }

  /** Finds the simplest counterexample near one, within some computing. */
  interface Shrinking {
    Counterexample shrink(Counterexample counterexample, Duration time);
  }

  /**
   * Finds the single edits that would make a refuted step hold, with work in proportion to a
   * budget. What was lost on the way from one line to the next stands in the lines beside.
   */
  interface Diagnosis {
    List<Edit> edits(
        Statement.Step step,
        List<Statement.Step> beside,
        Counterexample counterexample,
        Duration budget);
  }
}
