package dev.hence.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one document, in the order in which they were met. */
public final class Problems {
  private final List<Problem> list = new ArrayList<>();

  public void report(Problem problem) {
    list.add(problem);
  }

  public List<Problem> toList() {
    return List.copyOf(list);
  }
}
