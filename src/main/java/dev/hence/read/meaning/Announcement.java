package dev.hence.read.meaning;

import java.util.Arrays;
import java.util.Optional;

/** What the words before a display say that it is, where that is no claim. */
enum Announcement {
  STATIONARITY(
      Steering.Word.STATIONARITY, "a condition: the words before it set a derivative to zero"),
  CONSTRAINT(Steering.Word.CONSTRAINT, "a constraint, as the words before it say"),
  ASSUMPTION(Steering.Word.ASSUMPTION, "an assumption, as the words before it say"),
  START(Steering.Word.START, "a value at the start, as the words before it say");

  private final Steering.Word word;
  private final String text;

  Announcement(Steering.Word word, String text) {
    this.word = word;
    this.text = text;
  }

  static Optional<Announcement> of(Steering steering) {
    return Arrays.stream(values()).filter(a -> steering.says(a.word)).findFirst();
  }

  /** For people. */
  String text() {
    return text;
  }
}
