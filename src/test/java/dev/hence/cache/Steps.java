package dev.hence.cache;

import dev.hence.claim.Statement;
import dev.hence.instantiate.Instantiator;
import dev.hence.problem.Problems;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import dev.hence.verdict.Instance;
import java.util.List;

/** Steps of documents that are written down in tests. */
final class Steps {
  private Steps() {}

  static List<Statement.Step> of(String document) {
    return Reader.read(new SourceText("a.md", document)).statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .toList();
  }

  static Statement.Step first(String document) {
    return of(document).getFirst();
  }

  static List<Instance> instances(Statement.Step step) {
    return Instantiator.instances(step, new Problems()).list();
  }
}
