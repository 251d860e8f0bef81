package dev.hence.engine;

import dev.hence.RandomInstance;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Runs a failing test again at simpler points. */
final class InstanceShrinking implements InvocationInterceptor {
  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (TestAbortedException e) {
      throw e;
    } catch (Exception | AssertionError e) {
      Optional<RandomInstance> instance = instance(method);
      if (instance.isEmpty()) {
        throw e;
      }
      throw failure(instance.get(), method, e);
    }
  }

  private static Optional<RandomInstance> instance(ReflectiveInvocationContext<Method> method) {
    return method.getArguments().stream()
        .filter(RandomInstance.class::isInstance)
        .map(RandomInstance.class::cast)
        .findFirst();
  }

  private static AssertionFailedError failure(
      RandomInstance first, ReflectiveInvocationContext<Method> method, Throwable cause) {
    RandomInstance simplest = first.simplest(candidate -> again(candidate, method).isPresent());
    Throwable shown = again(simplest, method).orElse(cause);
    AssertionFailedError error =
        new AssertionFailedError(
            "fails at %s%n%s".formatted(simplest, String.valueOf(shown.getMessage())), shown);
    error.setStackTrace(shown.getStackTrace());
    return error;
  }

  /** What the test throws at another instance, if it does not pass there. */
  private static Optional<Throwable> again(
      RandomInstance candidate, ReflectiveInvocationContext<Method> method) {
    List<Object> arguments = new ArrayList<>(method.getArguments());
    arguments.replaceAll(a -> a instanceof RandomInstance ? candidate : a);
    try {
      ReflectionSupport.invokeMethod(
          method.getExecutable(), method.getTarget().orElse(null), arguments.toArray());
      return Optional.empty();
    } catch (TestAbortedException e) {
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(e);
    }
  }
}
