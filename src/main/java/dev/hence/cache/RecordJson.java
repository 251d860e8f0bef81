package dev.hence.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.claim.Statement;
import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.verdict.Instance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Records as JSON and back. What may be made is settled by the declared type alone: its components,
 * and of a sealed interface the classes that it permits, known by their simple names. So a file can
 * name no other class. The step and its instances are not written: an instance is a number in the
 * list, the step is the one that is asked about, or one of those before it that proofs may use.
 *
 * @param earlier the same when it is read as when it was written
 * @param instances of the step, the same when it is read as when it was written
 */
record RecordJson(Statement.Step step, List<Statement.Step> earlier, List<Instance> instances) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String KIND = "is";

  // Writing

  JsonNode write(Type type, Object value) {
    return switch (value) {
      case Instance i -> NODES.numberNode(number(i));
      case Statement.Step s -> step(s);
      case String s -> NODES.textNode(s);
      case Integer i -> NODES.numberNode(i);
      case Long n -> NODES.textNode(n.toString());
      case Boolean b -> NODES.booleanNode(b);
      case Double d -> NODES.textNode(Double.toString(d));
      case BigInteger n -> NODES.textNode(n.toString());
      case Enum<?> e -> NODES.textNode(e.name());
      case Optional<?> o -> array(argument(type, 0), o.stream().toList());
      case List<?> l -> array(argument(type, 0), l);
      case Map<?, ?> m -> map(type, m);
      case Record r -> object(type, r);
      default -> throw new IllegalArgumentException("cannot be kept: " + value.getClass());
    };
  }

  private int number(Instance instance) {
    int number = instances.indexOf(instance);
    if (number < 0) {
      throw new IllegalArgumentException("an instance of another step");
    }
    return number;
  }

  private JsonNode step(Statement.Step other) {
    int number = other.equals(step) ? 0 : 1 + earlier.indexOf(other);
    if (number == 0 && !other.equals(step)) {
      throw new IllegalArgumentException("evidence about another step");
    }
    return NODES.numberNode(number);
  }

  private ArrayNode array(Type type, List<?> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(v -> array.add(write(type, v)));
    return array;
  }

  private ArrayNode map(Type type, Map<?, ?> map) {
    ArrayNode array = NODES.arrayNode();
    for (Map.Entry<?, ?> e : map.entrySet()) {
      array
          .addArray()
          .add(write(argument(type, 0), e.getKey()))
          .add(write(argument(type, 1), e.getValue()));
    }
    return array;
  }

  private ObjectNode object(Type declared, Record value) {
    ObjectNode node = NODES.objectNode();
    if (declared != value.getClass()) {
      node.put(KIND, value.getClass().getSimpleName());
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      node.set(component.getName(), write(component.getGenericType(), part(value, component)));
    }
    return node;
  }

  private static Object part(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a part of " + value.getClass() + " cannot be read", e);
    }
  }

  // Reading

  /**
   * What was written.
   *
   * @throws MalformedJson if it is nothing of this type
   */
  Object read(Type type, Member member) {
    Class<?> raw = raw(type);
    if (raw == Instance.class) {
      return instance(member);
    }
    if (raw == Statement.Step.class) {
      return step(member);
    }
    if (raw == String.class) {
      return member.text();
    }
    if (raw == int.class || raw == Integer.class) {
      return member.integer();
    }
    if (raw == boolean.class) {
      return member.flag();
    }
    if (raw == double.class || raw == Double.class) {
      return number(Double::valueOf, member);
    }
    if (raw == long.class || raw == Long.class) {
      return number(Long::valueOf, member);
    }
    if (raw == BigInteger.class) {
      return number(BigInteger::new, member);
    }
    if (raw.isEnum()) {
      return constant(raw, member);
    }
    if (raw == List.class) {
      return list(argument(type, 0), member);
    }
    if (raw == Optional.class) {
      return optional(argument(type, 0), member);
    }
    if (raw == SequencedMap.class) {
      return map(type, member);
    }
    return record(kind(raw, member), member);
  }

  private Instance instance(Member member) {
    int number = member.integer();
    if (number < 0 || number >= instances.size()) {
      throw new MalformedJson("there is no instance " + number);
    }
    return instances.get(number);
  }

  private Statement.Step step(Member member) {
    int number = member.integer();
    if (number < 0 || number > earlier.size()) {
      throw new MalformedJson("there is no step " + number);
    }
    return number == 0 ? step : earlier.get(number - 1);
  }

  private static Object number(Function<String, Object> reading, Member member) {
    try {
      return reading.apply(member.text());
    } catch (NumberFormatException e) {
      throw new MalformedJson(member.path() + " is not a number");
    }
  }

  private static Object constant(Class<?> type, Member member) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> ((Enum<?>) c).name().equals(member.text()))
        .findFirst()
        .orElseThrow(() -> new MalformedJson(member.path() + " is not known"));
  }

  private List<Object> list(Type type, Member member) {
    return member.items().stream().map(item -> read(type, item)).toList();
  }

  private Optional<Object> optional(Type type, Member member) {
    List<Object> values = list(type, member);
    if (values.size() > 1) {
      throw new MalformedJson(member.path() + " is more than one");
    }
    return values.stream().findFirst();
  }

  private SequencedMap<Object, Object> map(Type type, Member member) {
    SequencedMap<Object, Object> map = new LinkedHashMap<>();
    for (Member entry : member.items()) {
      List<Member> parts = entry.items();
      if (parts.size() != 2) {
        throw new MalformedJson(entry.path() + " is no pair");
      }
      map.put(read(argument(type, 0), parts.get(0)), read(argument(type, 1), parts.get(1)));
    }
    return map;
  }

  /** The class that is meant: the declared one, or one that it permits. */
  private static Class<?> kind(Class<?> declared, Member member) {
    if (declared.isRecord()) {
      return declared;
    }
    String name = member.get(KIND).text();
    return permitted(declared).stream()
        .filter(c -> c.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new MalformedJson(member.path() + " is not known: " + name));
  }

  /** The records that a sealed interface leads to. */
  static List<Class<?>> permitted(Class<?> type) {
    if (type.isRecord()) {
      return List.of(type);
    }
    if (!type.isSealed()) {
      throw new IllegalArgumentException("not a sealed family of records: " + type);
    }
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(c -> permitted(c).stream())
        .toList();
  }

  private Object record(Class<?> type, Member member) {
    RecordComponent[] components = type.getRecordComponents();
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : components) {
      parts.add(read(component.getGenericType(), member.get(component.getName())));
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(parts.toArray());
    } catch (InvocationTargetException e) {
      throw new MalformedJson(member.path() + " cannot be: " + e.getCause().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType p ? raw(p.getRawType()) : (Class<?>) type;
  }

  private static Type argument(Type type, int number) {
    return ((ParameterizedType) type).getActualTypeArguments()[number];
  }
}
