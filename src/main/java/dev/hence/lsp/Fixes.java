package dev.hence.lsp;

import dev.hence.report.record.EditRecord;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Quick fixes of an editor: the edits that would mend the refuted lines of a page, and the answers
 * to what the page leaves open.
 */
final class Fixes {
  private final String uri;
  private final Checked page;

  Fixes(String uri, Checked page) {
    this.uri = uri;
    this.page = page;
  }

  /**
   * The fixes for the lines that a range touches. The likeliest edit of each line is the preferred
   * one; no answer is.
   */
  List<CodeAction> in(Range range) {
    Span touched = page.lines().span(range);
    List<CodeAction> fixes = new ArrayList<>();
    for (Answered answer : page.answers()) {
      List<Diagnostic> diagnostics = answer.diagnostics(page.lines());
      if (answer.statement().span().touches(touched) && !diagnostics.isEmpty()) {
        fixes(answer, diagnostics, fixes);
      }
    }
    page.derivation()
        .ifPresent(d -> fixes.addAll(new Answering(d, page.lines()).in(touched, this::edit)));
    return fixes;
  }

  private void fixes(Answered answer, List<Diagnostic> diagnostics, List<CodeAction> fixes) {
    boolean preferred = true;
    for (EditRecord edit : answer.record().answer().diagnosis()) {
      if (!edit.replacements().isEmpty()) {
        CodeAction action = new CodeAction(edit.what() + ": " + edit.mended());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(diagnostics);
        action.setIsPreferred(preferred);
        action.setEdit(edit(edit));
        fixes.add(action);
        preferred = false;
      }
    }
  }

  private WorkspaceEdit edit(EditRecord edit) {
    List<TextEdit> edits = new ArrayList<>();
    for (EditRecord.Replacement replacement : edit.replacements()) {
      Range range = page.lines().range(replacement.place());
      edits.add(new TextEdit(range, replacement.text()));
    }
    return edit(edits);
  }

  private WorkspaceEdit edit(List<TextEdit> edits) {
    TextDocumentEdit document =
        new TextDocumentEdit(new VersionedTextDocumentIdentifier(uri, page.version()), edits);
    return new WorkspaceEdit(List.of(Either.forLeft(document)));
  }
}
