package dev.hence.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The source of one piece of mathematics, cut out of a file: the marks of block quotes and lists
 * and the quotes of YAML are gone, macros are expanded, and every character still knows its place
 * in the file. What a macro brought in stands where the macro is used.
 *
 * <p>Stored as pieces, most of them contiguous in both, so that a long display costs a few numbers.
 */
public final class MathText {
  /**
   * Characters that belong together.
   *
   * @param start of the first of them in this text
   * @param file where they stand
   * @param pinned whether all of them stand for the whole of that place, instead of one for one
   */
  private record Piece(int start, Span file, boolean pinned) {}

  private final String text;
  private final List<Piece> pieces;
  private final int fileEnd;

  private MathText(String text, List<Piece> pieces, int fileEnd) {
    this.text = text;
    this.pieces = pieces;
    this.fileEnd = fileEnd;
  }

  /** The characters of one span of the file. */
  public static MathText of(SourceText source, Span span) {
    return new Builder().append(source.slice(span), span.start()).build(span.end());
  }

  /** A text of its own, in which offsets are offsets in the file: for tests and for the API. */
  public static MathText of(String text) {
    return new Builder().append(text, 0).build(text.length());
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /** The offset in the file of a character; at the end of the text, the end in the file. */
  public int fileOffset(int offset) {
    return offset >= text.length() ? fileEnd : place(offset).start();
  }

  /** Where one character stands in the file. */
  public Span place(int offset) {
    Piece piece = pieces.get(pieceAt(offset));
    return piece.pinned ? piece.file : one(piece.file.start() + offset - piece.start);
  }

  private static Span one(int offset) {
    return new Span(offset, offset + 1);
  }

  /** The piece that holds a character. */
  private int pieceAt(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int endOf(int piece) {
    return piece + 1 < pieces.size() ? pieces.get(piece + 1).start : text.length();
  }

  /** The smallest span in the file that holds the characters from {@code start} to {@code end}. */
  public Span span(int start, int end) {
    int behind = Math.min(end, text.length());
    if (start >= behind) {
      return Span.at(fileOffset(start));
    }
    Span span = place(start);
    for (int i = pieceAt(start); i < pieces.size() && pieces.get(i).start < behind; i++) {
      span = span.to(place(Math.max(start, pieces.get(i).start)));
      span = span.to(place(Math.min(behind, endOf(i)) - 1));
    }
    return span;
  }

  /** The span in the file of the whole. */
  public Span span() {
    return text.isEmpty() ? Span.at(fileEnd) : span(0, text.length());
  }

  /** A part of this text, with the same places in the file. */
  public MathText slice(int start, int end) {
    Builder builder = new Builder();
    if (start < end) {
      builder.append(this, start, end);
    }
    return builder.build(start < end ? span(start, end).end() : fileOffset(start));
  }

  /**
   * The parts between separators that stand outside all brackets and are no part of a command, each
   * without white space at its ends; blank parts are left out.
   */
  public List<MathText> split(char separator) {
    List<MathText> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(c) >= 0 ? 1 : 0;
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == separator) {
        i++;
      } else if (c == separator && depth <= 0) {
        parts.add(slice(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(slice(start, text.length()).strip());
    parts.removeIf(MathText::isBlank);
    return List.copyOf(parts);
  }

  /** This text without white space at its ends. */
  public MathText strip() {
    String leading = text.stripLeading();
    int start = text.length() - leading.length();
    return slice(start, start + leading.stripTrailing().length());
  }

  @Override
  public String toString() {
    return text;
  }

  /** Puts a text together from pieces of the file. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /** Adds characters that stand at an offset in the file, one for one. */
    public Builder append(CharSequence piece, int fileOffset) {
      if (piece.isEmpty()) {
        return this;
      }
      Piece last = pieces.isEmpty() ? null : pieces.getLast();
      boolean continues = last != null && !last.pinned && last.file.end() == fileOffset;
      int end = fileOffset + piece.length();
      if (continues) {
        Span longer = new Span(last.file.start(), end);
        pieces.set(pieces.size() - 1, new Piece(last.start, longer, false));
      } else {
        pieces.add(new Piece(text.length(), new Span(fileOffset, end), false));
      }
      text.append(piece);
      return this;
    }

    /** Adds characters all of which stand for one place in the file. */
    public Builder pin(CharSequence piece, Span place) {
      if (piece.isEmpty()) {
        return this;
      }
      Piece last = pieces.isEmpty() ? null : pieces.getLast();
      if (last == null || !last.pinned || !last.file.equals(place)) {
        pieces.add(new Piece(text.length(), place, true));
      }
      text.append(piece);
      return this;
    }

    /** Adds a part of another text, with its places. */
    public Builder append(MathText other, int start, int end) {
      for (int i = other.pieceAt(start); i < other.pieces.size(); i++) {
        Piece piece = other.pieces.get(i);
        int from = Math.max(start, piece.start);
        int to = Math.min(end, other.endOf(i));
        if (from >= to) {
          break;
        }
        String part = other.text.substring(from, to);
        if (piece.pinned) {
          pin(part, piece.file);
        } else {
          append(part, piece.file.start() + from - piece.start);
        }
      }
      return this;
    }

    /**
     * The text gathered so far.
     *
     * @param fileEnd the offset in the file of what follows the last character
     */
    public MathText build(int fileEnd) {
      return new MathText(text.toString(), List.copyOf(pieces), fileEnd);
    }
  }
}
