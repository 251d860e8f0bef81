package dev.hence.assertj;

import dev.hence.Examination;
import dev.hence.Hence;
import dev.hence.RandomInstance;
import dev.hence.RandomInstance.Entry;
import dev.hence.Settings;
import dev.hence.Side;
import dev.hence.report.StatementText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions that code computes what a formula says. */
public class CodeAssert extends AbstractAssert<CodeAssert, Code> {
  /** Rounding of code that sums some terms. */
  public static final double DEFAULT_TOLERANCE = 1e-9;

  private static final int DEFAULT_POINTS = 64;

  private List<String> names = List.of();
  private double tolerance = DEFAULT_TOLERANCE;
  private int points = DEFAULT_POINTS;
  private long seed = Settings.DEFAULT_SEED;

  /** About a function. */
  public CodeAssert(Code actual) {
    super(actual, CodeAssert.class);
  }

  /**
   * Says which variables the code takes, as the document names them; families count with all their
   * members. Needed where the formula depends on several.
   */
  public CodeAssert taking(String... variables) {
    names = List.of(variables);
    return this;
  }

  /**
   * Says by how much a value may be off, as a multiple of the sum of the sizes of the formula's
   * terms.
   */
  public CodeAssert withinRelative(double multiple) {
    tolerance = multiple;
    return this;
  }

  /** Says at how many points to look. */
  public CodeAssert atPoints(int count) {
    points = count;
    return this;
  }

  /** Says which points to look at. */
  public CodeAssert withSeed(long value) {
    seed = value;
    return this;
  }

  /**
   * That the code agrees with a side of a step at random points. The value of the formula is
   * certified; the code is allowed the tolerance.
   *
   * @param document a file, or a resource in the class path
   * @param step its tag, label or id; a definition serves as well
   */
  public CodeAssert agreesWith(String document, String step, Side side) {
    return agreesWith(Hence.derivation(document), step, side);
  }

  /** That the code agrees with a side of a step of a derivation at random points. */
  public CodeAssert agreesWith(Examination derivation, String step, Side side) {
    isNotNull();
    for (RandomInstance instance : derivation.instances(step, seed).list(points)) {
      if (disagreement(instance, side).isPresent()) {
        RandomInstance simplest =
            instance.simplest(candidate -> disagreement(candidate, side).isPresent());
        fail(derivation, step, side, disagreement(simplest, side).orElseThrow());
      }
    }
    return this;
  }

  /** Where code and formula differ. */
  private record Disagreement(RandomInstance instance, String code, String formula, String more) {}

  private Optional<Disagreement> disagreement(RandomInstance instance, Side side) {
    List<Entry> formula = instance.side(side);
    double[] code = run(instance, side);
    if (code.length != formula.size()) {
      return Optional.of(
          new Disagreement(instance, code.length + " numbers", formula.size() + " numbers", ""));
    }
    for (int k = 0; k < code.length; k++) {
      Entry entry = formula.get(k);
      double allowed = tolerance * entry.size();
      boolean near = Math.abs(code[k] - entry.value()) <= allowed; // false for NaN
      if (!near) {
        String which = code.length == 1 ? "" : "entry " + (k + 1) + ": ";
        return Optional.of(
            new Disagreement(
                instance,
                which + code[k],
                which + entry.value(),
                String.format(
                    Locale.ROOT,
                    "they differ by %.3g, and %.3g is allowed: %.3g times %.3g, the sum of the"
                        + " sizes of its terms",
                    Math.abs(code[k] - entry.value()),
                    allowed,
                    tolerance,
                    entry.size())));
      }
    }
    return Optional.empty();
  }

  private double[] run(RandomInstance instance, Side side) {
    return switch (actual) {
      case Code.ToNumber f -> new double[] {f.at(arguments(instance, side))};
      case Code.ToNumbers f -> f.at(arguments(instance, side));
      case Code.OfNames f -> f.at(instance);
    };
  }

  private double[] arguments(RandomInstance instance, Side side) {
    List<String> needed = instance.names(side);
    if (names.isEmpty() && needed.size() != 1) {
      throw new IllegalArgumentException(
          "the formula depends on %s: say with taking(…) what the code takes, and in which order"
              .formatted(needed.isEmpty() ? "nothing" : String.join(", ", needed)));
    }
    return instance.entries(names.isEmpty() ? needed : names);
  }

  private void fail(Examination derivation, String step, Side side, Disagreement found) {
    String statement =
        StatementText.of(derivation.statement(step), derivation.derivation().source());
    String word = side == Side.LEFT ? "left" : "right";
    throw failureWithActualExpected(
        found.code(),
        found.formula(),
        "%s",
        """
        expected the code to agree with the %s side of step %s of %s
            %s
            at       %s
            code     %s
            formula  %s
            %s\
        """
            .formatted(
                word,
                step,
                derivation.derivation().source().name(),
                statement,
                found.instance(),
                found.code(),
                found.formula(),
                found.more())
            .stripTrailing());
  }
}
