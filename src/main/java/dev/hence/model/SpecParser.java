package dev.hence.model;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what stands under {@code try} for a function: {@code linear}, {@code polynomial(3)}, {@code
 * mlp(3, tanh)}, {@code squared}.
 */
public final class SpecParser {
  private static final int MAX_LENGTH = 100;
  private static final Pattern CALL =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*(?:\\(([^()]*)\\))?");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,6}");

  private final Span span;
  private final Problems problems;

  private SpecParser(Span span, Problems problems) {
    this.span = span;
    this.problems = problems;
  }

  /**
   * Reads one value. What cannot be read is reported, as {@code UNKNOWN_MODEL} where the catalogue
   * has no such entry and as {@code BAD_TRY} where its settings are wrong.
   */
  public static Optional<ModelSpec> parse(String text, Span span, Problems problems) {
    return new SpecParser(span, problems).parse(text.strip());
  }

  private Optional<ModelSpec> parse(String text) {
    Matcher call = CALL.matcher(text);
    if (text.length() > MAX_LENGTH || !call.matches()) {
      return unknown(text, "model or function", names());
    }
    String name = call.group(1);
    List<String> settings = settings(call.group(2));
    return switch (name) {
      case "polynomial" -> polynomial(settings);
      case "mlp" -> mlp(settings);
      default -> {
        Optional<ModelSpec> found =
            plain().stream().filter(spec -> spec.text().equals(name)).findFirst();
        if (found.isEmpty()) {
          yield unknown(name, "model or function", names());
        }
        yield call.group(2) == null ? found : bad(name + " has no settings", "write " + name);
      }
    };
  }

  private Optional<ModelSpec> polynomial(List<String> settings) {
    if (settings.size() != 1) {
      return bad("polynomial takes its degree", "for example polynomial(3)");
    }
    return number(
            settings.getFirst(), "the degree of a polynomial", ModelSpec.Polynomial.MAX_DEGREE)
        .map(ModelSpec.Polynomial::new);
  }

  private Optional<ModelSpec> mlp(List<String> settings) {
    int layers = settings.size() - 1;
    if (layers < 1 || layers > ModelSpec.Mlp.MAX_LAYERS) {
      return bad(
          "mlp takes the widths of one to "
              + ModelSpec.Mlp.MAX_LAYERS
              + " hidden layers and an activation",
          "for example mlp(3, tanh)");
    }
    List<Integer> widths = new ArrayList<>();
    for (String setting : settings.subList(0, layers)) {
      number(setting, "the width of a hidden layer", ModelSpec.Mlp.MAX_WIDTH)
          .ifPresent(widths::add);
    }
    String last = settings.getLast();
    Optional<Activation> activation = activation(last);
    if (activation.isEmpty()) {
      return unknown(last, "activation", activations());
    }
    return widths.size() < layers
        ? Optional.empty()
        : Optional.of(new ModelSpec.Mlp(widths, activation.get()));
  }

  private Optional<Integer> number(String text, String what, int limit) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= limit) {
        return Optional.of(value);
      }
    }
    bad(what + " is a whole number from 1 to " + limit + ", not " + Problem.quoted(text), "");
    return Optional.empty();
  }

  private static List<String> settings(String inside) {
    return inside == null
        ? List.of()
        : Arrays.stream(inside.split(",", -1)).map(String::strip).toList();
  }

  private static Optional<Activation> activation(String text) {
    return Arrays.stream(Activation.values()).filter(a -> a.text().equals(text)).findFirst();
  }

  /** The entries without settings. */
  private static List<ModelSpec> plain() {
    return Stream.of(
            Stream.of(new ModelSpec.Linear()),
            Arrays.stream(Loss.values()).map(ModelSpec.LossOf::new),
            Stream.of(new ModelSpec.Generic()),
            Arrays.stream(Activation.values()).map(ModelSpec.Entrywise::new))
        .<ModelSpec>flatMap(specs -> specs)
        .toList();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(plain().stream().map(ModelSpec::text).toList());
    names.addAll(1, List.of("polynomial", "mlp"));
    return names;
  }

  private static List<String> activations() {
    return Arrays.stream(Activation.values()).map(Activation::text).toList();
  }

  private Optional<ModelSpec> unknown(String text, String what, List<String> known) {
    String nearest = Nearest.of(text, known).map(name -> "did you mean " + name + "? ").orElse("");
    problems.report(
        Problem.of(
            ProblemId.UNKNOWN_MODEL,
            span,
            "there is no " + what + " " + Problem.quoted(text),
            nearest + "known are " + String.join(", ", known)));
    return Optional.empty();
  }

  private Optional<ModelSpec> bad(String message, String help) {
    problems.report(Problem.of(ProblemId.BAD_TRY, span, message, help));
    return Optional.empty();
  }
}
