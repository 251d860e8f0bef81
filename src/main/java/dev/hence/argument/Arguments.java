package dev.hence.argument;

import dev.hence.argument.Argument.AlongTime;
import dev.hence.argument.Argument.Solved;
import dev.hence.argument.Meeting.Pair;
import dev.hence.argument.Ways.Place;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.proof.Proof;
import dev.hence.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells a proved step line by line. Both sides are rewritten until they meet; each line that is
 * shown was proved equal to the line before.
 */
public final class Arguments {
  private static final int MOST = 160;
  private static final int MOST_BEHIND = 90;
  private static final int FARTHEST = 7;
  private static final int FARTHEST_BEHIND = 6;

  /** How many forms that show a sign are tried. */
  private static final int MOST_SIGNS = 4;

  /** How many pairs are tried for the fundamental theorem. */
  private static final int MOST_SLOPES = 12;

  private final Statement.Step step;
  private final Sources sources;
  private final Function<Statement.Step, Optional<Proof>> road;
  private final Deadline deadline;
  private final String rules;
  private final Proving proving;
  private final ProvedLines lines;
  private final Moves moves;

  private Arguments(
      Statement.Step step,
      Sources sources,
      Function<Statement.Step, Optional<Proof>> road,
      Deadline deadline,
      String rules) {
    this.step = step;
    this.rules = rules;
    this.sources = sources;
    this.road = road;
    this.deadline = deadline;
    this.proving = new Proving(step, road, deadline);
    this.lines = new ProvedLines(proving, rules);
    this.moves = new Moves(step, sources);
  }

  /**
   * The argument for a step that was proved.
   *
   * @param proof of the whole step, from which the rules are named
   * @param sources where definitions stand
   * @param road how a line is proved; nothing that it answers is believed without a replay
   * @param budget of computing; when it is spent, lines that are not proved yet are left out
   */
  public static Argument of(
      Statement.Step step,
      Proof proof,
      Sources sources,
      Function<Statement.Step, Optional<Proof>> road,
      Duration budget) {
    return new Arguments(step, sources, road, Deadline.in(budget), Rules.of(proof)).told();
  }

  private Argument told() {
    if (step.relation() != Relation.EQUAL) {
      return argument(ordered().orElseGet(this::sides));
    }
    boolean turned = moves.isOpen(step.right()) && !moves.isOpen(step.left());
    Map<String, Place> left = ways(step.left(), !turned);
    Meeting meeting = new Meeting(left, ways(step.right(), turned));
    return meeting
        .alike()
        .map(way -> argument(lines.of(way)))
        .or(() -> alongTrajectories(meeting))
        .or(this::solved)
        .or(() -> rearranged(meeting, left).map(way -> argument(lines.of(way))))
        .orElseGet(() -> argument(sides()));
  }

  private Argument argument(List<Line> told) {
    return new Argument(told, Optional.empty(), Optional.empty(), rules);
  }

  private Optional<List<Line>> rearranged(Meeting meeting, Map<String, Place> left) {
    return meeting.rearranging(proving, step.scope()).or(() -> farthest(left));
  }

  /** Farther from the side on which there is more to do. */
  private Map<String, Place> ways(Expr side, boolean far) {
    return far
        ? new Ways(moves).from(side, MOST, FARTHEST)
        : new Ways(moves).from(side, MOST_BEHIND, FARTHEST_BEHIND);
  }

  private List<Line> sides() {
    return List.of(Line.first(step.left()), Line.of(step.right(), rules));
  }

  /** As far as derivatives can be taken, and from there to the right side by the definitions. */
  private Optional<List<Line>> farthest(Map<String, Place> left) {
    return left.values().stream()
        .filter(p -> p.depth() > 0 && !moves.isOpen(p.expr()))
        .findFirst()
        .map(
            p -> {
              List<Line> way = new ArrayList<>(p.way().stream().map(Place::line).toList());
              way.add(Line.of(step.right(), "inserting the definitions and rearranging"));
              return way;
            });
  }

  // Inequalities

  /** From the side that is not 0, or the difference, to a form that shows its sign. */
  private Optional<List<Line>> ordered() {
    boolean turned = Tidy.isZero(step.left());
    if (!step.relation().isInequality() || !step.left().shape().isScalar()) {
      return Optional.empty();
    }
    if (!turned && !Tidy.isZero(step.right())) {
      Relation relation = step.relation().isStrict() ? Relation.GREATER : Relation.GREATER_OR_EQUAL;
      return ordered(larger(), relation, Tidy.ZERO);
    }
    Expr side = turned ? step.right() : step.left();
    Expr zero = turned ? step.left() : step.right();
    return ordered(side, turned ? step.relation().mirrored() : step.relation(), zero);
  }

  /** The side that is to be larger less the other. */
  private Expr larger() {
    boolean rising =
        step.relation() == Relation.GREATER || step.relation() == Relation.GREATER_OR_EQUAL;
    Expr large = rising ? step.left() : step.right();
    Expr small = rising ? step.right() : step.left();
    return new Expr.Add(List.of(large, new Expr.Negate(small)));
  }

