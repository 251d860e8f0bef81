package dev.hence.shard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.json.JsonText;
import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The costs of steps in earlier runs.
 *
 * @param millis the computing in milliseconds, by file and id
 */
public record Costs(Map<Place, Long> millis) {
  public static final Costs UNKNOWN = new Costs(Map.of());

  private static final int FORMAT = 1;

  /** A step of a file. */
  public record Place(String file, String id) {}

  public Costs {
    millis = Map.copyOf(millis);
  }

  OptionalLong of(String file, String id) {
    Long known = millis.get(new Place(file, id));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** These, and where they know nothing, the others. */
  public Costs or(Costs others) {
    Map<Place, Long> all = new LinkedHashMap<>(others.millis);
    all.putAll(millis);
    return new Costs(all);
  }

  /** What the steps of a run took, as a text to be kept. */
  public static String text(RunReport report) {
    ObjectNode root = JsonText.object().put("henceCosts", FORMAT);
    ArrayNode steps = root.putArray("steps");
    for (DerivationReport derivation : report.derivations()) {
      for (StatementReport statement : derivation.statements()) {
        if (!statement.computing().isZero()) {
          steps
              .addObject()
              .put("file", derivation.derivation().source().name())
              .put("id", statement.statement().id())
              .put("milliseconds", statement.computing().toMillis());
        }
      }
    }
    return JsonText.of(root);
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws MalformedJson if it did not write that
   */
  public static Costs read(String text) {
    Member root = Member.read(text);
    if (root.get("henceCosts").integer() != FORMAT) {
      throw new MalformedJson("its format is not " + FORMAT);
    }
    Map<Place, Long> millis = new LinkedHashMap<>();
    for (Member step : root.get("steps").items()) {
      long cost = step.get("milliseconds").number();
      if (cost < 0) {
        throw new MalformedJson(step.path() + " took less than no time");
      }
      millis.put(new Place(step.get("file").text(), step.get("id").text()), cost);
    }
    return new Costs(millis);
  }

  /** All of them together; where several know a step, the last is right. */
  public static Costs all(List<Costs> costs) {
    return costs.stream().reduce(UNKNOWN, (known, next) -> next.or(known));
  }
}
