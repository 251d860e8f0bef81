package dev.hence.read.syntax;

import dev.hence.read.symbol.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The letters of which a formula is made, without signs of differentiation. */
final class Letters {
  private Letters() {}

  /** All letters, those under accents without them too. */
  static Set<Symbol> in(Tree tree) {
    Set<Symbol> letters = new HashSet<>();
    collect(tree, letters);
    return letters;
  }

  private static void collect(Tree tree, Set<Symbol> letters) {
    Matching.letter(tree).ifPresent(letter -> underAccents(letter, letters));
    inside(tree).forEach(t -> collect(t, letters));
  }

  private static void underAccents(Symbol letter, Set<Symbol> letters) {
    for (int k = 0; k <= letter.accents().size(); k++) {
      List<dev.hence.read.symbol.Accent> fewer = letter.accents().subList(0, k);
      letters.add(new Symbol(letter.letter(), letter.font(), fewer, letter.marks()));
    }
  }

  private static List<Tree> inside(Tree tree) {
    return switch (tree) {
      case Tree.Styled s -> List.of();
      case Tree.Choice c -> List.of(c.readings().getFirst());
      case Tree.Differential d -> List.of(d.written().getLast());
      case Tree.Derivative d -> {
        List<Tree> inside = new java.util.ArrayList<>(d.variables());
        d.operand().ifPresent(inside::add);
        yield inside;
      }
      default -> tree.inner();
    };
  }

  /** The names of which a left side speaks, without what their scripts say. */
  static void named(Tree tree, Set<Symbol> names) {
    Optional<Symbol> name = Symbols.bare(tree);
    if (name.isPresent()) {
      names.add(name.get());
    } else {
      inside(tree).forEach(t -> named(t, names));
    }
  }

  /** The letters in the scripts of some names: {@code w_{hx}} is one, whatever h and x are. */
  static Set<Symbol> inScriptsOf(Tree tree, Set<Symbol> names) {
    Set<Symbol> letters = new HashSet<>();
    if (Symbols.bare(tree).filter(names::contains).isPresent()) {
      Symbols.scripts(tree).forEach(s -> s.content().ifPresent(c -> collect(c, letters)));
    }
    inside(tree).forEach(t -> letters.addAll(inScriptsOf(t, names)));
    return letters;
  }
}
