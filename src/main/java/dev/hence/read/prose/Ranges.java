package dev.hence.read.prose;

import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "for $i = 1, \dots, n$", "where $i \in \{1, \dots, n\}$". */
final class Ranges implements Pattern {
  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    int last = -1;
    for (int k = 1; k < sentence.size(); k++) {
      boolean goesOn = last >= 0 && NameList.behindJoint(sentence, last + 1) == k && k > last + 1;
      boolean said =
          goesOn
              || sentence.isWord(
                  k - 1, "for", "where", "with", "let", "all", "each", "every", "index", "indices",
                  "any");
      if (said && sentence.inline(k).isPresent()) {
        List<Fact> found = of(sentence, k);
        last = found.isEmpty() ? last : k;
        facts.addAll(found);
      }
    }
    return facts;
  }

  private static List<Fact> of(Sentence sentence, int k) {
    Formula formula = sentence.inline(k).orElseThrow().formula();
    List<Tree> items = formula.items();
    if (items.isEmpty()
        || !(items.getFirst() instanceof Tree.Joined chain)
        || chain.links().size() != 2) {
      return List.of();
    }
    Optional<Subject> letter =
        Subjects.of(chain.links().getFirst().operand()).filter(Subject::isPlain);
    String relation = chain.links().get(1).operator().map(Token::meaning).orElse("");
    Tree right = chain.links().get(1).operand();
    Optional<String> range = Optional.empty();
    if (relation.equals("=") && items.size() == 5) {
      range = run(List.of(right, items.get(2), items.get(4)));
    } else if (relation.equals("in") && items.size() == 1 && right instanceof Tree.Group g) {
      range =
          g.content() instanceof Tree.Listed l
                  && l.items().size() >= 3
                  && g.open().meaning().contains("{")
              ? run(l.items())
              : Optional.empty();
    }
    return letter.isPresent() && range.isPresent()
        ? List.of(
            Facts.of(
                sentence,
                k,
                k,
                letter.get(),
                new Said.Runs(letter.get().latex() + " = " + range.get())))
        : List.of();
  }

  /** {@code 1, \dots, n}, also with a second number before the dots. */
  private static Optional<String> run(List<Tree> items) {
    boolean dots =
        items.get(items.size() - 2) instanceof Tree.Leaf l && l.token().kind() == TokenKind.DOTS;
    boolean numbers =
        items.subList(0, items.size() - 2).stream()
            .allMatch(i -> i instanceof Tree.Leaf l && l.token().kind() == TokenKind.NUMBER);
    return dots && numbers && items.size() <= 4
        ? Optional.of(
            Formula.print(items.getFirst()) + ", \\dots, " + Formula.print(items.getLast()))
        : Optional.empty();
  }
}
