package dev.hence.read.meaning;

import dev.hence.read.math.Accent;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.SyntaxPrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the pattern of a reading rule in what is written; wildcards stand for any piece. */
final class Matching {
  /**
   * What a pattern was found to stand for.
   *
   * @param sup a superscript that is written besides and stays
   */
  record Match(Map<String, Syntax> wildcards, Optional<Syntax> sup) {}

  private final Set<String> wildcards;
  private final Map<String, Syntax> bound = new HashMap<>();
  private Optional<Syntax> rest = Optional.empty();

  private Matching(Set<String> wildcards) {
    this.wildcards = wildcards;
  }

  /** The match of a whole piece. */
  static Optional<Match> of(Syntax pattern, Syntax written, Set<String> wildcards) {
    Matching matching = new Matching(wildcards);
    return matching.whole(pattern, written)
        ? Optional.of(new Match(Map.copyOf(matching.bound), matching.rest))
        : Optional.empty();
  }

  /** On the outside a superscript more than the pattern has may stay as it is. */
  private boolean whole(Syntax pattern, Syntax written) {
    boolean more =
        pattern instanceof Syntax.Scripted p
            && written instanceof Syntax.Scripted w
            && p.sup().isEmpty()
            && w.sup().isPresent();
    if (!more) {
      return matches(pattern, written);
    }
    Syntax.Scripted w = (Syntax.Scripted) written;
    rest = w.sup();
    return matches(pattern, without(w, true));
  }

  private boolean matches(Syntax pattern, Syntax written) {
    return switch (pattern) {
      case Syntax.Name p when wildcards.contains(p.key()) -> bind(p.key(), written);
      case Syntax.Name p when isAccented(p) -> accented(p, written);
      case Syntax.Name p -> written instanceof Syntax.Name w && w.key().equals(p.key());
      case Syntax.Scripted p -> written instanceof Syntax.Scripted w && scripted(p, w);
      default -> alike(pattern, written);
    };
  }

  private boolean bind(String wildcard, Syntax written) {
    Syntax before = bound.putIfAbsent(wildcard, written);
    return before == null || SyntaxPrinter.print(before).equals(SyntaxPrinter.print(written));
  }

  /** {@code \overline{z}}: a wildcard with an accent. */
  private boolean isAccented(Syntax.Name pattern) {
    return !pattern.accents().isEmpty() && wildcards.contains(withoutAccent(pattern).key());
  }

  private static Syntax.Name withoutAccent(Syntax.Name name) {
    List<Accent> accents = name.accents().subList(0, name.accents().size() - 1);
    return new Syntax.Name(name.base(), name.font(), name.bold(), accents, name.span());
  }

  /** The accent on a name, with or without scripts, or over more than a name. */
  private boolean accented(Syntax.Name pattern, Syntax written) {
    Accent accent = pattern.accents().getLast();
    Optional<Syntax> below =
        switch (written) {
          case Syntax.Name n when hasOnTop(n, accent) -> Optional.of(withoutAccent(n));
          case Syntax.Accented a when a.accent() == accent -> Optional.of(a.body());
          case Syntax.Scripted s when s.base() instanceof Syntax.Name n && hasOnTop(n, accent) ->
              Optional.of(
                  new Syntax.Scripted(withoutAccent(n), s.sub(), s.sup(), s.primes(), s.span()));
          default -> Optional.empty();
        };
    return below.isPresent() && matches(withoutAccent(pattern), below.get());
  }

  private static boolean hasOnTop(Syntax.Name name, Accent accent) {
    return !name.accents().isEmpty() && name.accents().getLast() == accent;
  }

  /** Scripts of the pattern must be there; others belong to what stands below. */
  private boolean scripted(Syntax.Scripted p, Syntax.Scripted w) {
    boolean low =
        p.sub().isEmpty() || (w.sub().isPresent() && matches(p.sub().get(), w.sub().get()));
    boolean high =
        p.sup().isEmpty() || (w.sup().isPresent() && matches(p.sup().get(), w.sup().get()));
    boolean extra = w.sup().isPresent() && p.sup().isEmpty();
    if (!low || !high || p.primes() > w.primes() || (w.primes() > p.primes()) || extra) {
      return false;
    }
    Syntax base =
        p.sub().isEmpty() && w.sub().isPresent()
            ? new Syntax.Scripted(w.base(), w.sub(), Optional.empty(), 0, w.span())
            : w.base();
    return matches(p.base(), base);
  }

  private static Syntax without(Syntax.Scripted w, boolean sup) {
    boolean bare = w.sub().isEmpty() && w.primes() == 0;
    return bare && sup
        ? w.base()
        : new Syntax.Scripted(w.base(), w.sub(), Optional.empty(), w.primes(), w.span());
  }

  /** Two pieces that are the same but for their parts, and whose parts match. */
  private boolean alike(Syntax pattern, Syntax written) {
    List<Syntax> ours = Pieces.children(pattern);
    List<Syntax> theirs = Pieces.children(written);
    if (!pattern.getClass().equals(written.getClass()) || ours.size() != theirs.size()) {
      return false;
    }
    if (!SyntaxPrinter.print(hollow(pattern)).equals(SyntaxPrinter.print(hollow(written)))) {
      return false;
    }
    for (int k = 0; k < ours.size(); k++) {
      if (!matches(ours.get(k), theirs.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** The piece with nothing in its places. */
  private static Syntax hollow(Syntax syntax) {
    return Rebuilding.of(
        syntax,
        part ->
            part.equals(syntax)
                ? Optional.empty()
                : Optional.of(Syntax.Name.plain("x", part.span())));
  }
}
