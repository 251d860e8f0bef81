package dev.hence.argument;

import dev.hence.proof.Proof;
import dev.hence.proof.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The rules of a proof in words. */
final class Rules {
  private Rules() {}

  /** {@code by the chain rule and the product rule; both sides then have one normal form}. */
  static String of(Proof proof) {
    SequencedSet<String> words = new LinkedHashSet<>();
    proof.moves().forEach(move -> words.addAll(words(move.rule())));
    String by = words.isEmpty() ? "" : "by the " + listed(List.copyOf(words)) + "; ";
    boolean ordered = proof.moves().stream().anyMatch(move -> move.rule() == Rule.SIGN);
    return by
        + (ordered ? "the difference has its sign by its form" : "both sides have one normal form");
  }

  private static List<String> words(Rule rule) {
    return switch (rule) {
      case CHAIN, ELEMENTARY -> List.of("chain rule");
      case PRODUCT -> List.of("product rule");
      case POWER -> List.of("power rule");
      case SUM, INDEX_SUM -> List.of("linearity of the derivative");
      case INTEGRAL -> List.of("derivative of the integral");
      case UNIQUENESS -> List.of("uniqueness of solutions");
      case RECURSION -> List.of("recursion");
      case INDUCTION -> List.of("induction");
      case LEMMA -> List.of("equation of an earlier step");
      case PREMISE, EQUALS, FACTOR, SQUARES -> List.of("premises");
      case FUNDAMENTAL_THEOREM, ANTIDERIVATIVE -> List.of("fundamental theorem of calculus");
      case CONSTANT, VARIABLE, SUBSTITUTE, LAST_TERM, NORMAL_FORM, SIGN -> List.of();
    };
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
