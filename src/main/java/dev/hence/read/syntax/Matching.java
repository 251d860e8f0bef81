package dev.hence.read.syntax;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Tree.Part;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a pattern in what is written; some of its letters stand for anything. */
final class Matching {
  /**
   * What a pattern was found to stand for.
   *
   * @param rest what stands high besides, and stays
   */
  record Match(Tree written, Map<Symbol, Tree> bound, List<Script> rest) {}

  private final Set<Symbol> open;
  private final Map<Symbol, Tree> bound = new HashMap<>();

  private Matching(Set<Symbol> open) {
    this.open = open;
  }

  /**
   * @param open letters of the pattern that stand for anything
   */
  static Optional<Match> of(Tree pattern, Tree written, Set<Symbol> open) {
    List<Script> rest = rest(pattern, written);
    Tree within = rest.isEmpty() ? written : without(plain(written), rest);
    Matching matching = new Matching(open);
    return matching.matches(pattern, within)
        ? Optional.of(new Match(within, Map.copyOf(matching.bound), rest))
        : Optional.empty();
  }

  /** The high script of what is written where the pattern has none. */
  private static List<Script> rest(Tree pattern, Tree written) {
    return plain(pattern) instanceof Scripted p
            && p.scripts().stream().noneMatch(Script::isHigh)
            && plain(written) instanceof Scripted w
        ? w.scripts().stream().filter(Script::isHigh).toList()
        : List.of();
  }

  private static Tree without(Tree tree, List<Script> scripts) {
    Scripted s = (Scripted) tree;
    List<Script> fewer = new ArrayList<>(s.scripts());
    fewer.removeAll(scripts);
    return fewer.isEmpty() ? s.base() : new Scripted(s.base(), fewer, s.nesting());
  }

  /** Without braces; of a doubt about scripts either reading has the same ones. */
  private static Tree plain(Tree tree) {
    return switch (tree) {
      case Tree.Braced b -> plain(b.content());
      case Tree.Choice c when c.doubt() == Doubt.SCRIPT_OF_ENTRY_OR_MATRIX ->
          c.readings().getLast();
      default -> tree;
    };
  }

  private boolean matches(Tree pattern, Tree written) {
    Tree p = plain(pattern);
    Tree w = plain(written);
    Optional<Symbol> letter = letter(p).filter(open::contains);
    if (letter.isPresent()) {
      return bind(letter.get(), w);
    }
    if (p instanceof Tree.Choice c) {
      return c.readings().stream().anyMatch(r -> tried(r, w));
    }
    if (w instanceof Tree.Choice c) {
      return c.readings().stream().anyMatch(r -> tried(p, r));
    }
    return switch (p) {
      case Tree.Derivative d -> w instanceof Tree.Derivative e && derivatives(d, e);
      case Scripted s -> w instanceof Scripted t && scripted(s, t);
      case Tree.Styled s when w instanceof Scripted t -> styled(s, t);
      default -> alike(p, w);
    };
  }

  private boolean tried(Tree pattern, Tree written) {
    Map<Symbol, Tree> before = Map.copyOf(bound);
    boolean matches = matches(pattern, written);
    if (!matches) {
      bound.clear();
      bound.putAll(before);
    }
    return matches;
  }

  /** The name that a tree without scripts is. */
  static Optional<Symbol> letter(Tree tree) {
    return tree instanceof Tree.Leaf || tree instanceof Tree.Styled
        ? Symbols.bare(tree)
        : Optional.empty();
  }

  private boolean bind(Symbol letter, Tree written) {
    Tree before = bound.putIfAbsent(letter, written);
    return before == null || new Matching(Set.of()).matches(before, written);
  }

  private boolean derivatives(Tree.Derivative p, Tree.Derivative w) {
    return p.kind() == w.kind()
        && p.operand().isPresent() == w.operand().isPresent()
        && (p.operand().isEmpty() || matches(p.operand().get(), w.operand().get()))
        && all(p.variables(), w.variables());
  }

  /** The scripts of the pattern must be there; a low one more belongs to what stands below. */
  private boolean scripted(Scripted pattern, Scripted written) {
    List<Script> found = new ArrayList<>();
    for (Script script : pattern.scripts()) {
      Optional<Script> same = written.scripts().stream().filter(s -> isSame(script, s)).findFirst();
      if (same.isEmpty() || !content(script, same.get())) {
        return false;
      }
      found.add(same.get());
    }
    List<Script> more = new ArrayList<>(written.scripts());
    more.removeAll(found);
    return more.stream().allMatch(Script::isLow)
        && matches(pattern.base(), without(written, found));
  }

  private static boolean isSame(Script a, Script b) {
    return a.isLow() == b.isLow()
        && a.isHigh() == b.isHigh()
        && (a.isLow() || a.isHigh() || a.sign().meaning().equals(b.sign().meaning()));
  }

  private boolean content(Script pattern, Script written) {
    return pattern.content().isEmpty()
        || matches(pattern.content().get(), written.content().orElseThrow());
  }

  /** {@code \bar{z}} of {@code \bar{z}_i}: the scripts belong to what the accent stands on. */
  private boolean styled(Tree.Styled pattern, Scripted written) {
    return plain(written.base()) instanceof Tree.Styled s
        && isSame(pattern.command(), s.command())
        && matches(pattern.body(), new Scripted(s.body(), written.scripts(), written.nesting()));
  }

  private boolean all(List<Tree> patterns, List<Tree> written) {
    if (patterns.size() != written.size()) {
      return false;
    }
    for (int k = 0; k < patterns.size(); k++) {
      if (!matches(patterns.get(k), written.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** Nodes of one kind with the same tokens, whose trees match. */
  private boolean alike(Tree pattern, Tree written) {
    return pattern.getClass().equals(written.getClass())
        && tokens(pattern).equals(tokens(written))
        && all(pattern.inner(), written.inner());
  }

  private static List<String> tokens(Tree tree) {
    List<String> tokens = new ArrayList<>();
    for (Part part : tree.parts()) {
      tokens.add(
          part instanceof Part.Own own ? own.token().kind() + " " + own.token().meaning() : "");
    }
    return tokens;
  }

  private static boolean isSame(Token a, Token b) {
    return a.is(b.kind(), b.meaning());
  }
}
