package dev.hence.read.math;

import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The source of one piece of mathematics, cut out of a file: the marks of block quotes and lists
 * and the quotes of YAML are gone, and every character still knows its offset in the file.
 *
 * <p>Stored as pieces that are contiguous in both, so that a long display costs a few numbers.
 */
public final class MathText {
  private final String text;
  private final int[] starts;
  private final int[] fileStarts;
  private final int fileEnd;

  private MathText(String text, int[] starts, int[] fileStarts, int fileEnd) {
    this.text = text;
    this.starts = starts;
    this.fileStarts = fileStarts;
    this.fileEnd = fileEnd;
  }

  /** The characters of one span of the file. */
  public static MathText of(SourceText source, Span span) {
    return new MathText(source.slice(span), new int[] {0}, new int[] {span.start()}, span.end());
  }

  /** A text of its own, in which offsets are offsets in the file: for tests and for the API. */
  public static MathText of(String text) {
    return new MathText(text, new int[] {0}, new int[] {0}, text.length());
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
    if (offset >= text.length()) {
      return fileEnd;
    }
    int found = Arrays.binarySearch(starts, offset);
    int piece = found >= 0 ? found : -found - 2;
    return fileStarts[piece] + offset - starts[piece];
  }

  /** The span in the file of the characters from {@code start} to before {@code end}. */
  public Span span(int start, int end) {
    return start >= end
        ? Span.at(fileOffset(start))
        : new Span(fileOffset(start), Math.max(fileOffset(start), fileOffset(end - 1) + 1));
  }

  /** The span in the file of the whole. */
  public Span span() {
    return text.isEmpty() ? Span.at(fileEnd) : span(0, text.length());
  }

  /** A part of this text, with the same offsets in the file. */
  public MathText slice(int start, int end) {
    Builder builder = new Builder();
    int piece = Arrays.binarySearch(starts, start);
    for (int i = piece >= 0 ? piece : Math.max(0, -piece - 2); i < starts.length; i++) {
      int from = Math.max(start, starts[i]);
      int to = Math.min(end, i + 1 < starts.length ? starts[i + 1] : text.length());
      if (from < to) {
        builder.append(text.substring(from, to), fileStarts[i] + from - starts[i]);
      }
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

  /** Puts a text together from pieces of the file, in the order of the file. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[4];
    private int[] fileStarts = new int[4];
    private int count;

    /** Adds characters that stand at an offset in the file, one for one. */
    public Builder append(CharSequence piece, int fileOffset) {
      if (piece.isEmpty() || continues(fileOffset)) {
        text.append(piece);
        return this;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        fileStarts = Arrays.copyOf(fileStarts, 2 * count);
      }
      starts[count] = text.length();
      fileStarts[count++] = fileOffset;
      text.append(piece);
      return this;
    }

    private boolean continues(int fileOffset) {
      return count > 0 && fileStarts[count - 1] + text.length() - starts[count - 1] == fileOffset;
    }

    /**
     * The text gathered so far.
     *
     * @param fileEnd the offset in the file of what follows the last character
     */
    public MathText build(int fileEnd) {
      return new MathText(
          text.toString(), Arrays.copyOf(starts, count), Arrays.copyOf(fileStarts, count), fileEnd);
    }
  }
}
