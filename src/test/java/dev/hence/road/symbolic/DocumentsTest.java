package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.hence.claim.Statement;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every step of these documents is reduced to 0 on every instance; those that the document expects
 * to be refuted are so on none.
 */
class DocumentsTest {
  @TestFactory
  Stream<DynamicNode> documents() {
    return Stream.of(
            "kernel-machine.md",
            "vector-outputs.md",
            "linear-model.md",
            "deep-linear.md",
            "drift.md",
            "flows.md",
            "traps.md",
            "explicit-time.md",
            "declared.md",
            "matrices.md",
            "small.md")
        .map(name -> dynamicContainer(name, steps(name)));
  }

  private static Stream<DynamicNode> steps(String name) {
    return Documents.steps(Documents.resource(name)).stream()
        .map(step -> dynamicTest(step.id() + "  " + Documents.text(step), () -> check(step)));
  }

  private static void check(Statement.Step step) {
    List<Instance> instances = Documents.instances(step);
    for (Instance instance : instances) {
      Evidence.Symbolic evidence = Documents.examine(instance);
      if (!step.expected().refuted()) {
        assertThat(evidence).as(instance.label()).isInstanceOf(Evidence.SymbolicZero.class);
      } else {
        assertThat(evidence).as(instance.label()).isInstanceOf(Evidence.SymbolicOpen.class);
      }
    }
  }
}
