package dev.hence.read.iteration;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
public record Step(Name state, OptionalInt place, String letter, int newest, Definition next) {
  /** What an equation says of iterates. */
  public sealed interface Outcome {
    /** What the step makes. */
    record Made(Step step) implements Outcome {}

    /** It is no equation for one newest iterate. */
    record Unclear() implements Outcome {}

    /** It cannot be solved for the newest iterate. */
    record NotLinear() implements Outcome {}
  }

  /** The step that assigns a value to a name. */
  public static Outcome assignment(Expr left, Expr right, Span span) {
    return left instanceof Expr.Ref ref
        ? made(ref, OptionalInt.empty(), "", 0, right, span)
        : new Outcome.Unclear();
  }

  private static Outcome made(
      Expr.Ref like, OptionalInt place, String letter, int newest, Expr value, Span span) {
    List<String> letters = new ArrayList<>();
    for (Expr index : like.indices()) {
      Optional<Shifted> shifted = Shifted.of(index);
      if (shifted.isEmpty()) {
        return new Outcome.Unclear();
      }
      letters.add(shifted.get().letter());
    }
    Lambda lambda = new Lambda(letters, List.of(), value);
    Definition next = new Definition(next(like.name()), lambda, like.shape(), span);
    return new Outcome.Made(new Step(like.name(), place, letter, newest, next));
  }

  /** The name of the newest iterate. */
  public static Name next(Name state) {
    return state.next();
  }

  /** The step of an equation: solved for the newest iterate, where it is not already. */
  public static Outcome equation(Expr left, Expr right, Span span) {
    Optional<Expr.Ref> newest = newest(left, right);
    Optional<Integer> place = newest.flatMap(n -> place(n).or(() -> steady(n, right)));
    if (place.isEmpty()) {
      return new Outcome.Unclear();
    }
    Expr.Ref ref = newest.get();
    Shifted shifted = Shifted.of(ref.indices().get(place.get())).orElseThrow();
    Optional<Expr> value =
        left.equals(ref) && !Trees.any(right, ref::equals)
            ? Optional.of(right)
            : new LinearEquation(ref).solved(left, right);
    boolean known =
        members(ref.name(), List.of(left, right)).stream()
            .map(r -> r.indices().get(place.get()))
            .allMatch(index -> isKnown(index, shifted.letter()));
    if (value.isEmpty()) {
      return new Outcome.NotLinear();
    }
    return known
        ? made(
            ref, OptionalInt.of(place.get()), shifted.letter(), shifted.shift(), value.get(), span)
        : new Outcome.Unclear();
  }

  private static boolean isKnown(Expr index, String letter) {
    return Shifted.number(index).isPresent()
        || Shifted.of(index).filter(s -> s.letter().equals(letter)).isPresent();
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
    int most = ahead.stream().mapToInt(Step::shift).max().orElse(0);
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
  public boolean isMember(Expr node) {
    return place.isPresent()
        && node instanceof Expr.Ref r
        && r.name().equals(state)
        && r.indices().size() == next.lambda().indices().size();
  }

  /** The index of one of its iterates that counts steps. */
  public Expr index(Expr.Ref member) {
    return member.indices().get(place.orElseThrow());
  }

  /** The same, where some names have the values that steps before it assign. */
  public Step after(List<Step> before) {
    if (place.isPresent()) {
      return this;
    }
    Expr body = next.lambda().body();
    for (Step other : before) {
      body = Trees.map(body, e -> other.assigned(e).orElse(e));
    }
    Lambda lambda = new Lambda(next.lambda().indices(), next.lambda().parameters(), body);
    Definition later = new Definition(next.name(), lambda, next.shape(), next.span());
    return new Step(state, place, letter, newest, later);
  }

  /** The new value of what is assigned. */
  public Optional<Expr> assigned(Expr left) {
    if (left instanceof Expr.Entry e) {
      return assigned(e.body()).map(whole -> new Expr.Entry(whole, e.indices()));
    }
    return place.isEmpty() && left instanceof Expr.Ref r && r.name().equals(state)
        ? Optional.of(new Expr.Ref(next.name(), r.indices(), r.shape()))
        : Optional.empty();
  }
}
