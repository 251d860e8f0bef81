package dev.hence.read.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "where $\sigma$ is the sigmoid": functions that have a name of their own in this field. */
final class NamedFunctions implements Pattern {
  private static final Map<String, String> FORMULAS =
      Map.of(
          "sigmoid", "\\frac{1}{1 + e^{-%s}}",
          "logistic", "\\frac{1}{1 + e^{-%s}}",
          "softplus", "\\log(1 + e^{%s})");

  private static final Set<String> NOUNS = Set.of("function", "activation", "nonlinearity");

  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    for (int k = 0; k < sentence.size(); k++) {
      Optional<String> formula = sentence.word(k).map(FORMULAS::get);
      if (formula.isEmpty()) {
        continue;
      }
      int noun = sentence.isWord(k + 1, NOUNS) ? k + 1 : k;
      if (sentence.inline(noun + 1).isPresent()) {
        facts.addAll(of(sentence, k, noun + 1, noun + 1, formula.get()));
      }
      int article = NounPhrase.isArticle(sentence, k - 1) ? k - 2 : k - 1;
      boolean complete =
          noun + 1 >= sentence.size()
              || sentence.item(noun + 1).filter(i -> i instanceof Item.Sign).isPresent()
              || sentence.item(noun + 1).filter(i -> i instanceof Item.Shown).isPresent()
              || sentence.isWord(noun + 1, "and", "with");
      if (sentence.isWord(article, "is", "denotes", "be") && complete) {
        facts.addAll(of(sentence, article - 1, noun, article - 1, formula.get()));
      }
    }
    return facts;
  }

  /** The definition of the name at a place. */
  private static List<Fact> of(Sentence sentence, int first, int last, int at, String formula) {
    List<Subject> names = sentence.inline(at).map(i -> i.formula().names()).orElse(List.of());
    if (names.size() != 1 || !names.getFirst().indices().isEmpty()) {
      return List.of();
    }
    Subject name = names.getFirst();
    if (name.arguments().size() > 1 || !isGreekOrRoman(name)) {
      return List.of();
    }
    String argument = name.arguments().isEmpty() ? "z" : name.arguments().getFirst();
    String head = name.arguments().isEmpty() ? name.latex() + "(z)" : name.latex();
    String right = formula.formatted(argument);
    Subject function = new Subject(name.letter(), List.of(), List.of(argument), head);
    return List.of(
        Facts.of(sentence, first, last, function, new Said.Equals(head + " = " + right, formula)));
  }

  /** A letter that is a function, not an argument: "the sigmoid $z$" is unusual and left alone. */
  private static boolean isGreekOrRoman(Subject name) {
    return !Set.of("x", "z", "y", "t", "s", "w").contains(name.letter().letter());
  }
}
