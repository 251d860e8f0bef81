package dev.hence.lsp;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.text.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/** The pages that are open in an editor. A change cancels the check of the version before. */
final class Pages implements TextDocumentService {
  private final Settings settings;
  private final CompletableFuture<LanguageClient> editor;
  private final ExecutorService checks = Executors.newCachedThreadPool(Pages::daemon);
  private final ExecutorService workers;
  private final Map<String, Check> open = new ConcurrentHashMap<>();
  private volatile boolean showsProgress;

  /**
   * No pages yet.
   *
   * @param editor the connection to it, which is made after this
   */
  Pages(Settings settings, CompletableFuture<LanguageClient> editor) {
    this.settings = settings;
    this.editor = editor;
    this.workers = Executors.newFixedThreadPool(settings.jobs(), Pages::daemon);
  }

  /** The editor shows how far a check is. */
  void showProgress() {
    showsProgress = true;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "hence lsp");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends all checks. */
  void close() {
    open.values().forEach(Check::cancel);
    checks.shutdownNow();
    workers.shutdownNow();
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var page = params.getTextDocument();
    check(page.getUri(), page.getVersion(), page.getText());
  }

  /** Changes come as whole texts, which is what the server asks for. */
  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    var page = params.getTextDocument();
    String text = params.getContentChanges().getLast().getText();
    check(page.getUri(), page.getVersion(), text);
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    Optional.ofNullable(open.remove(uri)).ifPresent(Check::cancel);
    editor.join().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {}

  private void check(String uri, int version, String text) {
    SourceText source = new SourceText(name(uri), text);
    Check check = new Check(source, version, settings, workers, new Telling(uri));
    Optional.ofNullable(open.put(uri, check)).ifPresent(Check::cancel);
    checks.execute(check);
  }

  /** The name of the file: its end tells the format. */
  private static String name(String uri) {
    URI address = URI.create(uri);
    String path = Optional.ofNullable(address.getPath()).orElse(uri);
    String last = Optional.ofNullable(Path.of(path).getFileName()).map(Path::toString).orElse(uri);
    return Hence.isDocument(last) ? last : last + ".md";
  }

  /** Tells the editor of one page. */
  private final class Telling implements Check.Listener {
    private final String uri;
    private final Optional<ShownProgress> shown;

    Telling(String uri) {
      this.uri = uri;
      this.shown =
          showsProgress
              ? Optional.of(new ShownProgress(editor.join(), name(uri)))
              : Optional.empty();
    }

    @Override
    public void begun(int statements) {
      shown.ifPresent(s -> s.begin(statements));
    }

    @Override
    public void answered(int statements) {
      shown.ifPresent(s -> s.report(statements));
    }

    @Override
    public void ended() {
      shown.ifPresent(ShownProgress::end);
    }

    @Override
    public void progress(Checked checked) {
      editor
          .join()
          .publishDiagnostics(
              new PublishDiagnosticsParams(uri, checked.diagnostics(), checked.version()));
    }

    @Override
    public void defect(String message) {
      editor.join().logMessage(new MessageParams(MessageType.Error, "internal error: " + message));
    }
  }

  private Optional<Check> page(TextDocumentIdentifier document) {
    return Optional.ofNullable(open.get(document.getUri()));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    Optional<Checked> page = page(params.getTextDocument()).map(Check::checked);
    Optional<Hover> hover =
        page.flatMap(p -> p.at(params.getPosition()).map(a -> hover(p, a)))
            .or(() -> page.filter(p -> p.isPending(params.getPosition())).map(p -> pending()));
    return CompletableFuture.completedFuture(hover.orElse(null));
  }

  private static Hover hover(Checked page, Answered answer) {
    MarkupContent content = new MarkupContent(MarkupKind.MARKDOWN, answer.hover());
    return new Hover(content, page.lines().range(answer.statement().span()));
  }

  private static Hover pending() {
    return new Hover(new MarkupContent(MarkupKind.MARKDOWN, "being checked"));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    String uri = params.getTextDocument().getUri();
    List<Either<Command, CodeAction>> actions =
        page(params.getTextDocument()).stream()
            .flatMap(p -> new Fixes(uri, p.checked()).in(params.getRange()).stream())
            .map(Either::<Command, CodeAction>forRight)
            .toList();
    return CompletableFuture.completedFuture(actions);
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return page(params.getTextDocument())
        .map(check -> check.read().thenApply(Pages::symbols))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  private static List<Either<SymbolInformation, DocumentSymbol>> symbols(Checked page) {
    return page.derivation().stream()
        .flatMap(d -> Outline.of(d, page.lines()).stream())
        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
        .toList();
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    String uri = params.getTextDocument().getUri();
    return navigate(
        params.getTextDocument(),
        page -> {
          int offset = page.lines().offset(params.getPosition());
          return Either.forLeft(
              page.derivation().flatMap(d -> Navigation.of(d).definition(offset)).stream()
                  .map(span -> new Location(uri, page.lines().range(span)))
                  .toList());
        },
        Either.forLeft(List.of()));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    String uri = params.getTextDocument().getUri();
    boolean withDefinition = params.getContext().isIncludeDeclaration();
    return navigate(
        params.getTextDocument(),
        page -> {
          int offset = page.lines().offset(params.getPosition());
          return page.derivation().stream()
              .flatMap(d -> Navigation.of(d).references(offset, withDefinition).stream())
              .map(span -> new Location(uri, page.lines().range(span)))
              .toList();
        },
        List.of());
  }

  /** Answers as soon as the page is read. */
  private <T> CompletableFuture<T> navigate(
      TextDocumentIdentifier document, Function<Checked, T> way, T nowhere) {
    return page(document)
        .map(check -> check.read().thenApply(way))
        .orElseGet(() -> CompletableFuture.completedFuture(nowhere));
  }
}
