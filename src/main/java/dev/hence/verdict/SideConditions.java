package dev.hence.verdict;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.eval.Integers;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.expr.WrittenNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Under what both sides of a step are defined, in the author's own terms: every denominator,
 * logarithm, root and inverse, also of the definitions that the step uses, and the kinks at which a
 * derivative is not taken. What its form alone shows to hold is left out.
 */
final class SideConditions {
  private static final int MOST = 12;
  private static final int DEEPEST = 20;

  private final Scope scope;
  private final Signs signs;
  private final UnicodePrinter printer;
  private final SequencedSet<Condition> found;

  /** What was left out, for it holds by its form. */
  private final SequencedSet<Condition> shown;

  /** What a definition that is used asks for: it restricts every step that uses its name. */
  private final SequencedSet<Condition> defined;

  private final Map<Expr, String> between;

  /** The integrals that bind variables, their ends seen from outside. */
  private final Map<Expr, Expr.Integral> ends;

  /** Whether what is gone through stands in a definition. */
  private boolean defining;

  /** The bound indices around that run over positive numbers. */
  private final Set<String> counted = new HashSet<>();

  private final Optional<Approach> approach;

  private SideConditions(Scope scope, Optional<Approach> approach) {
    this.scope = scope;
    this.approach = approach;
    this.signs = new Signs(scope);
    this.printer = new UnicodePrinter(new ScopeNotation(scope));
    this.found = new LinkedHashSet<>();
    this.shown = new LinkedHashSet<>();
    this.defined = new LinkedHashSet<>();
    this.between = new HashMap<>();
    this.ends = new HashMap<>();
  }

  /** Collects into the same, where a letter runs through a range. */
  private SideConditions(SideConditions outside, String letter, Range range) {
    this.scope = outside.scope;
    this.approach = outside.approach;
    this.signs = outside.signs.with(letter, range);
    this.printer = outside.printer;
    this.found = outside.found;
    this.shown = outside.shown;
    this.defined = outside.defined;
    this.between = outside.between;
    this.ends = outside.ends;
    this.defining = outside.defining;
  }

  static List<String> of(Statement.Step step) {
    return collected(step).simplified(step).stream().limit(MOST).toList();
  }

  private static SideConditions collected(Statement.Step step) {
    SideConditions conditions = new SideConditions(step.scope(), step.approach());
    conditions.collect(step.left(), UnaryOperator.identity(), false, Set.of());
    conditions.collect(step.right(), UnaryOperator.identity(), false, Set.of());
    return conditions;
  }

  /**
   * What only the right side of a step asks for, in its own formula, and what neither follows from
   * all that is said, by its form, nor fails at single points only: in the author's terms.
   */
  static List<String> owed(Statement.Step step) {
    if (step.approach().isPresent()) {
      return List.of();
    }
    SideConditions left = new SideConditions(step.scope(), step.approach());
    left.collect(step.left(), UnaryOperator.identity(), false, Set.of());
    SideConditions right = new SideConditions(step.scope(), step.approach());
    right.collect(step.right(), UnaryOperator.identity(), false, Set.of());
    List<Condition> known = new ArrayList<>(step.scope().assumptions());
    known.addAll(step.conditions());
    known.addAll(left.found);
    known.addAll(left.shown);
    known.addAll(left.defined);
    known.addAll(right.defined);
    List<Condition> own = right.found.stream().filter(c -> !right.defined.contains(c)).toList();
    Owed owed = new Owed(step, right.signs, known);
    return new Simplification(right.signs)
        .of(own, known).stream()
            .filter(c -> owed.is(c, right.variable(c).map(right.ends::get)))
            .map(right::text)
            .distinct()
            .toList();
  }

  /** The variable of an integral of which a condition speaks. */
  private Optional<Expr> variable(Condition c) {
    return ends.keySet().stream()
        .filter(v -> speaksOf(c.left(), v) || speaksOf(c.right(), v))
        .findFirst();
  }

  /** All that is printed, or assumed and not printed. */
  static List<Condition> known(Statement.Step step) {
    List<Condition> known = new ArrayList<>(step.scope().assumptions());
    known.addAll(step.conditions());
    SideConditions conditions = collected(step);
    known.addAll(conditions.found);
    known.addAll(conditions.shown);
    return known;
  }

