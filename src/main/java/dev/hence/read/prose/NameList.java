package dev.hence.read.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * "$x$, $y$ and $z$".
 *
 * @param end behind the last of them
 */
record NameList(List<Subject> names, int end) {
  NameList {
    names = List.copyOf(names);
  }

  /** The names that begin at a place; none if none does. */
  static NameList at(Sentence sentence, int from) {
    List<Subject> names = new ArrayList<>();
    int k = from;
    int end = from;
    while (sentence.inline(k).isPresent()) {
      List<Subject> more = sentence.inline(k).get().formula().names();
      if (more.isEmpty()) {
        break;
      }
      names.addAll(more);
      end = k + 1;
      k = behindJoint(sentence, end);
      if (k == end) {
        break;
      }
    }
    return new NameList(names, end);
  }

  /** Behind a comma, an "and", or both. */
  static int behindJoint(Sentence sentence, int k) {
    int next = sentence.isSign(k, ',') ? k + 1 : k;
    int behind = sentence.isWord(next, "and") ? next + 1 : next;
    return behind > k && sentence.isWord(behind, "the") ? behind + 1 : behind;
  }
}
