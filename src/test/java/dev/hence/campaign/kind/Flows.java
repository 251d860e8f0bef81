package dev.hence.campaign.kind;

import static dev.hence.campaign.tree.Trees.call;
import static dev.hence.campaign.tree.Trees.letter;
import static dev.hence.campaign.tree.Trees.minus;
import static dev.hence.campaign.tree.Trees.number;
import static dev.hence.campaign.tree.Trees.over;
import static dev.hence.campaign.tree.Trees.power;
import static dev.hence.campaign.tree.Trees.sum;
import static dev.hence.campaign.tree.Trees.times;

import dev.hence.campaign.Claim;
import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;
import dev.hence.campaign.Variable;
import dev.hence.campaign.tree.Elementary;
import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Point;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import dev.hence.campaign.tree.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Rates of change along a flow, and integrals over its time. */
final class Flows implements Source {
  private static final Tree X = letter("x");
  private static final Tree Y = letter("y");
  private static final Tree T = letter("T");

  /** A flow of two numbers whose motion is known. */
  record Motion(List<String> names, Map<String, Tree> velocities, Map<String, Tree> moving) {}

  @Override
  public Draft draw(Dice dice) {
    return Source.oneOf(
        dice, Flows::rates, Flows::rates, Flows::integrals, Flows::integrals, Flows::gradientFlow);
  }

  private static Tree time() {
    return letter(World.TIME);
  }

  /** Of numbers a, b: decay, saturation, a coupled pair, a turning pair, the logistic equation. */
  static Motion motion(Dice dice) {
    Tree a = letter("a");
    Tree b = letter("b");
    Tree x0 = World.start("x");
    Tree y0 = World.start("y");
    Tree decay = call(Elementary.EXP, Trees.negative(times(a, time())));
    Tree cos = call(Elementary.COS, times(b, time()));
    Tree sin = call(Elementary.SIN, times(b, time()));
    return switch (dice.below(4)) {
      case 0 ->
          new Motion(
              List.of("x", "y"),
              Map.of("x", Trees.negative(times(a, X)), "y", b),
              Map.of("x", times(decay, x0), "y", sum(y0, times(b, time()))));
      case 1 ->
          new Motion(
              List.of("x", "y"),
              Map.of("x", minus(b, times(a, X)), "y", X),
              Map.of(
                  "x", sum(over(b, a), times(decay, minus(x0, over(b, a)))),
                  "y",
                      sum(
                          y0,
                          over(times(b, time()), a),
                          over(times(minus(x0, over(b, a)), minus(Trees.ONE, decay)), a))));
      case 2 ->
          new Motion(
              List.of("x", "y"),
              Map.of("x", Trees.negative(times(b, Y)), "y", times(b, X)),
              Map.of(
                  "x", minus(times(cos, x0), times(sin, y0)),
                  "y", sum(times(sin, x0), times(cos, y0))));
      default ->
          new Motion(
              List.of("x", "y"),
              Map.of("x", Y, "y", Trees.negative(times(a, Y))),
              Map.of(
                  "x", sum(x0, over(times(y0, minus(Trees.ONE, decay)), a)),
                  "y", times(decay, y0)));
    };
  }

  static Draft moving(Motion motion, Claim claim) {
    List<Variable> variables =
        new ArrayList<>(
            List.of(Variable.positive("a"), Variable.real("b"), Variable.positive("T")));
    motion.names().forEach(n -> variables.add(Variable.real(World.startName(n)).unwritten()));
    List<String> keys = new ArrayList<>(List.of("flow:"));
    motion
        .names()
        .forEach(
            n ->
                keys.add("  - \\dot " + n + " = " + Functions.written(motion.velocities().get(n))));
    return new MovingDraft(variables, keys, claim, motion).draft();
  }

  /** Starting values have values and are no entries of the header. */
  private record MovingDraft(
      List<Variable> variables, List<String> keys, Claim claim, Motion motion) {
    Draft draft() {
      return Draft.of(variables, claim)
          .entry(String.join(", ", motion.names()) + " \\in \\mathbb{R}")
          .key(keys.toArray(String[]::new))
          .onto(point -> small(point).with("T", Grid.of(point.now())))
          .in(new World(Map.of(), Map.of(), motion.moving()));
    }
  }

  /** With numbers between −2 and 2, so that the rule of the integrals is exact enough. */
  private static Point small(Point point) {
    Point result = point;
    for (String name : point.values().keySet()) {
      Apfloat value = point.values().get(name).number();
      Apfloat one = new Apfloat(1, 50);
      Apfloat bounded = value.multiply(new Apfloat(2, 50)).divide(one.add(ApfloatMath.abs(value)));
      result = result.with(name, Grid.of(bounded));
    }
    return result;
  }

  /** A quantity in x, y. */
  private static Tree quantity(Dice dice) {
    Tree q =
        dice.of(
            power(X, 2),
            times(X, Y),
            sum(power(X, 2), power(Y, 2)),
            call(Elementary.SIN, X),
            call(Elementary.EXP, Y),
            power(Y, 3),
            times(X, power(Y, 2)));
    return dice.oneIn(2) ? sum(q, times(dice.number(), dice.of(X, Y))) : q;
  }

  private static Tree slope(Tree quantity, Motion motion) {
    return sum(
        times(Slopes.of(quantity, "x"), motion.velocities().get("x")),
        times(Slopes.of(quantity, "y"), motion.velocities().get("y")));
  }

  private static Draft rates(Dice dice) {
    Motion motion = motion(dice);
    Tree q = quantity(dice);
    return moving(motion, new Claim.Equal(new Tree.Rate(q), slope(q, motion)));
  }

  private static Tree at(Tree tree, Tree time) {
    Tree x = Trees.substitute(tree, "x", new Tree.At("x", time));
    return Trees.substitute(x, "y", new Tree.At("y", time));
  }

  private static Draft integrals(Dice dice) {
    Motion motion = motion(dice);
    Tree q = quantity(dice);
    Tree integral = new Tree.Integral("t", Trees.ZERO, T, at(slope(q, motion), time()));
    Tree end = at(q, T);
    Tree start = at(q, Trees.ZERO);
    return dice.oneIn(2)
        ? moving(motion, new Claim.Equal(minus(end, start), integral))
        : moving(motion, new Claim.Equal(end, sum(start, integral)));
  }

  /** Of an arbitrary L, for which the oracle takes ½ λ x². */
  private static Draft gradientFlow(Dice dice) {
    Tree theta = letter("\\theta");
    Tree slope = Trees.prime("L", theta);
    Tree l = Trees.apply("L", theta);
    Tree q = dice.of(l, power(theta, 2), times(theta, l), power(l, 2), call(Elementary.EXP, theta));
    Tree right = times(Slopes.of(q, "\\theta"), Trees.negative(slope));
    Tree argument = World.argument(0);
    Tree rate = number(dice.between(1, 3));
    Tree moving =
        times(call(Elementary.EXP, Trees.negative(times(rate, time()))), World.start("\\theta"));
    return Draft.of(
            List.of(Variable.real(World.startName("\\theta")).unwritten()),
            new Claim.Equal(new Tree.Rate(q), right))
        .entry("\\theta, L(\\theta) \\in \\mathbb{R}")
        .key("flow: \\dot\\theta = -L'(\\theta)")
        .in(
            new World(
                Map.of("L", times(Trees.fraction(1, 2), rate, power(argument, 2))),
                Map.of(),
                Map.of("\\theta", moving)));
  }
}
