package dev.hence.read.meaning;

import dev.hence.claim.Trial;
import dev.hence.problem.Problem;
import dev.hence.read.math.Clause;
import dev.hence.read.role.Announcement;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the comments before a display say of it.
 *
 * @param words directives without an argument
 * @param entries entries like those of the header
 * @param conditions under which the display is claimed
 * @param checks further claims that count as the display's
 * @param round to how many decimals its numbers must agree
 * @param notes what the author says of how it follows
 * @param rows what is said of single rows, numbered from 1
 * @param broken why it cannot be known what they say
 * @param span of the comments; where there are none, of nothing
 */
record Steering(
    Set<Word> words,
    Entries entries,
    List<Clause> conditions,
    List<Clause> checks,
    OptionalInt round,
    List<String> notes,
    Trial trial,
    SortedMap<Integer, Steering> rows,
    Optional<Problem> broken,
    Span span) {
  static final Steering NONE =
      new Steering(
          Set.of(),
          Entries.none(),
          List.of(),
          List.of(),
          OptionalInt.empty(),
          List.of(),
          Trial.EMPTY,
          new TreeMap<>(),
          Optional.empty(),
          Span.at(0));

  /** Directives without an argument. */
  enum Word {
    /** A section begins. */
    NEW,
    /** The display sees the header only. */
    ALONE,
    /** Each row sees what stands before the display only. */
    ROWS_ALONE,
    SKIP,
    /** Equations for declared names are claims. */
    CLAIM,
    /** Equations for declared names are definitions. */
    DEFINE,
    /** The display is taken for granted. */
    GIVEN,
    /** The words before the display say that a derivative is set to 0. */
    STATIONARY,
    /** The words before the display say that it may hold at an optimum only. */
    OPTIMALITY,
    /** The words before the display say that it restricts. */
    CONSTRAINT,
    /** The words before the display announce an assumption. */
    ASSUMPTION,
    /** The words before the display announce a value at the start. */
    START,
    EXPECT_REFUTED
  }

  /** The same with one word more. */
  Steering saying(Word word) {
    Set<Word> all = new HashSet<>(words);
    all.add(word);
    return new Steering(all, entries, conditions, checks, round, notes, trial, rows, broken, span);
  }

  /** The same behind words that say what the display is. */
  Steering saying(Announcement announcement) {
    return saying(word(announcement));
  }

  /** What the words before a display have been found to say. */
  Optional<Announcement> announced() {
    return Arrays.stream(Announcement.values()).filter(a -> says(word(a))).findFirst();
  }

  private static Word word(Announcement announcement) {
    return switch (announcement) {
      case STATIONARITY -> Word.STATIONARY;
      case OPTIMALITY -> Word.OPTIMALITY;
      case CONSTRAINT -> Word.CONSTRAINT;
      case ASSUMPTION -> Word.ASSUMPTION;
      case START -> Word.START;
    };
  }

  /** The same with one word less. */
  Steering without(Word word) {
    Set<Word> all = new HashSet<>(words);
    all.remove(word);
    return new Steering(all, entries, conditions, checks, round, notes, trial, rows, broken, span);
  }

  /** Whether nothing is said at all. */
  boolean isSilent() {
    return words.isEmpty()
        && entries.isEmpty()
        && conditions.isEmpty()
        && checks.isEmpty()
        && rows.isEmpty();
  }

  boolean says(Word word) {
    return words.contains(word);
  }

  /** What holds for one row: what is said of the display, and of the row. */
  Steering row(int number) {
    Steering own = rows.get(number);
    if (own == null) {
      return this;
    }
    Set<Word> all = new HashSet<>(words);
    all.addAll(own.words);
    return new Steering(
        all,
        own.entries,
        joined(conditions, own.conditions),
        checks,
        own.round.isPresent() ? own.round : round,
        joined(notes, own.notes),
        trial.with(own.trial),
        rows,
        broken.or(own::broken),
        span);
  }

  /** The same, each formula in it changed. */
  Steering map(UnaryOperator<Clause> change) {
    SortedMap<Integer, Steering> changedRows = new TreeMap<>();
    rows.forEach((number, row) -> changedRows.put(number, row.map(change)));
    return new Steering(
        words,
        entries.map(change),
        conditions.stream().map(change).toList(),
        checks.stream().map(change).toList(),
        round,
        notes,
        trial,
        changedRows,
        broken,
        span);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