  private List<String> simplified(Statement.Step step) {
    List<Condition> assumed = new ArrayList<>(step.scope().assumptions());
    assumed.addAll(step.conditions());
    return new Simplification(signs)
        .of(List.copyOf(found), assumed).stream().map(this::text).distinct().toList();
  }

  /**
   * Collects from an expression.
   *
   * @param placed how a part looks from outside: at its time, with arguments for parameters
   * @param differentiated whether a derivative is taken around it
   */
  private void collect(
      Expr expr, UnaryOperator<Expr> placed, boolean differentiated, Set<String> within) {
    own(expr, placed, differentiated);
    if (expr instanceof Expr.Integral i) {
      Expr.Ref variable = new Expr.Ref(i.variable(), List.of(), Shape.SCALAR);
      String from = printer.print(placed.apply(i.lower()));
      String to = printer.print(placed.apply(i.upper()));
      ends.put(
          variable,
          new Expr.Integral(
              i.variable(), placed.apply(i.lower()), placed.apply(i.upper()), i.body()));
      between.put(variable, " for " + printer.print(variable) + " between " + from + " and " + to);
    }
    if (within.size() < DEEPEST) {
      unfold(expr, placed, differentiated, within);
    }
    boolean inside =
        differentiated
            || expr instanceof Expr.Derivative
            || expr instanceof Expr.TimeDerivative
            || (expr instanceof Expr.Call c && !c.slots().isEmpty());
    UnaryOperator<Expr> below =
        switch (expr) {
          case Expr.At a -> part -> placed.apply(new Expr.At(part, a.time()));
          case Expr.Substituted s -> part -> placed.apply(replaced(part, s.variable(), s.value()));
          default -> placed;
        };
    boolean counts = expr instanceof Expr.Sum s && isFromOne(s.range()) && counted.add(s.letter());
    for (Expr part : expr instanceof Expr.Cases c ? branches(c, placed) : parts(expr)) {
      around(expr, part).collect(part, below, inside, within);
    }
    if (counts) {
      counted.remove(((Expr.Sum) expr).letter());
    }
  }

  /** Whether an index runs over positive numbers alone. */
  private static boolean isFromOne(Range range) {
    return range.lower() instanceof Expr.Literal l && l.value().signum() > 0;
  }

  /** What knows the letters that a node binds in a part. */
  private SideConditions around(Expr expr, Expr part) {
    return switch (expr) {
      case Expr.Sum s when part.equals(s.body()) -> new SideConditions(this, s.letter(), s.range());
      case Expr.Family f when part.equals(f.body()) -> {
        SideConditions inside = this;
        for (int k = 0; k < f.letters().size(); k++) {
          inside = new SideConditions(inside, f.letters().get(k), f.ranges().get(k));
        }
        yield inside;
      }
      default -> this;
    };
  }

  /** Of a case that whole numbers decide, as they do in a recursion, only what is taken. */
  private static List<Expr> branches(Expr.Cases cases, UnaryOperator<Expr> placed) {
    Optional<Rational> left = WrittenNumber.of(placed.apply(cases.condition().left()));
    Optional<Rational> right = WrittenNumber.of(placed.apply(cases.condition().right()));
    if (left.isEmpty() || right.isEmpty() || cases.condition().relation() != Relation.EQUAL) {
      return Trees.children(cases);
    }
    return List.of(left.equals(right) ? cases.then() : cases.otherwise());
  }

  /** The parts of a node; of ‖v‖², ‖v‖⁴, …, which are smooth everywhere, only v. */
  private static List<Expr> parts(Expr expr) {
    boolean square =
        expr instanceof Expr.Power p
            && (p.base() instanceof Expr.Norm || p.base() instanceof Expr.Abs)
            && WrittenNumber.of(p.exponent()).filter(SideConditions::isEven).isPresent();
    return Trees.children(square ? Trees.children(expr).getFirst() : expr);
  }

  private static boolean isEven(Rational exponent) {
    return exponent.signum() > 0 && exponent.dividedBy(Rational.of(2)).isInteger();
  }

  /** A power that is one of a real root, as negative numbers have one too. */
  private static boolean isOddRoot(Rational exponent) {
    return exponent.denominator().testBit(0)
        && exponent.denominator().bitLength() <= Integers.MOST_ROOT_BITS;
  }

