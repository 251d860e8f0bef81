package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Extent;
import dev.hence.text.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries as most books write them: x_i of the bold vector x, a_{ij} of the matrix A, {@code
 * [UV]_{ij}}. A letter of which nothing is known runs over the entries that it picks.
 */
public final class EntryLetters {
  private final Context context;

  /** The letters at one place. */
  public EntryLetters(Context context) {
    this.context = context;
  }

  /** The letters of which nothing else is known, with their ranges, where these are the same. */
  public Map<String, Range> of(List<Tree> sides) {
    Map<String, Set<Range>> found = new LinkedHashMap<>();
    List<Tree> all = sides.stream().flatMap(s -> Pieces.all(s).stream()).toList();
    for (Tree tree : all) {
      if (tree instanceof Scripted s) {
        add(s, found);
      }
    }
    all.forEach(t -> found.keySet().removeAll(bound(t)));
    all.forEach(t -> found.keySet().removeAll(reckoned(t)));
    Map<String, Range> ranges = new LinkedHashMap<>();
    found.forEach(
        (letter, said) -> {
          if (said.size() == 1) {
            ranges.put(letter, said.iterator().next());
          }
        });
    return ranges;
  }

  /** The letters over which a sum or its like goes. */
  private static List<String> bound(Tree tree) {
    if (!(tree instanceof Tree.Big b) || !(b.head() instanceof Scripted s)) {
      return List.of();
    }
    return Evaluations.content(s.scripts(), true).map(Pieces::items).orElse(List.of()).stream()
        .map(i -> Pieces.plain(i) instanceof Tree.Joined j ? j.links().getFirst().operand() : i)
        .flatMap(i -> Names.bare(i).stream())
        .map(Name::latex)
        .toList();
  }

  /** The letters with which something is reckoned in a script: {@code x_{i+1}}. */
  private static Set<String> reckoned(Tree tree) {
    Set<String> letters = new HashSet<>();
    if (tree instanceof Scripted s) {
      Evaluations.content(s.scripts(), true).map(Integers::items).orElse(List.of()).stream()
          .filter(i -> Names.bare(i).isEmpty())
          .forEach(i -> letters.addAll(Names.heads(i)));
    }
    return letters;
  }

  private void add(Scripted s, Map<String, Set<Range>> found) {
    List<Optional<String>> places =
        Evaluations.content(s.scripts(), true).map(Integers::items).orElse(List.of()).stream()
            .map(p -> Names.bare(p).map(Name::latex).filter(this::isFree))
            .toList();
    List<Extent> sides =
        places.stream().anyMatch(Optional::isPresent) ? sides(s) : List.<Extent>of();
    for (int k = 0; sides.size() == places.size() && k < sides.size(); k++) {
      Optional<Range> range = sides.get(k).size().map(SizeForm::expr).map(EntryLetters::upTo);
      if (places.get(k).isPresent() && range.isPresent()) {
        found.computeIfAbsent(places.get(k).get(), l -> new HashSet<>()).add(range.get());
      }
    }
  }

  private static Range upTo(Expr end) {
    return new Range(new Expr.Literal(Rational.ONE), end);
  }

  private boolean isFree(String letter) {
    return letter.matches("[a-su-z]")
        && !context.isLetter(letter)
        && !context.isSize(letter)
        && !context.knows(new Name(letter), 0);
  }

  /** The sides of what the scripts pick entries of: of what stands in brackets, or of a name. */
  private List<Extent> sides(Scripted s) {
    Elaborator scratch = new Elaborator(new Inference(), new Decisions());
    Optional<Typed> whole =
        s.base() instanceof Tree.Group
            ? Optional.of(scratch.read(s.base(), context))
            : ScriptedName.of(s)
                .filter(
                    n -> n.high().isEmpty() || n.highTree().flatMap(Pieces::numeral).isPresent())
                .filter(n -> !isKnown(n.name()))
                .flatMap(n -> new Wholes(scratch, context).ofEntries(n.withoutHigh()));
    return whole
        .filter(w -> scratch.inference().refusals().isEmpty())
        .map(w -> Tensors.sizes(scratch.inference().known(w.type())))
        .orElse(List.of());
  }

  private boolean isKnown(Name name) {
    return context.knows(name, 0) || context.knows(name, 1) || context.knows(name, 2);
  }

  // Letters that may be summed over

  /**
   * {@code x_i a_{ij} x_j}: letters that stand twice in every term that they stand in are summed
   * over by those who follow Einstein's convention, and run freely to others.
   */
  public static Optional<Refusal> pair(Set<String> letters, List<Expr> sides, Span span) {
    return letters.stream()
        .filter(l -> counts(l, sides).equals(Set.of(2)))
        .<Refusal>map(
            l ->
                new Refusal.Several(
                    span,
                    "the index " + l + " twice in a term",
                    List.of("a sum over " + l, "a statement for each " + l)))
        .findFirst();
  }

  private static Set<Integer> counts(String letter, List<Expr> sides) {
    Set<Integer> counts = new HashSet<>();
    sides.forEach(side -> terms(side).forEach(term -> counts.add(count(term, letter))));
    counts.remove(0);
    return counts;
  }

  private static List<Expr> terms(Expr side) {
    return switch (side) {
      case Expr.Add a -> a.terms().stream().flatMap(t -> terms(t).stream()).toList();
      case Expr.Negate n -> terms(n.body());
      default -> List.of(side);
    };
  }

  /** How often a letter stands in a product; of a sum in it, in the term that has most. */
  private static int count(Expr expr, String letter) {
    return switch (expr) {
      case Expr.Index i -> i.letter().equals(letter) ? 1 : 0;
      case Expr.Sum s when s.letter().equals(letter) -> 0;
      case Expr.Add a -> a.terms().stream().mapToInt(t -> count(t, letter)).max().orElse(0);
      default -> Trees.children(expr).stream().mapToInt(c -> count(c, letter)).sum();
    };
  }
}
