package dev.hence.read.prose;

import dev.hence.read.prose.Said.Sort;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import java.util.List;
import java.util.Optional;

/** The sets that a header knows. */
final class Sets {
  private static final List<String> LETTERS =
      List.of("\\mathbb{R}", "\\mathbb{N}", "\\mathbb{Z}", "\\mathbb{S}");

  private Sets() {}

  /** That something is a member of a set; empty for sets of which nothing is known. */
  static Optional<Said.Member> member(Tree set) {
    return sort(set).map(sort -> new Said.Member(Formula.print(set), sort));
  }

  static Optional<Sort> sort(Tree set) {
    if (set instanceof Tree.Group group) {
      return isOfNumbers(group) ? Optional.of(Sort.NUMBER) : Optional.empty();
    }
    Optional<Symbol> symbol = Symbols.bare(set);
    if (symbol.isEmpty() || !LETTERS.contains(symbol.get().latex())) {
      return Optional.empty();
    }
    List<Tree.Script> high = Symbols.scripts(set).stream().filter(Tree.Script::isHigh).toList();
    if (symbol.get().latex().equals("\\mathbb{S}")) {
      return high.isEmpty() ? Optional.empty() : Optional.of(Sort.MATRIX);
    }
    if (high.isEmpty()) {
      return Optional.of(Sort.NUMBER);
    }
    List<Token> tokens = TreeText.tokens(high.getFirst().content().orElseThrow());
    long times = tokens.stream().filter(t -> t.meaning().equals("times")).count();
    boolean mark =
        tokens.stream().anyMatch(t -> t.kind() == TokenKind.SIGN || t.kind() == TokenKind.MARK)
            && tokens.size() == 1;
    return mark
        ? Optional.of(Sort.NUMBER)
        : times == 0
            ? Optional.of(Sort.VECTOR)
            : times == 1 ? Optional.of(Sort.MATRIX) : Optional.empty();
  }

  /** An interval, or finitely many numbers. */
  private static boolean isOfNumbers(Tree.Group group) {
    return group.content() instanceof Tree.Listed l
        && l.items().stream()
            .allMatch(
                item ->
                    TreeText.tokens(item).stream()
                        .allMatch(
                            t ->
                                t.kind() == TokenKind.NUMBER
                                    || t.kind() == TokenKind.SIGN
                                    || t.kind() == TokenKind.INFINITY));
  }
}
