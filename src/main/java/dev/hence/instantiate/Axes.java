package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.expr.SizeFamily;
import dev.hence.model.Catalogue;
import dev.hence.model.ModelSpec;
import dev.hence.model.Signature;
import dev.hence.model.SpecParser;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the directions of a step's grid: what is to be chosen, and between what. */
final class Axes {
  static final int MAX_SIZE = 64;

  private final Statement.Step step;
  private final Scope scope;
  private final Needs needs;
  private final Problems problems;
  private final List<Axis.OfFunction> functions = new ArrayList<>();
  private final List<Axis> data = new ArrayList<>();
  private final Map<String, Integer> sizesOfData = new LinkedHashMap<>();

  private Axes(Statement.Step step, Needs needs, Problems problems) {
    this.step = step;
    this.scope = step.scope();
    this.needs = needs;
    this.problems = problems;
  }

  /**
   * The axes: functions, then data, then sizes, each in the order of the scope. A size that every
   * choice of a function decides has no axis. What is wrong under {@code try} is reported.
   *
   * @param sizes the values of a size for which the author gives none
   */
  static List<Axis> of(Statement.Step step, Needs needs, List<Integer> sizes, Problems problems) {
    Axes axes = new Axes(step, needs, problems);
    needs.variables().forEach(axes::addData);
    needs.functions().forEach(axes::addFunction);
    List<Axis> all = new ArrayList<>(axes.functions);
    all.addAll(axes.data);
    needs.sizes().forEach(size -> axes.size(size, sizes).ifPresent(all::add));
    return List.copyOf(all);
  }

  /** How a name, or a family with the letters of its indices, is written under {@code try}. */
  static Stream<String> keys(Name name, List<String> indices) {
    String letters = String.join("", indices);
    return Stream.of("", "_" + letters, "_{" + letters + "}")
        .limit(indices.isEmpty() ? 1 : 3)
        .map(script -> name.latex() + script);
  }

  /** What the author wrote for a name. */
  static Optional<Trial.Entry> entry(Trial trial, Name name, List<String> indices) {
    return keys(name, indices)
        .flatMap(key -> Stream.ofNullable(trial.entries().get(key)))
        .findFirst();
  }

  private void addFunction(Declaration.Function function) {
    refuseVaryingShapes(function);
    Signature signature = Signature.of(function, scope);
    Optional<Trial.Entry> entry = entry(function.name(), function.indices());
    List<ModelSpec> specs =
        entry.isEmpty()
            ? Defaults.of(signature, decidesItsWeights(signature))
            : written(signature, entry.get());
    functions.add(new Axis.OfFunction(function, signature, specs, entry.isPresent()));
  }

  private void refuseVaryingShapes(Declaration.Function function) {
    boolean varying =
        Stream.concat(
                Stream.of(function.shape()), function.parameters().stream().map(p -> p.shape()))
            .flatMap(shape -> shape.sizes().stream())
            .anyMatch(size -> !size.letters().isEmpty());
    if (varying) {
      problems.report(
          Problem.of(
              ProblemId.NOT_YET_SUPPORTED,
              function.span(),
              "a family of functions without formulas whose sizes depend on the index",
              "give " + function.name() + " a formula in `let`"));
    }
  }

  /** What the author wrote for a name; a value there must be. */
  private Optional<Trial.Entry> entry(Name name, List<String> indices) {
    Optional<Trial.Entry> entry = entry(step.trial(), name, indices);
    if (entry.isPresent() && entry.get().values().isEmpty()) {
      bad(entry.get(), "try has no value for " + name, "");
    }
    return entry;
  }

  private List<ModelSpec> written(Signature signature, Trial.Entry entry) {
    List<ModelSpec> specs = new ArrayList<>();
    for (String text : entry.values()) {
      SpecParser.parse(text, entry.span(), problems)
          .ifPresent(
              spec ->
                  Catalogue.misfit(spec, signature)
                      .ifPresentOrElse(
                          why -> bad(entry, signature.name() + " cannot be " + spec.text(), why),
                          () -> specs.add(spec)));
    }
    return specs.stream().distinct().toList();
  }

