package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.List;

/** A variable of finitely many values serves as an index: each value is a case of its own. */
final class NeedsCase extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Member member;
  private final transient List<Rational> values;

  NeedsCase(Member member, List<Rational> values) {
    super("cases of " + member, null, false, false);
    this.member = member;
    this.values = List.copyOf(values);
  }

  Member member() {
    return member;
  }

  List<Rational> values() {
    return values;
  }
}
