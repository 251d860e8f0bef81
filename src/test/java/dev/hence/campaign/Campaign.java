package dev.hence.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The statements of a seed, in parts whose results are files: what is there is not run again.
 *
 * @param folder where parts and pages lie
 */
record Campaign(long seed, Duration budget, int jobs, Path folder) {
  static final int PART = 2_000;

  /** The first statements, as many as are asked for. */
  Table run(long statements, PrintStream out) throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (long start = 0; start < statements; start += PART) {
      long end = Math.min(statements, start + PART);
      answers.addAll(part(start, end));
      Table table = new Table(answers);
      out.printf(
          "%,d of %,d statements, %d wrong, %.1f %% without an answer%n",
          end, statements, table.wrong(), table.openShare());
    }
    return new Table(answers);
  }

  /** A part in a file holds at least what is asked for, or is run anew. */
  private List<Answer> part(long start, long end) throws IOException, InterruptedException {
    Path file = folder.resolve("seed-%d-from-%d.txt".formatted(seed, start));
    if (Files.exists(file)) {
      List<Answer> kept = Files.readAllLines(file).stream().map(Answer::parse).toList();
      if (kept.size() >= end - start) {
        return kept.subList(0, (int) (end - start));
      }
    }
    List<Answer> answers = answers(start, end);
    Files.createDirectories(folder);
    Path draft = folder.resolve(file.getFileName() + ".draft");
    Files.write(draft, answers.stream().map(Answer::line).toList());
    Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return answers;
  }

  private List<Answer> answers(long start, long end) throws InterruptedException {
    Trial trial = new Trial(seed, budget, folder);
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      List<Future<Answer>> futures = new ArrayList<>();
      for (long number = start; number < end; number++) {
        long each = number;
        futures.add(pool.submit(() -> trial.of(each)));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
