package dev.hence.read.tex;

import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The macros of a document by their names with backslash. A definition inside a group is forgotten
 * behind it.
 */
public final class Macros {
  private static final int MAX_GROUPS = 100;

  /** Macros that are looked at to see what one of them stands for. */
  private static final int MAX_SEEN = 50;

  private static final Set<String> STRUCTURE = Set.of("\\begin", "\\end", "\\[", "\\]");

  /** Tokens that macros may bring into one document. */
  private static final long MAX_TOKENS = 5_000_000;

  private final List<Map<String, Macro>> groups = new ArrayList<>();
  private int tooDeep;
  private long tokens;

  public Macros() {
    groups.add(new HashMap<>());
    transparent("\\ensuremath", 1, "#1");
    for (String nothing : List.of("\\xspace", "\\protect", "\\relax")) {
      transparent(nothing, 0, "");
    }
  }

  private void transparent(String name, int parameters, String body) {
    List<TexToken> tokens = new ArrayList<>();
    TexInput input = new TexInput(MathText.of(body));
    while (!input.peek().isEnd()) {
      tokens.add(input.next());
    }
    define(name, new Macro.Defined(parameters, Optional.empty(), tokens));
  }

  /** Begins a group. */
  public void open() {
    if (groups.size() < MAX_GROUPS) {
      groups.add(new HashMap<>());
    } else {
      tooDeep++;
    }
  }

  /** Ends a group; one that was never begun is passed over. */
  public void close() {
    if (tooDeep > 0) {
      tooDeep--;
    } else if (groups.size() > 1) {
      groups.removeLast();
    }
  }

  void define(String name, Macro macro) {
    groups.getLast().put(name, macro);
  }

  void defineForAll(String name, Macro macro) {
    groups.forEach(group -> group.remove(name));
    groups.getFirst().put(name, macro);
  }

  /**
   * The macro that {@code \begin} or {@code \end} of an environment stands for, as a token to
   * unfold; empty for an environment that the document does not define.
   */
  public Optional<TexToken> environment(TexToken command, String name) {
    TexToken macro =
        new TexToken(
            TexToken.Kind.WORD,
            command.text() + "{" + name + "}",
            command.place(),
            command.depth());
    return find(macro).map(found -> macro);
  }

  Optional<Macro> find(TexToken token) {
    if (!token.mayBeMacro()) {
      return Optional.empty();
    }
    for (int i = groups.size() - 1; i >= 0; i--) {
      Macro macro = groups.get(i).get(token.text());
      if (macro != null) {
        return Optional.of(macro);
      }
    }
    return Optional.empty();
  }

  /** Whether what a macro stands for begins or ends an environment or a display. */
  boolean isStructural(TexToken token) {
    return find(token).isPresent() && isStructural(token, new HashSet<>());
  }

  private boolean isStructural(TexToken token, Set<String> seen) {
    boolean isNew = seen.size() < MAX_SEEN && seen.add(token.text());
    Optional<Macro> macro = isNew ? find(token) : Optional.empty();
    if (macro.isEmpty()) {
      return false;
    }
    return switch (macro.get()) {
      case Macro.Defined defined -> isStructural(defined.body(), seen);
      case Macro.Alias alias -> STRUCTURE.contains(alias.meaning().text());
      case Macro.Paired paired -> false;
      case Macro.Unsupported unsupported -> false;
    };
  }

  private boolean isStructural(List<TexToken> body, Set<String> seen) {
    for (int i = 0; i < body.size(); i++) {
      TexToken token = body.get(i);
      boolean isDollars =
          token.isCharacter("$") && i + 1 < body.size() && body.get(i + 1).isCharacter("$");
      boolean isInner = token.isControl() && isStructural(token, seen);
      if (isDollars || STRUCTURE.contains(token.text()) || isInner) {
        return true;
      }
    }
    return false;
  }

  /** Counts tokens that a macro brings in; false if they are too many for one document. */
  boolean spend(int more) {
    tokens += more;
    return tokens <= MAX_TOKENS;
  }
}
