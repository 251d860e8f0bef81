package dev.hence.road.symbolic;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.expr.Notation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.instantiate.Instantiator;
import dev.hence.problem.Problems;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Whole documents, read and instantiated as a user's would be. */
final class Documents {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private Documents() {}

  /** A document among the test resources, which must be understood whole. */
  static Derivation resource(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/symbolic/" + name)) {
      return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Displays under a header. */
  static Derivation of(String header, String... displays) {
    StringBuilder text = new StringBuilder("---\n" + header.strip() + "\n---\n\n");
    for (String display : displays) {
      text.append(display.startsWith("<!--") ? display + "\n" : "$$" + display + "$$\n\n");
    }
    return read("test.md", text.toString());
  }

  private static Derivation read(String name, String text) {
    Derivation derivation = Reader.read(new SourceText(name, text));
    if (!derivation.problems().isEmpty()) {
      throw new AssertionError(derivation.problems());
    }
    return derivation;
  }

  static List<Statement.Step> steps(Derivation derivation) {
    return derivation.statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .toList();
  }

  static List<Instance> instances(Statement.Step step) {
    Problems problems = new Problems();
    List<Instance> instances = Instantiator.instances(step, problems).list();
    if (instances.isEmpty() || !problems.toList().isEmpty()) {
      throw new AssertionError("no instances: " + problems.toList());
    }
    return instances;
  }

  static Evidence.Symbolic examine(Instance instance) {
    return SymbolicRoad.examine(instance, BUDGET);
  }

  /** What is found out about the last step, on its first instance. */
  static Evidence.Symbolic last(Derivation derivation) {
    return examine(instances(steps(derivation).getLast()).getFirst());
  }

  static String text(Statement.Step step) {
    return new UnicodePrinter(Notation.UNKNOWN).print(step.left(), step.relation(), step.right());
  }
}
