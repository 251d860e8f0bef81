package dev.hence.read.role;

import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Source;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the comments before a display say of it.
 *
 * @param words directives without an argument
 * @param entries entries like those of the header, by their key
 * @param conditions under which the display is claimed
 * @param other directives that are not read here
 */
record Steering(
    Set<Word> words,
    Map<String, List<Clause>> entries,
    List<Clause> conditions,
    List<String> other) {
  /** Directives without an argument. */
  enum Word {
    NEW,
    ALONE,
    SKIP,
    CLAIM,
    DEFINE,
    GIVEN,
    EXPECT_REFUTED
  }

  private static final Map<String, Word> WORDS =
      Map.of(
          "new", Word.NEW,
          "alone", Word.ALONE,
          "skip", Word.SKIP,
          "claim", Word.CLAIM,
          "define", Word.DEFINE,
          "given", Word.GIVEN,
          "expect refuted", Word.EXPECT_REFUTED);

  private static final List<String> ENTRIES = List.of("let", "assume", "flow", "step");

  /** Directives that say nothing of how the display is read. */
  private static final List<String> PASSED = List.of("by", "try", "round");

  static Steering of(List<MathText> comments) {
    Set<Word> words = EnumSet.noneOf(Word.class);
    Map<String, List<Clause>> entries = new java.util.HashMap<>();
    List<Clause> conditions = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (MathText comment : comments) {
      for (MathText directive : comment.split(';')) {
        String all = directive.text().replaceAll("\\s+", " ");
        String key = all.split(" ", 2)[0];
        MathText rest = directive.slice(key.length(), directive.length()).strip();
        if (all.equals("rows alone")) {
          other.add(all);
        } else if (WORDS.containsKey(all)) {
          words.add(WORDS.get(all));
        } else if (ENTRIES.contains(key)) {
          entries.computeIfAbsent(key, k -> new ArrayList<>()).addAll(clauses(rest));
        } else if (key.equals("if")) {
          conditions.addAll(clauses(rest));
        } else if (!PASSED.contains(key)) {
          other.add(key);
        }
      }
    }
    return new Steering(words, entries, conditions, other);
  }

  static List<Clause> clauses(MathText text) {
    return Clauses.of(Parser.entry(new Source(text.text(), text::span)).tree());
  }

  boolean says(Word word) {
    return words.contains(word);
  }

  Roles.Said said() {
    if (says(Word.SKIP)) {
      return Roles.Said.SKIP;
    }
    if (says(Word.GIVEN)) {
      return Roles.Said.GIVEN;
    }
    if (says(Word.CLAIM)) {
      return Roles.Said.CLAIM;
    }
    return says(Word.DEFINE) ? Roles.Said.DEFINE : Roles.Said.NOTHING;
  }
}
