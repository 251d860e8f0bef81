package dev.hence;

import dev.hence.report.RunReport;
import dev.hence.text.SourceText;
import java.util.List;

/**
 * Checks documents of which a test compares the verdicts alone: no edits are looked for of what is
 * refuted. They come after the verdict, change nothing about it, and take longer than all the rest.
 */
public final class Verdicts {
  private static final int ONE_OF = 12;

  private Verdicts() {}

  /** Checks as {@link Hence#checkTexts} does. */
  public static RunReport of(List<SourceText> texts, Settings settings) {
    return run(texts, settings, (step, beside, counterexample, time) -> List.of());
  }

  /**
   * The same with the edits of about one refuted step in {@value #ONE_OF}, chosen by where it
   * stands, so that it is the same one in every run.
   */
  public static RunReport withSomeEdits(List<SourceText> texts, Settings settings) {
    Machinery.Diagnosis usual = Wiring.standard().diagnosis();
    return run(
        texts,
        settings,
        (step, beside, counterexample, time) ->
            Math.floorMod(step.span().hashCode(), ONE_OF) == 0
                ? usual.edits(step, beside, counterexample, time)
                : List.of());
  }

  private static RunReport run(
      List<SourceText> texts, Settings settings, Machinery.Diagnosis diagnosis) {
    return new Hence(with(diagnosis, Wiring.standard()))
        .run(Documents.of(texts), settings, Progress.NONE);
  }

  private static Machinery with(Machinery.Diagnosis diagnosis, Machinery usual) {
    return new Machinery(
        usual.reading(),
        usual.instantiation(),
        usual.numeric(),
        usual.search(),
        usual.symbolic(),
        usual.general(),
        usual.court(),
        usual.shrinking(),
        diagnosis);
  }
}
