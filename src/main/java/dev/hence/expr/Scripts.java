package dev.hence.expr;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Subscripts and superscripts, in Unicode's own where it has them. */
final class Scripts {
  private static final Map<Integer, String> SUB =
      table(
          "0123456789+−=()aehijklmnoprstuvx", //
          "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
  private static final Map<Integer, String> SUPER =
      table(
          "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
          "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ");

  private Scripts() {}

  /** The text set low: {@code ⱼ₊₁}, else {@code _θ}, else <code>_{yᵢ}</code>. */
  static String low(String text) {
    return small(SUB, text).orElseGet(() -> "_" + grouped(text));
  }

  /** The text set high, where Unicode has all of it. */
  static Optional<String> high(String text) {
    return small(SUPER, text);
  }

  /** Both limits of a sum or an integral, small if both can be, so that the two look alike. */
  static String limits(String below, String above) {
    Optional<String> low = small(SUB, below);
    Optional<String> high = small(SUPER, above);
    return low.isPresent() && high.isPresent()
        ? low.get() + high.get()
        : "_" + grouped(below) + "^" + grouped(above);
  }

  /** Whether a name ends in a script, so that another one beneath it would run into it. */
  static boolean endsLow(String name) {
    return name.indexOf('_') >= 0
        || (!name.isEmpty()
            && SUB.containsValue(name.substring(name.offsetByCodePoints(name.length(), -1))));
  }

  private static String grouped(String text) {
    return isOneLetter(text) ? text : "{" + text + "}";
  }

  /** One letter with whatever combines with it. */
  static boolean isOneLetter(String text) {
    return text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count()
        == 1;
  }

  private static Optional<String> small(Map<Integer, String> table, String text) {
    return text.isEmpty() || !text.codePoints().allMatch(table::containsKey)
        ? Optional.empty()
        : Optional.of(text.codePoints().mapToObj(table::get).collect(Collectors.joining()));
  }

  private static Map<Integer, String> table(String from, String to) {
    int[] keys = from.codePoints().toArray();
    int[] values = to.codePoints().toArray();
    if (keys.length != values.length) {
      throw new IllegalArgumentException("the tables differ in length");
    }
    Map<Integer, String> table = new HashMap<>();
    for (int k = 0; k < keys.length; k++) {
      table.put(keys[k], Character.toString(values[k]));
    }
    return Map.copyOf(table);
  }
}
