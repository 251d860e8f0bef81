package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * "Let $\alpha_t = 1 - \beta_t$", "where $z = W x + b$". A number defines nothing: it picks a case.
 * Neither does another bare name behind "where" or "with", nor a chain of several relations, for
 * that claims.
 */
final class InlineDefinitions implements Pattern {
  private static final Set<String> FIRM = Set.of("let", "define", "denote", "write");

  private static final Set<String> RELATIONS = Set.of("=", ":=", "equiv");

  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    boolean going = false;
    boolean firm = false;
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.inline(k).isEmpty()) {
        continue;
      }
      boolean goesOn = going && isJoint(sentence, k - 1);
      boolean says = sentence.isWord(k - 1, FIRM) || isBy(sentence, k);
      firm = says || (goesOn && firm);
      going = says || goesOn || sentence.isWord(k - 1, "where");
      if (going) {
        facts.addAll(of(sentence, k, firm));
      }
    }
    return facts;
  }

  /** All inline equations that could define a name, whatever the words around them say. */
  static List<Fact> possible(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.inline(k).isPresent()) {
        facts.addAll(of(sentence, k, true));
      }
    }
    return facts;
  }

  /** "defined by", "given by", "defined as", "denote by". */
  private static boolean isBy(Sentence sentence, int k) {
    return (sentence.isWord(k - 1, "by", "as")
            && sentence.isWord(k - 2, "defined", "denote", "denoted", "define"))
        || sentence.says(k - 2, "given", "by");
  }

  private static boolean isJoint(Sentence sentence, int k) {
    boolean and = sentence.isWord(k, "and");
    int before = and && sentence.isSign(k - 1, ',') ? k - 2 : k - 1;
    return (and || sentence.isSign(k, ',')) && sentence.inline(before).isPresent();
  }

  private static List<Fact> of(Sentence sentence, int k, boolean firm) {
    Formula formula = sentence.inline(k).orElseThrow().formula();
    boolean equation =
        formula.only().isPresent()
            && formula.only().get() instanceof Tree.Joined chain
            && chain.binding() == Tree.Binding.CHAIN
            && chain.links().size() == 2
            && chain
                .links()
                .get(1)
                .operator()
                .map(Token::meaning)
                .filter(RELATIONS::contains)
                .isPresent();
    if (!equation) {
      return List.of();
    }
    Tree.Joined chain = (Tree.Joined) formula.only().get();
    Tree right = chain.links().get(1).operand();
    Optional<Subject> name = Subjects.of(chain.links().getFirst().operand());
    boolean bare = Subjects.of(right).isPresent();
    if (name.isEmpty()
        || isNumber(right)
        || (bare && !firm)
        || speaksOf(right, name.get().letter())) {
      return List.of();
    }
    return List.of(
        Facts.of(
            sentence,
            k,
            k,
            name.get(),
            new Said.Equals(formula.latex(), Formula.canonical(right))));
  }

  private static boolean isNumber(Tree tree) {
    return dev.hence.read.syntax.TreeText.tokens(tree).stream()
        .allMatch(
            t ->
                t.kind() == TokenKind.NUMBER
                    || t.kind() == TokenKind.SIGN
                    || t.kind() == TokenKind.OPERATOR
                    || t.kind() == TokenKind.INFINITY);
  }

  private static boolean speaksOf(Tree tree, Symbol letter) {
    Set<Symbol> letters = new HashSet<>();
    Subjects.collect(tree, letters);
    return letters.stream().anyMatch(letter.bare()::equals);
  }
}
