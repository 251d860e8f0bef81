package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import java.util.function.Supplier;

/** Where the parser is: how deep, inside which delimiter, waiting for which differential. */
final class Context {
  static final int MAX_DEPTH = 100;

  private final Tokens tokens;
  private int depth;
  private Place place = new Place(true, false, false, Fence.NONE, Differential.closed());

  Context(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param outermost whether wide space may separate statements here
   * @param inScript whether marks such as {@code \top} are names here
   * @param loosePartials whether a partial sign may stay for a fraction to find
   */
  private record Place(
      boolean outermost,
      boolean inScript,
      boolean loosePartials,
      Fence fence,
      Differential differential) {}

  boolean isOutermost() {
    return place.outermost();
  }

  boolean inScript() {
    return place.inScript();
  }

  boolean allowsLoosePartials() {
    return place.loosePartials();
  }

  Fence fence() {
    return place.fence();
  }

  Differential differential() {
    return place.differential();
  }

  /** What is read inside brackets: wide space means nothing there, differentials end nothing. */
  <T> T nested(Fence fence, Supplier<T> body) {
    return at(new Place(false, place.inScript(), false, fence, Differential.closed()), body);
  }

  /** What is read in a script. */
  <T> T script(Supplier<T> body) {
    return at(new Place(false, true, false, Fence.NONE, Differential.closed()), body);
  }

  /** What is read above or below a fraction bar, where it is settled later what a partial is. */
  <T> T fractionPart(Supplier<T> body) {
    return at(new Place(false, place.inScript(), true, Fence.NONE, Differential.closed()), body);
  }

  /** Reads the body of an integral, which one differential ends. */
  <T> T integrand(Differential own, Supplier<T> body) {
    return at(
        new Place(place.outermost(), place.inScript(), place.loosePartials(), place.fence(), own),
        body);
  }

  /** Counts one more level of nesting while something is read. */
  <T> T deeper(Supplier<T> body) {
    return at(place, body);
  }

  private <T> T at(Place inner, Supplier<T> body) {
    Place outer = place;
    if (++depth > MAX_DEPTH) {
      throw tokens.unread(
          ProblemId.NESTED_TOO_DEEP,
          tokens.peek(),
          "The formula is nested more than " + MAX_DEPTH + " levels deep.",
          "");
    }
    place = inner;
    T result = body.get();
    place = outer;
    depth--;
    return result;
  }
}
