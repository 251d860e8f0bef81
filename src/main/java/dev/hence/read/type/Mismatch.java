package dev.hence.read.type;

/**
 * Two types that do not fit, and where in them.
 *
 * @param left the whole type on one side, as far as it is known
 * @param right the whole type on the other
 * @param reason where inside they differ
 */
public record Mismatch(Type left, Type right, Reason reason) {
  /** Why two types are not the same. */
  public sealed interface Reason {
    /** They are of different kinds, such as a vector and a number. */
    record Kinds(Type left, Type right) implements Reason {}

    /** They have another number of sides, such as a vector and a matrix. */
    record Sides(int left, int right) implements Reason {}

    /** Two lengths differ. */
    record Lengths(Extent left, Extent right) implements Reason {}

    /** Two functions take another number of arguments. */
    record Arity(int left, int right) implements Reason {}

    /** A type would have to be a part of itself. */
    record Endless(Type.Unknown unknown, Type type) implements Reason {}
  }

  /** One sentence that names both types and the difference. */
  public String words() {
    String both = left.words() + " does not fit " + right.words();
    return switch (reason) {
      case Reason.Kinds k when k.left().equals(left) && k.right().equals(right) -> both + ".";
      case Reason.Kinds k ->
          both + ": " + k.left().words() + " stands where " + k.right().words() + " is expected.";
      case Reason.Sides s ->
          both + ": one has " + s.left() + " sides, the other " + s.right() + ".";
      case Reason.Lengths l -> both + ": " + l.left() + " is not " + l.right() + ".";
      case Reason.Arity a ->
          both + ": one takes " + a.left() + " arguments, the other " + a.right() + ".";
      case Reason.Endless e -> both + ": the type would be a part of itself.";
    };
  }
}
