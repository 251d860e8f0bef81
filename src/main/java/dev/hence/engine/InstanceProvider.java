package dev.hence.engine;

import dev.hence.Hence;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** The instances that an {@link InstanceSource} asks for. */
final class InstanceProvider implements ArgumentsProvider, AnnotationConsumer<InstanceSource> {
  private Optional<InstanceSource> asked = Optional.empty();

  @Override
  public void accept(InstanceSource source) {
    asked = Optional.of(source);
  }

  /** Read only when it is gone through: of what is thrown before, JUnit tells something else. */
  @Override
  @SuppressWarnings("deprecation") // The one that takes its place is there from JUnit 5.13 on.
  public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
    return asked.stream().flatMap(InstanceProvider::arguments);
  }

  private static Stream<Arguments> arguments(InstanceSource source) {
    return Hence.derivation(source.derivation())
        .instances(source.step(), source.seed())
        .list(source.count())
        .stream()
        .map(Arguments::of);
  }
}
