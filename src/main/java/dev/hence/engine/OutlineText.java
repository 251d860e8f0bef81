package dev.hence.engine;

import dev.hence.engine.Outline.Entry;
import dev.hence.text.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;

/**
 * An outline as text, a line for each entry. It is read in a few milliseconds, by a new Java too.
 */
final class OutlineText {
  private static final String FORMAT = "hence outline 1";
  private static final String IDLE = FORMAT + ", idle";
  private static final String FIELD = "\t";
  private static final String TAG = " ";

  private OutlineText() {}

  static String of(Outline outline) {
    return (outline.idle() ? IDLE : FORMAT)
        + '\n'
        + outline.entries().stream().map(e -> line(e) + '\n').collect(Collectors.joining());
  }

  private static String line(Entry entry) {
    List<Object> fields = new ArrayList<>();
    switch (entry) {
      case Outline.Flaw flaw ->
          fields.addAll(List.of("flaw", flaw.number(), tags(flaw.tags()), escaped(flaw.text())));
      case Outline.Section section ->
          fields.addAll(List.of("section", section.level(), escaped(section.text())));
      case Outline.Step step ->
          fields.addAll(
              List.of(
                  "step",
                  escaped(step.id()),
                  tags(step.tags()),
                  step.last(),
                  escaped(step.text())));
    }
    Position from = entry.from();
    fields.addAll(List.of(from.cell().orElse(0), from.line(), from.column()));
    return fields.stream().map(Object::toString).collect(Collectors.joining(FIELD));
  }

  private static String tags(Set<TestTag> tags) {
    return tags.stream().map(TestTag::getName).sorted().collect(Collectors.joining(TAG));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  /**
   * The outline that was written.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Outline read(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    boolean idle = lines.getFirst().equals(IDLE);
    if ((!idle && !lines.getFirst().equals(FORMAT)) || !lines.getLast().isEmpty()) {
      throw new IllegalArgumentException("it is no outline");
    }
    return new Outline(
        idle, lines.subList(1, lines.size() - 1).stream().map(OutlineText::entry).toList());
  }

  private static Entry entry(String line) {
    String[] f = line.split(FIELD, -1);
    int n = f.length;
    String what = f[0] + n;
    if (n < 6) {
      throw new IllegalArgumentException("a line of it is cut off");
    }
    Position from = position(f[n - 3], f[n - 2], f[n - 1]);
    return switch (what) {
      case "flaw7" -> new Outline.Flaw(number(f[1]), plain(f[3]), readTags(f[2]), from);
      case "section6" -> new Outline.Section(number(f[1]), plain(f[2]), from);
      case "step8" ->
          new Outline.Step(plain(f[1]), plain(f[4]), readTags(f[2]), from, number(f[3]));
      default -> throw new IllegalArgumentException("a line of it is of no kind");
    };
  }

  private static Position position(String cell, String line, String column) {
    int in = number(cell);
    return new Position(
        in == 0 ? OptionalInt.empty() : OptionalInt.of(in), number(line), number(column));
  }

  private static int number(String text) {
    return Integer.parseUnsignedInt(text);
  }

  private static Set<TestTag> readTags(String text) {
    List<String> names = text.isEmpty() ? List.of() : List.of(text.split(TAG, -1));
    if (!names.stream().allMatch(TestTag::isValid)) {
      throw new IllegalArgumentException("a tag of it is none");
    }
    return names.stream().map(TestTag::create).collect(Collectors.toUnmodifiableSet());
  }

  private static String plain(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < escaped.length(); k++) {
      char c = escaped.charAt(k);
      if (c == '\\' && k + 1 < escaped.length()) {
        k++;
        text.append(
            switch (escaped.charAt(k)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              default -> escaped.charAt(k);
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
