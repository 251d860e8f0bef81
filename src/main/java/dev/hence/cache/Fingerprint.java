package dev.hence.cache;

import dev.hence.text.Span;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A digest of a value made of records: equal for equal values in every process, and different for
 * different ones. Every component of every record is part of it, also one that is added later, but
 * where something stands in a document is not. A part that occurs often is digested once.
 */
final class Fingerprint {
  private final IdentityHashMap<Object, byte[]> known = new IdentityHashMap<>();

  /** The digest of the value. */
  byte[] of(Object value) {
    if (value instanceof Record) {
      byte[] before = known.get(value);
      if (before != null) {
        return before;
      }
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    write(content, value);
    byte[] digest = sha256(content.toByteArray());
    if (value instanceof Record) {
      known.put(value, digest);
    }
    return digest;
  }

  private void write(ByteArrayOutputStream out, Object value) {
    switch (value) {
      case Record r -> write(out, r);
      case String s -> text(out, 's', s);
      case Enum<?> e -> text(out, 'e', e.getDeclaringClass().getName() + "." + e.name());
      case Boolean b -> text(out, 'b', b.toString());
      case Integer i -> text(out, 'i', i.toString());
      case Long l -> text(out, 'l', l.toString());
      case Double d -> text(out, 'd', Double.toHexString(d));
      case BigInteger n -> text(out, 'n', n.toString());
      case Optional<?> o -> all(out, 'o', o.stream().toList());
      case OptionalInt o -> all(out, 'o', o.stream().boxed().toList());
      case SequencedMap<?, ?> m -> all(out, 'm', m.entrySet().stream().map(this::entry).toList());
      case Map<?, ?> m -> sorted(out, m.entrySet().stream().map(this::entry).toList());
      case SequencedCollection<?> c -> all(out, 'c', c);
      case Set<?> s -> sorted(out, s);
      default -> throw new IllegalArgumentException("no digest of a " + value.getClass());
    }
  }

  private List<Object> entry(Map.Entry<?, ?> entry) {
    return List.of(entry.getKey(), entry.getValue());
  }

  private void write(ByteArrayOutputStream out, Record value) {
    text(out, 'r', value.getClass().getName());
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (component.getType() != Span.class) {
        text(out, '.', component.getName());
        out.writeBytes(of(component(value, component)));
      }
    }
  }

  private static Object component(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a part of " + value.getClass() + " cannot be read", e);
    }
  }

  private void all(ByteArrayOutputStream out, char kind, Collection<?> values) {
    text(out, kind, Integer.toString(values.size()));
    values.forEach(v -> out.writeBytes(of(v)));
  }

  /** Of collections whose order means nothing, and may differ from process to process. */
  private void sorted(ByteArrayOutputStream out, Collection<?> values) {
    text(out, 'u', Integer.toString(values.size()));
    List<byte[]> digests = new ArrayList<>();
    values.forEach(v -> digests.add(of(v)));
    digests.sort(Arrays::compare);
    digests.forEach(out::writeBytes);
  }

  /** A text with its length, so that no two lists of texts look the same. */
  private static void text(ByteArrayOutputStream out, char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeBytes((kind + Integer.toString(bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(bytes);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
