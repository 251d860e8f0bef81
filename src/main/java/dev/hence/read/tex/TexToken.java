package dev.hence.read.tex;

import dev.hence.text.Span;

/**
 * A token as TeX sees it, but white space and comments are tokens too.
 *
 * @param text as it is written; a control word without the space behind it
 * @param place in the file; the use of the macro for a token out of a macro
 * @param depth how many macros it came out of, one inside the other; negative if it is no macro,
 *     whatever its name stands for
 */
public record TexToken(Kind kind, String text, Span place, int depth) {
  /** What a token is. */
  public enum Kind {
    /** A backslash and letters. */
    WORD,
    /** A backslash and one other character. */
    SYMBOL,
    OPEN,
    CLOSE,
    /** White space, as much as there is. */
    SPACE,
    /** A comment, to the end of its line. */
    COMMENT,
    CHARACTER,
    /** Behind the last token; its text is empty. */
    END
  }

  /** Whether it is a control word, given with its backslash. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Whether it is a character, given as a text. */
  public boolean isCharacter(String character) {
    return kind == Kind.CHARACTER && text.equals(character);
  }

  public boolean isEnd() {
    return kind == Kind.END;
  }

  boolean isControl() {
    return kind == Kind.WORD || kind == Kind.SYMBOL;
  }

  /** Whether it stands for a macro if one has its name. */
  boolean mayBeMacro() {
    return isControl() && depth >= 0;
  }

  /** White space with an empty line in it: TeX ends a paragraph there. */
  public boolean endsParagraph() {
    return kind == Kind.SPACE && text.indexOf('\n') != text.lastIndexOf('\n');
  }

  /** The same token out of a macro that is used at a place. */
  TexToken outOf(TexToken use) {
    return new TexToken(kind, text, use.place, depth < 0 ? depth : use.depth + 1);
  }

  /** A macro with its arguments, the last of which ends at a place; inside others as it is. */
  TexToken upTo(Span end) {
    return depth == 0 ? new TexToken(kind, text, place.to(end), depth) : this;
  }

  /** A command of TeX's own, whatever macro has its name. */
  TexToken primitive(TexToken use) {
    return new TexToken(kind, text, use.place, -1);
  }
}