  /** Whether the length of the weights is a named size that the author leaves open. */
  private boolean decidesItsWeights(Signature signature) {
    Optional<Size> size = signature.weightsSize();
    return size.isPresent()
        && size.get().name().filter(name -> counted(name, scope).isEmpty()).isPresent()
        && !sizesOfData.containsKey(size.get().name().get())
        && !step.trial().entries().containsKey(size.get().name().get());
  }

  private void addData(Declaration.Variable variable) {
    Optional<Trial.Entry> entry = entry(variable.name(), variable.indices());
    if (entry.isEmpty()) {
      if (needs.labels().contains(variable.name().key(variable.indices().size()))) {
        data.add(new Axis.OfLabels(variable));
      }
      return;
    }
    if (needs.timed() && scope.isState(variable.name())) {
      problems.report(
          Problem.of(
              ProblemId.NOT_YET_SUPPORTED,
              entry.get().span(),
              "an initial value for " + variable.name() + " under try"));
      return;
    }
    new Data(variable, entry.get(), problems)
        .read(scope.ranges())
        .ifPresent(
            read -> {
              data.add(read.axis());
              read.sizes().forEach((size, value) -> addSizeOfData(size, value, entry.get()));
            });
  }

  private void addSizeOfData(String size, int value, Trial.Entry entry) {
    Integer before = sizesOfData.put(size, value);
    if (value < 1 || value > MAX_SIZE) {
      bad(entry, size + " would be " + value, "sizes go from 1 to " + MAX_SIZE);
    } else if (before != null && before != value) {
      bad(entry, "the data make " + size + " both " + before + " and " + value, "");
    }
  }

  private Optional<Axis> size(String name, List<Integer> defaults) {
    if (counted(name, scope).isPresent()) {
      return Optional.empty();
    }
    Optional<Trial.Entry> entry = entry(new Name(SizeFamily.name(name)), List.of());
    if (SizeFamily.isKey(name)) {
      List<Integer> fillings = entry.map(e -> written(name, e)).orElse(SizeFamily.DEFAULT_FILLINGS);
      return Optional.of(new Axis.OfSize(name, fillings, entry.isPresent()));
    }
    Integer ofData = sizesOfData.get(name);
    if (entry.isPresent()) {
      return Optional.of(new Axis.OfSize(name, written(name, entry.get()), true));
    }
    if (ofData != null) {
      return Optional.of(new Axis.OfSize(name, List.of(ofData), true));
    }
    return isAlwaysDecided(name)
        ? Optional.empty()
        : Optional.of(new Axis.OfSize(name, defaults, false));
  }

  /** The family whose members a size counts. */
  static Optional<Declaration.Variable> counted(String size, Scope scope) {
    return scope.variables().values().stream()
        .filter(v -> !v.indices().isEmpty())
        .filter(v -> SizeFamily.count(v.name()).equals(Size.named(size)))
        .findFirst();
  }

  private List<Integer> written(String name, Trial.Entry entry) {
    List<Integer> values = new ArrayList<>();
    for (String text : entry.values()) {
      Optional<Integer> value = whole(text.strip());
      value.ifPresentOrElse(
          values::add,
          () ->
              bad(
                  entry,
                  "the size "
                      + name
                      + " is a whole number from 1 to "
                      + MAX_SIZE
                      + ", not "
                      + Problem.quoted(text),
                  ""));
    }
    Integer ofData = sizesOfData.get(name);
    if (ofData != null && values.stream().anyMatch(value -> !value.equals(ofData))) {
      bad(entry, "the data make " + name + " " + ofData + ", try says otherwise", "");
    }
    return values.stream().distinct().toList();
  }

  private boolean isAlwaysDecided(String name) {
    return functions.stream()
        .anyMatch(
            f ->
                f.signature().weightsSize().flatMap(Size::name).filter(name::equals).isPresent()
                    && f.specs().stream().allMatch(s -> s instanceof ModelSpec.Weighted));
  }

  private static Optional<Integer> whole(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text)).filter(n -> n >= 1 && n <= MAX_SIZE);
  }

  private void bad(Trial.Entry entry, String message, String help) {
    problems.report(Problem.of(ProblemId.BAD_TRY, entry.span(), message, help));
  }
}
