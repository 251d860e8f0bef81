package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves closed forms, left = c(θ_0, T), that are known to agree at T = 0.
 *
 * <p>Of the state itself: the closed form put into the dynamics solves them, and the solution is
 * unique. Of an observable: the difference D of the sides obeys a linear law with constant
 * coefficients, Ḋ = A·D or p(d/dT) D = 0, whose solution that begins with 0 is 0. The candidates
 * for A and p come from the exponentials in the sides.
 */
final class ClosedForm {
  private static final int HIGHEST_ORDER = 4;
  private static final int LONGEST = 120;
  private static final String SPEED =
      "the velocity with the closed form put in and the derivative of the closed form";
  private static final String SPEED_AT_START =
      "the velocity at $T = 0$ and the derivative of the closed form there";

  private final Setting setting;
  private final TrajectoryProof proof;
  private final Equality equality;
  private final Terms terms;

  ClosedForm(Setting setting, TrajectoryProof proof, Equality equality) {
    this.setting = setting;
    this.proof = proof;
    this.equality = equality;
    this.terms = setting.terms();
  }

  /**
   * A proof, if one was found.
   *
   * @param start that they agree at T = 0
   */
  Optional<Finding> decide(Rectangle left, Rectangle right, Finding start) {
    return bySubstitution(left, right, start)
        .or(() -> bySubstitution(right, left, start))
        .or(() -> byLinearLaw(left, right, start))
        .or(() -> byHigherLaw(left, right, start));
  }

  // The state itself

  /**
   * Where a state moves by another one, as a place does by its velocity, the other has the closed
   * form's derivative, and must begin with it.
   */
  private Optional<Finding> bySubstitution(Rectangle state, Rectangle form, Finding start) {
    if (!proof.velocities(form).isEmpty()) {
      return Optional.empty();
    }
    Map<Term.Symbol, Term> values = new LinkedHashMap<>();
    List<Finding> parts = new ArrayList<>();
    Rectangle moving = state;
    Rectangle motion = form;
    while (isNewState(moving, values) && parts.size() < HIGHEST_ORDER) {
      put(moving, motion, values);
      moving = velocity(moving);
      motion = setting.trajectory().derivative(motion, Map.of(), true);
      boolean ends = isNewState(moving, values);
      Rectangle there = ends ? proof.atStart(moving) : solved(moving, values);
      Rectangle claimed = ends ? proof.atStart(motion) : motion;
      Finding part =
          proof.velocities(there).isEmpty()
              ? equality.decide(there, claimed)
              : new Finding.Open("the dynamics speak of other states");
      parts.add(part.named(ends ? SPEED_AT_START : SPEED));
      if (!part.isSettled() || !ends) {
        return Finding.all(parts)
            .ifSettled()
            .map(f -> f.by("equal at T = 0, and the closed form solves the dynamics", start));
      }
    }
    return Optional.empty();
  }

  private boolean isNewState(Rectangle side, Map<Term.Symbol, Term> values) {
    return side.entries().stream()
        .allMatch(e -> proof.endOf(e).isPresent() && !values.containsKey((Term.Symbol) e));
  }

  private static void put(Rectangle state, Rectangle form, Map<Term.Symbol, Term> values) {
    for (int k = 0; k < state.entries().size(); k++) {
      values.put((Term.Symbol) state.entries().get(k), form.entries().get(k));
    }
  }

  private Rectangle velocity(Rectangle state) {
    Map<Term.Symbol, Term> velocities = proof.velocities(state);
    return state.map(s -> velocities.get((Term.Symbol) s));
  }

  private Rectangle solved(Rectangle velocity, Map<Term.Symbol, Term> values) {
    return setting.trajectory().substituted(velocity, values);
  }

  // First order

  private Optional<Finding> byLinearLaw(Rectangle left, Rectangle right, Finding start) {
    Rectangle dl = proof.derivative(left);
    Rectangle dr = proof.derivative(right);
    for (Rectangle law : laws(left, right)) {
      Finding finding = equality.decide(rest(dl, law, left), rest(dr, law, right));
      if (finding.isSettled()) {
        return Optional.of(
            finding
                .named(
                    "their derivatives in $T$, each less $A$ times the side itself"
                        + told(law)
                        + ",")
                .by("equal at T = 0, and the difference obeys Ḋ = A·D", start));
      }
    }
    return Optional.empty();
  }

