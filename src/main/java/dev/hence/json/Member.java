package dev.hence.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A value that was read, with the way to it. Each question throws {@link MalformedJson} where the
 * value is not of the kind that is asked for; no class is ever named by what is read.
 *
 * @param path for people: {@code derivations[0].steps[2].line}
 */
public record Member(String path, JsonNode node) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(500).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads an object. */
  public static Member read(String json) {
    try {
      Member root = new Member("", MAPPER.readTree(json));
      return root.node.isObject() ? root : root.fail("an object");
    } catch (JsonProcessingException e) {
      throw new MalformedJson("it is not JSON: " + e.getOriginalMessage());
    }
  }

  /** A member of an object. */
  public Member get(String key) {
    return find(key).orElseThrow(() -> new MalformedJson(at(key) + " is missing"));
  }

  /** A member of an object; empty if there is none or it is null. */
  public Optional<Member> find(String key) {
    if (!node.isObject()) {
      fail("an object");
    }
    JsonNode value = node.get(key);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new Member(at(key), value));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The members of an object by their keys. */
  public SequencedMap<String, Member> members() {
    if (!node.isObject()) {
      fail("an object");
    }
    SequencedMap<String, Member> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> e : node.properties()) {
      members.put(e.getKey(), new Member(at(e.getKey()), e.getValue()));
    }
    return members;
  }

  public List<Member> items() {
    if (!node.isArray()) {
      fail("an array");
    }
    List<Member> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new Member(path + "[" + items.size() + "]", item));
    }
    return items;
  }

  public List<String> texts() {
    return items().stream().map(Member::text).toList();
  }

  public List<Integer> integers() {
    return items().stream().map(Member::integer).toList();
  }

  public String text() {
    return node.isTextual() ? node.textValue() : fail("a text").text();
  }

  public int integer() {
    return node.canConvertToInt() && node.isIntegralNumber()
        ? node.intValue()
        : fail("an integer").integer();
  }

  public long number() {
    return node.canConvertToLong() && node.isIntegralNumber()
        ? node.longValue()
        : fail("an integer").number();
  }

  public double real() {
    return node.isNumber() ? node.doubleValue() : fail("a number").real();
  }

  public boolean flag() {
    return node.isBoolean() ? node.booleanValue() : fail("true or false").flag();
  }

  /** One of the constants of an enumeration, by its name. */
  public <E extends Enum<E>> E constant(Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text())) {
        return constant;
      }
    }
    throw new MalformedJson((path.isEmpty() ? "it" : path) + " is not known: " + text());
  }

  private Member fail(String expected) {
    throw new MalformedJson((path.isEmpty() ? "it" : path) + " is not " + expected);
  }
}
