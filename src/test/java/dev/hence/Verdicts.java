package dev.hence;

import dev.hence.report.RunReport;
import dev.hence.text.SourceText;
import java.util.List;

/**
 * Checks documents of which a test compares the verdicts alone: no edits are looked for of what is
 * refuted. They come after the verdict, change nothing about it, and take longer than all the rest.
 * {@code -Dhence.corpus.edits=true} looks for them all the same, to see that none ends in a fault.
 */
public final class Verdicts {
  private static final boolean EDITS = Boolean.getBoolean("hence.corpus.edits");

  private Verdicts() {}

  /** Checks as {@link Hence#checkTexts} does. */
  public static RunReport of(List<SourceText> texts, Settings settings) {
    Machinery usual = Wiring.standard();
    Machinery machinery = EDITS ? usual : withoutEdits(usual);
    return new Hence(machinery).run(Documents.of(texts), settings, Progress.NONE);
  }

  private static Machinery withoutEdits(Machinery usual) {
    return new Machinery(
        usual.reading(),
        usual.instantiation(),
        usual.numeric(),
        usual.search(),
        usual.symbolic(),
        usual.general(),
        usual.court(),
        usual.shrinking(),
        (step, counterexample, time) -> List.of());
  }
}
