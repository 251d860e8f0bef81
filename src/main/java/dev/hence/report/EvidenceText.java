package dev.hence.report;

import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.proof.Proof;
import dev.hence.verdict.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The evidence of a road in words. */
public final class EvidenceText {
  private EvidenceText() {}

  /** The road: {@code general}, {@code symbolic} or {@code numeric}. */
  public static String road(Evidence evidence) {
    return switch (evidence) {
      case Evidence.General g -> "general";
      case Evidence.Symbolic s -> "symbolic";
      case Evidence.Numeric n -> "numeric";
    };
  }

  /** What it found out about the instance, one line. */
  public static String of(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Proof p -> proof(p.proof());
      case Evidence.SymbolicZero z ->
          how(z.instance().step()) + z.method() + conditions(z.conditions());
      case Evidence.SymbolicOpen o -> "open: " + o.reason();
      case Evidence.PointAgreement p -> points(p);
      case Evidence.TrajectoryAgreement t -> trajectories(t);
      case Evidence.OrderAgreement o -> order(o);
      case Evidence.LongRunAgreement r -> longRun(r);
      case Evidence.Solved s -> solved(s);
      case Evidence.NumericOpen o -> "open: " + o.reason();
      case Evidence.Unsatisfied u -> "passed over: " + u.why();
      case Evidence.Undefined u -> "the left side is defined at none of " + u.points() + " points";
      case Evidence.Counterexample c ->
          "counterexample "
              + CounterexampleText.point(c)
              + ": "
              + CounterexampleText.sides(c)
              + "; "
              + CounterexampleText.certificate(c);
      case Evidence.Disagreement d -> "the sides disagree, uncertified: " + d.where();
    };
  }

  private static String solved(Evidence.Solved s) {
    if (s.isVacuous()) {
      return "the premises contradict each other";
    }
    String points = s.points() == 1 ? "1 number" : s.points() + " numbers";
    String pieces = s.pieces() == 1 ? "on 1 interval" : "on " + s.pieces() + " intervals";
    String where =
        s.pieces() == 0
            ? "at " + points
            : pieces + (s.points() == 0 ? "" : " and at " + points + " more");
    return "the premises are solved: they hold " + where + ", and the step holds there, exactly";
  }

  /** The rules that lead from left − right to 0, each once. */
  private static String proof(Proof proof) {
    String rules =
        proof.moves().stream()
            .map(m -> m.rule().text())
            .distinct()
            .collect(Collectors.joining(", "));
    int count = proof.moves().size();
    String moves = count == 1 ? "1 move" : count + " moves";
    return "for every instance: left − right is 0 in components"
        + (count == 0 ? "" : ", after " + moves + " (" + rules + ")");
  }

  private static String how(Statement.Step step) {
    boolean vanishes = step.approach().isEmpty() && step.relation() == Relation.EQUAL;
    return vanishes
        ? "left − right reduced to 0 by "
        : step.approach().isEmpty() ? "shown by " : "";
  }

  private static String conditions(List<String> conditions) {
    return conditions.isEmpty() ? "" : ", if " + String.join(", ", conditions);
  }

  private static String points(Evidence.PointAgreement p) {
    String lost = lost(p.lost());
    String searched = p.search().map(s -> "; " + SearchText.of(s)).orElse("");
    boolean orders = p.instance().step().relation().isInequality();
    return "%d points %s, %d of them certified%s%s%s"
        .formatted(
            p.points(),
            orders ? "without a violation" : "agree",
            p.certified(),
            lost.isEmpty() ? "" : "; " + lost,
            orders ? "" : "; worst residual " + Numbers.rough(p.worst()),
            searched);
  }

  private static String lost(Evidence.Lost lost) {
    List<String> parts = new ArrayList<>();
    add(parts, lost.domain(), "outside the domain");
    add(parts, lost.kink(), "at a kink");
    add(parts, lost.overflow(), "beyond overflow");
    return parts.isEmpty() ? "" : lost.total() + " lost (" + String.join(", ", parts) + ")";
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String order(Evidence.OrderAgreement o) {
    String lost = lost(o.lost());
    return "at %d %s %s%s%s"
        .formatted(
            o.points(),
            o.points() == 1 ? "point" : "points",
            OrderText.vanishing(o),
            o.observed().map(seen -> "; " + OrderText.observed(o, seen)).orElse(""),
            lost.isEmpty() ? "" : "; " + lost);
  }

  private static String longRun(Evidence.LongRunAgreement r) {
    String remarks = r.remarks().isEmpty() ? "" : "; " + String.join("; ", r.remarks());
    return "along %d trajectories the sides come together, to %s at t = %s%s"
        .formatted(r.trajectories(), Numbers.rough(r.distance()), Numbers.rough(r.end()), remarks);
  }

  private static String trajectories(Evidence.TrajectoryAgreement t) {
    String tolerances =
        t.tolerances().stream().map(Numbers::rough).collect(Collectors.joining(", "));
    String remarks = t.remarks().isEmpty() ? "" : "; " + String.join("; ", t.remarks());
    return "%d trajectories agree, integrated by %s at tolerances %s; worst residual %s%s"
        .formatted(
            t.trajectories(),
            String.join(" and ", t.integrators()),
            tolerances,
            Numbers.rough(t.worst()),
            remarks);
  }
}
