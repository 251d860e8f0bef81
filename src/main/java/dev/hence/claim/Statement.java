package dev.hence.claim;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** One thing that the document says, in the order of the document. */
public sealed interface Statement {
  /** Unique in the document: the label, or its order; {@code 4.2} is the second step of chain 4. */
  String id();

  /** The author's tag or label. */
  Optional<String> label();

  Span span();

  /**
   * A claim to be checked: one relation between two neighbours of a chain.
   *
   * @param horizon the name of the time at which the trajectory of the statement ends; empty for
   *     statements about one state
   * @param conditions when it is said: relations that restrict indices and points
   * @param scope what is known where it stands
   * @param trial the instances on which it is tried
   */
  record Step(
      String id,
      Optional<String> label,
      Span span,
      Kind kind,
      Optional<Name> horizon,
      Expr left,
      Relation relation,
      Expr right,
      List<Condition> conditions,
      Scope scope,
      Trial trial,
      Expectation expected)
      implements Statement {
    public Step {
      conditions = List.copyOf(conditions);
    }
  }

  /** A definition, the dynamics or an assumption: nothing to check. */
  record Given(
      String id, Optional<String> label, Span span, String what, Expr left, Expr right, Scope scope)
      implements Statement {}

  /** A display without a relation, or one that the author said to skip. */
  record NoStatement(String id, Optional<String> label, Span span, String why)
      implements Statement {}

  /** A display, or a part of one, that could not be read. */
  record Unread(String id, Optional<String> label, Span span, Problem problem, Expectation expected)
      implements Statement {}
}
