package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Condition;
import dev.hence.expr.Lambda;
import dev.hence.expr.SizeFamily;
import dev.hence.model.Catalogue;
import dev.hence.model.Dimensions;
import dev.hence.model.ModelSpec;
import dev.hence.model.Signature;
import dev.hence.model.ValueBounds;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Makes an instance of a candidate. */
record Builder(Statement.Step step, Needs needs, List<Axis> axes) {
  /** One instance, or one for each size that the sides have at some of the index values. */
  Stream<Instance> instances(Candidate candidate) {
    Map<List<Integer>, List<SortedMap<String, Integer>>> sizes = new LinkedHashMap<>();
    for (SortedMap<String, Integer> assignment : candidate.assignments()) {
      List<Integer> size =
          step.left().shape().sizes().stream()
              .map(s -> s.value(candidate.sizes(), assignment).orElse(0))
              .toList();
      sizes.computeIfAbsent(size, s -> new ArrayList<>()).add(assignment);
    }
    return sizes.values().stream().map(some -> instance(candidate, some));
  }

  private Instance instance(Candidate candidate, List<SortedMap<String, Integer>> assignments) {
    Map<String, Lambda> definitions = new HashMap<>();
    step.scope().definitions().forEach((key, d) -> definitions.put(key, d.lambda()));
    Dimensions dimensions = new Dimensions(candidate.sizes());
    Labels labels = new Labels(step.scope(), dimensions);
    List<Instance.Choice> choices = new ArrayList<>();
    for (int k = 0; k < axes.size(); k++) {
      int value = candidate.row().get(k);
      switch (axes.get(k)) {
        case Axis.OfFunction f -> {
          Declaration.Function function = f.function();
          definitions.put(
              function.name().key(function.indices().size()),
              formula(f, f.specs().get(value), dimensions));
        }
        case Axis.OfData d -> definitions.put(d.key(), d.values().get(value));
        case Axis.OfLabels l -> definitions.put(l.key(), labels.lambda(l.variable(), value));
        case Axis.OfSize s -> {}
      }
      choice(k, candidate).ifPresent(choices::add);
    }
    return new Instance(
        step,
        new Interpretation(
            candidate.sizes(),
            definitions,
            step.scope().dynamics().map(Dynamics::velocities).orElse(Map.of()),
            step.horizon()),
        choices,
        assignments);
  }

  /** A formula that stands for arbitrary functions has values as they are assumed. */
  private Lambda formula(Axis.OfFunction function, ModelSpec spec, Dimensions dimensions) {
    Lambda formula = Catalogue.lambda(spec, function.signature(), dimensions);
    return switch (spec) {
      case ModelSpec.Generic g -> bounds(function.signature()).around(formula);
      case ModelSpec.Weighted w when !function.written() ->
          bounds(function.signature()).around(formula);
      case ModelSpec.Weighted w -> formula;
      case ModelSpec.Entrywise e -> formula;
      case ModelSpec.LossOf l -> formula;
    };
  }

  private ValueBounds bounds(Signature signature) {
    List<Condition> said = new ArrayList<>(step.scope().assumptions());
    said.addAll(step.conditions());
    return ValueBounds.of(signature, said, step.scope());
  }

  /** What the label says: not the sizes that a model decides or that enter nowhere. */
  private Optional<Instance.Choice> choice(int axis, Candidate candidate) {
    String name = axes.get(axis).name();
    boolean silent =
        axes.get(axis) instanceof Axis.OfSize
            && (candidate.decided().contains(name) || !needs.evaluated().contains(name));
    if (silent) {
      return Optional.empty();
    }
    int value = candidate.row().get(axis);
    String text =
        axes.get(axis) instanceof Axis.OfLabels l
            ? new Labels(step.scope(), new Dimensions(candidate.sizes())).text(l.variable(), value)
            : axes.get(axis).text(value);
    return Optional.of(new Instance.Choice(SizeFamily.name(name), text));
  }
}
