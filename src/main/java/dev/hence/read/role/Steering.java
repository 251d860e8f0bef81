package dev.hence.read.role;

import dev.hence.claim.Trial;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Rules;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Tree;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments before a display say of it.
 *
 * @param words directives without an argument
 * @param entries entries like those of the header, by their key
 * @param conditions under which the display is claimed
 * @param checks further claims that count as the display's
 * @param rows what is said of single rows, numbered from 1
 * @param refusals directives that steer nothing
 * @param manner how its steps are checked
 * @param announced what the words before the display say that it is
 * @param broken why it cannot be known what they say
 */
record Steering(
    Set<Word> words,
    Map<String, List<Clause>> entries,
    List<Clause> conditions,
    List<Clause> checks,
    Map<Integer, Steering> rows,
    List<Refusal> refusals,
    Manner manner,
    Optional<Announcement> announced,
    Optional<Refusal> broken) {
  /** Where no comment stands. */
  static final Steering NONE = of(List.of(), Rules.NONE);

  /** Directives without an argument. */
  enum Word {
    NEW,
    ALONE,
    ROWS_ALONE,
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
          "rows alone", Word.ROWS_ALONE,
          "skip", Word.SKIP,
          "claim", Word.CLAIM,
          "define", Word.DEFINE,
          "given", Word.GIVEN,
          "expect refuted", Word.EXPECT_REFUTED);

  private static final List<String> ENTRIES = List.of("let", "assume", "flow", "step");

  private static final Pattern ROW = Pattern.compile("row\\s+([0-9]{1,4})\\s*:");
  private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,2}|100");

  static Steering of(List<MathText> comments, Rules rules) {
    List<MathText> directives = new ArrayList<>();
    Map<Integer, List<MathText>> ofRows = new TreeMap<>();
    for (MathText comment : comments) {
      for (MathText directive : comment.split(';')) {
        Matcher row = ROW.matcher(directive.text());
        if (row.lookingAt()) {
          ofRows
              .computeIfAbsent(Integer.valueOf(row.group(1)), n -> new ArrayList<>())
              .add(directive.slice(row.end(), directive.length()).strip());
        } else {
          directives.add(directive);
        }
      }
    }
    Map<Integer, Steering> rows = new TreeMap<>();
    ofRows.forEach((number, said) -> rows.put(number, of(said, Map.of(), rules)));
    return of(directives, rows, rules);
  }

  private static Steering of(List<MathText> directives, Map<Integer, Steering> rows, Rules rules) {
    Set<Word> words = EnumSet.noneOf(Word.class);
    Map<String, List<Clause>> entries = new HashMap<>();
    List<Clause> conditions = new ArrayList<>();
    List<Clause> checks = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<Refusal> broken = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Trial trial = Trial.EMPTY;
    OptionalInt round = OptionalInt.empty();
    for (MathText directive : directives) {
      String all = directive.text().replaceAll("\\s+", " ");
      String key = all.split(" ", 2)[0];
      MathText rest = directive.slice(key.length(), directive.length()).strip();
      if (WORDS.containsKey(all)) {
        words.add(WORDS.get(all));
      } else if (rest.isBlank()) {
        refusals.add(idle(directive, key));
      } else if (ENTRIES.contains(key)) {
        entries.computeIfAbsent(key, k -> new ArrayList<>()).addAll(clauses(rest, rules));
      } else if (key.equals("if")) {
        conditions.addAll(clauses(rest, rules));
      } else if (key.equals("check")) {
        checks.addAll(clauses(rest, rules));
      } else if (key.equals("by")) {
        notes.add("by " + rest.text().replaceAll("\\s+", " "));
      } else if (key.equals("try")) {
        trial = trial.with(Tries.of(rest, refusals));
      } else if (!key.equals("round")) {
        refusals.add(idle(directive, key));
      } else if (DECIMALS.matcher(rest.text()).matches()) {
        round = OptionalInt.of(Integer.parseInt(rest.text()));
      } else {
        broken.add(told(rest, "`round` needs a number of decimals."));
      }
    }
    entries.forEach((key, said) -> said.forEach(c -> faults(c, broken)));
    conditions.forEach(c -> faults(c, broken));
    checks.forEach(c -> faults(c, broken));
    refusals.addAll(broken);
    return new Steering(
        words,
        entries,
        conditions,
        checks,
        rows,
        refusals,
        new Manner(trial, round, OptionalInt.empty(), notes),
        Optional.empty(),
        broken.stream().findFirst());
  }

  private static Refusal idle(MathText directive, String key) {
    return told(directive, "`" + key + "` steers nothing.");
  }

  private static Refusal told(MathText text, String message) {
    return new Refusal.Unparsed(text.span(), ProblemId.COMMENT_UNKNOWN, message);
  }

  private static void faults(Clause clause, List<Refusal> broken) {
    for (Tree tree : clause.trees()) {
      if (tree instanceof Tree.Unreadable u) {
        broken.add(Refusal.Unparsed.of(u.fault()));
      }
    }
  }

  static List<Clause> clauses(MathText text, Rules rules) {
    return Clauses.of(rules.read(Parser.entry(new Source(text.text(), text::span)).tree()));
  }

  /** What holds for one row: what is said of the display, and of the row. */
  Steering with(Steering row) {
    Set<Word> allWords = EnumSet.noneOf(Word.class);
    allWords.addAll(words);
    allWords.addAll(row.words);
    List<Clause> allConditions = new ArrayList<>(conditions);
    allConditions.addAll(row.conditions);
    return new Steering(
        allWords,
        row.entries,
        allConditions,
        row.checks,
        Map.of(),
        row.refusals,
        manner.with(row.manner),
        announced,
        broken.or(row::broken));
  }

  /** The same where the display itself says what cannot be known. */
  Steering refusing(List<Refusal> said) {
    return new Steering(
        words,
        entries,
        conditions,
        checks,
        rows,
        refusals,
        manner,
        announced,
        broken.or(() -> said.stream().findFirst()));
  }

  /** The same with one word more. */
  Steering saying(Word word) {
    Set<Word> all = EnumSet.of(word);
    all.addAll(words);
    return new Steering(
        all, entries, conditions, checks, rows, refusals, manner, announced, broken);
  }

  /** The same where more is said of all displays. */
  Steering under(Manner all) {
    return new Steering(
        words, entries, conditions, checks, rows, refusals, all.with(manner), announced, broken);
  }

  /** The same behind words that say what the display is, or behind none that do. */
  Steering announced(Optional<Announcement> said) {
    return new Steering(words, entries, conditions, checks, rows, refusals, manner, said, broken);
  }

  /** Whether nothing is said of how the display is read. */
  boolean isSilent() {
    return words.isEmpty()
        && entries.isEmpty()
        && conditions.isEmpty()
        && checks.isEmpty()
        && rows.isEmpty();
  }

  /** Whether the author says that the display claims or defines. */
  boolean saysRole() {
    return says(Word.CLAIM) || says(Word.DEFINE) || says(Word.EXPECT_REFUTED);
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
    return says(Word.DEFINE)
        ? Roles.Said.DEFINE
        : announced.map(Announcement::said).orElse(Roles.Said.NOTHING);
  }
}
