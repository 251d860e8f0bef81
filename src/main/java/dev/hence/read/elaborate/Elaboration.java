package dev.hence.read.elaborate;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads whole statements: finds out all types, goes through all choices, makes expressions. */
public final class Elaboration {
  /** More ways to decide than anyone would go through. */
  private static final int MOST_WAYS = 32;

  private static final UnicodePrinter PRINTER = new UnicodePrinter(Notation.UNKNOWN);

  /** Two sides of a relation. */
  public record Sides(Expr left, Expr right) {}

  /**
   * Two sides that are compared in a limit.
   *
   * @param approach empty where it was refused
   */
  public record Approached(Sides sides, Optional<Approach> approach) {}

  /** A value, and what it is elsewhere, in the scope in which elsewhere is declared. */
  public record Independent(Sides sides, Scope scope) {}

  private Elaboration() {}

  /** Two sides that are compared. */
  public static Outcome<Sides> sides(Tree left, Tree right, Context context) {
    Context inside = context.beside(List.of(left, right));
    return run(elaborator -> compared(elaborator, left, right, inside), Elaboration::text);
  }

  private static Task<Sides> compared(
      Elaborator elaborator, Tree left, Tree right, Context context) {
    Typed a = elaborator.read(left, context);
    Typed b = elaborator.read(right, context);
    Fitting fitting = new Fitting(elaborator.inference());
    boolean zero = a.form() instanceof Form.Numeral n && n.isZero();
    Typed fitted = zero ? b : fitting.fit(b, a.type(), right.span(), Refusal.Where.CLAIM);
    Typed first = fitting.fit(a, fitted.type(), left.span(), Refusal.Where.CLAIM);
    return new Task<>(
        List.of(),
        build -> {
          Sides sides = new Sides(first.draft().build(build), fitted.draft().build(build));
          Captures captures = new Captures(context);
          captures.refusal(sides.left(), left.span()).ifPresent(build::refuse);
          captures.refusal(sides.right(), right.span()).ifPresent(build::refuse);
          return sides;
        });
  }

  /**
   * Two sides that are compared in a limit.
   *
   * @param said where letters are said to go, besides what the limit says itself
   * @param span of the statement
   */
  public static Outcome<Approached> approached(
      Limit limit, List<Tendency> said, Context context, Span span) {
    Context inside =
        context.beside(limit.parts()).withInstants(Approaches.instants(limit, said, context));
    return run(
        elaborator -> new Approaches(elaborator, inside).task(limit, said, span),
        a -> text(a.sides()));
  }

  /** That a value does not depend on something. */
  public static Outcome<Independent> independent(Tree value, Tree by, Context context) {
    return run(
        elaborator -> new Independence(elaborator, context).task(value, by), i -> text(i.sides()));
  }

  /** Whether a side depends on a letter that is said to go somewhere. */
  public static boolean concerns(Limit limit, List<Tendency> said, Context context) {
    return said.stream()
        .anyMatch(
            t ->
                run(elaborator -> new Approaches(elaborator, context).dependence(limit, t), d -> "")
                        instanceof Outcome.Read<Boolean> r
                    && r.value());
  }

  private static String text(Sides sides) {
    return PRINTER.print(sides.left()) + " and " + PRINTER.print(sides.right());
  }

  /** The relations of a chain that restricts something. */
  public static Outcome<List<Condition>> conditions(Tree chain, Context context) {
    if (!(chain instanceof Tree.Joined joined) || !Pieces.isChain(chain)) {
      return new Outcome.Refused<>(
          List.of(new Refusal.NoMeaning(chain.span(), "a condition without a relation")));
    }
    return run(
        elaborator -> {
          List<Conditions.Pending> all = new Conditions(elaborator, context).chain(joined);
          return new Task<>(List.of(), build -> all.stream().map(c -> c.build(build)).toList());
        },
        Object::toString);
  }

  /** What a formula gives to a name; the name's arguments are of the types that it forces. */
  public static Outcome<Definition> definition(LeftSide left, Tree right, Context context) {
    return run(
        elaborator -> new Defining(elaborator, left, right, context).task(),
        d -> PRINTER.print(d.lambda().body()));
  }

  /** One formula of a known shape. */
  public static Outcome<Expr> value(Tree tree, Shape shape, Context context) {
    return run(
        elaborator -> {
          Typed read = elaborator.read(tree, context);
          Typed fitted =
              new Fitting(elaborator.inference())
                  .fit(read, Tensors.of(shape), tree.span(), Refusal.Where.CLAIM);
          return new Task<>(List.of(), build -> fitted.draft().build(build));
        },
        PRINTER::print);
  }

  /** Anything else that is made in one way. */
  static <T> Outcome<T> made(Function<Elaborator, Task<T>> reading) {
    return run(reading, Object::toString);
  }

  // All ways to decide

  private static <T> Outcome<T> run(
      Function<Elaborator, Task<T>> reading, Function<T, String> text) {
    Decisions decisions = new Decisions();
    Map<T, Outcome.Read<T>> read = new LinkedHashMap<>();
    List<Refusal> refused = new ArrayList<>();
    int ways = 0;
    boolean more = true;
    while (more && ways++ < MOST_WAYS) {
      decisions.restart();
      Inference inference = new Inference();
      Optional<T> value = value(reading, inference, decisions);
      value.ifPresent(
          v -> read.put(v, new Outcome.Read<>(v, inferred(inference), inference.notes())));
      if (refused.isEmpty()) {
        refused.addAll(inference.refusals());
      }
      more = decisions.advance();
    }
    if (read.size() > 1) {
      List<String> readings = read.keySet().stream().map(text).distinct().toList();
      Tree doubted = decisions.met().orElseThrow();
      return new Outcome.Refused<>(
          List.of(new Refusal.Several(doubted.span(), decisions.doubt(), readings)));
    }
    return read.isEmpty() ? new Outcome.Refused<>(refused) : read.values().iterator().next();
  }

  private static <T> Optional<T> value(
      Function<Elaborator, Task<T>> reading, Inference inference, Decisions decisions) {
    Task<T> task = reading.apply(new Elaborator(inference, decisions));
    if (inference.refusals().isEmpty()) {
      inference.finish(task.open());
    }
    if (!inference.refusals().isEmpty()) {
      return Optional.empty();
    }
    T value = task.make().apply(new Build(inference));
    return inference.refusals().isEmpty() ? Optional.of(value) : Optional.empty();
  }

  private static List<Declaration.Variable> inferred(Inference inference) {
    List<Declaration.Variable> all = new ArrayList<>();
    for (Map.Entry<Name, Inference.Undeclared> e : inference.undeclared().entrySet()) {
      Type type = inference.known(e.getValue().type());
      Tensors.shape(type)
          .map(shape -> variable(e.getKey(), shape, e.getValue()))
          .ifPresent(all::add);
    }
    return all;
  }

  private static Declaration.Variable variable(
      Name name, Shape shape, Inference.Undeclared undeclared) {
    return new Declaration.Variable(name, List.of(), shape, Domain.REALS, true, undeclared.span());
  }
}
