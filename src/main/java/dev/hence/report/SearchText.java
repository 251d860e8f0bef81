package dev.hence.report;

import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Evidence.PointAgreement;
import dev.hence.verdict.Evidence.Search;
import dev.hence.verdict.Point;
import dev.hence.verdict.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The search for a violation of an inequality, in words. */
public final class SearchText {
  private static final int MOST_ENTRIES = 6;
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private SearchText() {}

  /** {@code no violation from 24 starts, closest 1e-9 at x = 1.414}. */
  public static String of(Search search) {
    String at = point(search.at());
    return "no violation from %d %s, closest %s%s"
        .formatted(
            search.starts(),
            search.starts() == 1 ? "start" : "starts",
            Numbers.rough(Math.max(search.closest(), 0)),
            at.isEmpty() ? "" : " at " + at);
  }

  /** Of all instances the search that came closest. */
  public static Optional<Search> closest(Verdict verdict) {
    return verdict.evidence().stream()
        .flatMap(e -> e instanceof PointAgreement p ? p.search().stream() : Stream.empty())
        .min(Comparator.comparingDouble(Search::closest));
  }

  /** The numbers of a point with few digits; nothing where there are many of them. */
  private static String point(Point point) {
    int entries = point.values().keySet().stream().mapToInt(Variable::size).sum();
    return entries > MOST_ENTRIES
        ? ""
        : point.values().entrySet().stream()
            .map(e -> CounterexampleText.name(e.getKey()) + " = " + value(e.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String value(List<Rational> entries) {
    String all = entries.stream().map(SearchText::rounded).collect(Collectors.joining(", "));
    return entries.size() == 1 ? all : "(" + all + ")";
  }

  private static String rounded(Rational value) {
    if (value.denominator().bitLength() <= DIGITS.getPrecision()) {
      return UnicodePrinter.print(value);
    }
    BigDecimal decimal =
        new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), DIGITS);
    return decimal.stripTrailingZeros().toString().replace("-", "−").replace("E−", "e-");
  }
}
