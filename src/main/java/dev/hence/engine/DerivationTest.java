package dev.hence.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method of JUnit Jupiter that runs once for each step of a derivation, and fails where the
 * step does not have the verdict that is expected of it.
 *
 * <pre>{@code
 * @DerivationTest("softmax.md")
 * void softmax() {}
 * }</pre>
 *
 * <p>The step is checked before the method, which may look closer: it may take a {@link
 * dev.hence.CheckedStep} and the {@link dev.hence.Examination} of the document.
 */
@TestTemplate
@ExtendWith(DerivationTestExtension.class)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DerivationTest {
  /** Files, or resources in the class path. */
  String[] value();

  /** The weakest verdict that passes: proved, verified or confirmed. */
  String require() default "confirmed";

  /** Ids or labels of the steps to check; all by default. */
  String[] steps() default {};
}
