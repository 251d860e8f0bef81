package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values by rows, each with its condition. */
final class CaseRows {
  /**
   * One row, as it is written.
   *
   * @param clear whether all of its words are known to say when it holds
   */
  private record Row(Optional<Tree> value, List<Joined> conditions, boolean clear) {}

  /** One row of which the types are known. */
  private record Pending(Typed value, List<Conditions.Pending> conditions) {
    List<Condition> build(Build build) {
      return conditions.stream().map(c -> c.build(build)).toList();
    }
  }

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
            && rows.stream().allMatch(r -> r.value().isPresent() && r.clear())
            && rows.subList(0, rows.size() - 1).stream().noneMatch(r -> r.conditions().isEmpty());
    return complete
        ? cases(rows.stream().map(r -> pending(r, context)).toList(), e, context)
        : reading.refused(new Refusal.NoMeaning(e.span(), "these cases"));
  }

  private Pending pending(Row row, Context context) {
    Conditions conditions = new Conditions(reading, context);
    List<Conditions.Pending> all = new ArrayList<>();
    row.conditions().forEach(c -> all.addAll(conditions.chain(c)));
    return new Pending(reading.read(row.value().orElseThrow(), context), all);
  }

  /** The last row holds wherever no other does; what holds elsewhere is never made up. */
  private Typed cases(List<Pending> rows, Tree.Environment e, Context context) {
    Fitting fitting = new Fitting(reading.inference());
    Pending last = rows.getLast();
    Type type =
        rows.stream()
            .map(Pending::value)
            .filter(v -> !(v.form() instanceof Form.Numeral n && n.isZero()))
            .findFirst()
            .orElse(last.value())
            .type();
    List<Typed> fitted =
        rows.stream()
            .map(r -> fitting.fit(r.value(), type, e.span(), Refusal.Where.CASES))
            .toList();
    return Typed.of(
        type,
        build -> {
          boolean open = !last.conditions().isEmpty() && isOpen(rows, e, context, build);
          Typed result = fitted.getLast();
          for (int k = rows.size() - 2; k >= 0; k--) {
            result =
                Typed.of(
                    type, Conditions.where(rows.get(k).conditions(), fitted.get(k), result, open));
          }
          return result.draft().build(build);
        });
  }

  private static boolean isOpen(
      List<Pending> rows, Tree.Environment e, Context context, Build build) {
    CaseCover cover =
        new CaseCover(rows.stream().map(r -> r.build(build)).toList(), context.scope());
    if (!cover.isComplete()) {
      build.refuse(new Refusal.NoMeaning(e.span(), "the value where none of these cases holds"));
    }
    return !cover.isClosed();
  }

  private static Row row(Tree.Row row) {
    Optional<Tree> value = Optional.empty();
    List<Joined> conditions = new ArrayList<>();
    boolean clear = true;
    for (Tree item : row.items()) {
      if (item instanceof Tree.Worded w) {
        w.said().forEach(s -> condition(s).ifPresent(conditions::add));
        clear &= isClear(w);
      } else if (condition(item).isPresent() && value.isPresent()) {
        conditions.add(condition(item).get());
      } else if (!isSeparator(item)) {
        clear &= value.isEmpty();
        value = value.or(() -> Optional.of(item));
      }
    }
    return new Row(value, conditions, clear);
  }

  private static boolean isClear(Tree.Worded w) {
    return switch (w.phrase()) {
      case OTHERWISE -> w.said().isEmpty();
      case IF, FOR_ALL, WHERE ->
          w.said().stream().allMatch(s -> condition(s).isPresent() || isSeparator(s));
      case EXPLANATION, REMARK -> w.said().stream().noneMatch(s -> condition(s).isPresent());
      case SMALL, LARGE, AND, IMPLIES, IFF, OR, INDEPENDENT, OTHER -> false;
    };
  }

  private static boolean isSeparator(Tree item) {
    return Pieces.isLeaf(item, TokenKind.CONNECTIVE, "and")
        || Pieces.isKind(item, TokenKind.CELL)
        || Pieces.isKind(item, TokenKind.WIDE)
        || Pieces.isKind(item, TokenKind.PUNCTUATION)
        || Pieces.isKind(item, TokenKind.LABEL);
  }

  private static Optional<Joined> condition(Tree item) {
    Tree plain = Pieces.plain(item);
    return plain instanceof Joined j && Pieces.isChain(j) ? Optional.of(j) : Optional.empty();
  }
}
