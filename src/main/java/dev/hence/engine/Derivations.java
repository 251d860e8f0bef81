package dev.hence.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Stands for the derivations in the resources where only classes are looked for: Surefire and
 * Gradle hand classes to an engine, and nothing else.
 *
 * <pre>{@code
 * @Derivations
 * class DerivationsTest {}
 * }</pre>
 *
 * <p>The folders of the configuration parameter {@code hence.directories} are searched as well.
 */
@Testable
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Derivations {
  /**
   * Files and folders in the folders of the class path, such as {@code "notes"} or {@code
   * "notes/softmax.md"}; by default everything in them.
   */
  String[] value() default "";
}
