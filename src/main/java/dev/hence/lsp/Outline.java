package dev.hence.lsp;

import dev.hence.claim.Derivation;
import dev.hence.claim.Heading;
import dev.hence.claim.Statement;
import dev.hence.report.StatementText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The sections of a page with their statements. */
final class Outline {
  private final Derivation page;
  private final Lines lines;
  private final List<DocumentSymbol> top = new ArrayList<>();
  private final Deque<Section> open = new ArrayDeque<>();

  private Outline(Derivation page, Lines lines) {
    this.page = page;
    this.lines = lines;
  }

  private record Section(int level, DocumentSymbol symbol) {}

  static List<DocumentSymbol> of(Derivation page, Lines lines) {
    Outline outline = new Outline(page, lines);
    outline.fill();
    return outline.top;
  }

  private void fill() {
    Deque<Heading> headings = new ArrayDeque<>(page.headings());
    for (Statement statement : page.statements()) {
      while (!headings.isEmpty() && headings.element().span().start() <= statement.span().start()) {
        begin(headings.remove());
      }
      add(symbol(statement));
    }
    headings.forEach(this::begin);
  }

  private void begin(Heading heading) {
    while (!open.isEmpty() && open.peek().level() >= heading.level()) {
      open.pop();
    }
    String name = heading.text().isBlank() ? "(no title)" : heading.text();
    DocumentSymbol symbol = symbol(name, SymbolKind.Namespace, lines.range(heading.span()));
    add(symbol);
    open.push(new Section(heading.level(), symbol));
  }

  /** A section reaches as far as what it holds: editors ask for that. */
  private void add(DocumentSymbol symbol) {
    if (open.isEmpty()) {
      top.add(symbol);
    } else {
      open.peek().symbol().getChildren().add(symbol);
    }
    open.forEach(section -> section.symbol().getRange().setEnd(symbol.getRange().getEnd()));
  }

  private DocumentSymbol symbol(Statement statement) {
    SymbolKind kind =
        switch (statement) {
          case Statement.Step step -> SymbolKind.Boolean;
          case Statement.Given given -> SymbolKind.Constant;
          case Statement.NoStatement none -> SymbolKind.Null;
          case Statement.Unread unread -> SymbolKind.Boolean;
        };
    String name = statement.id() + "  " + StatementText.of(statement, page.source());
    return symbol(name, kind, lines.range(statement.span()));
  }

  private static DocumentSymbol symbol(String name, SymbolKind kind, Range range) {
    Range whole = new Range(range.getStart(), range.getEnd());
    return new DocumentSymbol(name, kind, whole, range, "", new ArrayList<>());
  }
}
