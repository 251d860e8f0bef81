package dev.hence.text;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that a typing error may have meant. */
public final class Spelling {
  private static final int LONGEST = 40;

  private Spelling() {}

  /** The candidate nearest to a word, the first of several, if it is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int bound = word.length() < 4 ? 2 : 3;
    String best = "";
    for (String candidate : candidates) {
      int distance = distance(word, candidate, bound);
      if (distance < bound) {
        best = candidate;
        bound = distance;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /**
   * Whether one letter too many, too few or wrong, or two changed over, make one word the other.
   */
  public static boolean isOneSlip(String a, String b) {
    return distance(a, b, 2) < 2 || isTurned(a, b);
  }

  private static boolean isTurned(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return a.length() == b.length()
        && i + 1 < a.length()
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.substring(i + 2).equals(b.substring(i + 2));
  }

  /** Insertions, deletions and changes that turn one word into the other, at most the bound. */
  private static int distance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) >= bound || a.length() > LONGEST) {
      return bound;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return Math.min(bound, row[b.length()]);
  }
}
