package dev.hence.read.elaborate;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a name with its scripts is, before its arguments are looked at. */
sealed interface Found {
  /** Something that has a value as it stands. */
  record Value(Typed value) implements Found {}

  /**
   * A function that waits for arguments.
   *
   * @param subscripts arguments that stand low at its name
   * @param after what is done with its value: an entry is taken, or it is taken at a time
   * @param raised whether a power stands on its name, which may be one of the value
   */
  record Function(
      Calls.Callee callee, List<Typed> subscripts, UnaryOperator<Typed> after, boolean raised)
      implements Found {
    Function(Calls.Callee callee, List<Typed> subscripts, UnaryOperator<Typed> after) {
      this(callee, subscripts, after, false);
    }

    public Function {
      subscripts = List.copyOf(subscripts);
    }

    Function(Calls.Callee callee) {
      this(callee, List.of(), UnaryOperator.identity());
    }

    Function then(UnaryOperator<Typed> next) {
      return new Function(callee, subscripts, value -> next.apply(after.apply(value)), raised);
    }

    Function withPower() {
      return new Function(callee, subscripts, after, true);
    }
  }
}
