package dev.hence.read.elaborate;

import dev.hence.claim.Approach;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration.Approached;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Goings.Going;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is claimed of a limit: two sides, what goes where, and what is measured by. */
final class Approaches {
  private static final Typed ZERO = Typed.number(Rational.ZERO);

  /** A tendency of which the letter and the value are typed. */
  private record Pending(Tendency said, Typed parameter, Optional<Typed> value) {}

  private final Reading reading;
  private final Context context;
  private final Goings goings;

  Approaches(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
    this.goings = new Goings(context.scope());
  }

  /**
   * The task of reading a limit.
   *
   * @param said where letters are said to go, besides what the limit says itself
   * @param span of the statement
   */
  Task<Approached> task(Limit limit, List<Tendency> said, Span span) {
    Optional<Boolean> infinite = limit.right().flatMap(Tendency::infinite);
    Fitting fitting = new Fitting(reading.inference());
    Typed left = unbounded(side(limit.left()), infinite, span);
    Typed right = infinite.isPresent() ? ZERO : side(limit.right());
    Typed b = fitting.fit(right, left.type(), span, Refusal.Where.CLAIM);
    Typed a = fitting.fit(left, b.type(), span, Refusal.Where.CLAIM);
    List<Typed> gauges = numbers(limit.gauges());
    List<Typed> remainders = numbers(limit.remainders());
    boolean own = !limit.own().isEmpty();
    List<Pending> all =
        (own ? limit.own() : concerned(said, limit)).stream().map(this::typed).toList();
    return new Task<>(
        List.of(),
        build -> {
          Sides sides = new Sides(a.draft().build(build), b.draft().build(build));
          List<Going> went = all.stream().flatMap(p -> going(p, build).stream()).toList();
          List<Expr> sizes = gauges.stream().map(g -> g.draft().build(build)).toList();
          List<Expr> open = remainders.stream().map(g -> g.draft().build(build)).toList();
          List<Expr> both = List.of(sides.left(), sides.right());
          Optional<Going> going = own ? only(went) : goings.chosen(went, sizes, both);
          if (going.isEmpty()) {
            build.refuse(unclear(span));
            return new Approached(sides, Optional.empty());
          }
          refuseOutside(limit, going.get(), both, build, span);
          return new Approached(sides, Optional.of(approach(limit, going.get(), sizes, open)));
        });
  }

