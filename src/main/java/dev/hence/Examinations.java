package dev.hence;

import dev.hence.report.Defect;
import dev.hence.report.Unopened;
import java.util.List;

/**
 * Documents that were read, and of which nothing is checked yet.
 *
 * @param list in the order in which they were named, a directory's in the order of names
 * @param unopened what could not be opened
 * @param defects faults of Hence itself, met while reading
 */
public record Examinations(List<Examination> list, List<Unopened> unopened, List<Defect> defects) {
  public Examinations {
    list = List.copyOf(list);
    unopened = List.copyOf(unopened);
    defects = List.copyOf(defects);
  }

  static Examinations of(Readings readings, Machinery machinery, Settings settings) {
    Answers answers = new Answers(machinery, settings);
    return new Examinations(
        readings.derivations().stream().map(d -> new Examination(d, answers)).toList(),
        readings.unopened(),
        readings.defects());
  }
}
