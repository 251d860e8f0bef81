package dev.hence.read.document;

import dev.hence.text.MathText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels that stand beside a display, as programs that print Markdown have them. */
final class Labels {
  /** {@code {#eq-one}} of Quarto, {@code (eq:one)} of Jupyter Book, {@code :eqlabel:} of d2l. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "[ \\t]*\\{#(?<quarto>[\\w:.-]+)[^}\\n]*\\}"
              + "|[ \\t]*\\((?<myst>[A-Za-z][\\w:.-]*)\\)(?=[ \\t]*(?:\\n|\\z))"
              + "|(?:\\*\\*[\\])])?\\s*:eqlabel:`(?<d2l>[^`\\n]+)`");

  /** {@code :label: one}. */
  private static final Pattern OPTION =
      Pattern.compile("[ \\t]*:(?<key>[\\w-]+):[ \\t]*(?<value>[^\\n]*?)[ \\t]*(?:\\n|\\z)");

  private Labels() {}

  /**
   * A label, if there is one.
   *
   * @param end where it ends, or where it would begin
   */
  record Label(Optional<String> name, int end) {}

  /** What a directive holds. */
  record Directive(MathText math, Optional<String> label) {}

  /** The label behind a display that was opened and closed at places of a text. */
  static Label behind(String text, int open, int close, int end) {
    Matcher matcher = BEHIND.matcher(text).region(end, text.length());
    boolean isOnItsOwn = startsLine(text, open) || startsLine(text, close);
    if (!matcher.lookingAt() || (!isOnItsOwn && matcher.group("myst") != null)) {
      return new Label(Optional.empty(), end);
    }
    for (String group : new String[] {"quarto", "myst", "d2l"}) {
      if (matcher.group(group) != null) {
        return new Label(Optional.of(matcher.group(group)), matcher.end());
      }
    }
    return new Label(Optional.empty(), end);
  }

  private static boolean startsLine(String text, int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  /** Takes the options off a directive: {@code :label: one} and others, which are not ours. */
  static Directive directive(MathText content) {
    Optional<String> label = Optional.empty();
    String text = content.text();
    int at = 0;
    Matcher option = OPTION.matcher(text);
    while (at < text.length()) {
      int line = text.indexOf('\n', at);
      boolean isBlank = line >= 0 && text.substring(at, line).isBlank();
      if (isBlank) {
        at = line + 1;
      } else if (option.region(at, text.length()).lookingAt()) {
        boolean isLabel = option.group("key").equals("label") && !option.group("value").isEmpty();
        label = isLabel ? Optional.of(option.group("value")) : label;
        at = option.end();
      } else {
        break;
      }
    }
    return new Directive(content.slice(at, content.length()), label);
  }
}
