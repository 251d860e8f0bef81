package dev.hence.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.report.record.Value;
import dev.hence.report.record.Value.Fields;
import java.util.Map;

/** Details that only programs read, to and from JSON. */
final class ValueJson {
  private ValueJson() {}

  static void write(ObjectNode node, Fields fields) {
    for (Map.Entry<String, Value> e : fields.values().entrySet()) {
      switch (e.getValue()) {
        case Value.Text t -> node.put(e.getKey(), t.text());
        case Value.Whole w -> node.put(e.getKey(), w.number());
        case Value.Real r -> node.put(e.getKey(), r.number());
        case Value.Flag f -> node.put(e.getKey(), f.holds());
        case Value.Nothing n -> node.putNull(e.getKey());
        case Value.Items items -> write(node.putArray(e.getKey()), items);
        case Fields inner -> write(node.putObject(e.getKey()), inner);
      }
    }
  }

  private static void write(ArrayNode array, Value.Items items) {
    for (Value value : items.values()) {
      switch (value) {
        case Value.Text t -> array.add(t.text());
        case Value.Whole w -> array.add(w.number());
        case Value.Real r -> array.add(r.number());
        case Value.Flag f -> array.add(f.holds());
        case Value.Nothing n -> array.addNull();
        case Value.Items inner -> write(array.addArray(), inner);
        case Fields fields -> write(array.addObject(), fields);
      }
    }
  }

  static Fields fields(Member member) {
    Fields fields = Fields.NONE;
    for (Map.Entry<String, Member> e : member.members().entrySet()) {
      fields = fields.with(e.getKey(), value(e.getValue()));
    }
    return fields;
  }

  static Value value(Member member) {
    JsonNode node = member.node();
    return switch (node.getNodeType()) {
      case STRING -> new Value.Text(node.textValue());
      case NUMBER ->
          node.isIntegralNumber()
              ? new Value.Whole(member.number())
              : new Value.Real(node.doubleValue());
      case BOOLEAN -> new Value.Flag(node.booleanValue());
      case NULL -> new Value.Nothing();
      case ARRAY -> new Value.Items(member.items().stream().map(ValueJson::value).toList());
      case OBJECT -> fields(member);
      case BINARY, MISSING, POJO ->
          throw new MalformedJson(member.path() + " is nothing that JSON has");
    };
  }
}
