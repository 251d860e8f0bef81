package dev.hence.report.trace;

import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The instances that a verdict speaks of, in one sentence. */
final class InstancesText {
  private static final int MOST = 6;

  private InstancesText() {}

  /**
   * {@code f = linear or polynomial(3); N = 1 or 2} where each was tried with each, the instances
   * one by one where not; empty where there is only one, without choices.
   */
  static String of(Verdict verdict) {
    Set<List<Instance.Choice>> all = new LinkedHashSet<>();
    verdict.evidence().stream().map(Evidence::instance).forEach(i -> all.add(i.choices()));
    all.remove(List.<Instance.Choice>of());
    if (all.isEmpty()) {
      return "";
    }
    Map<String, Set<String>> values = new LinkedHashMap<>();
    all.forEach(
        choices ->
            choices.forEach(
                c -> values.computeIfAbsent(c.name(), n -> new LinkedHashSet<>()).add(c.value())));
    long product = values.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
    return product == all.size() ? grid(values) : listed(all);
  }

  private static String grid(Map<String, Set<String>> values) {
    return values.entrySet().stream()
        .map(e -> name(e.getKey()) + " = " + String.join(" or ", e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String listed(Set<List<Instance.Choice>> all) {
    String first =
        all.stream()
            .limit(MOST)
            .map(
                choices ->
                    choices.stream()
                        .map(c -> name(c.name()) + " = " + c.value())
                        .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    int rest = all.size() - MOST;
    return rest > 0 ? first + "; and " + rest + " more" : first;
  }

  private static String name(String latex) {
    return UnicodePrinter.print(new Name(latex));
  }
}
