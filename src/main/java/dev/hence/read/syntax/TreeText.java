package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Part;
import java.util.ArrayList;
import java.util.List;

/** Prints trees back to LaTeX, exactly as it was written. */
public final class TreeText {
  private TreeText() {}

  /** What was written, white space and comments included. */
  public static String print(Tree tree) {
    StringBuilder text = new StringBuilder();
    tokens(tree).forEach(token -> text.append(token.written()));
    return text.toString();
  }

  /** The tokens of a tree in order; of a choice, those of its first reading. */
  public static List<Token> tokens(Tree tree) {
    List<Token> tokens = new ArrayList<>();
    collect(tree, tokens);
    return tokens;
  }

  private static void collect(Tree tree, List<Token> tokens) {
    for (Part part : tree.parts()) {
      switch (part) {
        case Part.Own own -> tokens.add(own.token());
        case Part.Inner inner -> collect(inner.tree(), tokens);
      }
    }
  }
}
