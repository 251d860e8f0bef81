package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the names that formulas mention. */
public final class Mentions {
  private final List<Mention> found = new ArrayList<>();

  private Mentions() {}

  /** Those of the displays of a page and of the formulas in its words, in order. */
  public static List<Mention> of(Page page) {
    Mentions mentions = new Mentions();
    for (Sentence sentence : Sentences.of(page)) {
      for (Item item : sentence.items()) {
        switch (item) {
          case Item.Inline inline -> mentions.add(inline.formula());
          case Item.Shown shown -> mentions.add(shown.formula());
          case Item.Word word -> {}
          case Item.Sign sign -> {}
        }
      }
    }
    return mentions.found;
  }

  /** Those of one formula, in order. */
  public static List<Mention> of(Source formula) {
    Mentions mentions = new Mentions();
    mentions.add(Formula.of(formula));
    return mentions.found;
  }

  private void add(Formula formula) {
    formula.rows().forEach(this::add);
  }

  private void add(Tree tree) {
    Optional<Symbol> letter = Symbols.bare(tree);
    if (letter.isPresent() && !letter.get().latex().startsWith("\\mathbb")) {
      List<Tree.Script> scripts = Symbols.scripts(tree);
      found.add(
          new Mention(
              letter.get().latex(), UseScripts.of(scripts).marks(), innermost(tree).span()));
      scripts.forEach(script -> script.content().ifPresent(this::add));
    } else {
      tree.inner().forEach(this::add);
    }
  }

  /** The letter without its scripts. */
  private static Tree innermost(Tree tree) {
    return switch (tree) {
      case Tree.Scripted s -> innermost(s.base());
      case Tree.Choice c -> innermost(c.readings().getFirst());
      default -> tree;
    };
  }
}
