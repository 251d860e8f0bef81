package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.read.type.Type;
import java.util.List;

/** What something is besides its type, where those around it need to know. */
sealed interface Form {
  /** Nothing is to be known of it. */
  enum Plain implements Form {
    PLAIN
  }

  /** A number that is written out: 0 is the zero of any type. */
  record Numeral(Rational value) implements Form {
    boolean isZero() {
      return value.signum() == 0;
    }
  }

  /** A name that is no function, with so many indices. */
  record Reference(Name name, int indices) implements Form {}

  /** The value of a function at arguments of these types, differentiated so many times. */
  record Called(List<Type> arguments, Type value, int order) implements Form {
    public Called {
      arguments = List.copyOf(arguments);
    }
  }

  /** A derivative by a state's variable, beside which its velocity may stand. */
  record Gradient() implements Form {}

  /** A number times the second derivatives of a number: beside numbers their trace. */
  record Hessian() implements Form {}

  /** The velocity of a vector. */
  record Velocity() implements Form {}
}
