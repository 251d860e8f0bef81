package dev.hence.road.numeric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** The trajectories that were of no use, by reason. */
final class LeftOut {
  private final SequencedMap<String, List<TrajectoryLook.Seen.Unusable>> byReason =
      new LinkedHashMap<>();

  void add(TrajectoryLook.Seen.Unusable unusable) {
    byReason.computeIfAbsent(unusable.why(), why -> new ArrayList<>()).add(unusable);
  }

  /** One sentence a reason: how many, why, and where it first happened. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    byReason.forEach(
        (why, all) -> {
          OptionalDouble first =
              all.stream().flatMap(u -> u.time().stream()).mapToDouble(t -> t).min();
          String count = all.size() == 1 ? "1 trajectory" : all.size() + " trajectories";
          String where =
              first.isPresent()
                  ? String.format(Locale.ROOT, ", first near t = %.3g", first.getAsDouble())
                  : "";
          remarks.add(count + " left out: " + why + where);
        });
    return remarks;
  }
}
