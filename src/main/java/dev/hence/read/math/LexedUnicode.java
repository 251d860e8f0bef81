package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import java.text.Normalizer;
import java.util.Optional;

/** The part of the lexer that reads what is not ASCII as the LaTeX it stands for. */
final class LexedUnicode {
  private final Lexer lexer;

  LexedUnicode(Lexer lexer) {
    this.lexer = lexer;
  }

  void read() {
    int start = lexer.at();
    int codePoint = lexer.text().codePointAt(start);
    int end = start + Character.charCount(codePoint);
    Optional<String> accent = Unicode.combining(codePoint);
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
    if (Unicode.raised(codePoint).isPresent()) {
      scripts(TokenKind.SUP, true);
    } else if (Unicode.lowered(codePoint).isPresent()) {
      scripts(TokenKind.SUB, false);
    } else if (accent.isPresent() && endsInLetter(start)) {
      lexer.moveTo(end);
      accent(accent.get(), start);
    } else if (isAccentedLetter(parts)) {
      lexer.moveTo(end);
      lexer.emit(TokenKind.LETTER, parts.substring(0, 1), start, end);
      accent(Unicode.combining(parts.charAt(1)).orElseThrow(), start);
    } else {
      lexer.emitAll(latex(codePoint, start, end), start, end);
      lexer.moveTo(end);
    }
  }

  private String latex(int codePoint, int start, int end) {
    return Unicode.latex(codePoint)
        .orElseThrow(
            () ->
                lexer.unread(
                    ProblemId.UNEXPECTED_TOKEN,
                    start,
                    end,
                    "`" + lexer.text().substring(start, end) + "` has no meaning inside a display.",
                    "write it as a LaTeX command; words belong into \\text{…}"));
  }

  private static boolean isAccentedLetter(String parts) {
    return parts.length() == 2
        && Lexer.isLetter(parts.charAt(0))
        && Unicode.combining(parts.charAt(1)).isPresent();
  }

  private boolean endsInLetter(int start) {
    return lexer
        .last()
        .filter(token -> token.end() == start)
        .filter(
            token ->
                token.kind() == TokenKind.LETTER
                    || (token.kind() == TokenKind.COMMAND
                        && Vocabulary.NAMES.contains(token.text())))
        .isPresent();
  }

  /** Puts an accent around the last letter. */
  private void accent(String command, int start) {
    Token letter = lexer.last().orElseThrow();
    lexer.removeLast();
    lexer.emit(TokenKind.COMMAND, command, letter.start(), letter.start());
    lexer.emit(TokenKind.OPEN, "{", letter.start(), letter.start());
    lexer.add(letter);
    lexer.emit(TokenKind.CLOSE, "}", start, lexer.at());
  }

  /** Raised or lowered characters side by side are one script. */
  private void scripts(TokenKind kind, boolean raised) {
    int at = lexer.at();
    lexer.emit(kind, raised ? "^" : "_", at, at);
    lexer.emit(TokenKind.OPEN, "{", at, at);
    while (at < lexer.end()) {
      int codePoint = lexer.text().codePointAt(at);
      Optional<String> meaning = raised ? Unicode.raised(codePoint) : Unicode.lowered(codePoint);
      if (meaning.isEmpty()) {
        break;
      }
      int end = at + Character.charCount(codePoint);
      lexer.emitAll(meaning.get(), at, end);
      at = end;
    }
    lexer.emit(TokenKind.CLOSE, "}", at, at);
    lexer.moveTo(at);
  }
}
