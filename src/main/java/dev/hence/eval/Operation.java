package dev.hence.eval;

import dev.hence.expr.ElementaryFunction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The operation of one instruction of a {@link Program} on its operands {@code a}, {@code b},
 * {@code c}.
 */
enum Operation {
  PI,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  NEGATE,
  /** a to the integer b. */
  INTEGER_POWER,
  /** a to the real b. */
  POWER,
  /** The b-th root of a. */
  ROOT,
  /** b if a &gt; 0, c if a &lt; 0. */
  SELECT,
  /** b if a ≥ 0, c if a &lt; 0. */
  CHOOSE,
  /** a, if b has a value. */
  GIVEN,
  EXP(ElementaryFunction.EXP),
  LOG(ElementaryFunction.LOG),
  SQRT(ElementaryFunction.SQRT),
  SIN(ElementaryFunction.SIN),
  COS(ElementaryFunction.COS),
  TAN(ElementaryFunction.TAN),
  ARCSIN(ElementaryFunction.ARCSIN),
  ARCCOS(ElementaryFunction.ARCCOS),
  ARCTAN(ElementaryFunction.ARCTAN),
  SINH(ElementaryFunction.SINH),
  COSH(ElementaryFunction.COSH),
  TANH(ElementaryFunction.TANH),
  ARSINH(ElementaryFunction.ARSINH),
  ARCOSH(ElementaryFunction.ARCOSH),
  ARTANH(ElementaryFunction.ARTANH),
  ERF(ElementaryFunction.ERF),
  /** Computes the a-th matrix exponential of the program; its value is read by {@link #ENTRY}. */
  MATRIX_EXPONENTIAL,
  /** Entry b of the c-th matrix exponential, which instruction a computed. */
  ENTRY,
  /** The c-th integral of the program, from a to b. */
  INTEGRAL;

  private static final Map<ElementaryFunction, Operation> OF_FUNCTION =
      new EnumMap<>(ElementaryFunction.class);

  static {
    for (Operation operation : values()) {
      operation.function.ifPresent(function -> OF_FUNCTION.put(function, operation));
    }
  }

  private final Optional<ElementaryFunction> function;

  Operation() {
    function = Optional.empty();
  }

  Operation(ElementaryFunction function) {
    this.function = Optional.of(function);
  }

  static Operation of(ElementaryFunction function) {
    return OF_FUNCTION.get(function);
  }

  /** The elementary function that this operation applies to its first operand. */
  ElementaryFunction function() {
    return function.orElseThrow();
  }

  /**
   * Carries the operation out in a field.
   *
   * @param value the values of earlier nodes; throws what made one fail
   */
  <S> S apply(Field<S> field, IntFunction<S> value, int a, int b, int c) {
    return switch (this) {
      case PI -> field.pi();
      case ADD -> field.add(value.apply(a), value.apply(b));
      case SUBTRACT -> field.subtract(value.apply(a), value.apply(b));
      case MULTIPLY -> field.multiply(value.apply(a), value.apply(b));
      case DIVIDE -> field.divide(value.apply(a), value.apply(b));
      case NEGATE -> field.negate(value.apply(a));
      case INTEGER_POWER -> field.power(value.apply(a), b);
      case POWER -> field.power(value.apply(a), value.apply(b));
      case ROOT -> field.root(value.apply(a), b);
      case GIVEN -> field.given(value.apply(a), value.apply(b));
      case SELECT -> field.select(value.apply(a), () -> value.apply(b), () -> value.apply(c));
      case CHOOSE -> field.choose(value.apply(a), () -> value.apply(b), () -> value.apply(c));
      case EXP, LOG, SQRT, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN ->
          field.apply(function(), value.apply(a));
      case SINH, COSH, TANH, ARSINH, ARCOSH, ARTANH, ERF -> field.apply(function(), value.apply(a));
      case MATRIX_EXPONENTIAL, ENTRY, INTEGRAL ->
          throw new IllegalStateException("not a scalar operation");
    };
  }

  /** How many of the operands a, b, c are nodes. */
  int arity() {
    return switch (this) {
      case PI, MATRIX_EXPONENTIAL -> 0;
      case NEGATE, INTEGER_POWER, ROOT, ENTRY -> 1;
      case EXP, LOG, SQRT, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN -> 1;
      case SINH, COSH, TANH, ARSINH, ARCOSH, ARTANH, ERF -> 1;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, GIVEN, INTEGRAL -> 2;
      case SELECT, CHOOSE -> 3;
    };
  }

  /** Whether one of two operands is taken, by the sign of another. */
  boolean isChoice() {
    return this == SELECT || this == CHOOSE;
  }
}
