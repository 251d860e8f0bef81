package dev.hence.read.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the words right before a display say that it is: a condition that is set, and no claim. A
 * closed list of phrases. Any other words announce nothing.
 */
enum Announcement {
  /** {@code Setting the derivative to zero, we get}. */
  STATIONARITY(
      List.of(
          "\\b(set|sets|setting|equate|equates|equating|putting|requiring)\\b.*\\bto"
              + " (zero|\\$?0\\b)")),

  /** {@code The first-order condition is}: what follows may hold at one point only. */
  OPTIMALITY(
      List.of(
          "\\b(derivatives?|gradients?)\\b.*\\bvanish(es)?\\b",
          "\\b(first[- ]order|stationarity|optimality) conditions?\\b",
          "\\bstationary points?\\b")),

  /** {@code subject to}, {@code under the constraint that}. */
  CONSTRAINT(
      List.of(
          "\\bsubject to( the constraints?)?$",
          "\\bunder the constraints?( that)?$",
          "\\bsatisf(y|ies) the constraints?$"));

  private static final Pattern DENIAL =
      Pattern.compile("\\b(not|never|no|without|cannot|unless|instead)\\b|n't\\b");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|(?m)^%.*$");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

  private final List<Pattern> phrases;

  Announcement(List<String> phrases) {
    this.phrases = phrases.stream().map(Pattern::compile).toList();
  }

  /** What the last sentence before a display announces. */
  static Optional<Announcement> of(String before) {
    String[] paragraphs = BLANK_LINE.split(COMMENT.matcher(before).replaceAll(" ").strip());
    String prose = paragraphs[paragraphs.length - 1];
    if (prose.lines().anyMatch(line -> line.startsWith("---"))) {
      return Optional.empty();
    }
    String[] sentences = SENTENCE.split(prose.strip());
    String last = sentences[sentences.length - 1];
    String plain =
        last.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[\\s,;:*_-]+$", "");
    if (DENIAL.matcher(plain).find() || last.endsWith(".")) {
      return Optional.empty();
    }
    for (Announcement announcement : values()) {
      if (announcement.phrases.stream().anyMatch(phrase -> phrase.matcher(plain).find())) {
        return Optional.of(announcement);
      }
    }
    return Optional.empty();
  }
}
