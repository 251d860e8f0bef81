package dev.hence.report.trace;

import dev.hence.verdict.Evidence.SymbolicZero;
import dev.hence.verdict.Evidence.Written;
import dev.hence.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The smallest instance of a step that algebra settled, written out as it was compared. */
final class WrittenOut {
  /** What a reader takes in, in characters. */
  private static final int LONGEST = 180;

  private WrittenOut() {}

  /** Nothing where algebra settled the step otherwise than by one difference. */
  static List<Note> of(Verdict verdict) {
    Optional<SymbolicZero> smallest =
        verdict.evidence().stream()
            .filter(SymbolicZero.class::isInstance)
            .map(SymbolicZero.class::cast)
            .findFirst();
    return smallest.flatMap(z -> z.written().map(w -> notes(z, w))).orElse(List.of());
  }

  private static List<Note> notes(SymbolicZero zero, Written written) {
    List<Note> notes = new ArrayList<>();
    String instance = zero.instance().label();
    if (!instance.isEmpty()) {
      notes.add(Note.math(Note.Kind.SMALLEST, instance));
    }
    if (isShort(written)) {
      notes.addAll(sides(written));
      written.where().forEach(w -> notes.add(Note.math(Note.Kind.WHERE, w)));
    }
    if (written.terms() > 0) {
      notes.add(Note.sentence(Note.Kind.DIFFERENCE, difference(zero, written)));
    }
    return isShort(written) || written.terms() > 0 ? notes : List.of();
  }

  private static List<Note> sides(Written written) {
    return written.terms() == 0
        ? List.of(Note.math(Note.Kind.BOTH_SIDES, written.left()))
        : List.of(
            Note.math(Note.Kind.LEFT_SIDE, written.left()),
            Note.math(Note.Kind.RIGHT_SIDE, written.right()));
  }

  private static boolean isShort(Written written) {
    int where = written.where().stream().mapToInt(String::length).sum();
    return written.left().length() < LONGEST
        && written.right().length() < LONGEST
        && where < LONGEST;
  }

  private static String difference(SymbolicZero zero, Written written) {
    String terms = written.terms() == 1 ? "1 term" : "at most " + written.terms() + " terms";
    String what = isShort(written) ? "their difference" : "the difference of its sides";
    String method = zero.method().replaceAll(" over \\d+ free subterms", "");
    return what + ", " + terms + " when it is multiplied out, reduces to 0 (" + method + ")";
  }
}
