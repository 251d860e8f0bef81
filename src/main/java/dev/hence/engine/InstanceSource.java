package dev.hence.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Random instances of a step of a derivation as the arguments of a {@code @ParameterizedTest}:
 * models, sizes and data, at points inside of the declared domains.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @InstanceSource(derivation = "softmax.md", step = "3")
 * void theGradientIsWhatThePaperSays(RandomInstance at) {
 *   assertThat(gradient(at.vector("z"), at.vector("y"))).containsExactly(at.values(RIGHT), offset);
 * }
 * }</pre>
 *
 * <p>The name of each test shows seed and point. When one fails, the method is run again at simpler
 * points, on the same test object, and the simplest at which it still fails is told.
 */
@ArgumentsSource(InstanceProvider.class)
@ExtendWith(InstanceShrinking.class)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InstanceSource {
  /** A file, or a resource in the class path. */
  String derivation();

  /** The tag, label or id of a step or a definition. */
  String step();

  /** How many instances. */
  int count() default 20;

  /** Which points. */
  long seed() default 1;
}