  private Optional<List<Line>> ordered(Expr side, Relation relation, Expr zero) {
    return ways(side, true).values().stream()
        .filter(p -> sign(p.expr(), relation).isPresent())
        .limit(MOST_SIGNS)
        .filter(p -> proving.holds(p.expr(), relation, zero))
        .findFirst()
        .map(p -> ordered(p, relation, zero));
  }

  /** Of a formula whose form shows that it is so related to 0. */
  private Optional<Sign> sign(Expr expr, Relation relation) {
    boolean above = relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
    Optional<Expr> body = above ? Optional.of(expr) : opposite(expr);
    return body.flatMap(b -> Sign.of(b, step.scope()))
        .filter(sign -> sign.positive() || !relation.isStrict());
  }

  /** Of a formula in which every term has a minus. */
  private static Optional<Expr> opposite(Expr expr) {
    return switch (expr) {
      case Expr.Negate n -> Optional.of(n.body());
      case Expr.Add a when a.terms().stream().allMatch(Expr.Negate.class::isInstance) ->
          Optional.of(Tidy.sum(a.terms().stream().map(t -> ((Expr.Negate) t).body()).toList()));
      default -> Optional.empty();
    };
  }

  private List<Line> ordered(Place place, Relation relation, Expr zero) {
    List<Line> way = place.way().stream().map(Place::line).toList();
    List<Line> told = new ArrayList<>(way.size() == 1 ? way : lines.of(way));
    String why = sign(place.expr(), relation).orElseThrow().reason();
    told.add(new Line(relation, zero, why, Optional.empty()));
    return told;
  }

  // Trajectories

  private Optional<Argument> alongTrajectories(Meeting meeting) {
    return step.horizon().flatMap(end -> along(meeting, new Trajectories(end, step.scope())));
  }

  private Optional<Argument> along(Meeting meeting, Trajectories trajectories) {
    List<Pair> pairs =
        meeting.pairs().stream()
            .filter(p -> trajectories.slope(p.left().expr()).isPresent())
            .filter(p -> trajectories.slope(p.right().expr()).isPresent())
            .limit(MOST_SLOPES)
            .toList();
    for (Pair p : pairs) {
      Optional<AlongTime> parts = parts(trajectories, p.left().expr(), p.right().expr());
      if (parts.isPresent()) {
        List<Line> told = lines.of(p.joined("the fundamental theorem of calculus"));
        return Optional.of(new Argument(told, parts, Optional.empty(), rules));
      }
    }
    return Optional.empty();
  }

  // Closed forms

  private Optional<Argument> solved() {
    return step.horizon()
        .flatMap(end -> solved(new Solutions(step, end), new Trajectories(end, step.scope())))
        .map(solved -> new Argument(sides(), Optional.empty(), Optional.of(solved), rules));
  }

  private Optional<Solved> solved(Solutions solutions, Trajectories trajectories) {
    Optional<List<Line>> start =
        start(trajectories.start(step.left()), trajectories.start(step.right()));
    return start.flatMap(
        begun ->
            solutions.pairs(velocities(solutions)).stream()
                .flatMap(pair -> solved(begun, pair, solutions).stream())
                .findFirst());
  }

  /** What the derivative of the left side leads to. */
  private List<Expr> velocities(Solutions solutions) {
    return solutions.moving().stream()
        .flatMap(slope -> ways(slope, true).values().stream())
        .map(Place::expr)
        .toList();
  }

  private Optional<Solved> solved(List<Line> start, Solutions.Pair pair, Solutions solutions) {
    Optional<List<Line>> form = behind(pair.form());
    return form.flatMap(
        lines ->
            behind(pair.moving())
                .map(
                    moving ->
                        new Solved(
                            start,
                            moving,
                            lines.stream()
                                .map(line -> line.with(solutions.atTheStart(line.expr())))
                                .toList())));
  }

  /** The lines for another step on which this one rests, if it is proved. */
  private Optional<List<Line>> behind(Statement.Step other) {
    return new Proving(other, road, deadline)
        .equal(other.left(), other.right())
        .map(
            proof -> new Arguments(other, sources, road, deadline, Rules.of(proof)).told().lines());
  }

  private Optional<AlongTime> parts(Trajectories trajectories, Expr left, Expr right) {
    Expr slope = trajectories.slope(left).orElseThrow();
    Statement.Step slopes =
        step.equal(slope, trajectories.slope(right).orElseThrow(), step.scope());
    Optional<List<Line>> behind = behind(slopes);
    Optional<List<Line>> start = start(trajectories.start(left), trajectories.start(right));
    return start.flatMap(begun -> behind.map(lines -> new AlongTime(begun, lines)));
  }

  private Optional<List<Line>> start(Expr left, Expr right) {
    if (Key.of(left).equals(Key.of(right))) {
      return Optional.of(List.of(Line.first(left)));
    }
    Statement.Step beginning = step.with(left, Relation.EQUAL, right);
    return proving.equal(left, right).isEmpty()
        ? Optional.empty()
        : new Arguments(beginning, sources, road, deadline, "rearranging")
            .met()
            .or(() -> Optional.of(List.of(Line.first(left), Line.of(right, "rearranging"))));
  }

  private Optional<List<Line>> met() {
    return new Meeting(ways(step.left(), false), ways(step.right(), false)).alike().map(lines::of);
  }
}
