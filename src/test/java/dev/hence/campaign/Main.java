package dev.hence.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code mvn -Pcampaign -Dstatements=100000 verify}: runs the campaign and prints its table. Exit
 * code 1 if an answer is wrong. {@code show 17} prints the page of one statement instead.
 */
final class Main {
  private static final Path FOLDER = Path.of("target", "campaign");

  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long seed = Long.getLong("campaign.seed", 1);
    if (args[0].equals("show")) {
      Sample sample = Sample.of(seed, Long.parseLong(args[1]));
      out.println(sample.page() + "\n" + (sample.holds() ? "true" : "false: " + sample.witness()));
      return;
    }
    if (args[0].equals("time")) {
      long[] nanos = new long[Kind.values().length];
      for (int k = 0; k < Integer.parseInt(args[1]); k++) {
        long start = System.nanoTime();
        Sample.of(seed, k);
        nanos[k % nanos.length] += System.nanoTime() - start;
      }
      for (Kind kind : Kind.values()) {
        out.println(kind + " " + nanos[List.of(Kind.values()).indexOf(kind)] / 1_000_000);
      }
      return;
    }
    int jobs = Integer.getInteger("campaign.jobs", Runtime.getRuntime().availableProcessors());
    Duration budget = Duration.ofMillis(Long.getLong("campaign.budget", 3_000));
    Table table = new Campaign(seed, budget, jobs, FOLDER).run(Long.parseLong(args[0]), out);
    out.print(table.text());
    System.exit(table.wrong() == 0 ? 0 : 1);
  }
}
