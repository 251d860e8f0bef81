package dev.hence.lsp;

import dev.hence.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * An editor that is connected with the server over sockets, and holds one page. Piped streams would
 * not do: they break when the thread that wrote last ends.
 */
final class Editor implements LanguageClient, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final BlockingQueue<PublishDiagnosticsParams> shown = new LinkedBlockingQueue<>();
  final List<String> log = new ArrayList<>();
  final BlockingQueue<WorkDoneProgressNotification> progress = new LinkedBlockingQueue<>();
  final LanguageServer server;
  private final CompletableFuture<Boolean> served;
  private final Socket connection;
  private final Socket far;
  private final Future<Void> listening;
  private final String uri;
  private int version;
  private String text = "";

  Editor(String uri) throws IOException {
    this.uri = uri;
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      connection = new Socket(door.getInetAddress(), door.getLocalPort());
      far = door.accept();
    }
    InputStream fromEditor = far.getInputStream();
    OutputStream toEditor = far.getOutputStream();
    served =
        CompletableFuture.supplyAsync(
            () -> Server.serve(fromEditor, toEditor, Settings.DEFAULT.inferringFromProse()),
            work -> new Thread(work, "server").start());
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            this, connection.getInputStream(), connection.getOutputStream());
    server = launcher.getRemoteProxy();
    listening = launcher.startListening();
  }

  InitializeResult initialize() {
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    ClientCapabilities shows = new ClientCapabilities();
    shows.setWindow(window);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(shows);
    InitializeResult result = await(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    progress.add(params.getValue().getLeft());
  }

  void open(String page) {
    text = page;
    version = 1;
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "markdown", 1, page)));
  }

  void change(String page) {
    text = page;
    version++;
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(page))));
  }

  void closePage() {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  /** Waits until the diagnostics of the present version are as they should be. */
  List<Diagnostic> shown(Predicate<List<Diagnostic>> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        PublishDiagnosticsParams next =
            shown.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (next == null) {
          throw new AssertionError("the editor was not shown what it should be; log: " + log);
        }
        if (next.getVersion() == version && wanted.test(next.getDiagnostics())) {
          return next.getDiagnostics();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Where a piece of the page begins. */
  Position at(String piece) {
    int offset = text.indexOf(piece);
    String before = text.substring(0, offset);
    return new Position(
        (int) before.chars().filter(c -> c == '\n').count(),
        offset - (before.lastIndexOf('\n') + 1));
  }

  Hover hover(String piece) {
    return await(
        server
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(uri), at(piece))));
  }

  List<CodeAction> fixes(Range range) {
    return await(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        new TextDocumentIdentifier(uri), range, new CodeActionContext(List.of()))))
        .stream()
        .map(either -> either.getRight())
        .toList();
  }

  List<Range> definition(String piece) {
    return await(
            server
                .getTextDocumentService()
                .definition(new DefinitionParams(new TextDocumentIdentifier(uri), at(piece))))
        .getLeft()
        .stream()
        .map(place -> place.getRange())
        .toList();
  }

  List<Range> references(String piece) {
    return await(
            server
                .getTextDocumentService()
                .references(
                    new ReferenceParams(
                        new TextDocumentIdentifier(uri), at(piece), new ReferenceContext(true))))
        .stream()
        .map(place -> place.getRange())
        .toList();
  }

  List<DocumentSymbol> outline() {
    return await(
            server
                .getTextDocumentService()
                .documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(uri))))
        .stream()
        .map(either -> either.getRight())
        .toList();
  }

  /** The page with the edits of a fix, as the editor applies them. */
  String applied(CodeAction fix) {
    List<TextEdit> edits = fix.getEdit().getDocumentChanges().getFirst().getLeft().getEdits();
    StringBuilder page = new StringBuilder(text);
    Lines lines = new Lines(text);
    for (TextEdit edit : edits.reversed()) {
      page.replace(
          lines.offset(edit.getRange().getStart()),
          lines.offset(edit.getRange().getEnd()),
          edit.getNewText());
    }
    return page.toString();
  }

  /** Takes its leave; whether the server ended as it should. */
  boolean leave() {
    if (!served.isDone()) {
      await(server.shutdown());
      server.exit();
    }
    return await(served);
  }

  static <V> V await(Future<V> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    leave();
    listening.cancel(true);
    try {
      connection.close();
      far.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    shown.add(params);
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams message) {
    log.add(message.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {
    log.add(message.getMessage());
  }
}
