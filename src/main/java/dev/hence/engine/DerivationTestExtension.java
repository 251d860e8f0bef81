package dev.hence.engine;

import dev.hence.CheckedStep;
import dev.hence.Examination;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Statement;
import dev.hence.report.console.StepText;
import dev.hence.text.SourceText;
import dev.hence.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** Turns the steps and the problems of documents into invocations. */
final class DerivationTestExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    DerivationTest test =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), DerivationTest.class)
            .orElseThrow();
    Outcome required = required(test.require());
    Settings settings = Settings.DEFAULT.requiring(required);
    return Arrays.stream(test.value())
        .map(name -> Hence.derivation(name, settings))
        .flatMap(document -> invocations(document, List.of(test.steps()), required));
  }

  private static Outcome required(String word) {
    return Parameters.outcome(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "require must be " + Parameters.OUTCOMES + ", not '" + word + "'"));
  }

  private static Stream<TestTemplateInvocationContext> invocations(
      Examination document, List<String> only, Outcome required) {
    SourceText source = document.derivation().source();
    Stream<Invocation> problems =
        only.isEmpty()
            ? Outline.problemsOfItsOwn(document.derivation()).stream()
                .map(
                    p ->
                        new Invocation(
                            StepText.visible(p.id().code() + "  " + p.message()),
                            document,
                            Optional.empty(),
                            () -> Optional.of(Failures.of(p, source))))
            : Stream.empty();
    Stream<Statement> steps =
        only.isEmpty()
            ? document.derivation().statements().stream()
            : only.stream().map(document::statement);
    return Stream.concat(
        problems,
        steps
            .filter(DerivationTestExtension::isStep)
            .map(
                s ->
                    new Invocation(
                        StepText.line(s, source),
                        document,
                        Optional.of(s),
                        () -> Failures.of(document.check(s), source, required))));
  }

  private static boolean isStep(Statement statement) {
    return switch (statement) {
      case Statement.Step step -> true;
      case Statement.Unread unread -> true;
      case Statement.Given given -> false;
      case Statement.NoStatement none -> false;
    };
  }

  private record Invocation(
      String name,
      Examination document,
      Optional<Statement> statement,
      Supplier<Optional<AssertionFailedError>> failure)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Check(this), new Arguments(this));
    }
  }

  /** Checks the step before the method sees it. */
  private record Check(Invocation invocation) implements BeforeTestExecutionCallback {
    @Override
    public void beforeTestExecution(ExtensionContext context) {
      invocation
          .failure()
          .get()
          .ifPresent(
              f -> {
                throw f;
              });
    }
  }

  /** The document and the step, for those who ask for them. */
  private record Arguments(Invocation invocation) implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      return type == Examination.class || type == CheckedStep.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Examination document = invocation.document();
      return parameter.getParameter().getType() == Examination.class
          ? document
          : invocation.statement().map(s -> document.step(s.id())).orElseThrow(this::failure);
    }

    /** A problem of the document has no step: the method is not reached. */
    private AssertionFailedError failure() {
      return invocation.failure().get().orElseThrow();
    }
  }
}
