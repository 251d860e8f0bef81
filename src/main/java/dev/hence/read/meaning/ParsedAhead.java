package dev.hence.read.meaning;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.math.Display;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.MathText;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The displays of a document, parsed by a second thread while those before them are given their
 * meaning: how a display is parsed depends on nothing but its text.
 */
final class ParsedAhead {
  /** Formulas are walked by recursion; they may be nested as deep as the parser allows. */
  private static final long STACK_BYTES = 64L << 20;

  /** What was read, or else what is wrong. */
  record Parsed(Optional<Display> display, List<Problem> problems) {}

  private final IdentityHashMap<Block.Formula, FutureTask<Parsed>> tasks = new IdentityHashMap<>();

  private ParsedAhead(List<Block.Formula> formulas) {
    formulas.forEach(f -> tasks.put(f, new FutureTask<>(() -> parse(f.math()))));
  }

  /** Begins to parse. */
  static ParsedAhead of(List<Block> blocks) {
    List<Block.Formula> formulas =
        blocks.stream()
            .filter(Block.Formula.class::isInstance)
            .map(Block.Formula.class::cast)
            .toList();
    ParsedAhead ahead = new ParsedAhead(formulas);
    if (formulas.size() > 1) {
      ahead.begin(formulas);
    }
    return ahead;
  }

  private void begin(List<Block.Formula> formulas) {
    Runnable all = () -> formulas.forEach(f -> tasks.get(f).run());
    Thread thread = new Thread(null, all, "parsing", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  private static Parsed parse(MathText math) {
    Problems found = new Problems();
    Optional<Display> display = MathParser.parse(math, found);
    return new Parsed(display, found.toList());
  }

  /** The next display; what the second thread has not begun is parsed here. */
  Parsed next(Block.Formula formula) {
    FutureTask<Parsed> task = tasks.get(formula);
    task.run(); // does nothing where the other thread has begun
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
