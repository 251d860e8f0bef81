package dev.hence.argument;

import dev.hence.argument.Ways.Place;
import dev.hence.claim.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The formula at which the ways from both sides meet. */
final class Meeting {
  /** How many pairs of formulas are compared by proof where none are alike. */
  private static final int MOST_PAIRS = 16;

  static final String REARRANGING = "rearranging";

  private final Map<String, Place> left;
  private final Map<String, Place> right;

  Meeting(Map<String, Place> left, Map<String, Place> right) {
    this.left = left;
    this.right = right;
  }

  /** The shortest way through two places that look alike. */
  Optional<List<Line>> alike() {
    return left.keySet().stream()
        .filter(right::containsKey)
        .min(Comparator.comparingInt(key -> left.get(key).depth() + right.get(key).depth()))
        .map(key -> joined(left.get(key), right.get(key)));
  }

  /** The way to a place and back from one that looks alike. */
  private static List<Line> joined(Place there, Place back) {
    List<Line> lines = to(there);
    List<Line> behind = behind(back);
    if (lines.size() == 1) {
      String reason = behind.isEmpty() ? REARRANGING : behind.getFirst().reason();
      lines.addAll(behind.isEmpty() ? List.of(Line.of(back.expr(), reason)) : behind);
    } else {
      lines.set(lines.size() - 1, lines.getLast().with(back.expr()));
      lines.addAll(behind);
    }
    return lines;
  }

  private static List<Line> to(Place place) {
    return new ArrayList<>(place.way().stream().map(Place::line).toList());
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

  /** A place on either way. */
  record Pair(Place left, Place right) {
    int depth() {
      return left.depth() + right.depth();
    }

    /** The way to the one, and back from the other. */
    List<Line> joined(String reason) {
      List<Line> lines = to(left);
      lines.add(Line.of(right.expr(), reason));
      lines.addAll(behind(right));
      return lines;
    }
  }

  /** Through two places that are equal whatever the names in them stand for. */
  Optional<List<Line>> rearranging(Proving proving, Scope scope) {
    Map<Set<String>, List<Place>> lefts = byAtoms(left, scope);
    Map<Set<String>, List<Place>> rights = byAtoms(right, scope);
    return lefts.keySet().stream()
        .filter(rights::containsKey)
        .flatMap(atoms -> pairs(lefts.get(atoms), rights.get(atoms)).stream())
        .sorted(Comparator.comparingInt(Pair::depth))
        .limit(MOST_PAIRS)
        .filter(p -> proving.equalWithoutDefinitions(p.left().expr(), p.right().expr()))
        .findFirst()
        .map(p -> p.joined(REARRANGING));
  }

  /** The places that are no longer than a line, by the derivatives that are open in them. */
  private static Map<Set<String>, List<Place>> byAtoms(Map<String, Place> places, Scope scope) {
    Atoms atoms = new Atoms(scope);
    return places.values().stream()
        .filter(p -> ProvedLines.fitsOnALine(p.expr()))
        .collect(
            Collectors.groupingBy(
                p -> atoms.keys(p.expr()), LinkedHashMap::new, Collectors.toList()));
  }

  /** All pairs of places, the nearest first. */
  List<Pair> pairs() {
    return pairs(left.values(), right.values());
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
}
