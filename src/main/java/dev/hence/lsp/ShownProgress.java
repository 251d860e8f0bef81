package dev.hence.lsp;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** How far the check of a page is, in the status line of an editor. */
final class ShownProgress {
  private final LanguageClient editor;
  private final String name;
  private final Either<String, Integer> token = Either.forLeft(UUID.randomUUID().toString());
  private int all;

  /** What was told, in order, since the editor said that it shows it. */
  private Optional<CompletableFuture<Void>> told = Optional.empty();

  ShownProgress(LanguageClient editor, String name) {
    this.editor = editor;
    this.name = name;
  }

  void begin(int statements) {
    all = statements;
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle("Checking " + name);
    begin.setPercentage(0);
    told = Optional.of(editor.createProgress(new WorkDoneProgressCreateParams(token)));
    tell(begin);
  }

  void report(int statements) {
    WorkDoneProgressReport report = new WorkDoneProgressReport();
    report.setMessage(statements + " of " + all);
    report.setPercentage(100 * statements / all);
    tell(report);
  }

  void end() {
    tell(new WorkDoneProgressEnd());
  }

  private void tell(WorkDoneProgressNotification what) {
    ProgressParams progress = new ProgressParams(token, Either.forLeft(what));
    told = told.map(before -> before.thenRun(() -> editor.notifyProgress(progress)));
  }
}
