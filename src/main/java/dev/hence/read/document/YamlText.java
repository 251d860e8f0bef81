package dev.hence.read.document;

import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** From places in the YAML, which counts code points, to places in the file. */
final class YamlText {
  private final MathText yaml;
  private final int[] offsets;

  YamlText(MathText yaml) {
    this.yaml = yaml;
    this.offsets = offsets(yaml.text());
  }

  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return offsets;
  }

  private int offset(Mark mark) {
    return offsets[Math.max(0, Math.min(mark.getIndex(), offsets.length - 1))];
  }

  /** The place of an error, one character wide where there is one. */
  Span at(Optional<Mark> mark) {
    return at(mark.map(this::offset).orElse(0));
  }

  /** The place of one character. */
  Span at(int offset) {
    int start = Math.min(offset, yaml.length());
    return yaml.span(start, Math.min(start + 1, yaml.length()));
  }

  /** A node without the white space and comments behind it. */
  Span span(Node node) {
    return slice(node).span();
  }

  /** A node as it is written. */
  MathText slice(Node node) {
    int start = start(node);
    int end = Math.max(start, node.getEndMark().map(this::offset).orElse(start));
    int length = yaml.text().substring(start, end).stripTrailing().length();
    return yaml.slice(start, start + length);
  }

  private int start(Node node) {
    return node.getStartMark().map(this::offset).orElse(0);
  }

  String written(Node node) {
    return slice(node).text();
  }

  /** The value of a scalar, each character at its place in the file. */
  MathText text(ScalarNode node) {
    int start = start(node);
    ScalarStyle style = node.getScalarStyle();
    String raw = written(node);
    MathText.Builder builder = new MathText.Builder();
    String value = node.getValue();
    int at = contentStart(style, raw);
    int end = at;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      at = seek(style, raw, at, c);
      int place = start + Math.min(at, raw.length());
      int behind = isHighSurrogateOfEscape(style, raw, at, c) ? at : behind(style, raw, at, c);
      append(builder, c, place, start + Math.min(Math.max(behind, at + 1), raw.length()));
      at = behind;
      end = at;
    }
    return builder.build(yaml.fileOffset(start + Math.min(end, raw.length())));
  }

  private void append(MathText.Builder builder, char c, int from, int to) {
    boolean isItself = to - from == 1 && yaml.text().charAt(from) == c;
    if (isItself) {
      builder.append(yaml, from, to);
    } else {
      builder.pin(String.valueOf(c), yaml.span(from, Math.max(from, to)));
    }
  }

  private static int contentStart(ScalarStyle style, String raw) {
    return switch (style) {
      case PLAIN -> 0;
      case SINGLE_QUOTED, DOUBLE_QUOTED -> 1;
      case LITERAL, FOLDED, JSON_SCALAR_STYLE -> {
        int line = raw.indexOf('\n');
        yield line < 0 ? 0 : line + 1;
      }
    };
  }

  /** The place of the next character of a value: breaks and indentation are passed over. */
  private static int seek(ScalarStyle style, String raw, int from, char c) {
    int at = from;
    while (at < raw.length() && raw.charAt(at) != c && Character.isWhitespace(raw.charAt(at))) {
      if ((c == ' ' && raw.charAt(at) == '\n') || (c == '\n' && raw.charAt(at) == '\r')) {
        return at;
      }
      at++;
    }
    while (style == ScalarStyle.DOUBLE_QUOTED && isEscapedBreak(raw, at)) {
      at += 2;
      while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static boolean isEscapedBreak(String raw, int at) {
    return at + 1 < raw.length()
        && raw.charAt(at) == '\\'
        && (raw.charAt(at + 1) == '\n' || raw.charAt(at + 1) == '\r');
  }

  private static boolean isHighSurrogateOfEscape(ScalarStyle style, String raw, int at, char c) {
    return style == ScalarStyle.DOUBLE_QUOTED
        && Character.isHighSurrogate(c)
        && at < raw.length()
        && raw.charAt(at) == '\\';
  }

  /** The place behind a character of the value: quotes and escapes are longer than one. */
  private static int behind(ScalarStyle style, String raw, int at, char c) {
    if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
      return at + 2;
    }
    if (style == ScalarStyle.DOUBLE_QUOTED && at + 1 < raw.length() && raw.charAt(at) == '\\') {
      return at
          + switch (raw.charAt(at + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
          };
    }
    return at + 1;
  }
}
