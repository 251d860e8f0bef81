package dev.hence.read.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been found out of the unknowns, in the order in which it was, so that the latest can be
 * taken back.
 */
final class Trail {
  private final Map<Integer, Type> types = new HashMap<>();
  private final Map<Integer, Extent> extents = new HashMap<>();
  private final List<Extent> zeros = new ArrayList<>();
  private final List<Runnable> takenBack = new ArrayList<>();

  int mark() {
    return takenBack.size();
  }

  /** Takes back all that was settled behind a mark. */
  void undo(int mark) {
    while (takenBack.size() > mark) {
      takenBack.removeLast().run();
    }
  }

  Optional<Type> type(int unknown) {
    return Optional.ofNullable(types.get(unknown));
  }

  Optional<Extent> extent(int unknown) {
    return Optional.ofNullable(extents.get(unknown));
  }

  void settle(int unknown, Type type) {
    types.put(unknown, type);
    takenBack.add(() -> types.remove(unknown));
  }

  void settle(int unknown, Extent extent) {
    extents.put(unknown, extent);
    takenBack.add(() -> extents.remove(unknown));
  }

  /** Keeps a length that must be 0 and settles nothing yet. */
  void postpone(Extent zero) {
    zeros.add(zero);
    takenBack.add(zeros::removeLast);
  }

  /** Keeps how something that was done elsewhere is taken back. */
  void whenUndone(Runnable back) {
    takenBack.add(back);
  }

  /** The lengths that must be 0, as they were postponed. */
  List<Extent> zeros() {
    return List.copyOf(zeros);
  }
}
