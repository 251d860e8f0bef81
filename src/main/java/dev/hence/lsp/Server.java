package dev.hence.lsp;

import dev.hence.Hence;
import dev.hence.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** A language server for derivations, over two streams. */
public final class Server implements LanguageServer {
  private final CompletableFuture<LanguageClient> editor = new CompletableFuture<>();
  private final Pages pages;
  private final CompletableFuture<Future<Void>> listening = new CompletableFuture<>();
  private boolean shutDown;

  private Server(Settings settings) {
    this.pages = new Pages(settings, editor);
  }

  /**
   * Serves one editor until it says that it exits, or goes away.
   *
   * @param settings by which pages are checked
   * @return whether the editor took its leave as the protocol wants it
   */
  public static boolean serve(InputStream in, OutputStream out, Settings settings) {
    Server server = new Server(settings);
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.editor.complete(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    server.listening.complete(listening);
    try {
      listening.get();
    } catch (CancellationException | ExecutionException e) {
      // The editor has gone, which is an end like any other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.pages.close();
    }
    return server.shutDown;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (showsProgress(params)) {
      pages.showProgress();
    }
    ServerCapabilities can = new ServerCapabilities();
    can.setTextDocumentSync(TextDocumentSyncKind.Full);
    can.setHoverProvider(true);
    can.setDocumentSymbolProvider(true);
    can.setDefinitionProvider(true);
    can.setReferencesProvider(true);
    can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    ServerInfo info = new ServerInfo("Hence", Hence.version());
    return CompletableFuture.completedFuture(new InitializeResult(can, info));
  }

  private static boolean showsProgress(InitializeParams params) {
    return Optional.ofNullable(params.getCapabilities())
        .map(ClientCapabilities::getWindow)
        .map(WindowClientCapabilities::getWorkDoneProgress)
        .orElse(false);
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    pages.close();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    listening.join().cancel(true);
  }

  @Override
  public void setTrace(SetTraceParams params) {}

  @Override
  public TextDocumentService getTextDocumentService() {
    return pages;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new WorkspaceService() {
      @Override
      public void didChangeConfiguration(DidChangeConfigurationParams params) {}

      @Override
      public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {}
    };
  }
}
