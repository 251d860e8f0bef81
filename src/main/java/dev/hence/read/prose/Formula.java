package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mathematics as the patterns see it: what stands between commas, in order.
 *
 * @param latex as written, on one line
 * @param items of its only row; none if it cannot be read or has several rows
 */
record Formula(String latex, Span span, List<Tree> items, List<Tree> rows) {
  Formula {
    items = List.copyOf(items);
    rows = List.copyOf(rows);
  }

  static Formula of(Source source) {
    String text = source.text();
    Span span = source.place().apply(0, text.length());
    dev.hence.read.syntax.Parsed parsed = Parser.entry(source);
    String latex = text.replaceAll("\\s+", " ").strip();
    if (!parsed.faults().isEmpty() || !(parsed.tree() instanceof Tree.Rows read)) {
      return new Formula(latex, span, List.of(), List.of());
    }
    List<Tree> rows = new ArrayList<>();
    read.rows().forEach(row -> rows.addAll(row.items()));
    boolean one = read.rows().size() == 1;
    return new Formula(
        latex, span, one ? withoutPoint(read.rows().getFirst().items()) : List.of(), rows);
  }

  /** A comma or a point at the end belongs to the sentence. */
  private static List<Tree> withoutPoint(List<Tree> items) {
    List<Tree> all = new ArrayList<>(items);
    while (!all.isEmpty() && (isComma(all.getLast()) || isSign(all.getLast(), "."))) {
      all.removeLast();
    }
    return all;
  }

  boolean isRead() {
    return !items.isEmpty();
  }

  /** The only statement, where there is no more. */
  Optional<Tree> only() {
    return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
  }

  /** The names between commas, if it consists of names alone. */
  List<Subject> names() {
    List<Subject> names = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      Optional<Subject> name = k % 2 == 0 ? Subjects.of(items.get(k)) : Optional.<Subject>empty();
      if (k % 2 == 0 ? name.isEmpty() : !isComma(items.get(k))) {
        return List.of();
      }
      name.ifPresent(names::add);
    }
    return names;
  }

  static boolean isComma(Tree tree) {
    return isSign(tree, ",");
  }

  static boolean isSign(Tree tree, String sign) {
    return tree instanceof Tree.Leaf l
        && l.token().kind() == TokenKind.PUNCTUATION
        && l.token().meaning().equals(sign);
  }

  /** All letters that occur, with font and accents, without scripts. */
  Set<Symbol> letters() {
    Set<Symbol> letters = new LinkedHashSet<>();
    rows.forEach(row -> Subjects.collect(row, letters));
    return letters;
  }

  /** A part of it on one line, without what stands before it and says nothing. */
  static String print(Tree tree) {
    List<Token> tokens = TreeText.tokens(tree);
    int before = tokens.isEmpty() ? 0 : tokens.getFirst().before().length();
    return TreeText.print(tree).substring(before).replaceAll("\\s+", " ").strip();
  }

  /** A text in which two writings of one formula are equal. */
  static String canonical(Tree tree) {
    StringBuilder text = new StringBuilder();
    for (Token token : TreeText.tokens(tree)) {
      text.append(token.meaning().isEmpty() ? token.text() : token.meaning()).append(' ');
    }
    return text.toString();
  }
}
