package dev.hence;

import dev.hence.report.Defect;
import dev.hence.report.Unopened;
import java.util.List;

/**
 * The answers to the mutants of some documents.
 *
 * @param answers in the order of the documents and their steps
 * @param unopened what could not be opened
 * @param defects faults of Hence itself, met on the way
 */
public record MutationReport(
    List<MutantAnswer> answers, List<Unopened> unopened, List<Defect> defects) {
  public MutationReport {
    answers = List.copyOf(answers);
    unopened = List.copyOf(unopened);
    defects = List.copyOf(defects);
  }

  /** The mutants of one fate. */
  public List<MutantAnswer> of(MutantAnswer.Fate fate) {
    return answers.stream().filter(a -> a.fate() == fate).toList();
  }

  /** The share of the mutants that are killed, in percent, those left out that are equivalent. */
  public double score() {
    int others = answers.size() - of(MutantAnswer.Fate.EQUIVALENT).size();
    return others == 0 ? 100 : 100.0 * of(MutantAnswer.Fate.KILLED).size() / others;
  }
}
