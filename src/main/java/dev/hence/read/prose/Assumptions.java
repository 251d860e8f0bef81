package dev.hence.read.prose;

import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "we assume that $\|x\| \le 1$". */
final class Assumptions implements Pattern {
  private static final Set<String> RELATIONS = Set.of("=", "<", ">", "<=", ">=", "ne");

  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    for (int k = 1; k < sentence.size(); k++) {
      int verb = sentence.isWord(k - 1, "that") ? k - 2 : k - 1;
      if (sentence.isWord(verb, "assume", "assuming") && sentence.inline(k).isPresent()) {
        facts.addAll(of(sentence, k));
      }
    }
    return facts;
  }

  private static List<Fact> of(Sentence sentence, int k) {
    Formula formula = sentence.inline(k).orElseThrow().formula();
    boolean relation =
        formula.only().isPresent()
            && formula.only().get() instanceof Tree.Joined chain
            && chain.binding() == Tree.Binding.CHAIN
            && chain.links().stream()
                .skip(1)
                .allMatch(
                    l -> l.operator().map(Token::meaning).filter(RELATIONS::contains).isPresent());
    return relation && formula.letters().iterator().hasNext()
        ? List.of(
            Facts.of(
                sentence,
                k,
                k,
                new Subject(
                    formula.letters().iterator().next(), List.of(), List.of(), formula.latex()),
                new Said.Entry("assume", formula.latex())))
        : List.of();
  }
}