  /** d/dT of a side minus A times the side. */
  private Rectangle rest(Rectangle derivative, Rectangle law, Rectangle side) {
    Rectangle column = new Rectangle(side.entries().size(), 1, side.entries());
    Rectangle product = setting.algebra().product(law, column);
    return Rectangle.filled(
        derivative.rows(),
        derivative.columns(),
        k -> terms.minus(derivative.entries().get(k), product.entries().get(k)));
  }

  private List<Rectangle> laws(Rectangle left, Rectangle right) {
    int size = left.entries().size();
    List<Rectangle> laws = new ArrayList<>();
    for (Rectangle rate : setting.trajectory().exponentials().rates()) {
      if (rate.rows() == size) {
        laws.add(rate);
        if (!rate.equals(rate.transposed())) {
          laws.add(rate.transposed());
        }
      }
    }
    List<Term> rates = rates(left, right);
    for (Term rate : rates) {
      laws.add(setting.algebra().scaled(rate, setting.algebra().identity(size)));
    }
    if (size > 1 && rates.size() == size) {
      laws.add(setting.algebra().diagonal(rates));
    }
    return laws;
  }

  /** The constants λ of which e^{λT + μ} occurs. */
  private List<Term> rates(Rectangle left, Rectangle right) {
    return rates(left, right, EnumSet.of(Elementary.EXP));
  }

  /** The constants λ of which f(λT + μ) occurs for one of the functions. */
  private List<Term> rates(Rectangle left, Rectangle right, Set<Elementary> functions) {
    Set<Term> seen = new LinkedHashSet<>();
    left.entries().forEach(e -> collect(e, seen));
    right.entries().forEach(e -> collect(e, seen));
    Set<Term> rates = new LinkedHashSet<>();
    for (Term term : seen) {
      if (term instanceof Term.Apply a && functions.contains(a.function())) {
        Term rate = Differentiation.derivative(terms, a.argument(), setting.inputs().horizon());
        if (!rate.equals(terms.zero()) && !Symbols.any(rate, setting.trajectory()::moves)) {
          rates.add(rate);
        }
      }
    }
    return List.copyOf(rates);
  }

  private static void collect(Term term, Set<Term> seen) {
    if (seen.add(term)) {
      term.children().forEach(child -> collect(child, seen));
    }
  }

  // Higher order

  /** With p from the exponentials, sines and cosines: D and its derivatives begin with 0. */
  private Optional<Finding> byHigherLaw(Rectangle left, Rectangle right, Finding start) {
    return laws(left, right, law(left, right)).stream()
        .flatMap(law -> byHigherLaw(left, right, law, start).stream())
        .findFirst();
  }

  /**
   * Of sums of what occurs; of e^{λT} times T, as where two roots fall together; of e^{λT} times a
   * sine.
   */
  private List<List<Term>> laws(Rectangle left, Rectangle right, List<Term> simple) {
    List<Term> rates = rates(left, right);
    List<Term> turning = rates(left, right, EnumSet.of(Elementary.SIN, Elementary.COS));
    List<Term> twice = simple;
    List<Term> damped = List.of(terms.zero(), terms.one());
    for (Term rate : rates) {
      twice = times(twice, List.of(terms.negate(rate), terms.one()));
      for (Term turn : turning) {
        Term square = terms.sum(List.of(terms.power(rate, 2), terms.power(turn, 2)));
        Term middle = terms.product(terms.constant(Rational.of(-2)), rate);
        damped = times(damped, List.of(square, middle, terms.one()));
      }
    }
    return Stream.of(simple, twice, damped).filter(ClosedForm::isOfFewOrders).distinct().toList();
  }

  private static boolean isOfFewOrders(List<Term> law) {
    return law.size() > 2 && law.size() - 1 <= HIGHEST_ORDER;
  }

