package dev.hence.read.role;

import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Explanations;
import dev.hence.read.syntax.Phrase;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words in a display, at its braces and over its relations, that may deny, restrict or claim: all
 * that do not belong to the list of explanations. A relation behind an explanation would be claimed
 * by nobody.
 */
final class Remarks {
  private final List<Refusal> refusals = new ArrayList<>();

  private Remarks() {}

  /** Why a display says more than its statements. */
  static List<Refusal> in(Tree tree) {
    Remarks remarks = new Remarks();
    remarks.see(tree);
    return List.copyOf(remarks.refusals);
  }

  /** The same of words that stand beside statements without a relation, {@code (\text{wrong})}. */
  static List<Refusal> beside(List<Clause> clauses) {
    return clauses.stream()
        .filter(c -> clauses.size() > 1 && c.links().isEmpty())
        .filter(c -> c.first().flatMap(Remarks::words).filter(w -> !explain(w)).isPresent())
        .map(c -> said(c.span(), c.first().flatMap(Remarks::words).orElseThrow()))
        .toList();
  }

  /** Whether a word may stand between factors that says something of the statement. */
  static boolean mayHoldWords(Tree tree) {
    boolean here =
        tree instanceof Tree.Joined j
            && j.binding() == Tree.Binding.PRODUCT
            && j.links().stream().anyMatch(l -> isWord(l.operand()));
    return here || tree.inner().stream().anyMatch(Remarks::mayHoldWords);
  }

  private void see(Tree tree) {
    for (Tree.Part part : tree.parts()) {
      switch (part) {
        case Tree.Part.Own own -> over(own.token());
        case Tree.Part.Inner inner -> see(inner.tree());
      }
    }
    switch (tree) {
      case Tree.Worded w -> worded(w);
      case Tree.Remark r -> remark(r);
      default -> {
        // Says nothing in words.
      }
    }
  }

  private void worded(Tree.Worded w) {
    if (w.phrase() == Phrase.OTHER) {
      refusals.add(said(w.span(), w.words().meaning()));
    } else if (w.explains() && w.said().stream().anyMatch(Remarks::relates)) {
      refusals.add(new Refusal.NoMeaning(w.span(), "a relation behind words that explain"));
    }
  }

  private void remark(Tree.Remark remark) {
    String note = TreeText.print(remark);
    if (!Explanations.explainBrace(note)) {
      refusals.add(said(remark.span(), note.strip()));
    }
  }

  private void over(Token token) {
    if (token.kind() == TokenKind.RELATION && !Explanations.explainOver(token.note())) {
      refusals.add(said(token.span(), token.note()));
    }
  }

  private static Refusal said(Span span, String words) {
    return new Refusal.NoMeaning(span, "“" + words + "”");
  }

  private static boolean relates(Tree tree) {
    return TreeText.tokens(tree).stream().anyMatch(t -> t.kind() == TokenKind.RELATION);
  }

  private static boolean explain(String words) {
    return Explanations.explain(words);
  }

  /** What is written, if it is words alone. */
  private static Optional<String> words(Tree tree) {
    List<Token> tokens =
        TreeText.tokens(tree).stream().filter(t -> t.kind() != TokenKind.FENCE).toList();
    boolean alone =
        !tokens.isEmpty()
            && tokens.stream()
                .allMatch(
                    t ->
                        (t.kind() == TokenKind.TEXT || t.kind() == TokenKind.WORD)
                            && t.meaning().length() > 1);
    return alone
        ? Optional.of(tokens.stream().map(Token::meaning).collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  private static boolean isWord(Tree tree) {
    return tree instanceof Tree.Leaf l
        && l.token().kind() == TokenKind.TEXT
        && l.token().meaning().length() > 1;
  }
}
