package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.time.Stopwatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

class SymjaReducerTest {
  private final Terms t = new Terms();
  private final Term.Symbol x = t.symbol("x");

  /**
   * In a fresh process: four threads use Symja first at once, nothing is printed, and no thread
   * keeps the process alive.
   */
  @Test
  void startsSilentlyFromSeveralThreads(@TempDir Path folder) throws Exception {
    succeedsSilently(QuietStart.class, folder);
  }

  /** In a fresh process: the first who needs Symja is interrupted while it starts. */
  @Test
  void startsThoughTheFirstIsInterrupted(@TempDir Path folder) throws Exception {
    succeedsSilently(InterruptedStart.class, folder);
  }

  private static void succeedsSilently(Class<?> program, Path folder) throws Exception {
    File output = folder.resolve("output").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output.toPath())).isEmpty();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void printsNoneOfSymjasMessages() throws IOException {
    SymjaReducer.warmUp();
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    java.io.PrintStream out = System.out;
    java.io.PrintStream err = System.err;
    java.io.PrintStream capture = new java.io.PrintStream(bytes, true);
    System.setOut(capture);
    System.setErr(capture);
    try {
      SymjaWorker.call(engine -> engine.evaluate(F.Power(F.C0, F.CN1)), Duration.ofSeconds(5));
      SymjaWorker.call(engine -> engine.evaluate(F.Log(F.C0)), Duration.ofSeconds(5));
      SymjaWorker.call(
          engine -> engine.evaluate(F.Part(F.List(F.C1), F.C5)), Duration.ofSeconds(5));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(bytes.size()).isZero();
  }

  @Test
  void sendsEvenEqualSidesThroughSymja() {
    Term side = t.tanh(t.power(x, 2));
    assertThat(ZeroTest.decide(t, side, side, Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            Reduction.Zero.class, zero -> assertThat(zero.method()).startsWith("Expand"));
  }

  @Test
  void passesNoNamesToSymja() {
    Term.Symbol evil = t.symbol("Import(\"/etc/passwd\")");
    IExpr expression =
        SymjaForm.plain(t)
            .of(t.sum(evil, t.opaque("Exit", java.util.List.of(0), java.util.List.of(x))));
    assertThat(expression.toString()).matches("s\\d+\\+s\\d+");
  }

  @Test
  void cutsOffAfterItsTime() {
    SymjaReducer.warmUp();
    IExpr sum = F.Plus(F.Dummy("a"), F.Dummy("b"), F.Dummy("c"), F.Dummy("d"), F.Dummy("e"));
    Stopwatch watch = new Stopwatch();
    SymjaWorker.Outcome<IExpr> outcome =
        SymjaWorker.call(
            engine -> engine.evaluate(F.Simplify(F.Plus(F.Power(sum, F.ZZ(15)), F.Sin(sum)))),
            Duration.ofMillis(200));
    assertThat(outcome).isInstanceOf(SymjaWorker.Outcome.CutOff.class);
    assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void worksAgainAfterBeingCutOff() {
    for (int i = 0; i < 5; i++) {
      SymjaWorker.call(
          engine -> {
            while (!Thread.currentThread().isInterrupted()) {
              engine.evaluate(F.Plus(F.C1, F.C2));
            }
            return F.C0;
          },
          Duration.ofMillis(20));
      assertThat(
              ZeroTest.decide(t, t.sum(x, x), t.product(t.constant(2), x), Duration.ofSeconds(5)))
          .isInstanceOf(Reduction.Zero.class);
    }
    long threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread instanceof SymjaThread)
            .count();
    assertThat(threads).isLessThanOrEqualTo(8);
  }
}
