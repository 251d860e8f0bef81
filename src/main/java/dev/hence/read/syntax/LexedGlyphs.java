package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntFunction;

/** The part of the lexer that reads what is not ASCII as the LaTeX it stands for. */
final class LexedGlyphs {
  private final Lexer lexer;

  LexedGlyphs(Lexer lexer) {
    this.lexer = lexer;
  }

  void read() {
    int start = lexer.at();
    int codePoint = lexer.text().codePointAt(start);
    String glyph = Character.toString(codePoint);
    String parts = Normalizer.normalize(glyph, Normalizer.Form.NFD);
    Optional<String> accent = Glyphs.combining(codePoint);
    if (Glyphs.raised(codePoint).isPresent()) {
      scripts(TokenKind.RAISED, Glyphs::raised);
    } else if (Glyphs.lowered(codePoint).isPresent()) {
      scripts(TokenKind.LOWERED, Glyphs::lowered);
    } else if (accent.isPresent() && endsInLetter(start)) {
      Token letter = lexer.last().orElseThrow();
      lexer.removeLast();
      lexer.moveTo(start + glyph.length());
      String meaning = "\\" + accent.get() + "{" + letter.text() + "}";
      lexer.emit(TokenKind.COMPOSED, meaning, letter.start());
    } else if (parts.length() == 2
        && Lexer.isLetter(parts.charAt(0))
        && Glyphs.combining(parts.charAt(1)).isPresent()) {
      lexer.moveTo(start + glyph.length());
      String command = Glyphs.combining(parts.charAt(1)).get();
      lexer.emit(TokenKind.COMPOSED, "\\" + command + "{" + parts.charAt(0) + "}", start);
    } else {
      one(glyph, Glyphs.latex(codePoint), start);
    }
  }

  /** A character that stands for one command is that command, else it is composed. */
  private void one(String glyph, Optional<String> latex, int start) {
    lexer.moveTo(start + glyph.length());
    String meaning =
        latex.orElseThrow(
            () ->
                lexer.unread(
                    ProblemId.UNEXPECTED_TOKEN,
                    start,
                    "`" + glyph + "` has no meaning inside a display.",
                    "write it as a LaTeX command; words belong into \\text{…}"));
    String name = meaning.startsWith("\\") ? meaning.substring(1) : meaning;
    Optional<String> fence = Delimiters.command(name);
    Optional<Notation> notation = Notation.of(name);
    if (fence.isPresent()) {
      lexer.add(TokenKind.FENCE, Delimiters.side(name), fence.get(), "", start);
    } else if (notation.isPresent()) {
      lexer.emit(notation.get().kind(), notation.get().meaning(), start);
    } else if (meaning.startsWith("'")) {
      lexer.emit(TokenKind.PRIME, meaning, start);
    } else {
      lexer.emit(TokenKind.COMPOSED, meaning, start);
    }
  }

  private boolean endsInLetter(int start) {
    return lexer
        .last()
        .filter(token -> token.end() == start)
        .filter(t -> t.kind() == TokenKind.LETTER || t.kind() == TokenKind.NAME)
        .isPresent();
  }

  /** Raised or lowered characters side by side are one script. */
  private void scripts(TokenKind kind, IntFunction<Optional<String>> meaning) {
    int start = lexer.at();
    int at = start;
    StringBuilder content = new StringBuilder();
    while (at < lexer.text().length()) {
      int codePoint = lexer.text().codePointAt(at);
      if (meaning.apply(codePoint).isEmpty()) {
        break;
      }
      content.append(meaning.apply(codePoint).get());
      at += Character.charCount(codePoint);
    }
    lexer.moveTo(at);
    lexer.emit(kind, content.toString(), start);
  }
}
