package dev.hence.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as an editor sees it, over the protocol. */
class ServerTest {
  private static final String PAGE =
      """
      ---
      let:
        - x, y \\in \\mathbb{R}
        - w \\in \\mathbb{R}^d
      ---
      # Squares

      $$q(w) = w^\\top w \\tag{1}$$

      ## Größen 𝛼

      𝛼: $$\\nabla_w q(w) = 2 w \\tag{2}$$

      𝛼: $$(x + y)^2 = x^2 - 2 x y + y^2 \\tag{3}$$

      ## Open ends

      $$x = [ \\tag{4}$$
      """;

  private Editor editor;

  @BeforeEach
  void start() throws IOException {
    editor = new Editor("file:///tmp/notes/page.md");
    editor.initialize();
  }

  @AfterEach
  void stop() {
    editor.close();
  }

  private static Diagnostic coded(List<Diagnostic> diagnostics, String code) {
    return diagnostics.stream()
        .filter(d -> d.getCode().getLeft().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRefuted(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(d -> d.getCode().getLeft().equals("refuted"));
  }

  @Test
  void saysWhatItCanDo() throws IOException {
    try (Editor other = new Editor("file:///a.md")) {
      var result = other.initialize();
      assertThat(result.getServerInfo().getName()).isEqualTo("Hence");
      assertThat(result.getCapabilities().getHoverProvider().getLeft()).isTrue();
      assertThat(other.leave()).isTrue();
    }
  }

  @Test
  void showsARefutedLineWithItsCounterexample() {
    editor.open(PAGE);
    List<Diagnostic> shown = editor.shown(ServerTest::isRefuted);
    Diagnostic refuted = coded(shown, "refuted");
    assertThat(refuted.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(refuted.getSource()).isEqualTo("hence");
    assertThat(refuted.getMessage()).startsWith("refuted: x = ").contains(": left ");
    assertThat(refuted.getRange().getStart()).isEqualTo(editor.at("(x + y)^2"));
    assertThat(refuted.getRange().getEnd()).isEqualTo(editor.at(" \\tag{3}"));
    assertThat(shown).noneMatch(d -> d.getRange().getStart().equals(editor.at("\\nabla_w")));
  }

  @Test
  void showsProblemsWithTheirHelp() {
    editor.open(PAGE);
    List<Diagnostic> shown = editor.shown(ServerTest::isRefuted);
    Diagnostic problem = coded(shown, "HNC-0203");
    assertThat(problem.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(problem.getRange().getStart().getLine()).isEqualTo(editor.at("x = [").getLine());
  }

  @Test
  void showsWhatIsUndecidedAsInformation() {
    editor.open(
        """
        ---
        let:
          - x \\in \\mathbb{R}
        assume: [x > 1, x < 0]
        ---
        $$x = 2 x$$
        """);
    List<Diagnostic> shown = editor.shown(all -> !all.isEmpty());
    Diagnostic undecided = coded(shown, "undecided");
    assertThat(undecided.getSeverity()).isEqualTo(DiagnosticSeverity.Information);
    assertThat(undecided.getMessage()).startsWith("undecided: ");
  }

  @Test
  void tellsWhatWasUnderstood() {
    editor.open(PAGE);
    editor.shown(ServerTest::isRefuted);
    Hover holds = editor.hover("w q(w) = 2");
    assertThat(holds.getContents().getRight().getValue())
        .contains("2  ∇_w q(w) = 2 w")
        .contains("**proved**, every instance");
    assertThat(holds.getRange().getStart()).isEqualTo(editor.at("\\nabla_w"));
    Hover refuted = editor.hover("x^2 - 2");
    assertThat(refuted.getContents().getRight().getValue())
        .contains("(x + y)² = x² − 2 x y + y²")
        .contains("**refuted**")
        .contains("false at x = ");
    Hover given = editor.hover("w^\\top w");
    assertThat(given.getContents().getRight().getValue()).contains("**definition**");
    assertThat(editor.hover("# Squares")).isNull();
  }

  @Test
  void mendsALine() {
    editor.open(PAGE);
    Diagnostic refuted = coded(editor.shown(ServerTest::isRefuted), "refuted");
    List<CodeAction> fixes = editor.fixes(refuted.getRange());
    assertThat(fixes).isNotEmpty();
    CodeAction sign =
        fixes.stream().filter(f -> f.getTitle().contains("sign")).findFirst().orElseThrow();
    assertThat(sign.getKind()).isEqualTo("quickfix");
    assertThat(sign.getDiagnostics()).containsExactly(refuted);
    String mended = editor.applied(sign);
    assertThat(mended).contains("𝛼: $$(x + y)^2 = x^2 + 2 x y + y^2 \\tag{3}$$");
    editor.change(mended);
    assertThat(editor.shown(all -> all.size() == 1)).noneMatch(d -> isRefuted(List.of(d)));
    assertThat(editor.hover("x^2 + 2").getContents().getRight().getValue())
        .doesNotContain("refuted");
  }

  @Test
  void offersNothingWhereNothingIsWrong() {
    editor.open(PAGE);
    editor.shown(ServerTest::isRefuted);
    Position start = editor.at("\\nabla_w");
    assertThat(editor.fixes(new Range(start, start))).isEmpty();
  }

  @Test
  void outlinesThePage() {
    editor.open(PAGE);
    List<DocumentSymbol> top = editor.outline();
    assertThat(top).extracting(DocumentSymbol::getName).containsExactly("Squares");
    DocumentSymbol squares = top.getFirst();
    assertThat(squares.getChildren())
        .extracting(DocumentSymbol::getName)
        .containsExactly("1  q(w) = wᵀ w", "Größen 𝛼", "Open ends");
    assertThat(squares.getChildren().get(1).getChildren())
        .extracting(DocumentSymbol::getName)
        .containsExactly("2  ∇_w q(w) = 2 w", "3  (x + y)² = x² − 2 x y + y²");
    assertThat(squares.getRange().getEnd()).isEqualTo(editor.at(" \\tag{4}"));
  }

  @Test
  void aChangeCancelsTheCheckOfTheVersionBefore() {
    String slow =
        """
        $$\\begin{aligned}
        %s
        \\end{aligned}$$
        """
            .formatted("(x + 1)^{40} &= (x + 2)^{40} + 1 \\\\\n".repeat(40));
    editor.open(slow);
    editor.change("$$1 + 1 = 2$$\n");
    assertThat(editor.shown(List::isEmpty)).isEmpty();
    assertThat(editor.shown).allMatch(p -> p.getVersion() == 2);
    assertThat(editor.log).isEmpty();
  }

  @Test
  void clearsAPageThatIsClosed() {
    editor.open(PAGE);
    editor.shown(ServerTest::isRefuted);
    editor.closePage();
    PublishDiagnosticsParams last = Editor.await(next());
    assertThat(last.getDiagnostics()).isEmpty();
    assertThat(editor.leave()).isTrue();
  }

  /** The first empty list that is shown from now on. */
  private java.util.concurrent.CompletableFuture<PublishDiagnosticsParams> next() {
    return java.util.concurrent.CompletableFuture.supplyAsync(
        () -> {
          try {
            PublishDiagnosticsParams shown = editor.shown.take();
            while (!shown.getDiagnostics().isEmpty()) {
              shown = editor.shown.take();
            }
            return shown;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void leavesProseAlone() {
    editor.open("No mathematics here.\n");
    assertThat(editor.shown(all -> true)).isEmpty();
  }

  @Test
  void readsLatex() throws IOException {
    try (Editor latex = new Editor("file:///a%20b/paper.tex")) {
      latex.initialize();
      latex.open("\\begin{equation}\n  1 + 1 = 3\n\\end{equation}\n");
      Diagnostic refuted = coded(latex.shown(ServerTest::isRefuted), "refuted");
      assertThat(refuted.getRange().getStart()).isEqualTo(latex.at("1 + 1"));
    }
  }

  @Test
  void anEditorThatGoesAwayEndsTheServer() {
    InputStream nothing = InputStream.nullInputStream();
    assertThat(Server.serve(nothing, OutputStream.nullOutputStream(), Settings.DEFAULT)).isFalse();
  }

  @Test
  void goesToTheDefinitionAndFindsReferences() {
    editor.open(PAGE);
    assertThat(editor.definition("q(w) = 2"))
        .singleElement()
        .satisfies(place -> assertThat(place.getStart()).isEqualTo(editor.at("q(w) = w")));
    assertThat(editor.references("q(w) = w"))
        .extracting(Range::getStart)
        .containsExactly(editor.at("q(w) = w"), editor.at("q(w) = 2"));
  }

  @Test
  void offersTheAnswersToWhatIsAsked() {
    editor.open("$$A x = b$$\n\n$$\\operatorname{tr}(A B) = \\operatorname{tr}(B A)$$\n");
    editor.shown(all -> !all.isEmpty());
    List<CodeAction> fixes = editor.fixes(new Range(new Position(0, 4), new Position(0, 4)));
    assertThat(fixes).extracting(CodeAction::getTitle).anyMatch(title -> title.contains("? let: "));
    CodeAction first = fixes.getFirst();
    var edit = first.getEdit().getDocumentChanges().getFirst().getLeft().getEdits().getFirst();
    assertThat(edit.getRange().getStart()).isEqualTo(new Position(0, 0));
    assertThat(edit.getNewText()).startsWith("---\nlet:\n  - ").endsWith("---\n");
  }

  @Test
  void showsHowFarItIs() throws InterruptedException {
    editor.open(PAGE);
    WorkDoneProgressBegin begin = (WorkDoneProgressBegin) editor.progress.take();
    assertThat(begin.getTitle()).isEqualTo("Checking page.md");
    for (int k = 1; k <= 4; k++) {
      WorkDoneProgressReport report = (WorkDoneProgressReport) editor.progress.take();
      assertThat(report.getMessage()).isEqualTo(k + " of 4");
    }
    assertThat(editor.progress.take()).isInstanceOf(WorkDoneProgressEnd.class);
  }
}
