package dev.hence.lsp;

import dev.hence.Answer;
import dev.hence.Examination;
import dev.hence.Examinations;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.report.record.Recording;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The check of one version of a page. It tells after each answer how far it is, and ends early when
 * it is cancelled, as it is by the next version.
 */
final class Check implements Runnable {
  private final SourceText source;
  private final Settings settings;
  private final ExecutorService workers;
  private final Listener listener;
  private final CompletableFuture<Checked> read = new CompletableFuture<>();
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean cancelled;
  private volatile Checked checked;

  /** Is told of what is found. */
  interface Listener {
    /** A page is read, and so many of its statements are to be checked. */
    void begun(int statements);

    /** So many statements are checked. */
    void answered(int statements);

    /** Nothing more is told. */
    void ended();

    /** There is something new to show of a page, or all is done. */
    void progress(Checked checked);

    /** A fault of Hence itself. */
    void defect(String message);
  }

  Check(
      SourceText source,
      int version,
      Settings settings,
      ExecutorService workers,
      Listener listener) {
    this.source = source;
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checked = Checked.unread(version, source.content());
  }

  /** As far as the check has come. */
  Checked checked() {
    return checked;
  }

  /** The page as soon as it is read; cancelled with the check. */
  CompletableFuture<Checked> read() {
    return read;
  }

  /** Ends it: nothing more is told, and steps that are being checked are given up. */
  synchronized void cancel() {
    cancelled = true;
    running.forEach(step -> step.cancel(true));
    read.cancel(false);
  }

  @Override
  public void run() {
    if (cancelled) {
      return;
    }
    Examinations opened = Hence.openTexts(List.of(source), settings);
    opened.defects().forEach(d -> listener.defect(d.place() + ": " + d.summary()));
    if (opened.list().isEmpty()) {
      read.complete(checked);
      return;
    }
    Examination page = opened.list().getFirst();
    checked = checked.read(page.derivation());
    read.complete(checked);
    listener.begun(page.derivation().statements().size());
    try {
      answer(page);
      tell();
    } finally {
      listener.ended();
    }
  }

  private void answer(Examination page) {
    List<Statement> statements = page.derivation().statements();
    List<Future<Answer>> answers = start(page, statements);
    for (int k = 0; k < answers.size() && !cancelled; k++) {
      try {
        add(page.derivation(), k, answers.get(k).get());
        listener.answered(k + 1);
      } catch (CancellationException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        listener.defect(source.name() + ", step " + statements.get(k).id() + ": " + e.getCause());
      }
    }
  }

  private synchronized List<Future<Answer>> start(Examination page, List<Statement> statements) {
    if (cancelled) {
      return List.of();
    }
    List<Future<Answer>> answers =
        statements.stream().map(s -> workers.submit(() -> page.check(s))).toList();
    running.addAll(answers);
    return answers;
  }

  private void add(Derivation page, int position, Answer answer) {
    answer.defect().ifPresent(d -> listener.defect(d.place() + ": " + d.summary()));
    Answered next =
        new Answered(
            page.statements().get(position),
            Recording.statement(answer.report(), position, page.source()));
    checked = checked.with(next, answer.problems());
    if (!next.diagnostics(checked.lines()).isEmpty()) {
      tell();
    }
  }

  private void tell() {
    if (!cancelled) {
      listener.progress(checked);
    }
  }
}
