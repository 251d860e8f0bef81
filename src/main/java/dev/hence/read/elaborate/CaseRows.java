package dev.hence.read.elaborate;

import dev.hence.read.syntax.Phrase;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values by rows, each with its condition. */
final class CaseRows {
  /** One row, as it is written. */
  private record Row(Optional<Tree> value, List<Joined> conditions, boolean otherwise) {}

  private final Reading reading;

  CaseRows(Reading reading) {
    this.reading = reading;
  }

  Typed read(Tree.Environment e, Context context) {
    List<Row> rows = new ArrayList<>();
    for (Tree.Row row : e.rows()) {
      if (!row.items().isEmpty()) {
        rows.add(row(row));
      }
    }
    boolean complete =
        rows.size() > 1
            && rows.stream().allMatch(r -> r.value().isPresent())
            && rows.getLast().conditions().isEmpty()
            && rows.subList(0, rows.size() - 1).stream().noneMatch(r -> r.conditions().isEmpty());
    if (!complete) {
      return reading.refused(new Refusal.NoMeaning(e.span(), "these cases"));
    }
    Typed result = reading.read(rows.getLast().value().orElseThrow(), context);
    for (Row row : rows.subList(0, rows.size() - 1).reversed()) {
      result = where(row, result, e, context);
    }
    return result;
  }

  private Typed where(Row row, Typed otherwise, Tree.Environment e, Context context) {
    Typed then = reading.read(row.value().orElseThrow(), context);
    Fitting fitting = new Fitting(reading.inference());
    Typed elsewhere = fitting.fit(otherwise, then.type(), e.span(), Refusal.Where.CASES);
    Typed here = fitting.fit(then, elsewhere.type(), e.span(), Refusal.Where.CASES);
    Conditions conditions = new Conditions(reading, context);
    List<Conditions.Pending> all = new ArrayList<>();
    row.conditions().forEach(c -> all.addAll(conditions.chain(c)));
    Type type = here.type();
    return Typed.of(type, Conditions.where(all, here, elsewhere, false));
  }

  private static Row row(Tree.Row row) {
    Optional<Tree> value = Optional.empty();
    List<Joined> conditions = new ArrayList<>();
    boolean otherwise = false;
    for (Tree item : row.items()) {
      if (item instanceof Tree.Worded w) {
        otherwise |= w.phrase() == Phrase.OTHERWISE;
        w.said().forEach(s -> condition(s).ifPresent(conditions::add));
      } else if (condition(item).isPresent() && value.isPresent()) {
        conditions.add(condition(item).get());
      } else if (!isSeparator(item)) {
        value = value.or(() -> Optional.of(item));
      }
    }
    return new Row(value, conditions, otherwise);
  }

  private static boolean isSeparator(Tree item) {
    return Pieces.isKind(item, TokenKind.CELL)
        || Pieces.isKind(item, TokenKind.WIDE)
        || Pieces.isKind(item, TokenKind.PUNCTUATION)
        || Pieces.isKind(item, TokenKind.LABEL);
  }

  private static Optional<Joined> condition(Tree item) {
    Tree plain = Pieces.plain(item);
    return plain instanceof Joined j && Pieces.isChain(j) ? Optional.of(j) : Optional.empty();
  }
}
