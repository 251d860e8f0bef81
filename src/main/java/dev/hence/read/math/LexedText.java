package dev.hence.read.math;

import java.util.Optional;
import java.util.regex.Pattern;

/** The part of the lexer that reads words, and the mathematics within them. */
final class LexedText {
  private static final Pattern TEXT_COMMAND =
      Pattern.compile("\\\\(?:text|mathrm|textrm|mbox|rm|bf|textbf|textit)\\b\\s*");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([_&%#$])");
  private static final Pattern LINE_BREAK = Pattern.compile("\\\\\\\\");
  private static final Pattern SPACING = Pattern.compile("\\\\(?![A-Za-z])[ ,;:!]?|~|[{}]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final Lexer lexer;
  private final Arguments arguments;

  LexedText(Lexer lexer, Arguments arguments) {
    this.lexer = lexer;
    this.arguments = arguments;
  }

  void read(String name, int start) {
    Arguments.Range range = arguments.read(name, start);
    String s = lexer.text();
    int from = range.start();
    if (explains(range)) {
      Token remark = Remarks.token(plain(range), start, lexer.at());
      Explanations.check(arguments.slice(range), remark, lexer.source());
      lexer.add(remark);
      return;
    }
    while (true) {
      int open = s.indexOf('$', from);
      int close = open < 0 ? -1 : s.indexOf('$', open + 1);
      if (open < 0 || close < 0 || close >= range.end()) {
        break;
      }
      words(name, new Arguments.Range(from, open), start);
      lexer.run(open + 1, close);
      from = close + 1;
    }
    words(name, new Arguments.Range(from, range.end()), start);
  }

  /** {@code \text{by definition of $K$, so that $K \ne 0$}}: what is in it claims nothing. */
  private boolean explains(Arguments.Range range) {
    String text = arguments.slice(range);
    int formula = text.indexOf('$');
    return formula >= 0
        && Conditions.isExplanation(
            plain(new Arguments.Range(range.start(), range.start() + formula)));
  }

  private void words(String name, Arguments.Range range, int start) {
    String text = plain(range);
    if (text.isEmpty()) {
      return;
    }
    Optional<Integer> mathematics = mathematicsBehindCondition(range);
    if (mathematics.isPresent()) {
      words(name, new Arguments.Range(range.start(), mathematics.get()), start);
      lexer.run(mathematics.get(), range.end());
    } else if (Conditions.isIndependence(text)) {
      lexer.emit(TokenKind.RELATION, "independent-of", start, lexer.at());
    } else if (Conditions.separator(text).isPresent()) {
      String connective =
          switch (Conditions.separator(text).get()) {
            case IMPLIES -> "implies";
            case IFF -> "iff";
            case OR -> "lor";
            case NONE, SPACE, COMMA, SEMICOLON, WORD -> "land";
          };
      lexer.emit(TokenKind.CONNECTIVE, connective, start, lexer.at());
    } else {
      boolean bold = arguments.slice(range).strip().startsWith("\\bf");
      String font = isSpaced(range) ? Words.SPACED : bold ? "textbf" : name;
      lexer.add(new Token(TokenKind.TEXT, text, Token.Mark.NONE, font, start, lexer.at()));
    }
  }

  /** {@code \text{ unless }}: no name is written with spaces around it. */
  private boolean isSpaced(Arguments.Range range) {
    String text = arguments.slice(range);
    return !text.equals(text.strip());
  }

  /** In {@code \text{if i=j}} the offset of {@code i=j}. */
  private Optional<Integer> mathematicsBehindCondition(Arguments.Range range) {
    String text = arguments.slice(range);
    int space = text.length() - text.stripLeading().length();
    int cut = text.indexOf(' ', space);
    if (cut < 0 || Conditions.kind(text.substring(0, cut)).isEmpty()) {
      return Optional.empty();
    }
    String rest = text.substring(cut);
    boolean isRelation = rest.matches("[^\\\\$]*[=<>][^\\\\$]*") && !rest.matches(".*\\p{L}{2}.*");
    return isRelation ? Optional.of(range.start() + cut) : Optional.empty();
  }

  /** The words of a range: escapes and spacing undone, commands around text taken off. */
  String plain(Arguments.Range range) {
    String text = TEXT_COMMAND.matcher(arguments.slice(range)).replaceAll("");
    text = LINE_BREAK.matcher(text).replaceAll(" ");
    text = ESCAPED.matcher(text).replaceAll("$1");
    text = SPACING.matcher(text).replaceAll(" ");
    return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
  }
}
