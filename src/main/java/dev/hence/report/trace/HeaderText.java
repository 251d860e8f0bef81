package dev.hence.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A setting as the lines of a header that Hence reads, without the lines around it. */
public final class HeaderText {
  /** What YAML reads as the text that it is, in a list as well as behind a key. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z\\\\](?:(?!: |:$| #)[^\\p{Cntrl}\\u0085\\u2028\\u2029])*");

  private static final Pattern RESERVED = Pattern.compile("(?i)true|false|null|yes|no|on|off|[yn]");

  /** What it reads so within brackets. */
  private static final Pattern PLAIN_IN_BRACKETS = Pattern.compile("[A-Za-z0-9\\\\][\\w./\\\\-]*");

  private final List<String> lines = new ArrayList<>();

  private HeaderText() {}

  public static List<String> of(Setting setting) {
    HeaderText header = new HeaderText();
    setting.title().ifPresent(t -> header.line("title: " + text(t)));
    header.list("source", setting.source());
    header.list("tags", setting.tags());
    header.list("let", setting.let());
    header.list("assume", setting.assume());
    header.list("flow", setting.flow());
    header.list("step", setting.step());
    header.list("read", setting.read());
    header.tries(setting.tries());
    setting.layout().ifPresent(l -> header.line("layout: " + l.strip()));
    setting.scope().ifPresent(s -> header.line("scope: " + s.strip()));
    setting.round().ifPresent(r -> header.line("round: " + r));
    setting.seed().ifPresent(s -> header.line("seed: " + s));
    return List.copyOf(header.lines);
  }

  private void line(String line) {
    lines.add(line);
  }

  private void list(String key, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    line(key + ":");
    entries.forEach(entry -> line("  - " + text(entry)));
  }

  private void tries(List<Setting.Trial> tries) {
    if (tries.isEmpty()) {
      return;
    }
    line("try:");
    for (Setting.Trial trial : tries) {
      line("  " + text(trial.name()) + ": " + value(trial.value()));
    }
  }

  private static String value(Setting.Value value) {
    return switch (value) {
      case Setting.Value.One one -> inBrackets(one.text());
      case Setting.Value.Many many ->
          many.values().stream().map(HeaderText::value).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private static String inBrackets(String text) {
    return PLAIN_IN_BRACKETS.matcher(text).matches() ? text : quoted(text);
  }

  /** An entry as YAML reads it as text: quoted where it must be. */
  public static String entry(String text) {
    return text(text);
  }

  private static String text(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    boolean plain = PLAIN.matcher(line).matches() && !RESERVED.matcher(line).matches();
    return plain ? line : quoted(line);
  }

  private static String quoted(String text) {
    return "'" + text.strip().replaceAll("\\s+", " ").replace("'", "''") + "'";
  }
}