  private Optional<Finding> byHigherLaw(
      Rectangle left, Rectangle right, List<Term> law, Finding start) {
    int order = law.size() - 1;
    List<Finding> parts = new ArrayList<>();
    List<Rectangle> ls = new ArrayList<>(List.of(left));
    List<Rectangle> rs = new ArrayList<>(List.of(right));
    for (int k = 1; k <= order; k++) {
      ls.add(proof.derivative(ls.getLast()));
      rs.add(proof.derivative(rs.getLast()));
      if (k < order) {
        Finding there = equality.decide(proof.atStart(ls.getLast()), proof.atStart(rs.getLast()));
        if (!there.isSettled()) {
          return Optional.empty();
        }
        parts.add(there.named(Given.derivatives(k, "T") + " at $T = 0$"));
      }
    }
    parts.add(equality.decide(combined(law, ls), combined(law, rs)).named(told(law)));
    return Finding.all(parts)
        .ifSettled()
        .map(f -> f.by("the difference obeys a linear law and begins with 0", start));
  }

  /** What a law says of a side and its derivatives in T. */
  private static String told(List<Term> law) {
    StringBuilder sum = new StringBuilder();
    for (int k = 0; k < law.size(); k++) {
      String coefficient = TermPrinter.readable(law.get(k), Map.of());
      if (!coefficient.equals("0")) {
        String factor = coefficient.equals("1") ? "" : "(" + coefficient + ") ";
        sum.append(sum.isEmpty() ? "" : " + ")
            .append(factor)
            .append(k == 0 ? "u" : "u⁽" + raised(k) + "⁾");
      }
    }
    return sum.length() < LONGEST
        ? "the combinations $" + sum + "$ of each side $u$ and its derivatives in $T$"
        : "the combinations of the sides and their derivatives in $T$ that the law makes";
  }

  private static String told(Rectangle law) {
    String rate = law.isNumber() ? TermPrinter.readable(law.number(), Map.of()) : "";
    return rate.isEmpty() || rate.length() > LONGEST ? "" : ", $A = " + rate + "$";
  }

  private static String raised(int order) {
    return "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(order, order + 1);
  }

  /** s times the characteristic polynomials of all that occurs, coefficients by rising degree. */
  private List<Term> law(Rectangle left, Rectangle right) {
    List<Term> law = List.of(terms.zero(), terms.one());
    for (Rectangle rate : setting.trajectory().exponentials().rates()) {
      law = times(law, characteristic(rate));
    }
    for (Term rate : rates(left, right)) {
      law = times(law, List.of(terms.negate(rate), terms.one()));
    }
    for (Term rate : rates(left, right, EnumSet.of(Elementary.SIN, Elementary.COS))) {
      law = times(law, List.of(terms.power(rate, 2), terms.zero(), terms.one()));
    }
    for (Term rate : rates(left, right, EnumSet.of(Elementary.SINH, Elementary.COSH))) {
      law = times(law, List.of(terms.negate(terms.power(rate, 2)), terms.zero(), terms.one()));
    }
    return law;
  }

  private Rectangle combined(List<Term> law, List<Rectangle> derivatives) {
    List<Rectangle> parts = new ArrayList<>();
    for (int k = 0; k < law.size(); k++) {
      parts.add(setting.algebra().scaled(law.get(k), derivatives.get(k)));
    }
    return setting.algebra().sum(parts);
  }

  /** Coefficients by rising degree. */
  private List<Term> times(List<Term> p, List<Term> q) {
    List<Term> product = new ArrayList<>();
    for (int k = 0; k < p.size() + q.size() - 1; k++) {
      List<Term> addends = new ArrayList<>();
      for (int i = Math.max(0, k - q.size() + 1); i <= Math.min(k, p.size() - 1); i++) {
        addends.add(terms.product(p.get(i), q.get(k - i)));
      }
      product.add(terms.sum(addends));
    }
    return product;
  }

  /** det(s·I − M), by the recursion of Faddeev and Le Verrier. */
  private List<Term> characteristic(Rectangle matrix) {
    int size = matrix.rows();
    MatrixAlgebra algebra = setting.algebra();
    List<Term> falling = new ArrayList<>(List.of(terms.one()));
    Rectangle auxiliary = algebra.identity(size);
    for (int k = 1; k <= size; k++) {
      Rectangle product = algebra.product(matrix, auxiliary);
      Term coefficient = terms.product(terms.constant(Rational.of(-1, k)), algebra.trace(product));
      falling.add(coefficient);
      auxiliary =
          algebra.sum(List.of(product, algebra.scaled(coefficient, algebra.identity(size))));
    }
    return falling.reversed();
  }
}
