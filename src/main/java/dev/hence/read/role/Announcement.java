package dev.hence.read.role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the words before a display say that it is, where that is no claim. */
public enum Announcement {
  /** {@code Setting the derivative to zero, we get}: its last side is 0, which is a condition. */
  STATIONARITY(
      Roles.Said.CONDITION,
      "a condition: the words before it set a derivative to zero",
      List.of(
          "\\b(set|sets|setting|equate|equates|equating|putting|requiring)\\b.*\\bto"
              + " (zero|\\$?0\\b)")),

  /** {@code The first-order condition is}: what follows may hold at one point only. */
  OPTIMALITY(
      Roles.Said.NOTHING,
      "a condition for an optimum, as the words before it say",
      List.of(
          "\\b(derivatives?|gradients?)\\b.*\\bvanish(es)?\\b",
          "\\b(first[- ]order|stationarity|optimality) conditions?\\b",
          "\\bstationary points?\\b")),

  /** {@code subject to}, {@code under the constraint that}. */
  CONSTRAINT(
      Roles.Said.CONDITION,
      "a constraint, as the words before it say",
      List.of(
          "\\bsubject to( the constraints?)?$",
          "\\bunder the constraints?( that)?$",
          "\\bsatisf(y|ies) the constraints?$")),

  /** {@code assuming}; sentences alone tell it. */
  ASSUMPTION(Roles.Said.ASSUMED, "an assumption, as the words before it say", List.of()),

  /** {@code with initial values}; sentences alone tell it. */
  START(Roles.Said.ASSUMED, "a value at the start, as the words before it say", List.of());

  private static final Pattern DENIAL =
      Pattern.compile("\\b(not|never|no|without|cannot|unless|instead)\\b|n't\\b");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|(?m)^%.*$");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

  private final Roles.Said said;
  private final String text;
  private final Pattern phrases;

  Announcement(Roles.Said said, String text, List<String> phrases) {
    this.said = said;
    this.text = text;
    this.phrases = Pattern.compile(phrases.isEmpty() ? "(?!)" : String.join("|", phrases));
  }

  /**
   * What the last sentence before a display announces: a closed list of phrases. Any other words
   * announce nothing.
   */
  public static Optional<Announcement> of(String before) {
    String prose = last(BLANK_LINE, COMMENT.matcher(before).replaceAll(" "));
    if (prose.lines().anyMatch(line -> line.startsWith("---"))) {
      return Optional.empty();
    }
    String last = last(SENTENCE, prose);
    String plain =
        last.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[\\s,;:*_-]+$", "");
    if (DENIAL.matcher(plain).find() || last.endsWith(".")) {
      return Optional.empty();
    }
    return Arrays.stream(values()).filter(a -> a.phrases.matcher(plain).find()).findFirst();
  }

  /** The last piece of a text between separators. */
  private static String last(Pattern separator, String text) {
    return separator.splitAsStream(text.strip()).reduce("", (before, piece) -> piece);
  }

  Roles.Said said() {
    return said;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
