package dev.hence.read.prose;

import dev.hence.read.symbol.Mark;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Doubt;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads names out of trees. */
final class Subjects {
  /** More letters below a name are a word: {@code w_{new}}. */
  private static final int MOST_INDICES = 2;

  private Subjects() {}

  /** A name, an indexed name, or a name applied to bare letters; empty for anything else. */
  static Optional<Subject> of(Tree tree) {
    return switch (tree) {
      case Tree.Application a -> applied(tree, a.function(), a.argument());
      case Tree.Choice c when c.doubt() == Doubt.APPLICATION_OR_PRODUCT ->
          call(c.readings().getFirst());
      default -> name(tree);
    };
  }

  /** A name with indices, also where it is transposed or a power of it is taken. */
  static Optional<Subject> member(Tree tree) {
    List<Tree.Script> scripts = Symbols.scripts(tree);
    return UseScripts.of(scripts).marks().isEmpty()
        ? name(tree, scripts.stream().filter(Tree.Script::isLow).toList())
            .filter(s -> !s.indices().isEmpty())
        : name(tree);
  }

  private static Optional<Subject> call(Tree tree) {
    return switch (tree) {
      case Tree.Application a -> applied(tree, a.function(), a.argument());
      default -> {
        List<Tree> parts = tree.inner();
        yield parts.size() == 2 ? applied(tree, parts.get(0), parts.get(1)) : Optional.empty();
      }
    };
  }

  private static Optional<Subject> applied(Tree whole, Tree function, Tree argument) {
    if (!(argument instanceof Tree.Group group)) {
      return Optional.empty();
    }
    List<Tree> items =
        group.content() instanceof Tree.Listed l ? l.items() : List.of(group.content());
    List<String> arguments = new ArrayList<>();
    for (Tree item : items) {
      Optional<Subject> name = name(item).filter(Subject::isPlain);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(name.get().latex());
    }
    return name(function)
        .map(n -> new Subject(n.letter(), n.indices(), arguments, Formula.print(whole)));
  }

  /** A letter with marks and index letters. */
  private static Optional<Subject> name(Tree tree) {
    return name(tree, Symbols.scripts(tree));
  }

  private static Optional<Subject> name(Tree tree, List<Tree.Script> scripts) {
    Optional<Symbol> bare = Symbols.bare(tree).filter(s -> !isConstant(s));
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    Symbol symbol = bare.get();
    List<String> indices = new ArrayList<>();
    for (Tree.Script script : scripts) {
      Optional<List<String>> letters = script.isLow() ? letters(script) : Optional.empty();
      if (letters.isPresent()) {
        indices.addAll(letters.get());
      } else if (script.sign().kind() == TokenKind.PRIME) {
        symbol = symbol.with(new Mark.Primes(script.sign().meaning().length()));
      } else {
        return Optional.empty();
      }
    }
    boolean whole = scripts.size() == Symbols.scripts(tree).size();
    String latex = whole ? Formula.print(tree) : symbol.latex() + "_" + low(indices);
    return Optional.of(new Subject(symbol, indices, List.of(), latex));
  }

  private static String low(List<String> indices) {
    String all = String.join(" ", indices);
    return all.length() == 1 ? all : "{" + all + "}";
  }

  /** Differentials and the signs of sets are no names. */
  private static boolean isConstant(Symbol symbol) {
    return symbol.latex().startsWith("\\mathbb") || symbol.letter().equals("\\infty");
  }

  /** Plain small letters below, {@code ij} or {@code i, j}. */
  private static Optional<List<String>> letters(Tree.Script script) {
    Tree content = script.content().orElseThrow();
    while (content instanceof Tree.Braced b) {
      content = b.content();
    }
    List<Tree> items =
        switch (content) {
          case Tree.Listed l -> l.items();
          case Tree.Joined j -> j.links().stream().map(Tree.Link::operand).toList();
          default -> List.of(content);
        };
    boolean product =
        !(content instanceof Tree.Joined j)
            || j.links().stream().allMatch(l -> l.operator().isEmpty());
    List<String> letters = new ArrayList<>();
    for (Tree item : items) {
      if (!(item instanceof Tree.Leaf l) || l.token().kind() != TokenKind.LETTER) {
        return Optional.empty();
      }
      letters.add(l.token().meaning());
    }
    return product && letters.size() <= MOST_INDICES ? Optional.of(letters) : Optional.empty();
  }

  /** Adds the letters of a tree, without those of words and of sets. */
  static void collect(Tree tree, Set<Symbol> letters) {
    if (tree instanceof Tree.Leaf || tree instanceof Tree.Styled || tree instanceof Tree.Composed) {
      Optional<Symbol> symbol = Symbols.bare(tree).filter(s -> !isConstant(s));
      if (symbol.isPresent()) {
        letters.add(symbol.get());
        return;
      }
    }
    for (Tree part : tree.inner()) {
      collect(part, letters);
    }
    if (tree instanceof Tree.Choice c) {
      c.readings().forEach(r -> collect(r, letters));
    }
  }
}
