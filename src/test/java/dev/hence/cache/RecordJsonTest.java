package dev.hence.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.claim.Statement;
import dev.hence.json.JsonText;
import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.proof.Term;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {
  private static final Statement.Step STEP = Steps.first("$$2 x = x + x$$\n");
  private static final List<Instance> INSTANCES = Steps.instances(STEP);
  private static final RecordJson RECORDS = new RecordJson(STEP, List.of(), INSTANCES);

  static Stream<Class<?>> everyKind() {
    return Stream.concat(
        RecordJson.permitted(Evidence.class).stream(), RecordJson.permitted(Term.class).stream());
  }

  private static Type family(Class<?> kind) {
    return Term.class.isAssignableFrom(kind) ? Term.class : Evidence.class;
  }

  /** Some value of a type, with something in each list down to a depth. */
  private static Object some(Type type, int depth) {
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    Type[] parts = type instanceof ParameterizedType p ? p.getActualTypeArguments() : new Type[0];
    if (raw == Instance.class) {
      return INSTANCES.getFirst();
    }
    if (raw == Statement.Step.class) {
      return STEP;
    }
    if (raw == String.class) {
      return "a\u0000\"\ud800é";
    }
    if (raw == int.class || raw == Integer.class) {
      return 2;
    }
    if (raw == long.class || raw == Long.class) {
      return Long.MAX_VALUE;
    }
    if (raw == boolean.class) {
      return true;
    }
    if (raw == double.class || raw == Double.class) {
      return depth % 2 == 0 ? Double.NaN : 0.1 + 0.2;
    }
    if (raw == BigInteger.class) {
      return BigInteger.TWO.pow(100).add(BigInteger.ONE);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[1];
    }
    if (raw == List.class) {
      return depth > 4 ? List.of() : List.of(some(parts[0], depth + 1), some(parts[0], depth + 1));
    }
    if (raw == Optional.class) {
      return depth > 4 ? Optional.empty() : Optional.of(some(parts[0], depth + 1));
    }
    if (raw == SequencedMap.class) {
      SequencedMap<Object, Object> map = new LinkedHashMap<>();
      map.put(some(parts[0], depth + 1), some(parts[1], depth + 1));
      return map;
    }
    return record(RecordJson.permitted(raw).getFirst(), depth);
  }

  private static Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts =
        Arrays.stream(components).map(c -> some(c.getGenericType(), depth + 1)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void readsBackWhatItWrote(Class<?> kind) {
    Object value = record(kind, 0);
    ObjectNode node = (ObjectNode) RECORDS.write(family(kind), value);
    Member read = Member.read(JsonText.of(node));
    assertThat(RECORDS.read(family(kind), read)).isEqualTo(value);
  }

  record Counted(long number, Long other) {}

  @Test
  void keepsEveryDigitOfALong() {
    Counted value = new Counted(Long.MIN_VALUE, (1L << 53) + 1);
    Member read = Member.read(JsonText.of((ObjectNode) RECORDS.write(Counted.class, value)));
    assertThat(RECORDS.read(Counted.class, read)).isEqualTo(value);
  }

  @Test
  void makesOnlyWhatTheDeclaredTypePermits() {
    for (String kind : List.of("java.lang.Object", "Name", "Verdict", "Sum", "")) {
      Member member = Member.read("{\"is\": \"" + kind + "\", \"latex\": \"x\"}");
      assertThatThrownBy(() -> RECORDS.read(Evidence.class, member))
          .isInstanceOf(MalformedJson.class);
    }
  }

  @Test
  void readsNoInstanceThatIsNotThere() {
    for (int number : List.of(-1, INSTANCES.size())) {
      Member member =
          Member.read("{\"is\": \"NumericOpen\", \"instance\": " + number + ", \"reason\": \"\"}");
      assertThatThrownBy(() -> RECORDS.read(Evidence.class, member))
          .isInstanceOf(MalformedJson.class);
    }
  }
}