  private void own(Expr expr, UnaryOperator<Expr> placed, boolean differentiated) {
    Expr zero = new Expr.Literal(Rational.ZERO);
    switch (expr) {
      case Expr.Divide d -> nonzero(d.denominator(), placed);
      case Expr.Power p -> power(p, placed, differentiated);
      case Expr.Root r when r.degree() % 2 == 0 -> root(r.body(), placed, differentiated);
      case Expr.Apply a -> function(a, placed, differentiated);
      case Expr.Abs a when differentiated -> add(placed.apply(a.body()), Relation.NOT_EQUAL, zero);
      case Expr.Norm n when differentiated && !signs.isPositive(n) ->
          add(placed.apply(n), Relation.NOT_EQUAL, zero);
      case Expr.Extremum e when differentiated -> kinks(e, placed);
      case Expr.Cases c when differentiated && c.condition().relation().isInequality() ->
          add(
              placed.apply(c.condition().left()),
              Relation.NOT_EQUAL,
              placed.apply(c.condition().right()));
      default -> {}
    }
  }

  private void positive(Expr expr, UnaryOperator<Expr> placed) {
    Expr zero = new Expr.Literal(Rational.ZERO);
    if (signs.isPositive(expr)) {
      shown.add(new Condition(placed.apply(expr), Relation.GREATER, zero));
    } else {
      add(placed.apply(expr), Relation.GREATER, zero);
    }
  }

  private void kinks(Expr.Extremum e, UnaryOperator<Expr> placed) {
    List<Expr> options = e.options();
    for (int k = 1; k < options.size(); k++) {
      add(placed.apply(options.get(k - 1)), Relation.NOT_EQUAL, placed.apply(options.get(k)));
    }
  }

  private void nonzero(Expr expr, UnaryOperator<Expr> placed) {
    Expr zero = new Expr.Literal(Rational.ZERO);
    if (expr instanceof Expr.Index i && counted.contains(i.letter())) {
      return;
    }
    if (signs.isNonzero(expr)) {
      shown.add(new Condition(placed.apply(expr), Relation.NOT_EQUAL, zero));
    } else {
      add(placed.apply(expr), Relation.NOT_EQUAL, zero);
    }
  }

  private void power(Expr.Power p, UnaryOperator<Expr> placed, boolean differentiated) {
    Optional<Rational> exponent = WrittenNumber.of(p.exponent());
    if (!p.base().shape().isScalar()) {
      if (exponent.filter(q -> q.signum() < 0).isPresent()) {
        nonzero(new Expr.Determinant(p.base()), placed);
      }
    } else if (exponent.filter(Rational::isInteger).isPresent()) {
      if (exponent.get().signum() < 0) {
        nonzero(p.base(), placed);
      }
    } else if (exponent.filter(SideConditions::isOddRoot).isPresent()) {
      if (exponent.get().signum() < 0 || differentiated) {
        nonzero(p.base(), placed);
      }
    } else if (isInteger(p.exponent()) && mayBeNegative(p.exponent())) {
      nonzero(p.base(), placed);
    } else if (!isInteger(p.exponent()) && !signs.isPositive(p.base())) {
      boolean root = exponent.filter(q -> q.signum() > 0).isPresent();
      Relation relation = root ? Relation.GREATER_OR_EQUAL : Relation.GREATER;
      if (!root || !signs.isNonnegative(p.base())) {
        add(placed.apply(p.base()), relation, new Expr.Literal(Rational.ZERO));
      }
    }
  }

  private void root(Expr body, UnaryOperator<Expr> placed, boolean differentiated) {
    boolean needed = differentiated ? !signs.isPositive(body) : !signs.isNonnegative(body);
    if (needed) {
      Relation relation = differentiated ? Relation.GREATER : Relation.GREATER_OR_EQUAL;
      add(placed.apply(body), relation, new Expr.Literal(Rational.ZERO));
    }
  }

