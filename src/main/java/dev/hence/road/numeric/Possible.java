package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Branches;
import dev.hence.eval.Form;
import dev.hence.eval.Forms;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.road.numeric.Inequalities.Inequality;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which outcomes of the choices in the sides may be taken together, as far as linear inequalities
 * tell: the domains and what is assumed rule out others.
 */
final class Possible {
  private final Branches branches;
  private final Points points;
  private final Map<String, Forms.Bound> bounds = new HashMap<>();
  private final List<Inequality> given = new ArrayList<>();
  private final Forms forms;

  Possible(PointProgram program, Branches branches, Points points) {
    this.branches = branches;
    this.points = points;
    points.variables().forEach(this::bound);
    forms = new Forms(program.program(), "#", names(program), bounds);
    points.restrictions().stream().filter(Speaking::isSaidAtOnce).forEach(this::given);
  }

  /** Names of the inputs of a program. */
  private static List<String> names(PointProgram program) {
    return program.variables().stream().flatMap(v -> names(v).stream()).toList();
  }

  static List<String> names(Variable variable) {
    String indices =
        Stream.of(variable.indices())
            .filter(i -> !i.isEmpty())
            .map(i -> "_{" + i.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}")
            .collect(Collectors.joining());
    List<String> names = new ArrayList<>();
    for (int k = 0; k < variable.size(); k++) {
      int column = k % variable.columns() + 1;
      int row = k / variable.columns() + 1;
      String entry =
          variable.columns() == 1 || variable.rows() == 1 ? "" + (k + 1) : row + "," + column;
      names.add(
          variable.name().latex() + indices + (variable.size() == 1 ? "" : "[" + entry + "]"));
    }
    return names;
  }

  private void bound(Variable variable) {
    switch (points.sampler().domain(variable)) {
      case Domain.Interval i -> names(variable).forEach(name -> bound(name, i));
      case Domain.Integers i ->
          i.from()
              .ifPresent(
                  from ->
                      names(variable)
                          .forEach(name -> least(name, Rational.of((long) from), false)));
      case Domain.Finite f ->
          names(variable)
              .forEach(
                  name -> {
                    least(name, f.values().stream().min(Rational::compareTo).orElseThrow(), false);
                    most(name, f.values().stream().max(Rational::compareTo).orElseThrow(), false);
                  });
      case Domain.Special s when s.kind() == Domain.Kind.SIMPLEX -> share(variable);
      case Domain.Special s when s.kind() == Domain.Kind.ONE_HOT -> share(variable);
      case Domain.Special s -> {}
      case Domain.Labels l -> {}
    }
  }

  private void share(Variable variable) {
    for (String name : names(variable)) {
      least(name, Rational.ZERO, false);
      most(name, Rational.ONE, false);
    }
  }

  private void bound(String name, Domain.Interval interval) {
    interval.lower().ifPresent(low -> least(name, low, !interval.lowerIncluded()));
    interval.upper().ifPresent(high -> most(name, high, !interval.upperIncluded()));
  }

  private void least(String name, Rational low, boolean strict) {
    given.add(new Inequality(Form.atom(name).minus(Form.constant(low)), strict));
    boolean positive = low.signum() > 0 || (low.signum() == 0 && strict);
    bounds.put(name, Forms.Bound.of(low.signum() >= 0, positive));
  }

  private void most(String name, Rational high, boolean strict) {
    given.add(new Inequality(Form.constant(high).minus(Form.atom(name)), strict));
  }

  private void given(Speaking restriction) {
    PointProgram program = restriction.program();
    Forms said = new Forms(program.program(), "#" + given.size() + ".", names(program), bounds);
    int count = program.sizes().getFirst();
    for (int k = 0; k < count; k++) {
      Form difference = said.output(k).minus(said.output(count + k));
      Form opposite = difference.times(Rational.of(-1));
      Relation relation = restriction.relation();
      switch (relation) {
        case GREATER, GREATER_OR_EQUAL ->
            given.add(new Inequality(difference, relation == Relation.GREATER));
        case LESS, LESS_OR_EQUAL -> given.add(new Inequality(opposite, relation == Relation.LESS));
        case EQUAL -> {
          given.add(new Inequality(difference, false));
          given.add(new Inequality(opposite, false));
        }
        case NOT_EQUAL, APPROXIMATELY -> {}
      }
    }
  }

  /** Whether nothing forbids that outcomes are taken at one point. */
  boolean together(BitSet outcomes) {
    List<Inequality> all = new ArrayList<>(given);
    outcomes.stream().forEach(outcome -> say(outcome, all));
    Set<List<String>> products = new HashSet<>();
    List.copyOf(all).forEach(i -> products.addAll(i.form().terms().keySet()));
    products.stream().filter(p -> !p.isEmpty()).forEach(product -> about(product, all));
    return !Inequalities.contradict(all);
  }

  /** A number that a program over the same variables computes. */
  Form form(PointProgram other, int output) {
    return new Forms(other.program(), "#m", names(other), bounds).output(output);
  }

  /** Whether nothing forbids that a number is positive. */
  boolean allows(Form positive) {
    List<Inequality> all = new ArrayList<>(given);
    all.add(new Inequality(positive, true));
    Set<List<String>> products = new HashSet<>();
    List.copyOf(all).forEach(i -> products.addAll(i.form().terms().keySet()));
    products.stream().filter(p -> !p.isEmpty()).forEach(product -> about(product, all));
    return !Inequalities.contradict(all);
  }

  private void say(int outcome, List<Inequality> all) {
    Form chosen = forms.chosen(branches, outcome);
    all.add(new Inequality(condition(outcome), true));
    all.add(new Inequality(chosen, false));
    all.add(new Inequality(chosen.times(Rational.of(-1)), false));
  }

  private void about(List<String> product, List<Inequality> all) {
    Form form = Form.product(product);
    Forms.Bound sign = Forms.sign(product, bounds);
    if (sign.nonnegative() || sign.positive()) {
      all.add(new Inequality(form, sign.positive()));
    }
    if (product.size() == 1 && bounds.containsKey(product.getFirst())) {
      Forms.Bound bound = bounds.get(product.getFirst());
      bound.least().ifPresent(l -> all.add(new Inequality(form.minus(Form.constant(l)), false)));
      bound.most().ifPresent(m -> all.add(new Inequality(Form.constant(m).minus(form), false)));
    }
  }

  Form condition(int outcome) {
    return forms.condition(branches, outcome);
  }

  /** For people: {@code x > 2}. */
  String text(int outcome) {
    return text(condition(outcome));
  }

  /** The same of a number that is positive. */
  static String text(Form condition) {
    Form moving = condition.moving();
    Rational bound = condition.constant().negate();
    boolean turned = !moving.isConstant() && moving.terms().firstEntry().getValue().signum() < 0;
    return turned
        ? moving.times(Rational.of(-1)).text() + " < " + number(bound.negate())
        : moving.text() + " > " + number(bound);
  }

  private static String number(Rational value) {
    return dev.hence.verdict.Numbers.text(value);
  }
}
