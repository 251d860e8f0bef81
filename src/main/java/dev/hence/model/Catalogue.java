package dev.hence.model;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From a specification and concrete dimensions to a formula. */
public final class Catalogue {
  /** The greatest number of weights, or of free coefficients, of one function. */
  public static final int MAX_WEIGHTS = 400;

  private Catalogue() {}

  /** How many weights a model takes; empty for what is not a model with weights. */
  public static OptionalLong weights(ModelSpec spec, Signature signature, Dimensions dimensions) {
    return spec instanceof ModelSpec.Weighted model && signature.weights().isPresent()
        ? OptionalLong.of(needed(model, signature, dimensions))
        : OptionalLong.empty();
  }

  private static long needed(ModelSpec.Weighted model, Signature signature, Dimensions dimensions) {
    return WeightedModels.weights(
        model, count(signature.inputs(), dimensions), dimensions.count(signature.result()));
  }

  /**
   * Why an entry does not fit a function whatever the sizes, as a clause for people: {@code it has
   * no slot for weights}.
   */
  public static Optional<String> misfit(ModelSpec spec, Signature signature) {
    return switch (spec) {
      case ModelSpec.Polynomial p -> Optional.empty();
      case ModelSpec.Weighted w when signature.weights().isEmpty() ->
          Optional.of(
              "it has no slot for weights: a vector beside the inputs, of a length of its own");
      case ModelSpec.Weighted w -> Optional.empty();
      case ModelSpec.Entrywise e when !isEntrywise(signature) ->
          Optional.of("it is not a function of one argument with a value of the same shape");
      case ModelSpec.Entrywise e -> Optional.empty();
      case ModelSpec.LossOf l when !isLoss(signature) ->
          Optional.of("it is not a number made of two arguments of one shape");
      case ModelSpec.LossOf l
          when !l.loss().takesVectors() && !signature.parameters().getFirst().shape().isScalar() ->
          Optional.of(l.text() + " is a loss of two numbers");
      case ModelSpec.LossOf l -> Optional.empty();
      case ModelSpec.Generic g -> Optional.empty();
    };
  }

  /** Why an entry does not fit at these sizes: it has too many weights or coefficients. */
  public static Optional<String> tooLarge(
      ModelSpec spec, Signature signature, Dimensions dimensions) {
    long count =
        switch (spec) {
          case ModelSpec.Weighted model -> needed(model, signature, dimensions);
          case ModelSpec.Generic g ->
              GenericFunction.coefficients(
                  count(signature.parameters(), dimensions), dimensions.count(signature.result()));
          case ModelSpec.Entrywise e -> 0;
          case ModelSpec.LossOf l -> 0;
        };
    return count <= MAX_WEIGHTS
        ? Optional.empty()
        : Optional.of(spec.text() + " takes " + count + " weights, the limit is " + MAX_WEIGHTS);
  }

  /**
   * The formula of an entry for a function. Its parameters are those of the declaration. Weights
   * beyond those that a model takes have no effect.
   *
   * @throws IllegalArgumentException if the entry does not fit, or there are too few weights
   */
  public static Lambda lambda(ModelSpec spec, Signature signature, Dimensions dimensions) {
    misfit(spec, signature)
        .or(() -> tooLarge(spec, signature, dimensions))
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    List<Expr> outputs =
        switch (spec) {
          case ModelSpec.Weighted m -> weighted(m, signature, dimensions);
          case ModelSpec.Entrywise e ->
              entries(signature.parameters(), dimensions).stream().map(e.activation()::of).toList();
          case ModelSpec.LossOf l ->
              List.of(
                  l.loss()
                      .of(
                          reference(signature.parameters().get(0)),
                          reference(signature.parameters().get(1))));
          case ModelSpec.Generic g ->
              GenericFunction.outputs(
                  signature,
                  entries(signature.parameters(), dimensions),
                  dimensions.count(signature.result()));
        };
    Expr body =
        signature.result().isScalar()
            ? outputs.getFirst()
            : new Expr.Stack(outputs, signature.result());
    return new Lambda(signature.indices(), signature.parameters(), body);
  }

  private static List<Expr> weighted(
      ModelSpec.Weighted model, Signature signature, Dimensions dimensions) {
    if (signature.weights().isEmpty()) {
      return WeightedModels.outputs(
          model,
          entries(signature.inputs(), dimensions),
          dimensions.count(signature.result()),
          GenericFunction.coefficients(signature));
    }
    Parameter slot = signature.parameters().get(signature.weights().getAsInt());
    List<Expr> weights = dimensions.entries(reference(slot));
    long needed = weights(model, signature, dimensions).getAsLong();
    if (needed > weights.size()) {
      throw new IllegalArgumentException(needed + " weights needed, not " + weights.size());
    }
    return WeightedModels.outputs(
        model,
        entries(signature.inputs(), dimensions),
        dimensions.count(signature.result()),
        weights.iterator());
  }

  /** Whether a function takes two arguments of one shape to a number. */
  public static boolean isLoss(Signature signature) {
    return signature.parameters().size() == 2
        && signature.result().isScalar()
        && signature.parameters().get(0).shape().equals(signature.parameters().get(1).shape())
        && !(signature.parameters().getFirst().shape() instanceof Shape.Matrix);
  }

  /** Whether a function takes one argument to a value of the same shape. */
  public static boolean isEntrywise(Signature signature) {
    return signature.parameters().size() == 1
        && signature.result().equals(signature.parameters().getFirst().shape());
  }

  private static int count(List<Parameter> parameters, Dimensions dimensions) {
    return parameters.stream().mapToInt(p -> dimensions.count(p.shape())).reduce(0, Math::addExact);
  }

  private static List<Expr> entries(List<Parameter> parameters, Dimensions dimensions) {
    return parameters.stream().flatMap(p -> dimensions.entries(reference(p)).stream()).toList();
  }

  private static Expr.Ref reference(Parameter parameter) {
    return new Expr.Ref(parameter.name(), List.of(), parameter.shape());
  }
}
