package dev.hence.eval;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an expression is evaluated: the numbers, the instance, the index letters in force, the
 * names of times, and what names stand for. Immutable but for the memory of values already
 * computed.
 */
final class Env<S> implements IntegerPlace {
  final Field<S> field;
  final Interpretation interpretation;
  final Bindings<S> bindings;
  private final Map<String, Integer> letters;
  private final Map<Name, TimePoint> times;
  private final Map<String, Integer> labels;
  private final Map<String, Tensor<S>> memory;

  private Env(
      Field<S> field,
      Interpretation interpretation,
      Bindings<S> bindings,
      Map<String, Integer> letters,
      Map<Name, TimePoint> times,
      Map<String, Integer> labels,
      Map<String, Tensor<S>> memory) {
    this.field = field;
    this.interpretation = interpretation;
    this.bindings = bindings;
    this.letters = letters;
    this.times = times;
    this.labels = labels;
    this.memory = memory;
  }

  static <S> Env<S> of(
      Field<S> field,
      Interpretation interpretation,
      Bindings<S> bindings,
      Map<String, Integer> letters) {
    Map<Name, TimePoint> times = new HashMap<>();
    interpretation.horizon().ifPresent(name -> times.put(name, TimePoint.END));
    return new Env<>(field, interpretation, bindings, letters, times, Map.of(), new HashMap<>());
  }

  Env<S> withLetter(String letter, int value) {
    return withLetters(List.of(letter), List.of(value));
  }

  Env<S> withLetters(List<String> names, List<Integer> values) {
    if (names.isEmpty()) {
      return this;
    }
    Map<String, Integer> more = new HashMap<>(letters);
    for (int k = 0; k < names.size(); k++) {
      more.put(names.get(k), values.get(k));
    }
    return new Env<>(field, interpretation, bindings, more, times, labels, memory);
  }

  Env<S> withTime(Name name, TimePoint time) {
    Map<Name, TimePoint> more = new HashMap<>(times);
    more.put(name, time);
    return new Env<>(field, interpretation, bindings, letters, more, labels, memory);
  }

  /** Where a name is no time, whatever it was outside. */
  Env<S> withoutTime(Name name) {
    if (!times.containsKey(name)) {
      return this;
    }
    Map<Name, TimePoint> fewer = new HashMap<>(times);
    fewer.remove(name);
    return new Env<>(field, interpretation, bindings, letters, fewer, labels, new HashMap<>());
  }

  Env<S> withBindings(Bindings<S> other) {
    return new Env<>(field, interpretation, other, letters, times, labels, new HashMap<>());
  }

  /** Where members of a random name have drawn whole numbers, which may stand as indices. */
  Env<S> withLabels(Map<String, Integer> drawn) {
    Map<String, Integer> more = new HashMap<>(labels);
    more.putAll(drawn);
    return new Env<>(field, interpretation, bindings, letters, times, more, new HashMap<>());
  }

  /** Under what the label of a member is kept. */
  static String label(Name name, List<Integer> indices) {
    return name.key(indices.size()) + indices;
  }

  /** The same place in other numbers. */
  <R> Env<R> lifted(Field<R> otherField, Bindings<R> otherBindings) {
    return new Env<>(
        otherField, interpretation, otherBindings, letters, times, labels, new HashMap<>());
  }

  Optional<TimePoint> time(Name name) {
    return Optional.ofNullable(times.get(name));
  }

  int letterValue(String letter) {
    return letter(letter)
        .orElseThrow(() -> new IllegalStateException("index " + letter + " has no value"));
  }

  int sizeValue(Size size) {
    return valueOf(size).orElseThrow(() -> new IllegalStateException("no value for " + size));
  }

  private OptionalInt valueOf(Size size) {
    return size.value(interpretation.sizes(), letters);
  }

  /** A defined name's value, remembered while the bindings stay the same. */
  Optional<Tensor<S>> remembered(String key) {
    return Optional.ofNullable(memory.get(key));
  }

  void remember(String key, Tensor<S> value) {
    memory.put(key, value);
  }

  Optional<Lambda> definition(Name name, int indices) {
    return Optional.ofNullable(interpretation.definitions().get(name.key(indices)));
  }

  /**
   * The value of an integer expression.
   *
   * @throws EvaluationException if it is made of more than integers known here
   */
  int integer(Expr expr) {
    return Integers.value(expr, this)
        .orElseThrow(
            () -> EvaluationException.unsupported("an index that is no known whole number"));
  }

  @Override
  public OptionalInt letter(String letter) {
    return letters.containsKey(letter) ? OptionalInt.of(letters.get(letter)) : OptionalInt.empty();
  }

  @Override
  public OptionalInt size(Size size) {
    return valueOf(size);
  }

  /** A name that moves or is bound stands for more than its formula. */
  @Override
  public Optional<Lambda> formula(Name name, List<Integer> indices) {
    Integer label = labels.get(label(name, indices));
    if (label != null) {
      return Optional.of(new Lambda(List.of(), List.of(), new Expr.Literal(Rational.of(label))));
    }
    return bindings.bound(name, indices).isPresent()
        ? Optional.empty()
        : definition(name, indices.size());
  }

  @Override
  public IntegerPlace inside(List<String> names, List<Integer> values) {
    return withLetters(names, values);
  }
}
