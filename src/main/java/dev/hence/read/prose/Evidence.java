package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Uses that speak against a letter being a number: transposition, trace, determinant, norm, bold
 * type. A letter that nothing declares and that is used so is asked for.
 */
final class Evidence {
  /** What a use says of a letter. */
  enum Use {
    /** A transpose, an inner product, a norm: a vector or a matrix. */
    TENSOR,
    /** A trace or a determinant. */
    MATRIX,
    /** Bold type. */
    BOLD
  }

  static final Set<String> MATRIX_FUNCTIONS = Set.of("tr", "det");

  private final Map<Symbol, Set<Use>> uses = new LinkedHashMap<>();

  /** Adds what a display shows. */
  void add(Formula display) {
    display.rows().forEach(this::visit);
    display.letters().stream()
        .filter(letter -> letter.font().bold())
        .forEach(letter -> note(letter, Use.BOLD));
  }

  Set<Use> of(Symbol letter) {
    return uses.getOrDefault(letter.bare(), Set.of());
  }

  /** The letters of which uses say that they are no numbers. */
  Set<Symbol> tensors() {
    Set<Symbol> tensors = new LinkedHashSet<>();
    uses.forEach(
        (letter, all) -> {
          if (all.contains(Use.TENSOR) || all.contains(Use.MATRIX)) {
            tensors.add(letter);
          }
        });
    return tensors;
  }

  private void note(Symbol letter, Use use) {
    uses.computeIfAbsent(letter.bare(), l -> new LinkedHashSet<>()).add(use);
  }

  private void visit(Tree tree) {
    switch (tree) {
      case Tree.Scripted s -> scripted(s);
      case Tree.Group g when isNorm(g) -> letter(g.content(), Use.TENSOR);
      case Tree.Prefixed p when isMatrixFunction(p.head()) -> letter(p.operand(), Use.MATRIX);
      case Tree.Application a when isMatrixFunction(a.function()) ->
          letter(a.argument(), Use.MATRIX);
      default -> {
        // says nothing of a letter
      }
    }
    for (Tree inner : tree.inner()) {
      visit(inner);
    }
  }

  private void scripted(Tree.Scripted s) {
    for (Tree.Script script : s.scripts()) {
      if (script.isHigh() && script.content().filter(Evidence::isTransposition).isPresent()) {
        letter(s.base(), Use.TENSOR);
      }
    }
  }

  /** The letter itself, or the letters of a product: the transpose of A B is one of each. */
  private void letter(Tree tree, Use use) {
    switch (tree) {
      case Tree.Braced b -> letter(b.content(), use);
      case Tree.Group g -> letter(g.content(), use);
      case Tree.Joined j when j.binding() == Tree.Binding.PRODUCT ->
          j.links().forEach(l -> letter(l.operand(), use));
      case Tree.Joined j when j.binding() == Tree.Binding.SUM ->
          j.links().forEach(l -> letter(l.operand(), use));
      default ->
          Symbols.bare(tree)
              .filter(s -> Symbols.scripts(tree).stream().noneMatch(Tree.Script::isLow))
              .ifPresent(s -> note(s, use));
    }
  }

  static boolean isTransposition(Tree content) {
    Tree inner = content instanceof Tree.Braced b ? b.content() : content;
    boolean mark =
        inner instanceof Tree.Leaf l
            && l.token().kind() == TokenKind.MARK
            && l.token().meaning().equals("top");
    return mark
        || (Symbols.bare(inner).filter(s -> s.letter().equals("T")).isPresent()
            && TreeText.tokens(inner).size() <= 4);
  }

  private static boolean isNorm(Tree.Group group) {
    return group.open().meaning().equals("||");
  }

  private static boolean isMatrixFunction(Tree tree) {
    return tree instanceof Tree.Leaf l
        && l.token().kind() == TokenKind.FUNCTION
        && MATRIX_FUNCTIONS.contains(l.token().meaning());
  }
}
