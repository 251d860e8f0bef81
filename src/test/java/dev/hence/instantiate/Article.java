package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.text.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The setting of the derivation that Hence was born from: x, x_j ∈ ℝ^d, y_j ∈ ℝ, i, j = 1, …, N, θ
 * ∈ ℝ^p, f(x; θ) ∈ ℝ, ℓ(y, u) ∈ ℝ, L = Σ_j ℓ(y_j, f(x_j; θ)), θ̇ = −∇_θ L.
 */
final class Article {
  static final Span HERE = new Span(10, 20);
  static final Shape D = Shape.vector(Size.named("d"));
  static final Shape P = Shape.vector(Size.named("p"));
  static final Expr N = new Expr.SizeOf(Size.named("N"));
  static final Expr ONE = number(1);
  static final Expr.Ref X = new Expr.Ref(new Name("x"), List.of(), D);
  static final Expr.Ref THETA = new Expr.Ref(new Name("\\theta"), List.of(), P);
  static final Expr.Ref T = new Expr.Ref(new Name("T"), List.of(), Shape.SCALAR);
  static final Expr LOSS = new Expr.Ref(new Name("L"), List.of(), Shape.SCALAR);
  static final Expr I = new Expr.Index("i");
  static final Expr J = new Expr.Index("j");
  static final Range TO_N = new Range(ONE, N);
  static final Scope SCOPE = scope();

  private Article() {}

  private static Scope scope() {
    Lambda loss = Lambda.constant(sum("j", TO_N, loss(y(J), f(x(J)))));
    Lambda flow = Lambda.constant(new Expr.Negate(new Expr.Derivative(LOSS, THETA)));
    return Scope.EMPTY
        .with(variable("x", D))
        .with(variable("x", D, "j"))
        .with(variable("y", Shape.SCALAR, "j"))
        .with(new Declaration.IndexRange("i", TO_N, HERE))
        .with(new Declaration.IndexRange("j", TO_N, HERE))
        .with(variable("\\theta", P))
        .with(function("f", Shape.SCALAR, slot("x", D), slot("\\theta", P)))
        .with(function("\\ell", Shape.SCALAR, slot("y", Shape.SCALAR), slot("u", Shape.SCALAR)))
        .with(new Definition(new Name("L"), loss, Shape.SCALAR, HERE))
        .with(new Dynamics(Map.of(new Name("\\theta"), flow), HERE));
  }

  static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }

  static Expr plus(Expr left, Expr right) {
    return new Expr.Add(List.of(left, right));
  }

  static Expr sum(String letter, Range range, Expr body) {
    return new Expr.Sum(false, letter, range, List.of(), body);
  }

  static Expr x(Expr index) {
    return new Expr.Ref(new Name("x"), List.of(index), D);
  }

  static Expr y(Expr index) {
    return new Expr.Ref(new Name("y"), List.of(index), Shape.SCALAR);
  }

  static Expr f(Expr input) {
    return call("f", Shape.SCALAR, input, THETA);
  }

  static Expr loss(Expr target, Expr output) {
    return call("\\ell", Shape.SCALAR, target, output);
  }

  static Expr call(String name, Shape shape, Expr... arguments) {
    return new Expr.Call(new Name(name), List.of(), List.of(arguments), List.of(), shape);
  }

  /** K_θ(x, x') = ⟨∇_θ f(x; θ), ∇_θ f(x'; θ)⟩, written out. */
  static Expr kernel(Expr first, Expr second) {
    return new Expr.Inner(
        new Expr.Derivative(f(first), THETA), new Expr.Derivative(f(second), THETA));
  }

  static Declaration.Variable variable(String name, Shape shape, String... indices) {
    return variable(name, shape, Domain.REALS, indices);
  }

  static Declaration.Variable variable(String name, Shape shape, Domain domain, String... indices) {
    return new Declaration.Variable(new Name(name), List.of(indices), shape, domain, false, HERE);
  }

  static Declaration.Function function(String name, Shape shape, Parameter... slots) {
    return new Declaration.Function(new Name(name), List.of(), List.of(slots), shape, HERE);
  }

  static Parameter slot(String name, Shape shape) {
    return new Parameter(new Name(name), shape);
  }

  /** Entries such as {@code f: linear, mlp(2, tanh)}; values are separated by a semicolon. */
  static Trial trying(String... entries) {
    LinkedHashMap<String, Trial.Entry> map = new LinkedHashMap<>();
    for (String entry : entries) {
      String[] sides = entry.split(":", 2);
      List<String> values =
          Arrays.stream(sides[1].split(";")).map(String::strip).filter(v -> !v.isEmpty()).toList();
      map.put(sides[0], new Trial.Entry(values, new Span(30, 40)));
    }
    return new Trial(map);
  }

  static Statement.Step step(Expr left, Expr right, String... entries) {
    return step(SCOPE, left, right, List.of(), entries);
  }

  static Statement.Step step(
      Scope scope, Expr left, Expr right, List<Condition> conditions, String... entries) {
    return new Statement.Step(
        "1",
        Optional.empty(),
        HERE,
        Kind.POINTWISE,
        Optional.empty(),
        left,
        Relation.EQUAL,
        right,
        conditions,
        scope,
        trying(entries),
        Expectation.HOLDS);
  }

  /** The step as one about the trajectory that ends at T. */
  static Statement.Step untilT(Statement.Step step) {
    return new Statement.Step(
        step.id(),
        step.label(),
        step.span(),
        Kind.TRAJECTORY,
        Optional.of(T.name()),
        step.left(),
        step.relation(),
        step.right(),
        step.conditions(),
        step.scope(),
        step.trial(),
        step.expected());
  }
}
