package dev.hence.model;

import dev.hence.claim.Declaration;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The facts about a declared function that the catalogue needs.
 *
 * @param indices the letters of its indices: one formula serves all members, but for {@code
 *     generic}, whose coefficients differ from member to member
 * @param weights the slot that holds a model's weights, if it has one
 */
public record Signature(
    Name name,
    List<String> indices,
    List<Parameter> parameters,
    Shape result,
    OptionalInt weights) {
  public Signature {
    indices = List.copyOf(indices);
    parameters = List.copyOf(parameters);
  }

  /**
   * Finds the slot of the weights. It is a vector beside at least one other slot, and its length
   * occurs in no other slot and not in the result. Of several, those that the dynamics move come
   * first; without dynamics the length must be a named size; then the last is taken.
   */
  public static Signature of(Declaration.Function function, Scope scope) {
    List<Parameter> slots = function.parameters();
    int[] eligible =
        IntStream.range(0, slots.size()).filter(k -> isEligible(function, k)).toArray();
    OptionalInt moved =
        IntStream.of(eligible)
            .filter(k -> scope.isState(slots.get(k).name()))
            .reduce((first, second) -> second);
    boolean anyMoved = slots.stream().anyMatch(slot -> scope.isState(slot.name()));
    OptionalInt named =
        IntStream.of(eligible)
            .filter(k -> !anyMoved && length(slots.get(k)).name().isPresent())
            .reduce((first, second) -> second);
    return new Signature(
        function.name(),
        function.indices(),
        slots,
        function.shape(),
        moved.isPresent() ? moved : named);
  }

  private static boolean isEligible(Declaration.Function function, int slot) {
    List<Parameter> slots = function.parameters();
    if (slots.size() < 2 || !(slots.get(slot).shape() instanceof Shape.Vector v)) {
      return false;
    }
    Stream<Shape> others =
        IntStream.range(0, slots.size()).filter(k -> k != slot).mapToObj(k -> slots.get(k).shape());
    return v.size().isFixed()
        || Stream.concat(others, Stream.of(function.shape()))
            .flatMap(shape -> Dimensions.sizesOf(shape).stream())
            .noneMatch(size -> size.keys().stream().anyMatch(v.size().keys()::contains));
  }

  private static Size length(Parameter parameter) {
    return Dimensions.sizesOf(parameter.shape()).getFirst();
  }

  /** The length of the weights, where there is a slot for them. */
  public Optional<Size> weightsSize() {
    return weights.isPresent()
        ? Optional.of(length(parameters.get(weights.getAsInt())))
        : Optional.empty();
  }

  /** The slots other than the weights. */
  public List<Parameter> inputs() {
    return IntStream.range(0, parameters.size())
        .filter(k -> weights.isEmpty() || k != weights.getAsInt())
        .mapToObj(parameters::get)
        .toList();
  }
}