  private void function(Expr.Apply a, UnaryOperator<Expr> placed, boolean differentiated) {
    Expr argument = a.argument();
    if (a.function() == ElementaryFunction.LOG) {
      positive(argument, placed);
    }
    if (a.function() == ElementaryFunction.SQRT) {
      root(argument, placed, differentiated);
    }
    if (a.function() == ElementaryFunction.TAN) {
      nonzero(new Expr.Apply(ElementaryFunction.COS, argument), placed);
    }
    boolean inside = isBetweenOnes(argument);
    if ((a.function() == ElementaryFunction.ARCSIN || a.function() == ElementaryFunction.ARCCOS)
        && (differentiated || !inside)) {
      Relation relation = differentiated ? Relation.LESS : Relation.LESS_OR_EQUAL;
      add(new Expr.Abs(placed.apply(argument)), relation, new Expr.Literal(Rational.ONE));
    }
    if (a.function() == ElementaryFunction.ARTANH) {
      add(new Expr.Abs(placed.apply(argument)), Relation.LESS, new Expr.Literal(Rational.ONE));
    }
    if (a.function() == ElementaryFunction.ARCOSH) {
      Expr beyond = new Expr.Add(List.of(argument, new Expr.Literal(Rational.of(-1))));
      if (differentiated || !signs.isNonnegative(beyond)) {
        Relation relation = differentiated ? Relation.GREATER : Relation.GREATER_OR_EQUAL;
        add(placed.apply(argument), relation, new Expr.Literal(Rational.ONE));
      }
    }
  }

  private boolean isBetweenOnes(Expr expr) {
    Expr one = new Expr.Literal(Rational.ONE);
    return signs.isNonnegative(new Expr.Add(List.of(one, expr)))
        && signs.isNonnegative(new Expr.Add(List.of(one, new Expr.Negate(expr))));
  }

  /**
   * Goes into the definition of a name, with its indices and arguments in place; of a recursion
   * once, for what one member asks for the others ask for too.
   *
   * @param within the names whose definitions are gone through
   */
  private void unfold(
      Expr expr, UnaryOperator<Expr> placed, boolean differentiated, Set<String> within) {
    switch (expr) {
      case Expr.Ref r ->
          scope
              .definition(r.name(), r.indices().size())
              .ifPresent(d -> inside(d, r.indices(), List.of(), placed, differentiated, within));
      case Expr.Call c ->
          scope
              .definition(c.function(), c.indices().size())
              .ifPresent(
                  d ->
                      inside(
                          d,
                          c.indices(),
                          c.arguments(),
                          placed,
                          differentiated || !c.slots().isEmpty(),
                          within));
      default -> {}
    }
  }

  private void inside(
      Definition definition,
      List<Expr> indices,
      List<Expr> arguments,
      UnaryOperator<Expr> placed,
      boolean differentiated,
      Set<String> within) {
    Set<String> deeper = new HashSet<>(within);
    if (!deeper.add(definition.name().key(indices.size()))) {
      return;
    }
    Map<Expr, Expr> values = new HashMap<>();
    for (int k = 0; k < indices.size(); k++) {
      values.put(new Expr.Index(definition.lambda().indices().get(k)), indices.get(k));
    }
    List<Parameter> parameters = definition.lambda().parameters();
    for (int k = 0; k < arguments.size(); k++) {
      Parameter p = parameters.get(k);
      values.put(new Expr.Ref(p.name(), List.of(), p.shape()), arguments.get(k));
    }
    UnaryOperator<Expr> outside =
        part -> placed.apply(Trees.map(part, e -> values.getOrDefault(e, e)));
    boolean before = defining;
    defining = true;
    collect(definition.lambda().body(), outside, differentiated, deeper);
    defining = before;
  }

  private static Expr replaced(Expr part, Expr.Ref variable, Expr value) {
    return Trees.map(part, e -> e.equals(variable) ? value : e);
  }

  /** Whether an exponent is made of indices, sizes and whole numbers. */
  private boolean isInteger(Expr exponent) {
    return switch (exponent) {
      case Expr.Index i -> true;
      case Expr.SizeOf s -> true;
      case Expr.Literal l -> l.value().isInteger();
      case Expr.Ref r -> integers(r).isPresent();
      case Expr.Negate n -> isInteger(n.body());
      case Expr.Add a -> a.terms().stream().allMatch(this::isInteger);
      case Expr.Multiply m -> isInteger(m.left()) && isInteger(m.right());
      default -> false;
    };
  }

