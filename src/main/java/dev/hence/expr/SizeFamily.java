package dev.hence.expr;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a family of sizes d_1, d_2, … is filled in an instance, told by one number: a positive one is
 * the size of all members; −1, −2 and −3 let them go round 1, 2, 3, so that neighbours differ, both
 * ways.
 */
public final class SizeFamily {
  /** The fillings that are tried where no one says which. */
  public static final List<Integer> DEFAULT_FILLINGS = List.of(-1, -2, -3);

  private static final int ROUND = 3;

  private SizeFamily() {}

  /** The size of a member. */
  static int member(int filling, List<Integer> indices) {
    int at = indices.stream().mapToInt(Integer::intValue).sum();
    return filling > 0 ? filling : 1 + Math.floorMod(at - filling - 2, ROUND);
  }

  /** The size that is the number of the members of a family of names. */
  public static Size count(Name family) {
    return Size.named("\\lvert " + family.latex() + "\\rvert");
  }

  /** Whether a key is that of a family of sizes, see {@link Size.Part.Named#key}. */
  public static boolean isKey(String key) {
    return key.indexOf('#') > 0;
  }

  /** The name of a size or a family of sizes. */
  public static String name(String key) {
    return isKey(key) ? key.substring(0, key.indexOf('#')) : key;
  }

  /** For people: {@code 2} or {@code 1, 2, 3, …}. */
  public static String text(int filling) {
    return filling > 0
        ? Integer.toString(filling)
        : IntStream.rangeClosed(1, ROUND)
            .mapToObj(k -> Integer.toString(member(filling, List.of(k))))
            .collect(Collectors.joining(", ", "", ", …"));
  }
}
