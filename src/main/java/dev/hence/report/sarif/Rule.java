package dev.hence.report.sarif;

import dev.hence.problem.ProblemId;
import dev.hence.report.record.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of result.
 *
 * @param name in one word, as SARIF wants it
 * @param text what it means, one sentence
 * @param help what to do about it
 */
record Rule(String id, String name, String level, String text, String help) {
  private static final String ERROR = "error";
  private static final String WARNING = "warning";

  private static final Rule REFUTED =
      new Rule(
          "refuted",
          "StepRefuted",
          ERROR,
          "The step is false: there is a counterexample inside its domain.",
          "The message shows the step as it was understood, the counterexample, and the single"
              + " edits that would mend it. If the step is meant to be false, put <!-- hence:"
              + " expect refuted --> before its display.");
  private static final Rule NOT_REFUTED =
      new Rule(
          "not-refuted",
          "StepNotRefuted",
          ERROR,
          "The step is said to be false, and was not refuted.",
          "Take `expect refuted` away if the step holds, or restore the error that it is to show.");
  private static final Rule UNDECIDED =
      new Rule(
          "undecided",
          "StepUndecided",
          WARNING,
          "Nothing shows that the step holds, and nothing shows that it is false.",
          "The message says why: assumptions that no point meets, a budget that was too small"
              + " (--budget), or mathematics that is not decided.");
  private static final Rule CONFLICTED =
      new Rule(
          "conflicted",
          "StepConflicted",
          WARNING,
          "What was found out about the step contradicts itself.",
          "A side condition may be missing. If none is, this is a defect of Hence: please report"
              + " it.");
  private static final Rule TOO_WEAK =
      new Rule(
          "too-weak",
          "VerdictTooWeak",
          WARNING,
          "The step holds as far as was looked, but not as surely as is required.",
          "--require asks for a stronger verdict than was reached; the message says what stands in"
              + " the way.");

  private static final Rule SAYS_NOTHING =
      new Rule(
          "says-nothing",
          "StepSaysNothing",
          "note",
          "The step holds, and says nothing.",
          "Both sides are the same, or it repeats what is declared, assumed or defined. Take it"
              + " away, or write what is meant.");

  static final Rule INFERRED =
      new Rule(
          "inferred",
          "DeclarationInferred",
          "note",
          "The words of the page say what the header does not.",
          "Write the line into the header, or let `hence init` do it, where it is meant; write what"
              + " is meant where it is not.");

  static final Rule ASKED =
      new Rule(
          "asked",
          "DeclarationAsked",
          "note",
          "The page leaves open what a name is, and lines wait for it.",
          "Write one of the lines of the message into the header.");

  /** Every rule, whether or not there is a result for it. */
  static List<Rule> all() {
    return Stream.concat(
            Stream.of(
                REFUTED,
                NOT_REFUTED,
                UNDECIDED,
                CONFLICTED,
                TOO_WEAK,
                SAYS_NOTHING,
                INFERRED,
                ASKED),
            Arrays.stream(ProblemId.values()).map(Rule::of))
        .toList();
  }

  /** The rule of a step that does not pass, or says nothing. */
  static Rule of(Answer answer) {
    if (answer.saysNothing() && !answer.expectsRefutation()) {
      return SAYS_NOTHING;
    }
    return switch (answer.outcome()) {
      case REFUTED -> REFUTED;
      case PROVED, VERIFIED, CONFIRMED -> answer.expectsRefutation() ? NOT_REFUTED : TOO_WEAK;
      case UNDECIDED, GIVEN, UNREAD -> UNDECIDED;
      case CONFLICTED -> CONFLICTED;
    };
  }

  private static Rule of(ProblemId id) {
    return new Rule(
        id.code(),
        ProblemTexts.name(id),
        ERROR,
        ProblemTexts.of(id),
        "The message says what is wrong, and its help what would mend it. How a derivation is"
            + " written: derivations/language/README.md of Hence.");
  }
}
