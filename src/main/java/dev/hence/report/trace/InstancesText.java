package dev.hence.report.trace;

import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances that a verdict speaks of. */
final class InstancesText {
  private InstancesText() {}

  /**
   * {@code f = linear or polynomial(3)}, {@code N = 1 or 2}, and how many combinations were tried
   * where it was not each with each; none where there is only one, without choices.
   */
  static List<String> of(Verdict verdict) {
    Set<List<Instance.Choice>> all = new LinkedHashSet<>();
    verdict.evidence().stream().map(Evidence::instance).forEach(i -> all.add(i.choices()));
    all.remove(List.<Instance.Choice>of());
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, Set<String>> values = new LinkedHashMap<>();
    all.forEach(
        choices ->
            choices.forEach(
                c -> values.computeIfAbsent(c.name(), n -> new LinkedHashSet<>()).add(c.value())));
    List<String> texts = new ArrayList<>();
    values.forEach((name, tried) -> texts.add(name(name) + " = " + alternatives(tried)));
    long product = values.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
    if (product != all.size()) {
      texts.add(all.size() + " combinations of these");
    }
    return List.copyOf(texts);
  }

  private static String alternatives(Set<String> values) {
    return String.join(" or ", values);
  }

  private static String name(String latex) {
    return UnicodePrinter.print(new Name(latex));
  }
}
