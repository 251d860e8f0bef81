package dev.hence.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The setting of a derivation for people: what each part of the header says. */
public final class SettingText {
  /**
   * A part of the setting.
   *
   * @param entries in LaTeX, as the author wrote them
   */
  public record Section(String title, List<String> entries) {}

  private SettingText() {}

  public static List<Section> of(Setting setting) {
    List<Section> sections = new ArrayList<>();
    add(sections, "Let", setting.let());
    add(sections, "Assume", setting.assume());
    add(sections, "Dynamics", setting.flow());
    add(sections, "Update", setting.step());
    add(sections, "Notation", setting.read());
    return List.copyOf(sections);
  }

  private static void add(List<Section> sections, String title, List<String> entries) {
    if (!entries.isEmpty()) {
      sections.add(new Section(title, entries));
    }
  }

  /** What is tried for a name: {@code linear, polynomial(3)}. */
  public static String values(Setting.Value value) {
    return switch (value) {
      case Setting.Value.One one -> one.text();
      case Setting.Value.Many many ->
          many.values().stream()
              .map(v -> v instanceof Setting.Value.Many ? "(" + values(v) + ")" : values(v))
              .collect(Collectors.joining(", "));
    };
  }
}
