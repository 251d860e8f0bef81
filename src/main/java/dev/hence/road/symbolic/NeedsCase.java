package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.List;

/** A variable of finitely many values: each is a case of its own. */
final class NeedsCase extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Member member;
  private final transient List<List<Rational>> values;

  /**
   * @param values all that the variable may be, each as its entries, row by row
   */
  NeedsCase(Member member, List<List<Rational>> values) {
    super("cases of " + member, null, false, false);
    this.member = member;
    this.values = List.copyOf(values);
  }

  /** The cases of a number. */
  static NeedsCase ofNumber(Member member, List<Rational> values) {
    return new NeedsCase(member, values.stream().map(List::of).toList());
  }

  Member member() {
    return member;
  }

  List<List<Rational>> values() {
    return values;
  }
}
