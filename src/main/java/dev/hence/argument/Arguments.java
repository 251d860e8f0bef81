package dev.hence.argument;

import dev.hence.argument.Argument.Aside;
import dev.hence.argument.Ways.Place;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.proof.Proof;
import dev.hence.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells a proved step line by line. Both sides are rewritten until they meet; each line that is
 * shown was proved equal to the line before.
 */
public final class Arguments {
  private static final int MOST = 160;
  private static final int MOST_BEHIND = 90;
  private static final int FARTHEST = 7;
  private static final int FARTHEST_BEHIND = 6;

  /** How many pairs of formulas are compared by proof where none are alike. */
  private static final int MOST_PAIRS = 16;

  /** How many pairs are tried for the fundamental theorem. */
  private static final int MOST_SLOPES = 12;

  private static final int MOST_LINES = 8;

  /** So many lines that are left out are told with the next one. */
  private static final int MOST_REASONS = 2;

  /** What a reader takes in on one line, in nodes. */
  private static final int LONGEST = 70;

  private final Statement.Step step;
  private final Sources sources;
  private final Function<Statement.Step, Optional<Proof>> road;
  private final Deadline deadline;
  private final String rules;
  private final Proving proving;
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
      return new Argument(sides(), List.of(), rules);
    }
    boolean turned = moves.isOpen(step.right()) && !moves.isOpen(step.left());
    Map<String, Place> left = ways(step.left(), !turned);
    Map<String, Place> right = ways(step.right(), turned);
    Optional<List<Line>> met = meeting(left, right).map(this::proved);
    if (met.isPresent()) {
      return new Argument(met.get(), List.of(), rules);
    }
    if (step.horizon().isPresent()) {
      Optional<Argument> along = alongTrajectories(left, right);
      if (along.isPresent()) {
        return along.get();
      }
    }
    List<Line> lines =
        rearranging(left, right).or(() -> farthest(left)).map(this::proved).orElseGet(this::sides);
    return new Argument(lines, List.of(), rules);
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

  // Where the ways meet

  private static Optional<List<Line>> meeting(Map<String, Place> left, Map<String, Place> right) {
    return left.keySet().stream()
        .filter(right::containsKey)
        .min(Comparator.comparingInt(key -> left.get(key).depth() + right.get(key).depth()))
        .map(key -> joined(left.get(key), right.get(key)));
  }

  /** The way to a place and back from one that looks alike. */
  private static List<Line> joined(Place there, Place back) {
    List<Line> lines = new ArrayList<>(there.way().stream().map(Place::line).toList());
    List<Line> behind = behind(back);
    if (lines.size() == 1) {
      String reason = behind.isEmpty() ? "rearranging" : behind.getFirst().reason();
      lines.addAll(behind.isEmpty() ? List.of(Line.of(back.expr(), reason)) : behind);
    } else {
      lines.set(lines.size() - 1, lines.getLast().with(back.expr()));
      lines.addAll(behind);
    }
    return lines;
  }

  /** From a place back to the side from which it was reached, without the place itself. */
  private static List<Line> behind(Place place) {
    List<Place> way = new ArrayList<>(place.way());
    Collections.reverse(way);
    List<Line> lines = new ArrayList<>();
    for (int k = 1; k < way.size(); k++) {
      lines.add(way.get(k - 1).line().with(way.get(k).expr()));
    }
    return lines;
  }

  /** Two places that are equal whatever the names in them stand for. */
  private Optional<List<Line>> rearranging(Map<String, Place> left, Map<String, Place> right) {
    Map<Set<String>, List<Place>> lefts = byAtoms(left);
    Map<Set<String>, List<Place>> rights = byAtoms(right);
    return lefts.keySet().stream()
        .filter(rights::containsKey)
        .flatMap(atoms -> pairs(lefts.get(atoms), rights.get(atoms)).stream())
        .sorted(Comparator.comparingInt(Pair::depth))
        .limit(MOST_PAIRS)
        .filter(p -> proving.equalWithoutDefinitions(p.left().expr(), p.right().expr()))
        .findFirst()
        .map(p -> joined(p.left(), p.right(), "rearranging"));
  }

  /** The places that are no longer than a line, by the derivatives that are open in them. */
  private Map<Set<String>, List<Place>> byAtoms(Map<String, Place> places) {
    Atoms atoms = new Atoms(step.scope());
    return places.values().stream()
        .filter(p -> Ways.size(p.expr()) <= LONGEST)
        .collect(
            Collectors.groupingBy(
                p -> atoms.keys(p.expr()), LinkedHashMap::new, Collectors.toList()));
  }

  private record Pair(Place left, Place right) {
    int depth() {
      return left.depth() + right.depth();
    }
  }

  private static List<Pair> pairs(Collection<Place> left, Collection<Place> right) {
    List<Pair> pairs = new ArrayList<>();
    for (Place l : left) {
      for (Place r : right) {
        pairs.add(new Pair(l, r));
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::depth));
    return pairs;
  }

  private static List<Line> joined(Place there, Place back, String reason) {
    List<Line> lines = new ArrayList<>(there.way().stream().map(Place::line).toList());
    lines.add(Line.of(back.expr(), reason));
    lines.addAll(behind(back));
    return lines;
  }

  /** As far as derivatives can be taken, and from there to the right side by the definitions. */
  private Optional<List<Line>> farthest(Map<String, Place> left) {
    return left.values().stream()
        .filter(p -> p.depth() > 0 && !moves.isOpen(p.expr()))
        .findFirst()
        .map(
            p -> {
              List<Line> lines = new ArrayList<>(p.way().stream().map(Place::line).toList());
              lines.add(Line.of(step.right(), "inserting the definitions and rearranging"));
              return lines;
            });
  }

  // Lines that are proved

  /**
   * Without the lines that are too long or cannot be proved from those before; what they did is
   * said with the next line, or the rules of the whole where that is too much.
   */
  private List<Line> proved(List<Line> lines) {
    List<Line> kept = new ArrayList<>(List.of(lines.getFirst()));
    List<Line> passed = new ArrayList<>();
    List<Line> brief = shortened(lines);
    for (Line line : brief.subList(1, brief.size() - 1)) {
      if (proving.equal(kept.getLast().expr(), line.expr()).isPresent()) {
        kept.add(behind(passed, line));
        passed.clear();
      } else {
        passed.add(line);
      }
    }
    while (kept.size() > 1 && proving.equal(kept.getLast().expr(), step.right()).isEmpty()) {
      passed.addFirst(kept.removeLast());
    }
    kept.add(behind(passed, brief.getLast()));
    return kept;
  }

  private Line behind(List<Line> passed, Line line) {
    if (passed.size() > MOST_REASONS) {
      return Line.of(line.expr(), rules);
    }
    Line all = line;
    for (Line left : passed.reversed()) {
      all = all.after(left);
    }
    return all;
  }

  /** The longest lines are left out, and what they did is said with the next one. */
  private static List<Line> shortened(List<Line> lines) {
    List<Line> brief = new ArrayList<>(lines);
    while (brief.size() > 2) {
      int longest = 1;
      for (int k = 2; k < brief.size() - 1; k++) {
        longest =
            Ways.size(brief.get(k).expr()) > Ways.size(brief.get(longest).expr()) ? k : longest;
      }
      if (brief.size() <= MOST_LINES && Ways.size(brief.get(longest).expr()) <= LONGEST) {
        return brief;
      }
      Line left = brief.remove(longest);
      brief.set(longest, brief.get(longest).after(left));
    }
    return brief;
  }

  // Trajectories

  private Optional<Argument> alongTrajectories(Map<String, Place> left, Map<String, Place> right) {
    Trajectories trajectories = new Trajectories(step.horizon().orElseThrow(), step.scope());
    List<Pair> pairs =
        pairs(left.values(), right.values()).stream()
            .filter(p -> trajectories.slope(p.left().expr()).isPresent())
            .filter(p -> trajectories.slope(p.right().expr()).isPresent())
            .limit(MOST_SLOPES)
            .toList();
    for (Pair p : pairs) {
      Optional<List<Aside>> asides = asides(trajectories, p);
      if (asides.isPresent()) {
        String reason =
            "fundamental theorem of calculus: equal at $T = 0$, equal derivatives in $T$";
        String named = reason.replace("T", step.horizon().get().latex());
        return Optional.of(
            new Argument(proved(joined(p.left(), p.right(), named)), asides.get(), rules));
      }
    }
    return Optional.empty();
  }

  private Optional<List<Aside>> asides(Trajectories trajectories, Pair p) {
    Expr left = p.left().expr();
    Expr right = p.right().expr();
    Statement.Step slopes =
        step.equal(
            trajectories.slope(left).orElseThrow(),
            trajectories.slope(right).orElseThrow(),
            step.scope());
    Optional<Proof> proof = road.apply(slopes);
    Optional<List<Line>> start = start(trajectories.start(left), trajectories.start(right));
    if (proof.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    Arguments aside = new Arguments(slopes, sources, road, deadline, Rules.of(proof.get()));
    return Optional.of(
        List.of(
            new Aside("both sides at the start", start.get()),
            new Aside("their derivatives", aside.told().lines())));
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
    return meeting(ways(step.left(), false), ways(step.right(), false)).map(this::proved);
  }
}