  /** The domain of a variable that takes whole numbers only. */
  private Optional<Domain> integers(Expr.Ref ref) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .map(Declaration.Variable::domain)
        .filter(
            domain ->
                switch (domain) {
                  case Domain.Integers i -> true;
                  case Domain.Labels l -> true;
                  case Domain.Finite f -> f.values().stream().allMatch(Rational::isInteger);
                  case Domain.Interval i -> false;
                  case Domain.Special s -> false;
                });
  }

  /** Whether an exponent is one below 0: −n of a size n, k − 1 of a variable k. */
  private boolean mayBeNegative(Expr exponent) {
    boolean variable = Trees.any(exponent, e -> e instanceof Expr.Ref);
    return variable ? !isNeverNegative(exponent) : exponent instanceof Expr.Negate;
  }

  private boolean isNeverNegative(Expr exponent) {
    return switch (exponent) {
      case Expr.Ref r -> integers(r).filter(SideConditions::isNeverNegative).isPresent();
      case Expr.Add a -> a.terms().stream().allMatch(this::isNeverNegative);
      case Expr.Multiply m -> isNeverNegative(m.left()) && isNeverNegative(m.right());
      default -> signs.isNonnegative(exponent);
    };
  }

  private static boolean isNeverNegative(Domain domain) {
    return switch (domain) {
      case Domain.Integers i -> i.from().filter(from -> from >= 0).isPresent();
      case Domain.Finite f -> f.values().stream().allMatch(v -> v.signum() >= 0);
      case Domain.Labels l -> true;
      case Domain.Interval i -> false;
      case Domain.Special s -> false;
    };
  }

  /** A condition on numbers alone holds, or nothing would have been evaluated. */
  private void add(Expr left, Relation relation, Expr right) {
    if (Trees.any(left, SideConditions::varies) || Trees.any(right, SideConditions::varies)) {
      if (approach.isEmpty()) {
        found.add(new Condition(left, relation, right));
        if (defining) {
          defined.add(new Condition(left, relation, right));
        }
      } else {
        inTheLimit(approach.get(), left, relation, right);
      }
    }
  }

  /** The condition, and over what its bound variables run. */
  private String text(Condition c) {
    String running =
        between.entrySet().stream()
            .filter(e -> speaksOf(c.left(), e.getKey()) || speaksOf(c.right(), e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return printer.print(c.left(), c.relation(), c.right()) + running;
  }

  /** Whether a variable stands in it that no integral in it binds. */
  private static boolean speaksOf(Expr expr, Expr variable) {
    if (expr instanceof Expr.Integral i
        && variable instanceof Expr.Ref r
        && i.variable().equals(r.name())) {
      return speaksOf(i.lower(), variable) || speaksOf(i.upper(), variable);
    }
    return expr.equals(variable)
        || Trees.children(expr).stream().anyMatch(part -> speaksOf(part, variable));
  }

  /** What must hold at the target of a limit; what is approached there need not be reached. */
  private void inTheLimit(Approach limit, Expr left, Relation relation, Expr right) {
    Expr.Ref parameter = limit.parameter();
    boolean moves = Trees.any(left, parameter::equals) || Trees.any(right, parameter::equals);
    if (!moves) {
      found.add(new Condition(left, relation, right));
    } else if (limit.target() instanceof Approach.Value target && !approaches(left, limit)) {
      Expr l = Zeros.folded(replaced(left, parameter, target.value()));
      Expr r = Zeros.folded(replaced(right, parameter, target.value()));
      if (Trees.any(l, SideConditions::varies) || Trees.any(r, SideConditions::varies)) {
        found.add(new Condition(l, relation, r));
      }
    }
  }

  /** Whether a divisor is a power of the distance to the target, or has it as a factor. */
  private static boolean approaches(Expr divisor, Approach limit) {
    return switch (divisor) {
      case Expr.Power p -> approaches(p.base(), limit);
      case Expr.Negate n -> approaches(n.body(), limit);
      case Expr.Norm n -> approaches(n.body(), limit);
      case Expr.Abs a -> approaches(a.body(), limit);
      case Expr.Root r -> approaches(r.body(), limit);
      case Expr.Multiply m -> approaches(m.left(), limit) || approaches(m.right(), limit);
      case Expr.Ref r -> r.equals(limit.parameter());
      case Expr.Add a ->
          limit.target() instanceof Approach.Value v
              && a.terms().size() == 2
              && a.terms().stream().anyMatch(t -> isPart(t, limit.parameter()))
              && a.terms().stream().anyMatch(t -> isPart(t, v.value()));
      default -> false;
    };
  }

  private static boolean isPart(Expr term, Expr part) {
    return term.equals(part)
        || term.equals(new Expr.Negate(part))
        || (part instanceof Expr.Literal(Rational value)
            && term.equals(new Expr.Literal(value.negate())));
  }

  private static boolean varies(Expr expr) {
    return expr instanceof Expr.Ref
        || expr instanceof Expr.Call
        || expr instanceof Expr.Index
        || expr instanceof Expr.SizeOf;
  }
}
