package dev.hence.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.AssertionFailedError;

/** A step, or a problem of a document: what fails or does not. */
final class Trial extends AbstractTestDescriptor implements Node<HenceTestEngine.Context> {
  private final Set<TestTag> tags;
  private final Supplier<Optional<AssertionFailedError>> failure;

  /**
   * @param failure what is to be said if it fails; asked once, when the test is executed
   */
  Trial(
      UniqueId id,
      String name,
      TestSource source,
      Set<TestTag> tags,
      Supplier<Optional<AssertionFailedError>> failure) {
    super(id, name, source);
    this.tags = Set.copyOf(tags);
    this.failure = failure;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public Set<TestTag> getTags() {
    return tags;
  }

  @Override
  public HenceTestEngine.Context execute(
      HenceTestEngine.Context context, DynamicTestExecutor dynamic) {
    failure
        .get()
        .ifPresent(
            f -> {
              throw f;
            });
    return context;
  }
}
