package dev.hence.bench;

import dev.hence.claim.Statement;
import dev.hence.proof.Proof;
import dev.hence.proof.ProofChecker;
import dev.hence.read.Reader;
import dev.hence.road.general.GeneralRoad;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** How long a proof of a step of the kernel machine takes to find and to replay, when warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ProofsBenchmark {
  private static final Path PAGE =
      Path.of("derivations/kernel-machines/gradient-descent-learns-a-kernel-machine.md");

  /** Steps that are proved for every model, every N, p and d. */
  @Param({"3.2", "4.2", "5.1", "5.2", "6.2", "8", "9.1", "9.2", "11", "15", "17"})
  public String step;

  private Statement.Step statement;
  private Proof proof;

  /** Reads the page. */
  @Setup
  public void read() throws IOException {
    SourceText text = new SourceText(PAGE.toString(), Files.readString(PAGE));
    statement =
        Reader.read(text).statements().stream()
            .filter(s -> s.id().equals(step))
            .map(Statement.Step.class::cast)
            .findFirst()
            .orElseThrow();
    proof = GeneralRoad.prove(statement).orElseThrow();
  }

  /** Finds the proof. */
  @Benchmark
  public Proof find() {
    return GeneralRoad.prove(statement).orElseThrow();
  }

  /** Replays it. */
  @Benchmark
  public ProofChecker.Answer replay() {
    return ProofChecker.check(statement, proof);
  }
}
