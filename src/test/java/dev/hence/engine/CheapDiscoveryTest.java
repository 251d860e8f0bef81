package dev.hence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Discovery reads and does no more: a new Java sees how long it takes and what it loads. */
final class CheapDiscoveryTest {
  private static final int STEPS = 1000;

  /** What the symbolic and the numeric road would bring with them. */
  private static final List<String> LATE =
      List.of("org.matheclipse.", "edu.jas.", "org.apache.commons.math3.", "org.apfloat.");

  /** Runs in a Java of its own: discovers a document and prints its steps and the seconds. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      TestDescriptor engine =
          EngineTestKit.engine(HenceTestEngine.ID)
              .selectors(selectFile(args[0]))
              .configurationParameter(Parameters.CACHE, args[1])
              .enableImplicitConfigurationParameters(false)
              .discover()
              .getEngineDescriptor();
      long steps = engine.getDescendants().stream().filter(TestDescriptor::isTest).count();
      // Processor time, from the start of Java on: the machine may be busy with other things.
      long nanos =
          ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime();
      System.out.println("discovered " + steps + " steps, seconds " + nanos / 1e9);
    }
  }

  @Test
  void aThousandStepsAreDiscoveredWithoutWhatChecksThem(@TempDir Path folder) throws Exception {
    Path document = folder.resolve("many.md");
    Files.writeString(document, manySteps());
    List<String> output = run(folder.resolve("output"), document);
    String told =
        output.stream().filter(line -> line.startsWith("discovered ")).findFirst().orElseThrow();
    assertThat(told).startsWith("discovered " + STEPS + " steps");
    assertThat(Double.parseDouble(told.substring(told.lastIndexOf(' '))))
        .as("seconds of processor time since Java started; what grows with the square takes more")
        .isLessThan(10);
    assertThat(output).anyMatch(line -> line.contains("dev.hence.Examination"));
    assertThat(output)
        .noneMatch(line -> LATE.stream().anyMatch(library -> line.contains(" " + library)));
  }

  @Test
  void whatIsListedIsNotEvenRead(@TempDir Path folder) throws Exception {
    Path document = Files.writeString(folder.resolve("many.md"), manySteps());
    List<String> first = run(folder.resolve("first"), document);
    assertThat(first).anyMatch(line -> line.contains(" dev.hence.read.meaning."));
    List<String> second = run(folder.resolve("second"), document);
    assertThat(second).anyMatch(line -> line.startsWith("discovered " + STEPS + " steps"));
    assertThat(second)
        .noneMatch(line -> line.contains(" dev.hence.read.meaning."))
        .noneMatch(line -> line.contains(" dev.hence.read.math."));
  }

  private static String manySteps() {
    StringBuilder text = new StringBuilder("---\nlet: x, y \\in \\mathbb{R}\n---\n");
    for (int k = 1; k <= STEPS; k++) {
      text.append(
          "\n$$(x + %d)^2 + \\sin y = x^2 + %d x + %d + \\sin y$$\n".formatted(k, 2 * k, k * k));
    }
    return text.toString();
  }

  private static List<String> run(Path output, Path document)
      throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                document.toString(),
                document.resolveSibling("cache").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(java.exitValue()).isZero();
    try (Stream<String> lines = Files.lines(output)) {
      return lines.toList();
    }
  }
}
