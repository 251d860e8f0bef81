package dev.hence.read.role;

import java.util.List;

/** The table of roles: one row for each way to tell what a line is; the first that fits counts. */
final class Roles {
  /** What a line is. */
  enum Role {
    DEFINITION,
    CLAIM,
    /** What restricts the statement before it. */
    CONDITION,
    /** Taken for granted. */
    ASSUMPTION,
    DYNAMICS,
    /** With which value trajectories begin. */
    START,
    /** What one step of an iteration assigns. */
    UPDATE,
    NO_STATEMENT,
    /** Several roles are possible, and nothing says which. */
    ASK
  }

  /** What the author says of the display. */
  enum Said {
    NOTHING,
    SKIP,
    GIVEN,
    CLAIM,
    DEFINE,
    /** The words before it announce an assumption, or values at the start. */
    ASSUMED,
    /** The words before it say that it restricts, or set what it ends with to 0. */
    CONDITION
  }

  /** What stands on the left. */
  enum Left {
    /** A name of which nothing is known. */
    NEW,
    /** A name that is declared without a formula. */
    DECLARED,
    /** A name that has a formula. */
    DEFINED,
    /** A name that the field takes for known. */
    USUAL,
    /** The time derivative of something that does not move yet. */
    RATE,
    /** What moves and begins freely, at the start. */
    START,
    /** A name that may be new, or the derivative of a known one. */
    DOUBTFUL,
    /** Index letters alone. */
    INDICES,
    OTHER
  }

  /** What a relation says. */
  enum Sign {
    NONE,
    EQUATION,
    /** {@code :=} and its like. */
    DEFINING,
    /** {@code \leftarrow}. */
    ASSIGNMENT,
    MEMBER,
    OTHER
  }

  /** One row; an empty list fits everything. */
  record Row(List<Said> said, List<Left> left, List<Sign> sign, Role role) {
    Row {
      said = List.copyOf(said);
      left = List.copyOf(left);
      sign = List.copyOf(sign);
    }

    boolean fits(Said s, Left l, Sign r) {
      return (said.isEmpty() || said.contains(s))
          && (left.isEmpty() || left.contains(l))
          && (sign.isEmpty() || sign.contains(r));
    }
  }

  static final List<Row> TABLE =
      List.of(
          new Row(List.of(Said.SKIP), List.of(), List.of(), Role.NO_STATEMENT),
          new Row(List.of(), List.of(), List.of(Sign.NONE), Role.NO_STATEMENT),
          new Row(List.of(), List.of(), List.of(Sign.MEMBER), Role.NO_STATEMENT),
          new Row(List.of(Said.ASSUMED), List.of(), List.of(), Role.NO_STATEMENT),
          new Row(List.of(Said.GIVEN, Said.CONDITION), List.of(), List.of(), Role.ASSUMPTION),
          new Row(List.of(), List.of(Left.INDICES), List.of(), Role.CONDITION),
          new Row(List.of(), List.of(), List.of(Sign.ASSIGNMENT), Role.UPDATE),
          new Row(
              List.of(), List.of(Left.NEW), List.of(Sign.EQUATION, Sign.DEFINING), Role.DEFINITION),
          new Row(List.of(Said.CLAIM), List.of(), List.of(), Role.CLAIM),
          new Row(
              List.of(),
              List.of(Left.DECLARED, Left.DEFINED, Left.USUAL),
              List.of(Sign.DEFINING),
              Role.DEFINITION),
          new Row(
              List.of(Said.DEFINE),
              List.of(Left.DECLARED, Left.DEFINED),
              List.of(Sign.EQUATION),
              Role.DEFINITION),
          new Row(List.of(), List.of(Left.DECLARED), List.of(Sign.EQUATION), Role.ASK),
          new Row(List.of(), List.of(Left.DOUBTFUL), List.of(Sign.EQUATION), Role.ASK),
          new Row(List.of(), List.of(Left.RATE), List.of(Sign.EQUATION), Role.DYNAMICS),
          new Row(List.of(), List.of(Left.START), List.of(Sign.EQUATION), Role.START),
          new Row(List.of(), List.of(), List.of(), Role.CLAIM));

  private Roles() {}

  static Role of(Said said, Left left, Sign sign) {
    return TABLE.stream()
        .filter(row -> row.fits(said, left, sign))
        .findFirst()
        .map(Row::role)
        .orElse(Role.ASK);
  }
}
