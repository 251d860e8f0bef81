package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Derivation;
import dev.hence.report.header.HeaderDraft;
import dev.hence.text.SourceText;
import java.util.List;

/** Reads a page with the header that is drafted for it. */
final class Headed {
  private Headed() {}

  /** The entries that are a problem where they are written. */
  static List<HeaderDraft.Entry> wrong(SourceText page, HeaderDraft draft) {
    Derivation read = read(page, Settings.DEFAULT);
    List<String> lines = page.content().lines().toList();
    List<String> faulty =
        read.problems().stream()
            .map(p -> lines.get(page.position(p.span().start()).line() - 1))
            .toList();
    return draft.entries().stream()
        .filter(e -> faulty.stream().anyMatch(line -> line.contains(begin(e))))
        .toList();
  }

  private static String begin(HeaderDraft.Entry entry) {
    return entry.written(0).replaceFirst("  # .*", "");
  }

  static Derivation read(SourceText page, Settings settings) {
    return Hence.openTexts(List.of(page), settings).list().getFirst().derivation();
  }
}
