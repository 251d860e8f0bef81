package dev.hence.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one document, in the order in which they were met. */
public final class Problems {
  private final List<Problem> list = new ArrayList<>();
  private boolean lossy;

  public void report(Problem problem) {
    list.add(problem);
  }

  /** Reports what took entries with it: they may have spoken of any name. */
  public void reportLoss(Problem problem) {
    report(problem);
    lossy = true;
  }

  /** Whether entries are lost. */
  public boolean haveLoss() {
    return lossy;
  }

  /** The same problems, to which others may be added. */
  public Problems copy() {
    Problems copy = new Problems();
    copy.list.addAll(list);
    copy.lossy = lossy;
    return copy;
  }

  public List<Problem> toList() {
    return List.copyOf(list);
  }
}
