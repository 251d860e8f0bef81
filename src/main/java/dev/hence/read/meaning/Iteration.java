package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A step of an iteration: {@code x_{k+1} = E}, an equation that is linear in the newest iterate, or
 * {@code w \leftarrow E}. The newest iterate is a name of its own, x⁺, which the step defines; the
 * others are free.
 *
 * @param state the family of iterates, or what is assigned
 * @param place of the index that counts steps; empty for an assignment
 * @param letter that index
 * @param newest the shift of the newest iterate in the step: 1 for x_{k+1}
 * @param next what the step makes: the newest iterate, at the index of the newest less its shift
 */
record Iteration(Name state, OptionalInt place, String letter, int newest, Definition next) {

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
    return new Iteration(ref.name(), OptionalInt.empty(), "", 0, next);
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
    int place = place(newest).or(() -> steady(newest, right)).orElseThrow(() -> unclear(clause));
    Shifted shifted = Shifted.of(newest.indices().get(place)).orElseThrow();
    Expr value =
        left.equals(newest) && !Trees.any(right, newest::equals)
            ? right
            : new LinearPart(newest, clause.span()).solved(left, right);
    List<String> letters = letters(newest.indices(), clause);
    for (Expr.Ref ref : members(newest.name(), List.of(left, right))) {
      Expr index = ref.indices().get(place);
      boolean known =
          Shifted.number(index).isPresent()
              || Shifted.of(index).filter(s -> s.letter().equals(shifted.letter())).isPresent();
      if (!known) {
        throw unclear(clause);
      }
    }
    Definition next = next(newest.name(), letters, newest, value, clause);
    return new Iteration(
        newest.name(), OptionalInt.of(place), shifted.letter(), shifted.shift(), next);
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
    if (ahead.isEmpty() && left instanceof Expr.Ref ref && !ref.indices().isEmpty()) {
      return Optional.of(ref);
    }
    int most = ahead.stream().mapToInt(Iteration::shift).max().orElse(0);
    List<Expr.Ref> first = ahead.stream().filter(r -> shift(r) == most).toList();
    return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
  }

  private static int shift(Expr.Ref ref) {
    return Shifted.of(ref.indices().get(place(ref).orElseThrow())).orElseThrow().shift();
  }

  /** Which index of a member is a letter plus something, if one is. */
  private static Optional<Integer> place(Expr.Ref ref) {
    for (int k = 0; k < ref.indices().size(); k++) {
      if (Shifted.of(ref.indices().get(k)).filter(s -> s.shift() > 0).isPresent()) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  /**
   * Which index of the left side counts steps where none is a letter plus something: {@code m_t =
   * \beta m_{t-1} + g_t}. It is the only one, or the one whose letter stands less something on the
   * right.
   */
  private static Optional<Integer> steady(Expr.Ref left, Expr right) {
    List<Integer> letters =
        IntStream.range(0, left.indices().size())
            .filter(k -> left.indices().get(k) instanceof Expr.Index)
            .boxed()
            .toList();
    List<Integer> moving =
        letters.stream()
            .filter(k -> Trees.any(right, e -> isBefore(e, (Expr.Index) left.indices().get(k))))
            .toList();
    List<Integer> found = letters.size() == 1 && left.indices().size() == 1 ? letters : moving;
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isBefore(Expr member, Expr.Index letter) {
    return member instanceof Expr.Ref ref
        && ref.indices().stream()
            .flatMap(index -> Shifted.of(index).stream())
            .anyMatch(s -> s.shift() < 0 && s.letter().equals(letter.letter()));
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

  /** Whether a node is one of its iterates. */
  boolean isMember(Expr node) {
    return place.isPresent()
        && node instanceof Expr.Ref r
        && r.name().equals(state)
        && r.indices().size() == next.lambda().indices().size();
  }

  /** The index of one of its iterates that counts steps. */
  Expr index(Expr.Ref member) {
    return member.indices().get(place.orElseThrow());
  }

  /** The same, where some names have the values that steps before it assign. */
  Iteration after(List<Iteration> before) {
    if (place.isPresent()) {
      return this;
    }
    Expr body = next.lambda().body();
    for (Iteration other : before) {
      body = Trees.map(body, e -> other.assigned(e).orElse(e));
    }
    Lambda lambda = new Lambda(next.lambda().indices(), next.lambda().parameters(), body);
    Definition later = new Definition(next.name(), lambda, next.shape(), next.span());
    return new Iteration(state, place, letter, newest, later);
  }

  /** The new value of what is assigned. */
  Optional<Expr> assigned(Expr left) {
    if (left instanceof Expr.Entry e) {
      return assigned(e.body()).map(whole -> new Expr.Entry(whole, e.indices()));
    }
    return place.isEmpty() && left instanceof Expr.Ref r && r.name().equals(state)
        ? Optional.of(new Expr.Ref(next.name(), r.indices(), r.shape()))
        : Optional.empty();
  }
}
