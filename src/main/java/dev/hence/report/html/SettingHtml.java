package dev.hence.report.html;

import static dev.hence.report.html.Markup.escaped;

import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.InferredRecord;
import dev.hence.report.record.QuestionRecord;
import dev.hence.report.trace.Setting;
import dev.hence.report.trace.SettingText;
import dev.hence.report.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands above the derivation: what the author declares, and what Hence adds to it. */
final class SettingHtml {
  private final Trace trace;
  private final DocumentRecord document;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  SettingHtml(Trace trace, DocumentRecord document) {
    this.trace = trace;
    this.document = document;
  }

  /** The element; nothing where there is nothing to say. */
  Optional<String> of() {
    inferred();
    questions();
    declared();
    if (!document.assumptions().isEmpty()) {
      row(
          "Taken for granted",
          document.assumptions().stream().map(a -> "<div>" + Sentence.html(a) + "</div>").toList());
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String items =
        rows.entrySet().stream()
            .map(
                r -> "<dt>%s</dt><dd>%s</dd>".formatted(r.getKey(), String.join(" ", r.getValue())))
            .collect(Collectors.joining("\n"));
    return Optional.of(
        "<section class=\"setting\" aria-label=\"Setting\"><dl>\n" + items + "\n</dl></section>\n");
  }

  private void row(String title, List<String> entries) {
    rows.computeIfAbsent(title, t -> new ArrayList<>()).addAll(entries);
  }

  private void inferred() {
    if (!document.inferred().isEmpty()) {
      row(
          "Inferred",
          document.inferred().stream()
              .map(InferredRecord::line)
              .map(l -> "<code>" + escaped(l) + "</code><br>")
              .toList());
    }
  }

  private void questions() {
    for (QuestionRecord question : document.questions()) {
      String answers =
          question.answers().isEmpty()
              ? ""
              : HtmlPage.list(
                  question.answers().stream().map(a -> "<code>" + escaped(a) + "</code>"));
      String text = escaped(question.text()) + " (" + escaped(question.blocks()) + ")";
      row("Asked", List.of("<p>" + text + "</p>" + answers));
    }
  }

  private void declared() {
    List<String> inferred = document.inferred().stream().map(InferredRecord::entry).toList();
    for (SettingText.Section section : SettingText.of(trace.setting())) {
      List<String> own = section.entries().stream().filter(e -> !inferred.contains(e)).toList();
      if (!own.isEmpty()) {
        row(section.title(), own.stream().map(Markup::tex).toList());
      }
    }
    List<Setting.Trial> tries = trace.setting().tries();
    if (!tries.isEmpty()) {
      row(
          "Tried",
          tries.stream()
              .map(t -> "<div>" + Markup.tex(t.name()) + ": " + values(t) + "</div>")
              .toList());
    }
  }

  private static String values(Setting.Trial trial) {
    return escaped(SettingText.values(trial.value()));
  }
}
