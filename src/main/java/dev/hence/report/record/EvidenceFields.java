package dev.hence.report.record;

import dev.hence.algebra.RealNumber;
import dev.hence.eval.Coming;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.proof.Proof;
import dev.hence.report.CounterexampleText;
import dev.hence.report.EvidenceText;
import dev.hence.report.record.Value.Fields;
import dev.hence.report.record.Value.Items;
import dev.hence.report.record.Value.Nothing;
import dev.hence.report.record.Value.Text;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Extrapolation;
import dev.hence.verdict.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evidence as plain data: one word for the result, and what belongs to it. */
final class EvidenceFields {
  private EvidenceFields() {}

  static EvidenceRecord of(Evidence evidence) {
    return new EvidenceRecord(
        EvidenceText.road(evidence),
        evidence.instance().label(),
        result(evidence),
        details(evidence),
        EvidenceText.of(evidence));
  }

  private static String result(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Proof p -> "proof";
      case Evidence.SymbolicZero z -> "zero";
      case Evidence.SymbolicOpen o -> "open";
      case Evidence.PointAgreement p -> "points";
      case Evidence.Solved s -> "solved";
      case Evidence.TrajectoryAgreement t -> "trajectories";
      case Evidence.OrderAgreement o -> "order";
      case Evidence.LongRunAgreement r -> "long run";
      case Evidence.NumericOpen o -> "open";
      case Evidence.Undefined u -> "undefined";
      case Evidence.Unsatisfied u -> "unsatisfied";
      case Evidence.Counterexample c -> "counterexample";
      case Evidence.Disagreement d -> "disagreement";
    };
  }

  private static Fields details(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Proof p -> Fields.NONE.with("moves", moves(p.proof()));
      case Evidence.SymbolicZero z ->
          Fields.NONE.with("method", z.method()).with("conditions", z.conditions());
      case Evidence.SymbolicOpen o -> Fields.NONE.with("reason", o.reason());
      case Evidence.PointAgreement p -> points(p);
      case Evidence.TrajectoryAgreement t -> trajectories(t);
      case Evidence.OrderAgreement o -> order(o);
      case Evidence.LongRunAgreement r ->
          Fields.NONE
              .with("trajectories", r.trajectories())
              .with("end", r.end())
              .with("distance", r.distance())
              .with("remarks", r.remarks());
      case Evidence.NumericOpen o -> Fields.NONE.with("reason", o.reason());
      case Evidence.Undefined u -> Fields.NONE.with("points", u.points());
      case Evidence.Solved s ->
          Fields.NONE
              .with("points", s.points())
              .with("pieces", s.pieces())
              .with("vacuous", s.isVacuous());
      case Evidence.Unsatisfied u -> Fields.NONE.with("why", u.why());
      case Evidence.Counterexample c ->
          Fields.NONE
              .with("values", values(c.point()))
              .with("component", c.component())
              .with("left", c.left())
              .with("right", c.right())
              .with("certificate", certificate(c.certificate()));
      case Evidence.Disagreement d -> Fields.NONE.with("where", d.where());
    };
  }

  private static Fields solution(RealNumber at) {
    return kind("solution")
        .with("polynomial", at.polynomial().stream().map(BigInteger::toString).toList())
        .with("from", at.lower().toString())
        .with("to", at.upper().toString());
  }

  private static Items moves(Proof proof) {
    List<Value> moves = new ArrayList<>();
    for (Proof.Move m : proof.moves()) {
      List<Value> place = m.place().stream().<Value>map(Value.Whole::new).toList();
      moves.add(
          Fields.NONE
              .with("goal", m.goal())
              .with("rule", m.rule().text())
              .with("place", new Items(place)));
    }
    return new Items(moves);
  }

  private static Fields points(Evidence.PointAgreement p) {
    Fields fields =
        Fields.NONE
            .with("points", p.points())
            .with("certified", p.certified())
            .with("lost", lost(p.lost()))
            .with("worst", p.worst());
    return p.search().map(s -> fields.with("search", search(s))).orElse(fields);
  }

  private static Fields search(Evidence.Search search) {
    return Fields.NONE
        .with("starts", search.starts())
        .with("closest", search.closest())
        .with("at", values(search.at()));
  }

  private static Fields trajectories(Evidence.TrajectoryAgreement t) {
    return Fields.NONE
        .with("trajectories", t.trajectories())
        .with("integrators", t.integrators())
        .with("tolerances", new Items(t.tolerances().stream().<Value>map(Value.Real::new).toList()))
        .with("worst", t.worst())
        .with("remarks", t.remarks());
  }

  private static Fields order(Evidence.OrderAgreement o) {
    Value vanishing = o.vanishing().<Value>map(v -> new Text(v.toString())).orElse(new Nothing());
    Fields fields = Fields.NONE.with("points", o.points()).with("vanishing", vanishing);
    return o.observed()
        .map(seen -> fields.with("observed", seen.order()).with("sizes", seen.sizes()))
        .orElseGet(() -> fields.with("observed", new Nothing()).with("sizes", new Nothing()))
        .with("lost", lost(o.lost()));
  }

  private static Fields lost(Evidence.Lost lost) {
    return Fields.NONE
        .with("domain", lost.domain())
        .with("kink", lost.kink())
        .with("overflow", lost.overflow());
  }

  private static Fields certificate(Certificate certificate) {
    return switch (certificate) {
      case Certificate.Enclosed e -> kind("enclosure");
      case Certificate.Solution s -> solution(s.at());
      case Certificate.Nearby n -> kind("enclosure nearby");
      case Certificate.RightUndefined u -> kind("right undefined").with("why", u.why());
      case Certificate.Jet jet -> kind("taylor").with("order", jet.order());
      case Certificate.Coefficient k -> coefficient(k);
      case Certificate.Growth g -> kind("growth").with("below", g.below());
      case Certificate.Slow s -> kind("slow").with("below", s.below());
      case Certificate.Integrated i ->
          kind("integrated")
              .with("end", i.end())
              .with("residual", i.residual())
              .with("error", i.error());
      case Certificate.Settled s -> kind("settled").with("end", s.end());
      case Certificate.Extrapolated x ->
          kind("extrapolated")
              .with("end", x.end())
              .with("limit", Extrapolation.of(x.differences()).limit())
              .with("bound", Extrapolation.of(x.differences()).bound());
    };
  }

  private static Fields coefficient(Certificate.Coefficient certificate) {
    Coming coming = certificate.coming();
    Fields fields =
        kind("coefficient")
            .with("exponent", certificate.exponent().toString())
            .with("below", coming.below());
    return coming.isCurve()
        ? fields.with(
            "powers",
            new Value.Items(coming.powers().stream().<Value>map(Value.Whole::new).toList()))
        : fields;
  }

  private static Fields kind(String kind) {
    return Fields.NONE.with("kind", kind);
  }

  /** Exact values as texts, {@code "-1/3"}; a vector is an array, a matrix an array of rows. */
  static Fields values(Point point) {
    Fields fields = Fields.NONE;
    for (Map.Entry<Variable, List<Rational>> e : point.values().entrySet()) {
      String name = CounterexampleText.name(e.getKey());
      fields = fields.with(name, value(e.getKey(), e.getValue()));
    }
    return fields;
  }

  private static Value value(Variable variable, List<Rational> entries) {
    if (variable.size() == 1) {
      return new Text(entries.getFirst().toString());
    }
    if (variable.rows() == 1 || variable.columns() == 1) {
      return row(entries);
    }
    List<Value> rows = new ArrayList<>();
    for (int r = 0; r < variable.rows(); r++) {
      int start = r * variable.columns();
      rows.add(row(entries.subList(start, start + variable.columns())));
    }
    return new Items(rows);
  }

  private static Items row(List<Rational> entries) {
    return Value.texts(entries.stream().map(Rational::toString).toList());
  }
}
