package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Entries that are written as most books do: x_i of the bold vector x, a_{ij} of the matrix A,
 * {@code [UV]_{ij}}. A letter that nothing declares runs over the entries that it picks.
 */
final class EntryLetters {
  private final Context context;

  EntryLetters(Context context) {
    this.context = context;
  }

  /** The letters of which nothing else is known, with their ranges, where these are the same. */
  SequencedMap<String, Range> of(List<Syntax> sides) {
    SequencedMap<String, List<Range>> found = new LinkedHashMap<>();
    sides.stream().flatMap(s -> Pieces.scripted(s).stream()).forEach(s -> add(s, found));
    if (!found.isEmpty()) {
      sides.forEach(side -> bound(side).forEach(found::remove));
    }
    SequencedMap<String, Range> ranges = new LinkedHashMap<>();
    found.forEach(
        (letter, all) -> {
          if (all.stream().distinct().count() == 1) {
            ranges.put(letter, all.getFirst());
          }
        });
    return ranges;
  }

  /** The letters over which sums and their like go. */
  private static Set<String> bound(Syntax syntax) {
    Set<String> letters = new HashSet<>();
    if (syntax instanceof Syntax.BigOperator big && big.lower().isPresent()) {
      for (Syntax item : Clause.items(big.lower().get())) {
        Syntax letter = item instanceof Syntax.Chain chain ? chain.first() : item;
        if (letter instanceof Syntax.Name name) {
          letters.add(name.key());
        }
      }
    }
    Pieces.children(syntax).forEach(part -> letters.addAll(bound(part)));
    return letters;
  }

  private void add(Syntax.Scripted scripted, Map<String, List<Range>> found) {
    List<Syntax> letters = scripted.sub().map(EntryLetters::letters).orElse(List.of());
    boolean free =
        letters.stream().anyMatch(letter -> letter instanceof Syntax.Name n && isFree(n));
    List<Size> sizes =
        !free ? List.of() : whole(scripted).map(EntryLetters::sizes).orElse(List.of());
    if (sizes.size() != letters.size()) {
      return;
    }
    for (int k = 0; k < sizes.size(); k++) {
      if (letters.get(k) instanceof Syntax.Name letter && isFree(letter)) {
        found
            .computeIfAbsent(letter.key(), l -> new ArrayList<>())
            .add(new Range(new Expr.Literal(Rational.ONE), Integers.of(sizes.get(k))));
      }
    }
  }

  private boolean isFree(Syntax.Name letter) {
    Name name = new Name(letter.key());
    return letter.key().matches("[a-su-z]")
        && !context.isLetter(letter.key())
        && !context.isSize(letter.key())
        && !context.knows(name, 0);
  }

  private static List<Syntax> letters(Syntax sub) {
    return switch (sub) {
      case Syntax.Name n -> List.of(n);
      case Syntax.Sequence s -> s.items();
      case Syntax.Product p -> p.factors().stream().<Syntax>map(Syntax.Factor::value).toList();
      default -> List.of();
    };
  }

  private static List<Size> sizes(Expr whole) {
    return switch (whole.shape()) {
      case Shape.Scalar s -> List.of();
      case Shape.Vector v -> List.of(v.size());
      case Shape.Row r -> List.of(r.size());
      case Shape.Matrix m -> List.of(m.rows(), m.columns());
    };
  }

  /** What the scripts pick entries of: what stands in brackets, or the whole of that name. */
  private Optional<Expr> whole(Syntax.Scripted scripted) {
    if (scripted.base() instanceof Syntax.Group) {
      try {
        Context scratch = context.with(context.ledger().scratch());
        return Optional.of(new Formulas(scratch).expr(scripted.base()));
      } catch (Misread notReadable) {
        return Optional.empty();
      }
    }
    return Written.of(scripted)
        .filter(w -> w.sup().filter(s -> !(s instanceof Syntax.Numeral)).isEmpty())
        .filter(w -> !context.knows(w.primed(), 0) && !context.knows(w.primed(), 1))
        .filter(w -> !context.knows(w.primed(), 2))
        .flatMap(w -> new Wholes(context).boldOf(w).or(() -> matrix(w)));
  }

  /** The matrix A of entries a_{ij}, bold or not. */
  Optional<Expr> matrix(Written w) {
    String base = w.base().base();
    boolean small = base.matches("[a-z]") && w.base().font() == Font.PLAIN && w.primes() == 0;
    if (!small || w.base().bold() || !w.base().accents().isEmpty()) {
      return Optional.empty();
    }
    String capital = base.toUpperCase(Locale.ROOT);
    List<Expr> wholes = new ArrayList<>();
    for (boolean bold : List.of(true, false)) {
      Syntax.Name name = new Syntax.Name(capital, Font.PLAIN, bold, List.of(), w.span());
      new Wholes(context)
          .whole(name, w)
          .filter(whole -> whole.shape() instanceof Shape.Matrix)
          .ifPresent(wholes::add);
    }
    return wholes.size() == 1 || isSame(wholes) ? wholes.stream().findFirst() : Optional.empty();
  }

  /** Whether the bold matrix is only another name of the plain one. */
  private boolean isSame(List<Expr> wholes) {
    return wholes.size() == 2
        && context
            .definition(((Expr.Ref) wholes.getFirst()).name(), 0)
            .filter(d -> d.lambda().body().equals(wholes.getLast()))
            .isPresent();
  }

  /**
   * {@code x_i a_{ij} x_j}: letters that stand twice in every term that they stand in are summed
   * over by those who follow Einstein's convention, and run freely to others.
   *
   * @throws Misread if there is such a letter among those that nothing declares
   */
  static void refusePairs(Set<String> letters, List<Expr> sides, Span span) {
    for (String letter : letters) {
      Set<Integer> counts = new HashSet<>();
      sides.forEach(side -> terms(side).forEach(term -> counts.add(count(term, letter))));
      counts.remove(0);
      if (counts.equals(Set.of(2))) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            span,
            "the index " + letter + " stands twice in a term, so that it may be summed over",
            "write \\sum_" + letter + ", or " + letter + " = 1, \\dots, N in `let` if it is not");
      }
    }
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
