package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the tokens of a display into rows: alignment environments and their marks go, tags and
 * labels are taken out, a row that continues the one before is put behind it.
 */
final class RowSplitter {
  private final MathText source;
  private final List<Token> tokens;
  private final List<TokenRow> rows = new ArrayList<>();
  private final Deque<Token> layouts = new ArrayDeque<>();
  private TokenRow row = new TokenRow();
  private Optional<String> tag = Optional.empty();
  private Optional<String> label = Optional.empty();
  private boolean hasRowsEnvironment;

  RowSplitter(MathText source, List<Token> tokens) {
    this.source = source;
    this.tokens = SplitFences.joined(Wrappings.takeOff(tokens));
  }

  /** The tag that belongs to the whole display. */
  Optional<String> tag() {
    return tag;
  }

  Optional<String> label() {
    return label;
  }

  /**
   * @return the rows that hold anything, each ending with END
   * @throws Unread if environments do not match
   */
  List<TokenRow> split() {
    Nesting nesting = new Nesting();
    for (Token token : tokens) {
      boolean outside = nesting.isOutside();
      row.multline(inMultline());
      switch (token.kind()) {
        case BEGIN -> {
          if (outside && Environment.named(token.text()).orElseThrow().isLayout()) {
            beginLayout(token);
          } else {
            nesting.begin(token.text());
            row.add(token);
          }
        }
        case FINISH -> {
          if (outside) {
            finishLayout(token);
          } else {
            nesting.finish();
            row.add(token);
          }
        }
        case NEWLINE -> {
          if (outside) {
            row.endsAt(token);
            endRow();
          } else {
            row.add(token);
          }
        }
        case AMPERSAND -> {
          if (outside) {
            row.align(token);
          } else {
            row.add(token);
          }
        }
        case TAG -> keepTag(token.text());
        case LABEL -> keepLabel(token.text());
        case END -> endRow();
        case LETTER,
            NUMBER,
            COMMAND,
            OPERATOR_NAME,
            TEXT,
            DELIMITER,
            RELATION,
            CONNECTIVE,
            OPERATOR,
            SIGN,
            SUB,
            SUP,
            PRIME,
            BANG,
            OPEN,
            CLOSE,
            PUNCTUATION,
            WIDE -> {
          nesting.see(token);
          row.add(token);
        }
      }
    }
    if (!layouts.isEmpty()) {
      throw unread(layouts.peek(), "`\\begin{" + layouts.peek().text() + "}` is never ended.");
    }
    return join();
  }

  private void beginLayout(Token token) {
    layouts.push(token);
    hasRowsEnvironment |= !isWhole(token.text());
    row.widen(token);
  }

  private void finishLayout(Token token) {
    if (layouts.isEmpty() || !layouts.peek().text().equals(token.text())) {
      String message =
          layouts.isEmpty()
              ? "`\\end{" + token.text() + "}` has no begin."
              : "`\\end{"
                  + token.text()
                  + "}` stands where `\\end{"
                  + layouts.peek().text()
                  + "}` is expected.";
      throw unread(token, message);
    }
    layouts.pop();
    row.widen(token);
  }

  private boolean inMultline() {
    return !layouts.isEmpty()
        && Environment.named(layouts.peek().text()).orElseThrow() == Environment.MULTLINE;
  }

  private static boolean isWhole(String environment) {
    return Environment.named(environment).orElseThrow() == Environment.WHOLE;
  }

  private boolean tagsWhole() {
    return layouts.isEmpty() ? hasRowsEnvironment : isWhole(layouts.peek().text());
  }

  private void keepTag(String text) {
    if (tagsWhole()) {
      tag = Optional.of(text);
    } else {
      row.tag(text);
    }
  }

  private void keepLabel(String text) {
    if (tagsWhole()) {
      label = Optional.of(text);
    } else {
      row.label(text);
    }
  }

  private void endRow() {
    if (row.isEmpty()) {
      tag = row.tag().or(() -> tag);
      label = row.label().or(() -> label);
    } else {
      row.cutRemark(source);
      rows.add(row);
    }
    row = new TokenRow();
  }

  private List<TokenRow> join() {
    List<TokenRow> joined = new ArrayList<>();
    boolean aligned = !rows.isEmpty() && rows.get(0).startsAligned();
    for (TokenRow next : rows) {
      TokenRow last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && next.continues(last, aligned)) {
        last.append(next);
      } else {
        joined.add(next);
      }
    }
    joined.forEach(TokenRow::finish);
    return joined;
  }

  private Unread unread(Token token, String message) {
    return new Unread(ProblemId.UNBALANCED, source.span(token.start(), token.end()), message, "");
  }
}
