package dev.hence.read.tex;

import dev.hence.read.tex.TexToken.Kind;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The tokens of a text, one after the other; what was read can be put back, or something else. */
public final class TexInput {
  /** Searches for an end that is not there, of which each costs the rest of the text. */
  private static final int MAX_SEARCHES = 50;

  private final MathText source;
  private final String s;
  private final Deque<TexToken> pushed = new ArrayDeque<>();
  private int at;
  private int searches;
  private Span taken = Span.at(0);

  public TexInput(MathText source) {
    this.source = source;
    this.s = source.text();
  }

  /**
   * Tokens that were read before.
   *
   * @param fileEnd where the last of them ends
   */
  static TexInput of(List<TexToken> tokens, int fileEnd) {
    TexInput input = new TexInput(new MathText.Builder().build(fileEnd));
    input.push(tokens);
    return input;
  }

  /** The next token, taken; an END when there is none. */
  public TexToken next() {
    return pushed.isEmpty() ? read() : pushed.pop();
  }

  /** The next token, left in its place. */
  public TexToken peek() {
    TexToken token = next();
    pushed.push(token);
    return token;
  }

  /** The next token that is neither white space nor a comment, taken with what stands before it. */
  public TexToken nextFilled() {
    skipSpace();
    return next();
  }

  /** Passes over white space and comments. */
  public void skipSpace() {
    while (peek().kind() == Kind.SPACE || peek().kind() == Kind.COMMENT) {
      next();
    }
  }

  /** Puts tokens before those that are left. */
  public void push(List<TexToken> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      pushed.push(tokens.get(i));
    }
  }

  /**
   * Takes a group, the tokens without its braces, or one token; white space and comments before it
   * are passed over. Empty if a group is not closed, or none begins before the end.
   */
  public Optional<List<TexToken>> argument() {
    TexToken first = nextFilled();
    taken = first.place();
    return switch (first.kind()) {
      case OPEN -> group();
      case CLOSE, END -> {
        pushed.push(first);
        yield Optional.empty();
      }
      case WORD, SYMBOL, CHARACTER, SPACE, COMMENT -> Optional.of(List.of(first));
    };
  }

  private Optional<List<TexToken>> group() {
    List<TexToken> tokens = new ArrayList<>();
    int depth = 1;
    while (searches < MAX_SEARCHES) {
      TexToken token = next();
      depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
      if (depth == 0) {
        taken = token.place();
        return Optional.of(tokens);
      }
      tokens.add(token);
      if (token.isEnd()) {
        searches++;
        push(tokens);
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Takes what stands in brackets, if a bracket comes next behind white space. */
  public Optional<List<TexToken>> option() {
    List<TexToken> read = new ArrayList<>();
    TexToken first = next();
    while (first.kind() == Kind.SPACE || first.kind() == Kind.COMMENT) {
      read.add(first);
      first = next();
    }
    read.add(first);
    int behind = read.size();
    if (first.isCharacter("[") && searches < MAX_SEARCHES) {
      int depth = 0;
      while (!read.getLast().isEnd() && !(depth == 0 && read.getLast().isCharacter("]"))) {
        TexToken token = next();
        depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
        read.add(token);
      }
      if (!read.getLast().isEnd()) {
        taken = read.getLast().place();
        return Optional.of(List.copyOf(read.subList(behind, read.size() - 1)));
      }
      searches++;
    }
    push(read);
    return Optional.empty();
  }

  /** Where the last argument or option ended: its closing brace or bracket, or the token itself. */
  public Span taken() {
    return taken;
  }

  /** Takes the characters up to a mark, and the mark; empty if it does not come. */
  public Optional<MathText> until(String mark) {
    int end = pushed.isEmpty() ? s.indexOf(mark, at) : -1;
    if (end < 0) {
      return Optional.empty();
    }
    MathText taken = source.slice(at, end);
    at = end + mark.length();
    return Optional.of(taken);
  }

  private TexToken read() {
    if (at >= s.length()) {
      return new TexToken(Kind.END, "", Span.at(source.fileOffset(s.length())), 0);
    }
    int start = at;
    Kind kind = kind();
    return new TexToken(kind, s.substring(start, at), source.span(start, at), 0);
  }

  /** Moves behind the next token and says what it is. */
  private Kind kind() {
    int c = s.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '\\' -> control();
      case '{' -> Kind.OPEN;
      case '}' -> Kind.CLOSE;
      case '%' -> {
        while (at < s.length() && s.charAt(at) != '\n' && s.charAt(at) != '\r') {
          at++;
        }
        yield Kind.COMMENT;
      }
      default -> {
        if (!Character.isWhitespace(c)) {
          yield Kind.CHARACTER;
        }
        while (at < s.length() && Character.isWhitespace(s.charAt(at))) {
          at++;
        }
        yield Kind.SPACE;
      }
    };
  }

  private Kind control() {
    if (at < s.length() && !isLetter(s.charAt(at))) {
      at += Character.charCount(s.codePointAt(at));
      return Kind.SYMBOL;
    }
    boolean isWord = at < s.length();
    while (at < s.length() && isLetter(s.charAt(at))) {
      at++;
    }
    return isWord ? Kind.WORD : Kind.SYMBOL;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
