package dev.hence.bench;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.RunReport;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long warm checks of whole documents take, every step on its default grid. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class StepsBenchmark {
  /** Documents of the corpus, in the order of how large their formulas become. */
  @Param({
    "elementary-identities",
    "activation-functions",
    "softmax-of-one-to-four",
    "negative-sampling-gradients",
    "layer-normalisation-jacobian",
    "batch-normalisation-of-numbers",
    "determinants-and-inverses",
    "ridge-closed-form",
    "logistic-regression-hessian",
    "three-layers-by-matrices"
  })
  public String document;

  private SourceText text;

  /** Reads the document. */
  @Setup
  public void read() throws IOException {
    String name = "/corpus/right/" + document + ".md";
    try (InputStream stream = StepsBenchmark.class.getResourceAsStream(name)) {
      text = new SourceText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Checks all of it, one step after the other. */
  @Benchmark
  public RunReport check() {
    return Hence.checkTexts(
        List.of(text), Settings.DEFAULT.withJobs(1).withBudget(Duration.ofMinutes(1)));
  }
}
