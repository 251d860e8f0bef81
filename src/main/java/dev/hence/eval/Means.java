package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Law;
import dev.hence.expr.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Means over random names: the outcomes of finite laws are run through one by one; a normal law is
 * replaced by the nodes of a {@link MomentRule}.
 *
 * @param <S> the numbers
 */
final class Means<S> {
  private static final int MOST_OUTCOMES = 6_000;

  /** One member of the random name: its indices, and where its law is evaluated. */
  private record Drawn<S>(List<Integer> indices, Env<S> at) {}

  private final Env<S> env;
  private final Field<S> field;

  Means(Env<S> env) {
    this.env = env;
    this.field = env.field;
  }

  Tensor<S> mean(Expr.Expectation e) {
    List<Drawn<S>> members = new ArrayList<>();
    members(e, 0, List.of(), env, members);
    return switch (e.law()) {
      case Law.Finite law -> finite(e, law, members);
      case Law.Gaussian law -> gaussian(e, law, members);
    };
  }

  private void members(
      Expr.Expectation e, int depth, List<Integer> indices, Env<S> at, List<Drawn<S>> out) {
    if (depth == e.letters().size()) {
      out.add(new Drawn<>(indices, at));
      return;
    }
    Range range = e.ranges().get(depth);
    for (int k = at.integer(range.lower()); k <= at.integer(range.upper()); k++) {
      List<Integer> more = new ArrayList<>(indices);
      more.add(k);
      members(e, depth + 1, more, at.withLetter(e.letters().get(depth), k), out);
    }
  }

  private Tensor<S> body(
      Expr.Expectation e, Map<List<Integer>, Tensor<S>> values, Map<String, Integer> labels) {
    Bindings<S> drawn = new Layers.Drawn<>(env.bindings, e.variable(), values);
    return new Evaluator<>(env.withBindings(drawn).withLabels(labels)).value(e.body());
  }

  // Finite laws

  /** One value that a member can take, with its probability. */
  private record Outcome<S>(S weight, Tensor<S> value, OptionalInt label) {}

  private Tensor<S> finite(Expr.Expectation e, Law.Finite law, List<Drawn<S>> members) {
    List<List<Outcome<S>>> outcomes = new ArrayList<>();
    long all = 1;
    for (Drawn<S> member : members) {
      List<Outcome<S>> own = outcomes(law, member.at());
      all *= own.size();
      if (own.isEmpty() || all > MOST_OUTCOMES) {
        throw EvaluationException.unsupported(
            own.isEmpty()
                ? "a mean over no outcome"
                : "a mean over more than " + MOST_OUTCOMES + " outcomes");
      }
      outcomes.add(own);
    }
    Tensor<S> total = null;
    for (long number = 0; number < all; number++) {
      Tensor<S> term = outcome(e, members, outcomes, number);
      total = total == null ? term : total.zip(term, field::add);
    }
    return total;
  }

  private List<Outcome<S>> outcomes(Law.Finite law, Env<S> at) {
    List<Outcome<S>> outcomes = new ArrayList<>();
    for (int k = at.integer(law.range().lower()); k <= at.integer(law.range().upper()); k++) {
      Env<S> here = at.withLetter(law.letter(), k);
      Evaluator<S> inside = new Evaluator<>(here);
      outcomes.add(
          new Outcome<>(
              inside.value(law.weight()).value(),
              inside.value(law.value()),
              Integers.value(law.value(), here)));
    }
    return outcomes;
  }

  /** The outcome with this number, in the mixed radix of the members. */
  private Tensor<S> outcome(
      Expr.Expectation e, List<Drawn<S>> members, List<List<Outcome<S>>> outcomes, long number) {
    Map<List<Integer>, Tensor<S>> values = new HashMap<>();
    Map<String, Integer> labels = new HashMap<>();
    S weight = field.one();
    long rest = number;
    for (int k = 0; k < members.size(); k++) {
      List<Outcome<S>> own = outcomes.get(k);
      Outcome<S> chosen = own.get((int) (rest % own.size()));
      rest /= own.size();
      weight = k == 0 ? chosen.weight() : field.multiply(weight, chosen.weight());
      List<Integer> indices = members.get(k).indices();
      values.put(indices, chosen.value());
      chosen.label().ifPresent(label -> labels.put(Env.label(e.variable(), indices), label));
    }
    S chance = weight;
    return body(e, values, labels).map(x -> field.multiply(chance, x));
  }

  // Normal laws

  private Tensor<S> gaussian(Expr.Expectation e, Law.Gaussian law, List<Drawn<S>> members) {
    List<Spread<S>> spreads = new ArrayList<>();
    for (Drawn<S> member : members) {
      Evaluator<S> inside = new Evaluator<>(member.at());
      spreads.add(Spread.of(field, inside.value(law.mean()), inside.value(law.covariance())));
    }
    Map<List<Integer>, Tensor<Integer>> linear = new HashMap<>();
    for (int k = 0; k < members.size(); k++) {
      linear.put(members.get(k).indices(), spreads.get(k).mean().map(x -> 1));
    }
    int degree = new PolynomialDegree(env).of(e, linear);
    List<S> variances = spreads.stream().flatMap(s -> s.variances().stream()).toList();
    Tensor<S> total = null;
    for (MomentRule.Node<S> node : new MomentRule<>(field).nodes(variances, degree)) {
      Map<List<Integer>, Tensor<S>> values = new HashMap<>();
      int from = 0;
      for (int k = 0; k < members.size(); k++) {
        int size = spreads.get(k).variances().size();
        List<Integer> offsets = node.offsets().subList(from, from + size);
        values.put(members.get(k).indices(), spreads.get(k).at(field, offsets));
        from += size;
      }
      Tensor<S> term = body(e, values, Map.of()).map(x -> field.multiply(node.weight(), x));
      total = total == null ? term : total.zip(term, field::add);
    }
    return total;
  }
}