  /** The letters that go somewhere, or measure: the state may stand at them. */
  static Set<Name> instants(Limit limit, List<Tendency> said, Context context) {
    return Stream.of(limit.gauges(), parameters(limit.own()), parameters(said))
        .flatMap(List::stream)
        .flatMap(t -> Names.in(t).stream())
        .flatMap(t -> ScriptedName.of(t).stream())
        .map(n -> n.labelledLow().orElse(n.name()))
        .filter(n -> context.moves() && !context.scope().isState(n))
        .filter(n -> context.variable(n, 0).filter(v -> v.shape().isScalar()).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Tree> parameters(List<Tendency> said) {
    return said.stream().map(Tendency::parameter).toList();
  }

  /** The task of finding out whether a side depends on what is said to go somewhere. */
  Task<Boolean> dependence(Limit limit, Tendency said) {
    Typed parameter = reading.read(said.parameter(), context);
    List<Typed> sides = limit.parts().stream().map(t -> reading.read(t, context)).toList();
    return new Task<>(
        List.of(),
        build -> {
          Expr letter = parameter.draft().build(build);
          return letter instanceof Expr.Ref r
              && sides.stream().anyMatch(s -> goings.depends(s.draft().build(build), r));
        });
  }

  private static Approach approach(Limit limit, Going going, List<Expr> sizes, List<Expr> open) {
    return new Approach(
        going.parameter(),
        going.target(),
        limit.strength(),
        sizes.isEmpty() ? new Expr.Literal(Rational.ONE) : sum(sizes),
        open.isEmpty() ? Optional.empty() : Optional.of(sum(open)));
  }

  private static Expr sum(List<Expr> terms) {
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  private Typed side(Optional<Tree> side) {
    return side.map(s -> reading.read(s, context)).orElse(ZERO);
  }

  private List<Typed> numbers(List<Tree> trees) {
    List<Typed> all = new ArrayList<>();
    for (Tree tree : trees) {
      Typed number = reading.read(tree, context);
      reading.inference().same(number.type(), Type.real(), tree.span(), Refusal.Where.NUMBER);
      all.add(number);
    }
    return all;
  }

  /** That A goes to ∞ says that exp(−A) goes to 0, and the other way round. */
  private Typed unbounded(Typed side, Optional<Boolean> infinite, Span span) {
    if (infinite.isEmpty()) {
      return side;
    }
    reading.inference().same(side.type(), Type.real(), span, Refusal.Where.NUMBER);
    return Typed.of(
        Type.real(),
        build -> {
          Expr value = side.draft().build(build);
          Expr decays = infinite.get() ? new Expr.Negate(value) : value;
          return new Expr.Apply(ElementaryFunction.EXP, decays);
        });
  }

  // What goes where

  /** What is said of letters that nothing here speaks of, and that nothing declares, is passed. */
  private List<Tendency> concerned(List<Tendency> said, Limit limit) {
    Set<String> written = new java.util.HashSet<>();
    limit.parts().forEach(t -> written.addAll(Names.heads(t)));
    return said.stream()
        .filter(
            t ->
                Names.headOf(t.parameter()).filter(written::contains).isPresent()
                    || ScriptedName.of(t.parameter())
                        .filter(n -> context.knows(n.name(), 0))
                        .isPresent())
        .toList();
  }

  private Pending typed(Tendency said) {
    Typed parameter = reading.read(said.parameter(), context);
    return switch (said.aim()) {
      case Tendency.Aim.Infinity i -> {
        reading.inference().same(parameter.type(), Type.real(), said.span(), Refusal.Where.NUMBER);
        yield new Pending(said, parameter, Optional.empty());
      }
      case Tendency.Aim.Zero z -> fitted(said, parameter, ZERO);
      case Tendency.Aim.Value v -> fitted(said, parameter, reading.read(v.written(), context));
    };
  }

  private Pending fitted(Tendency said, Typed parameter, Typed value) {
    Fitting fitting = new Fitting(reading.inference());
    Typed fitted = fitting.fit(value, parameter.type(), said.span(), Refusal.Where.CONDITION);
    return new Pending(said, parameter, Optional.of(fitted));
  }

  private Optional<Going> going(Pending pending, Build build) {
    Expr parameter = pending.parameter().draft().build(build);
    boolean letter =
        parameter instanceof Expr.Ref r
            && r.indices().isEmpty()
            && context.scope().definition(r).isEmpty();
    if (!letter) {
      build.refuse(new Refusal.NoMeaning(pending.said().span(), "a limit of what is no letter"));
      return Optional.empty();
    }
    Expr.Ref ref = (Expr.Ref) parameter;
    return Optional.of(
        switch (pending.said().aim()) {
          case Tendency.Aim.Infinity i -> new Going(ref, new Approach.Infinity(i.positive()));
          case Tendency.Aim.Zero z -> toValue(pending, ref, build);
          case Tendency.Aim.Value v -> toValue(pending, ref, build);
        });
  }

  private Going toValue(Pending pending, Expr.Ref letter, Build build) {
    Expr value = pending.value().orElseThrow().draft().build(build);
    if (goings.depends(value, letter)) {
      build.refuse(new Refusal.NoMeaning(pending.said().span(), "a letter that goes to itself"));
    }
    return new Going(letter, goings.value(letter, value, pending.said().side()));
  }

  /** Limits on both sides are taken in the same letter to the same place. */
  private static Optional<Going> only(List<Going> went) {
    return went.stream().distinct().count() == 1 ? Optional.of(went.getFirst()) : Optional.empty();
  }

  private static Refusal unclear(Span span) {
    return new Refusal.Unparsed(
        span, ProblemId.AMBIGUOUS, "Nothing says which letter goes where in this limit.");
  }

  /** {@code \lim_{x \to 0} x^2 = x} speaks of a letter on the right that only the limit binds. */
  private void refuseOutside(Limit limit, Going going, List<Expr> sides, Build build, Span span) {
    if (limit.outside().stream().anyMatch(k -> goings.depends(sides.get(k), going.parameter()))) {
      build.refuse(
          new Refusal.NoMeaning(span, "a letter that goes somewhere and stands outside of it"));
    }
  }
}
