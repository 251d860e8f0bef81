package dev.hence.argument;

import dev.hence.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/** The lines of a way that a reader can take in, each proved from the one before. */
final class ProvedLines {
  private static final int MOST_LINES = 8;

  /** So many lines that are left out are told with the next one. */
  private static final int MOST_REASONS = 2;

  /** What a reader takes in on one line, in nodes. */
  private static final int LONGEST = 70;

  private final Proving proving;
  private final String rules;

  /**
   * @param rules of the proof of the whole, in words
   */
  ProvedLines(Proving proving, String rules) {
    this.proving = proving;
    this.rules = rules;
  }

  static boolean fitsOnALine(Expr expr) {
    return Ways.size(expr) <= LONGEST;
  }

  /**
   * Without the lines that are too long or cannot be proved from those before; what they did is
   * said with the next line, or the rules of the whole where that is too much.
   */
  List<Line> of(List<Line> way) {
    List<Line> kept = new ArrayList<>(List.of(way.getFirst()));
    List<Line> passed = new ArrayList<>();
    List<Line> brief = shortened(way);
    for (Line line : brief.subList(1, brief.size() - 1)) {
      if (proving.equal(kept.getLast().expr(), line.expr()).isPresent()) {
        kept.add(behind(passed, line));
        passed.clear();
      } else {
        passed.add(line);
      }
    }
    Expr end = way.getLast().expr();
    while (kept.size() > 1 && proving.equal(kept.getLast().expr(), end).isEmpty()) {
      passed.addFirst(kept.removeLast());
    }
    kept.add(behind(passed, brief.getLast()));
    return kept;
  }

  private Line behind(List<Line> passed, Line line) {
    if (passed.size() > MOST_REASONS) {
      return Line.of(line.expr(), rules);
    }
    Line all = line;
    for (Line left : passed.reversed()) {
      all = all.after(left);
    }
    return all;
  }

  /** The longest lines are left out, and what they did is said with the next one. */
  private static List<Line> shortened(List<Line> lines) {
    List<Line> brief = new ArrayList<>(lines);
    while (brief.size() > 2) {
      int longest = 1;
      for (int k = 2; k < brief.size() - 1; k++) {
        longest =
            Ways.size(brief.get(k).expr()) > Ways.size(brief.get(longest).expr()) ? k : longest;
      }
      if (brief.size() <= MOST_LINES && fitsOnALine(brief.get(longest).expr())) {
        return brief;
      }
      Line left = brief.remove(longest);
      brief.set(longest, brief.get(longest).after(left));
    }
    return brief;
  }
}
