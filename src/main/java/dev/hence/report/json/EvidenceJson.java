package dev.hence.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.proof.Proof;
import dev.hence.report.CounterexampleText;
import dev.hence.report.EvidenceText;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Point;
import java.util.List;

/**
 * One piece of evidence as JSON: {@code road}, {@code instance}, {@code result}, and what belongs
 * to that result.
 */
final class EvidenceJson {
  private EvidenceJson() {}

  static void write(ObjectNode node, Evidence evidence) {
    node.put("road", EvidenceText.road(evidence));
    node.put("instance", evidence.instance().label());
    switch (evidence) {
      case Evidence.Proof p -> {
        node.put("result", "proof");
        moves(node.putArray("moves"), p.proof());
      }
      case Evidence.SymbolicZero z -> {
        node.put("result", "zero").put("method", z.method());
        StepJson.strings(node.putArray("conditions"), z.conditions());
      }
      case Evidence.SymbolicOpen o -> node.put("result", "open").put("reason", o.reason());
      case Evidence.PointAgreement p -> points(node, p);
      case Evidence.TrajectoryAgreement t -> trajectories(node, t);
      case Evidence.OrderAgreement o -> order(node, o);
      case Evidence.LongRunAgreement r -> {
        node.put("result", "long run").put("trajectories", r.trajectories());
        number(node, "end", r.end());
        number(node, "distance", r.distance());
        StepJson.strings(node.putArray("remarks"), r.remarks());
      }
      case Evidence.NumericOpen o -> node.put("result", "open").put("reason", o.reason());
      case Evidence.Counterexample c -> {
        node.put("result", "counterexample");
        values(node.putObject("values"), c.point());
        node.put("component", c.component()).put("left", c.left()).put("right", c.right());
        certificate(node.putObject("certificate"), c.certificate());
      }
      case Evidence.Disagreement d -> node.put("result", "disagreement").put("where", d.where());
    }
  }

  private static void moves(ArrayNode moves, Proof proof) {
    for (Proof.Move m : proof.moves()) {
      ObjectNode move = moves.addObject().put("goal", m.goal()).put("rule", m.rule().text());
      m.place().forEach(move.putArray("place")::add);
    }
  }

  private static void points(ObjectNode node, Evidence.PointAgreement p) {
    node.put("result", "points").put("points", p.points()).put("certified", p.certified());
    lost(node, p.lost());
    number(node, "worst", p.worst());
    p.search().ifPresent(search -> search(node.putObject("search"), search));
  }

  private static void search(ObjectNode node, Evidence.Search search) {
    node.put("starts", search.starts());
    number(node, "closest", search.closest());
    values(node.putObject("at"), search.at());
  }

  private static void trajectories(ObjectNode node, Evidence.TrajectoryAgreement t) {
    node.put("result", "trajectories").put("trajectories", t.trajectories());
    StepJson.strings(node.putArray("integrators"), t.integrators());
    ArrayNode tolerances = node.putArray("tolerances");
    t.tolerances().forEach(tolerances::add);
    number(node, "worst", t.worst());
    StepJson.strings(node.putArray("remarks"), t.remarks());
  }

  private static void order(ObjectNode node, Evidence.OrderAgreement o) {
    node.put("result", "order").put("points", o.points());
    node.put("vanishing", o.vanishing().map(Rational::toString).orElse(null));
    o.observed()
        .ifPresentOrElse(
            seen -> {
              number(node, "observed", seen.order());
              node.put("sizes", seen.sizes());
            },
            () -> node.putNull("observed").putNull("sizes"));
    lost(node, o.lost());
  }

  private static void lost(ObjectNode node, Evidence.Lost lost) {
    node.putObject("lost")
        .put("domain", lost.domain())
        .put("kink", lost.kink())
        .put("overflow", lost.overflow());
  }

  private static void certificate(ObjectNode node, Certificate certificate) {
    switch (certificate) {
      case Certificate.Enclosed e -> node.put("kind", "enclosure");
      case Certificate.RightUndefined u -> node.put("kind", "right undefined").put("why", u.why());
      case Certificate.Jet jet -> node.put("kind", "taylor").put("order", jet.order());
      case Certificate.Coefficient k ->
          node.put("kind", "coefficient")
              .put("exponent", k.exponent().toString())
              .put("below", k.below());
      case Certificate.Growth g -> node.put("kind", "growth").put("below", g.below());
      case Certificate.Integrated i -> {
        node.put("kind", "integrated");
        number(node, "end", i.end());
        number(node, "residual", i.residual());
        number(node, "error", i.error());
      }
    }
  }

  /** JSON has no infinite numbers: they are null. */
  private static void number(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }

  /** Exact values as texts, {@code "-1/3"}; a vector is an array, a matrix an array of rows. */
  static void values(ObjectNode node, Point point) {
    point.values().forEach((variable, entries) -> value(node, variable, entries));
  }

  private static void value(ObjectNode node, Variable variable, List<Rational> entries) {
    String name = CounterexampleText.name(variable);
    if (variable.size() == 1) {
      node.put(name, entries.getFirst().toString());
      return;
    }
    ArrayNode rows = node.putArray(name);
    if (variable.rows() == 1 || variable.columns() == 1) {
      entries.forEach(e -> rows.add(e.toString()));
      return;
    }
    for (int r = 0; r < variable.rows(); r++) {
      ArrayNode row = rows.addArray();
      int start = r * variable.columns();
      entries.subList(start, start + variable.columns()).forEach(e -> row.add(e.toString()));
    }
  }
}
