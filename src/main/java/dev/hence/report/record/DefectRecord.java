package dev.hence.report.record;

import dev.hence.report.Defect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * A fault of Hence itself.
 *
 * @param place where in the document, for people
 * @param trace where in Hence; only known to the run that met it
 */
public record DefectRecord(String place, String message, List<String> trace) {
  public DefectRecord {
    trace = List.copyOf(trace);
  }

  static DefectRecord of(Defect defect) {
    StringWriter trace = new StringWriter();
    defect.cause().printStackTrace(new PrintWriter(trace));
    return new DefectRecord(defect.place(), defect.summary(), trace.toString().lines().toList());
  }
}
