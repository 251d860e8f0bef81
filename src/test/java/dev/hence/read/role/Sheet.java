package dev.hence.read.role;

import dev.hence.claim.ApproachText;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.Problems;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.elaborate.Refusal;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** A small document, and what the reader makes of it. */
public final class Sheet {
  private final StringBuilder header = new StringBuilder();
  private final StringBuilder body = new StringBuilder();

  private Sheet() {}

  /** A document as it stands. */
  public static Sheet of(String text) {
    Sheet sheet = new Sheet();
    sheet.body.append(text);
    return sheet;
  }

  /** A document with these entries of {@code let}. */
  public static Sheet let(String... entries) {
    Sheet sheet = new Sheet();
    return entries.length == 0 ? sheet : sheet.key("let", entries);
  }

  /** With entries of another key. */
  public Sheet key(String key, String... entries) {
    header.append(key).append(":\n");
    for (String entry : entries) {
      header.append("  - '").append(entry.replace("'", "''")).append("'\n");
    }
    return this;
  }

  public Sheet comment(String comment) {
    body.append("<!-- hence: ").append(comment).append(" -->\n");
    return this;
  }

  public Sheet display(String math) {
    body.append("$$").append(math).append("$$\n\n");
    return this;
  }

  public Page.Read read() {
    String text = header.isEmpty() ? body.toString() : "---\n" + header + "---\n" + body;
    Problems problems = new Problems();
    return Page.of(DocumentReader.read(new SourceText("sheet.md", text), problems), problems);
  }

  /** Each line: what it is, and how it is understood. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Line line : read().lines()) {
      lines.add(text(line));
    }
    return lines;
  }

  private static String text(Line line) {
    return switch (line.statement()) {
      case Statement.Given g -> {
        UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(g.scope()));
        yield g.what() + ": " + printer.print(g.left()) + " = " + printer.print(g.right());
      }
      case Statement.Step s -> {
        UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(s.scope()));
        String said =
            s.approach()
                .map(a -> ApproachText.of(s, a, printer))
                .orElseGet(() -> printer.print(s.left(), s.relation(), s.right()));
        StringBuilder text = new StringBuilder("claim: " + said);
        s.conditions().forEach(c -> text.append(" if ").append(printer.print(c)));
        yield text.toString();
      }
      case Statement.NoStatement n -> "no statement";
      case Statement.Unread u ->
          "unread: " + line.refusal().map(Refusal::words).orElse(u.problem().message());
    };
  }
}
