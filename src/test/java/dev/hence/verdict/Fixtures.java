package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Expressions, steps and instances, written by hand. */
public final class Fixtures {
  public static final Span NOWHERE = new Span(0, 0);
  public static final Name T = new Name("T");
  public static final Expr END = new Expr.Ref(T, List.of(), Shape.SCALAR);

  private Fixtures() {}

  // Expressions

  public static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }

  public static Expr number(long numerator, long denominator) {
    return new Expr.Literal(Rational.of(numerator, denominator));
  }

  public static Expr.Ref variable(String name) {
    return new Expr.Ref(new Name(name), List.of(), Shape.SCALAR);
  }

  public static Expr.Ref variable(String name, Shape shape) {
    return new Expr.Ref(new Name(name), List.of(), shape);
  }

  public static Expr.Ref member(String name, String letter) {
    return new Expr.Ref(new Name(name), List.of(new Expr.Index(letter)), Shape.SCALAR);
  }

  public static Expr sum(Expr... terms) {
    return new Expr.Add(List.of(terms));
  }

  public static Expr minus(Expr left, Expr right) {
    return new Expr.Add(List.of(left, new Expr.Negate(right)));
  }

  public static Expr negative(Expr body) {
    return new Expr.Negate(body);
  }

  public static Expr times(Expr left, Expr right) {
    return new Expr.Multiply(left, right);
  }

  public static Expr over(Expr numerator, Expr denominator) {
    return new Expr.Divide(numerator, denominator);
  }

  public static Expr power(Expr base, int exponent) {
    return new Expr.Power(base, number(exponent));
  }

  public static Expr apply(ElementaryFunction function, Expr argument) {
    return new Expr.Apply(function, argument);
  }

  public static Expr sumOver(String letter, Expr body) {
    return new Expr.Sum(false, letter, range(), List.of(), body);
  }

  /** From 1 to N. */
  public static Range range() {
    return new Range(number(1), new Expr.SizeOf(Size.named("N")));
  }

  public static Expr derivative(Expr body, Expr.Ref variable) {
    return new Expr.Derivative(body, variable);
  }

  public static Expr dt(Expr body) {
    return new Expr.TimeDerivative(body);
  }

  public static Expr atStart(Expr body) {
    return new Expr.At(body, number(0));
  }

  public static Expr atEnd(Expr body) {
    return new Expr.At(body, END);
  }

  /** The integral along the trajectory from 0 to T. */
  public static Expr integral(Expr body) {
    Name t = new Name("t");
    return new Expr.Integral(
        t, number(0), END, new Expr.At(body, new Expr.Ref(t, List.of(), Shape.SCALAR)));
  }

  public static Domain.Interval interval(long lower, long upper) {
    return new Domain.Interval(
        Optional.of(Rational.of(lower)), true, Optional.of(Rational.of(upper)), true);
  }

  /** A step that is being put together, with the one instance on which it is tried. */
  public static final class Claim {
    private final Expr left;
    private final Relation relation;
    private final Expr right;
    private Kind kind = Kind.POINTWISE;
    private Scope scope = Scope.EMPTY;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Lambda> definitions = new HashMap<>();
    private final Map<Name, Lambda> velocities = new HashMap<>();
    private final List<Instance.Choice> choices = new ArrayList<>();
    private Optional<Name> horizon = Optional.empty();
    private List<SortedMap<String, Integer>> assignments = List.of(new TreeMap<>());

    private Claim(Expr left, Relation relation, Expr right) {
      this.left = left;
      this.relation = relation;
      this.right = right;
    }

    public Claim declare(String name, Domain domain) {
      return declare(name, Shape.SCALAR, domain);
    }

    public Claim declare(String name, Shape shape, Domain domain) {
      scope =
          scope.with(
              new Declaration.Variable(new Name(name), List.of(), shape, domain, false, NOWHERE));
      return this;
    }

    public Claim assume(Expr a, Relation r, Expr b) {
      scope = scope.assuming(new Condition(a, r, b));
      return this;
    }

    public Claim where(Expr a, Relation r, Expr b) {
      conditions.add(new Condition(a, r, b));
      return this;
    }

    public Claim size(String name, int value) {
      sizes.put(name, value);
      return this;
    }

    public Claim ranged(String letter, Range range) {
      scope = scope.with(new Declaration.IndexRange(letter, range, NOWHERE));
      return this;
    }

    public Claim define(String name, Expr body) {
      definitions.put(new Name(name).key(0), Lambda.constant(body));
      return this;
    }

    public Claim define(String name, List<Parameter> parameters, Expr body) {
      definitions.put(new Name(name).key(0), new Lambda(List.of(), parameters, body));
      return this;
    }

    public Claim moves(String state, Expr velocity) {
      velocities.put(new Name(state), Lambda.constant(velocity));
      return this;
    }

    /** A statement about the trajectory from 0 to T. */
    public Claim alongTrajectory() {
      kind = Kind.TRAJECTORY;
      horizon = Optional.of(T);
      return this;
    }

    public Claim forEach(String letter, int upTo) {
      List<SortedMap<String, Integer>> all = new ArrayList<>();
      for (int value = 1; value <= upTo; value++) {
        all.add(Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(letter, value))));
      }
      assignments = all;
      return this;
    }

    public Claim choice(String name, String value) {
      choices.add(new Instance.Choice(name, value));
      return this;
    }

    public Statement.Step step() {
      return new Statement.Step(
          "1",
          Optional.empty(),
          NOWHERE,
          kind,
          horizon,
          left,
          relation,
          right,
          conditions,
          scope,
          Trial.EMPTY,
          Expectation.HOLDS);
    }

    public Instance instance() {
      return new Instance(
          step(),
          new Interpretation(sizes, definitions, velocities, horizon),
          choices,
          assignments);
    }
  }

  public static Claim claim(Expr left, Relation relation, Expr right) {
    return new Claim(left, relation, right);
  }

  public static Claim equation(Expr left, Expr right) {
    return new Claim(left, Relation.EQUAL, right);
  }
}
