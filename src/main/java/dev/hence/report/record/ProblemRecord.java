package dev.hence.report.record;

import dev.hence.problem.Problem;
import dev.hence.text.SourceText;
import java.util.Comparator;

/** Something wrong with a document; {@code id} is its stable code, such as {@code HNC-0201}. */
public record ProblemRecord(String id, Place place, String message, String help, Excerpt excerpt) {
  /** As they stand in the document. */
  static final Comparator<ProblemRecord> IN_ORDER =
      Comparator.comparingInt((ProblemRecord p) -> p.place().cell().orElse(0))
          .thenComparingInt(p -> p.place().line())
          .thenComparingInt(p -> p.place().column())
          .thenComparing(ProblemRecord::id)
          .thenComparing(ProblemRecord::message);

  /** The record of a problem in a document. */
  public static ProblemRecord of(Problem problem, SourceText source) {
    return new ProblemRecord(
        problem.id().code(),
        Place.of(problem.span(), source),
        problem.message(),
        problem.help(),
        Excerpt.of(problem.span(), source));
  }
}
