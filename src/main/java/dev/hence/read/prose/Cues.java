package dev.hence.read.prose;

import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the words that announce what a display is. They stand in the sentence that the display
 * ends, directly before it but for the words that lead over to it: a cue for one display says
 * nothing of the next.
 */
final class Cues {
  private static final Set<String> SETTING = Set.of("setting", "set", "equating", "equate");

  private static final Set<String> DERIVATIVES =
      Set.of(
          "gradient",
          "gradients",
          "derivative",
          "derivatives",
          "differential",
          "it",
          "this",
          "these",
          "both",
          "partial",
          "result");

  /** Words between a cue and its display. */
  private static final Set<String> LEADING =
      Set.of(
          "that",
          "following",
          "the",
          "constraint",
          "constraints",
          "conditions",
          "condition",
          "initial",
          "values",
          "value",
          "at",
          "from",
          "with");

  private Cues() {}

  static List<Cue> of(List<Sentence> sentences) {
    List<Cue> cues = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (!sentence.items().isEmpty()
          && sentence.items().getLast() instanceof Item.Shown shown
          && isAnnounced(sentence)) {
        role(sentence, shown).ifPresent(cues::add);
      }
    }
    return cues;
  }

  /** "not setting", "without assuming": words that take the cue back. */
  private static boolean isAnnounced(Sentence sentence) {
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.isWord(
          k, "not", "without", "never", "instead", "cannot", "rather", "no", "don't")) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Cue> role(Sentence sentence, Item.Shown shown) {
    int end = sentence.size() - 2;
    while (sentence.isSign(end, ':') || sentence.isSign(end, ',')) {
      end--;
    }
    Optional<Integer> setting = setting(sentence, end);
    if (setting.isPresent() && endsInZero(shown.formula())) {
      return Optional.of(cue(sentence, shown, Cue.Role.STATIONARITY, setting.get(), end));
    }
    int last = end;
    while (last > 0 && sentence.isWord(last, LEADING)) {
      last--;
    }
    if (sentence.isWord(last, "to") && sentence.isWord(last - 1, "subject")) {
      return Optional.of(cue(sentence, shown, Cue.Role.CONSTRAINT, last - 1, end));
    }
    if (sentence.isWord(last, "assume", "assuming")) {
      return Optional.of(cue(sentence, shown, Cue.Role.ASSUMPTION, last, end));
    }
    boolean start =
        sentence.isWord(last, "initialised", "initialized", "starting")
            || (sentence.isWord(end, "conditions", "condition", "values", "value")
                && sentence.isWord(end - 1, "initial"));
    return start
        ? Optional.of(cue(sentence, shown, Cue.Role.START, Math.min(last, end - 1), end))
        : Optional.empty();
  }

  private static Cue cue(Sentence sentence, Item.Shown shown, Cue.Role role, int first, int last) {
    StringBuilder words = new StringBuilder();
    for (int k = Math.max(first, 0); k <= last; k++) {
      String text =
          switch (sentence.items().get(k)) {
            case Item.Word w -> w.text();
            case Item.Inline i -> i.formula().latex();
            case Item.Sign s -> "" + s.sign();
            case Item.Shown s -> "";
          };
      words.append(words.isEmpty() ? "" : " ").append(text);
    }
    return new Cue(shown.number(), role, words.toString(), sentence.span(Math.max(first, 0), last));
  }

  /** Where "setting the gradient … to zero" begins, if nothing but a verb stands behind it. */
  private static Optional<Integer> setting(Sentence sentence, int end) {
    for (int k = end; k >= 1; k--) {
      boolean zero = sentence.isWord(k, "zero", "0") || isZero(sentence, k);
      boolean to = sentence.isWord(k - 1, "to");
      if (zero && to && behindZero(sentence, k + 1, end)) {
        for (int n = k - 2; n >= 0; n--) {
          if (sentence.isWord(n, SETTING)) {
            return speaksOfDerivative(sentence, n, k) ? Optional.of(n) : Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isZero(Sentence sentence, int k) {
    return sentence.inline(k).filter(i -> i.formula().latex().equals("0")).isPresent();
  }

  /** "gives", "we obtain", "yields the normal equations": a short clause without mathematics. */
  private static boolean behindZero(Sentence sentence, int first, int end) {
    if (end - first > 7) {
      return false;
    }
    for (int k = first; k <= end; k++) {
      boolean word = sentence.word(k).isPresent() || sentence.isSign(k, ',');
      if (!word || sentence.isWord(k, "solving", "solve", "solved", "substituting", "so", "then")) {
        return false;
      }
    }
    return true;
  }

  private static boolean speaksOfDerivative(Sentence sentence, int first, int last) {
    for (int k = first + 1; k < last; k++) {
      boolean nabla =
          sentence
              .inline(k)
              .filter(
                  i ->
                      i.formula().latex().contains("\\nabla")
                          || i.formula().latex().contains("partial"))
              .isPresent();
      if (nabla || sentence.isWord(k, DERIVATIVES)) {
        return true;
      }
    }
    return false;
  }

  /** Whether each of its statements ends in {@code = 0}. */
  private static boolean endsInZero(Formula formula) {
    List<Tree> chains = new ArrayList<>();
    formula.rows().forEach(row -> chains(row, chains));
    return !chains.isEmpty() && chains.stream().allMatch(Cues::isToZero);
  }

  private static void chains(Tree tree, List<Tree> chains) {
    if (tree instanceof Tree.Joined j && j.binding() == Tree.Binding.CHAIN) {
      chains.add(tree);
    } else if (tree instanceof Tree.Environment e) {
      e.rows().forEach(row -> row.items().forEach(item -> chains(item, chains)));
    }
  }

  private static boolean isToZero(Tree tree) {
    Tree.Link last = ((Tree.Joined) tree).links().getLast();
    return last.operator().map(Token::meaning).filter("="::equals).isPresent()
        && Formula.print(last.operand()).matches("0|\\\\mathbf ?\\{?0}?|\\\\vec ?\\{?0}?");
  }
}
