package dev.hence.claim;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One thing that the document says, in the order of the document. */
public sealed interface Statement {
  /** Unique in the document: the label, or its order; {@code 4.2} is the second step of chain 4. */
  String id();

  /** The author's tag or label. */
  Optional<String> label();

  Span span();

  /** Whether a name is its id, its label, or the number of its id {@code #6}. */
  default boolean isCalled(String name) {
    return id().equals(name) || label().filter(name::equals).isPresent() || id().equals("#" + name);
  }

  /**
   * A claim to be checked: one relation between two neighbours of a chain.
   *
   * @param horizon the name of the time at which the trajectory of the statement ends; empty for
   *     statements about one state
   * @param conditions when it is said: its premises, and relations that restrict indices and points
   * @param excluded those of the conditions that only say that no alternative to it holds, where
   *     one of several is claimed
   * @param scope what is known where it stands
   * @param trial the instances on which it is tried
   * @param round to how many decimals numbers must agree; empty where they must be equal
   * @param approach the limit in which the sides are compared; empty where they are equal
   * @param notes what the author says of it, and what should be known of how it was read
   * @param otherwise what else it may say, where one notation has two readings
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
      List<Condition> excluded,
      Scope scope,
      Trial trial,
      OptionalInt round,
      Optional<Approach> approach,
      List<String> notes,
      Optional<Otherwise> otherwise,
      Expectation expected)
      implements Statement {
    public Step {
      conditions = List.copyOf(conditions);
      excluded = List.copyOf(excluded);
      notes = List.copyOf(notes);
    }

    /** A step whose sides must be equal exactly, of which nothing else is said. */
    public Step(
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
        Expectation expected) {
      this(
          id,
          label,
          span,
          kind,
          horizon,
          left,
          relation,
          right,
          conditions,
          List.of(),
          scope,
          trial,
          OptionalInt.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          expected);
    }

    /**
     * By how much the sides may differ: half a unit of the last decimal, so that rounding either
     * side to so many decimals can give the other; empty where they must be equal.
     */
    public Optional<Rational> tolerance() {
      boolean rounds = relation == Relation.EQUAL || relation == Relation.APPROXIMATELY;
      return rounds && round.isPresent()
          ? Optional.of(Rational.of(1, 2).times(Rational.of(10).power(-round.getAsInt())))
          : Optional.empty();
    }

    /** The same step with another name. */
    public Step named(String newId) {
      return changed(draft -> draft.id = newId);
    }

    /** The same step with other sides or another relation between them. */
    public Step with(Expr newLeft, Relation newRelation, Expr newRight) {
      return changed(draft -> draft.says(newLeft, newRelation, newRight));
    }

    /** The same sides, compared in a limit. */
    public Step approaching(Kind newKind, Relation newRelation, Approach newApproach) {
      return changed(
          draft -> {
            draft.kind = newKind;
            draft.relation = newRelation;
            draft.approach = Optional.of(newApproach);
          });
    }

    /** Other sides about one state, in another scope, said to be equal. */
    public Step equal(Expr newLeft, Expr newRight, Scope newScope) {
      return changed(
          draft -> {
            draft.says(newLeft, Relation.EQUAL, newRight);
            draft.kind = Kind.POINTWISE;
            draft.horizon = Optional.empty();
            draft.scope = newScope;
            draft.round = OptionalInt.empty();
            draft.approach = Optional.empty();
          });
    }

    /** The same sides as a statement of another kind about a trajectory. */
    public Step along(Kind newKind, Name end) {
      return changed(
          draft -> {
            draft.kind = newKind;
            draft.horizon = Optional.of(end);
          });
    }

    /** The same step with other sides, in another scope. */
    public Step within(Expr newLeft, Expr newRight, Scope newScope) {
      return changed(
          draft -> {
            draft.says(newLeft, relation, newRight);
            draft.scope = newScope;
          });
    }

    /** The same step, tried on other instances. */
    public Step trying(Trial newTrial) {
      return changed(draft -> draft.trial = newTrial);
    }

    /** The same step with another expectation. */
    public Step expecting(Expectation expectation) {
      return changed(draft -> draft.expected = expectation);
    }

    /** The same step, of which more is to be known. */
    public Step noting(String note) {
      List<String> all = new ArrayList<>(notes);
      all.add(note);
      return changed(draft -> draft.notes = all);
    }

    /** The same step, which may be read otherwise too. */
    public Step orOtherwise(Optional<Otherwise> other) {
      return changed(draft -> draft.otherwise = other);
    }

    /** The step in its other reading, of which there is no other. */
    public Optional<Step> other() {
      return otherwise.map(o -> with(o.left(), relation, o.right()));
    }

    private Step changed(Consumer<Draft> change) {
      Draft draft = new Draft(this);
      change.accept(draft);
      return draft.step();
    }

    /** A copy of a step while parts of it are changed. */
    private static final class Draft {
      private final Step original;
      private String id;
      private Kind kind;
      private Optional<Name> horizon;
      private Expr left;
      private Relation relation;
      private Expr right;
      private Scope scope;
      private Trial trial;
      private OptionalInt round;
      private Optional<Approach> approach;
      private List<String> notes;
      private Optional<Otherwise> otherwise;
      private Expectation expected;

      Draft(Step step) {
        original = step;
        id = step.id;
        kind = step.kind;
        horizon = step.horizon;
        left = step.left;
        relation = step.relation;
        right = step.right;
        scope = step.scope;
        trial = step.trial;
        round = step.round;
        approach = step.approach;
        notes = step.notes;
        otherwise = step.otherwise;
        expected = step.expected;
      }

      void says(Expr newLeft, Relation newRelation, Expr newRight) {
        left = newLeft;
        relation = newRelation;
        right = newRight;
        otherwise = Optional.empty();
      }

      Step step() {
        return new Step(
            id,
            original.label,
            original.span,
            kind,
            horizon,
            left,
            relation,
            right,
            original.conditions,
            original.excluded,
            scope,
            trial,
            round,
            approach,
            notes,
            otherwise,
            expected);
      }
    }
  }

  /**
   * The sides of a step in the reading that is the less usual one.
   *
   * @param reading in words, with the usual one, for people to choose from
   */
  record Otherwise(Expr left, Expr right, String reading) {}

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
