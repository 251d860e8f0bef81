package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A step of an iteration: {@code x_{k+1} = E}, an equation that is linear in the newest iterate, or
 * {@code w \leftarrow E}. The newest iterate is a name of its own, x⁺, which the step defines; the
 * others are free.
 *
 * @param state the family of iterates, or what is assigned
 * @param place of the index that counts steps; empty for an assignment
 * @param letter that index
 * @param oldest how far before the newest the oldest iterate of the step lies
 * @param next what the step makes: the newest iterate, at the index of the newest less its shift
 * @param newest the shift of the newest iterate in the step: 1 for x_{k+1}
 */
record Iteration(
    Name state, OptionalInt place, String letter, int newest, int oldest, Definition next) {

  /**
   * Reads a step.
   *
   * @throws Misread if it cannot be solved for one newest iterate
   */
  static Iteration of(Clause clause, Context context) {
    if (clause.first().isEmpty() || clause.links().size() != 1) {
      throw unclear(clause);
    }
    Syntax.Link link = clause.links().getFirst();
    return switch (link.relation()) {
      case ASSIGNED -> assignment(clause, link, context);
      case EQUAL, DEFINES -> equation(clause, link, context);
      default -> throw unclear(clause);
    };
  }

  private static Misread unclear(Clause clause) {
    return new Misread(
        ProblemId.HEADER_BAD_ENTRY,
        clause.span(),
        "a step must be one equation for the newest iterate",
        "write x_{k+1} = … or w \\leftarrow …");
  }

  private static Iteration assignment(Clause clause, Syntax.Link link, Context context) {
    Expr left = new Formulas(context).expr(clause.first().orElseThrow());
    if (!(left instanceof Expr.Ref ref)) {
      throw unclear(clause);
    }
    Expr right = new Formulas(context).expr(link.operand());
    Definition next = next(ref.name(), letters(ref.indices(), clause), ref, right, clause);
    return new Iteration(ref.name(), OptionalInt.empty(), "", 0, 0, next);
  }

  private static Definition next(
      Name state, List<String> letters, Expr.Ref like, Expr value, Clause clause) {
    Expr fitted = Shapes.fitted(value, like.shape());
    Shapes.requireSame(like, fitted, "a step", clause.span());
    return new Definition(
        next(state), new Lambda(letters, List.of(), fitted), like.shape(), clause.span());
  }

  /** The name of the newest iterate. */
  static Name next(Name state) {
    String latex = state.latex();
    int open =
        Stream.of("^{()}", "^{[]}", "^{}").anyMatch(latex::endsWith)
            ? latex.lastIndexOf("^{")
            : latex.length();
    return new Name(latex.substring(0, open) + "^{+}" + latex.substring(open));
  }

  private static List<String> letters(List<Expr> indices, Clause clause) {
    List<String> letters = new ArrayList<>();
    for (Expr index : indices) {
      Shifted shifted = Shifted.of(index).orElseThrow(() -> unclear(clause));
      letters.add(shifted.letter());
    }
    return letters;
  }

  private static Iteration equation(Clause clause, Syntax.Link link, Context context) {
    Formulas formulas = new Formulas(context);
    Expr left = formulas.expr(clause.first().orElseThrow());
    Expr right = formulas.expr(link.operand());
    Expr.Ref newest = newest(left, right).orElseThrow(() -> unclear(clause));
    int place = place(newest).orElseThrow();
    Shifted shifted = Shifted.of(newest.indices().get(place)).orElseThrow();
    Expr value =
        left.equals(newest) && !Trees.any(right, newest::equals)
            ? right
            : new LinearPart(newest, clause.span()).solved(left, right);
    List<String> letters = letters(newest.indices(), clause);
    int oldest = shifted.shift();
    for (Expr.Ref ref : members(newest.name(), List.of(left, right))) {
      Shifted other =
          Shifted.of(ref.indices().get(place))
              .filter(s -> s.letter().equals(shifted.letter()))
              .orElseThrow(() -> unclear(clause));
      oldest = Math.min(oldest, other.shift());
    }
    Definition next = next(newest.name(), letters, newest, value, clause);
    context
        .ledger()
        .note(
            next.name().latex()
                + "_{"
                + String.join(" ", letters)
                + "} stands for the newest iterate of the step of "
                + newest.name().latex());
    return new Iteration(
        newest.name(),
        OptionalInt.of(place),
        shifted.letter(),
        shifted.shift(),
        shifted.shift() - oldest,
        next);
  }

  /** The member with the greatest shift; the left side, if it is one. */
  private static Optional<Expr.Ref> newest(Expr left, Expr right) {
    if (left instanceof Expr.Ref ref && place(ref).isPresent()) {
      return Optional.of(ref);
    }
    List<Expr.Ref> ahead =
        members(List.of(left, right)).stream()
            .filter(r -> place(r).isPresent())
            .distinct()
            .toList();
    int most = ahead.stream().mapToInt(Iteration::shift).max().orElse(0);
    List<Expr.Ref> first = ahead.stream().filter(r -> shift(r) == most).toList();
    return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
  }

  private static int shift(Expr.Ref ref) {
    return Shifted.of(ref.indices().get(place(ref).orElseThrow())).orElseThrow().shift();
  }

  /** Which index of a member is a letter plus something, if one is. */
  private static OptionalInt place(Expr.Ref ref) {
    for (int k = 0; k < ref.indices().size(); k++) {
      if (Shifted.of(ref.indices().get(k)).filter(s -> s.shift() > 0).isPresent()) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  private static List<Expr.Ref> members(List<Expr> exprs) {
    List<Expr.Ref> members = new ArrayList<>();
    for (Expr expr : exprs) {
      Trees.walk(
          expr,
          e -> {
            if (e instanceof Expr.Ref r && !r.indices().isEmpty()) {
              members.add(r);
            }
          });
    }
    return members;
  }

  static List<Expr.Ref> members(Name name, List<Expr> exprs) {
    return members(exprs).stream().filter(r -> r.name().equals(name)).toList();
  }

  /** The new value of what is assigned. */
  Optional<Expr> assigned(Expr left) {
    return place.isEmpty() && left instanceof Expr.Ref r && r.name().equals(state)
        ? Optional.of(new Expr.Ref(next.name(), r.indices(), r.shape()))
        : Optional.empty();
  }

  /** An index that is a letter plus a number. */
  record Shifted(String letter, int shift) {
    static Optional<Shifted> of(Expr index) {
      return switch (index) {
        case Expr.Index i -> Optional.of(new Shifted(i.letter(), 0));
        case Expr.Add a
            when a.terms().size() == 2 && a.terms().getFirst() instanceof Expr.Index i ->
            number(a.terms().getLast()).map(n -> new Shifted(i.letter(), n));
        default -> Optional.empty();
      };
    }

    private static Optional<Integer> number(Expr expr) {
      return switch (expr) {
        case Expr.Literal l when isSmall(l.value()) -> Optional.of(l.value().intValueExact());
        case Expr.Negate n -> number(n.body()).map(k -> -k);
        default -> Optional.empty();
      };
    }

    private static boolean isSmall(Rational value) {
      return value.isInteger() && value.numerator().bitLength() < 8;
    }

    /** The index so much further on. */
    Expr plus(int more) {
      int all = shift + more;
      Expr index = new Expr.Index(letter);
      return all == 0
          ? index
          : new Expr.Add(
              List.of(
                  index,
                  all > 0
                      ? new Expr.Literal(Rational.of(all))
                      : new Expr.Negate(new Expr.Literal(Rational.of(-all)))));
    }
  }
}
