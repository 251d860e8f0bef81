package dev.hence.read.meaning;

import dev.hence.claim.Inference;
import dev.hence.claim.Proposition;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Condition;
import dev.hence.read.math.Negations;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Separator;
import dev.hence.read.math.SyntaxPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The arrows between the statements of a display. Each relates its neighbours: {@code A \implies B
 * \implies C} claims B where A holds, and C where B holds; {@code A \iff B} claims either where the
 * other holds. What {@code \land}, {@code \lor} and commas join stands between arrows as one. A
 * definition at the head is no premise; what follows from it is claimed as it stands.
 */
final class Inferences {
  /**
   * Statements that stand between two arrows.
   *
   * @param arrow the one before it
   * @param first place of the first of them
   * @param end place behind the last of them
   */
  record Member(Separator arrow, int first, int end) {}

  private final List<Part> parts;

  Inferences(List<Part> parts) {
    this.parts = parts;
  }

  /** The members of the inference that begins at a statement; none if none begins there. */
  List<Member> at(int k) {
    if (k > 0 && joins(k)) {
      return List.of();
    }
    List<Member> members = new ArrayList<>();
    int first = k;
    int at = k + 1;
    while (at < parts.size() && joins(at)) {
      if (isArrow(at)) {
        members.add(new Member(separator(first), first, at));
        first = at;
      }
      at++;
    }
    members.add(new Member(separator(first), first, at));
    boolean infers = members.size() > 1 || offers(members.getFirst());
    return infers && IntStream.range(k, at).allMatch(this::isPlain) ? members : List.of();
  }

  /** Whether a statement is one of several between two arrows, so that it defines nothing. */
  boolean isConjunct(int k) {
    int start = k;
    while (start > 0 && joins(start)) {
      start--;
    }
    return at(start).stream()
        .anyMatch(m -> m.first() <= k && k < m.end() && m.end() - m.first() > 1);
  }

  private Separator separator(int k) {
    return parts.get(k).clause().separator();
  }

  private boolean isArrow(int k) {
    return separator(k) == Separator.IMPLIES || separator(k) == Separator.IFF;
  }

  /** Whether a statement belongs to the one before it. */
  private boolean joins(int k) {
    boolean sameRow = parts.get(k).row().equals(parts.get(k - 1).row());
    return switch (separator(k)) {
      case IMPLIES, IFF -> true;
      case COMMA, WORD, OR -> sameRow;
      case NONE, SPACE, SEMICOLON -> false;
    };
  }

  private boolean offers(Member member) {
    return IntStream.range(member.first() + 1, member.end())
        .anyMatch(k -> separator(k) == Separator.OR);
  }

  /** Whether it can be said of it where it holds. */
  private boolean isPlain(int k) {
    Part part = parts.get(k);
    return part.clause().isRelation()
        && !part.steering().says(Steering.Word.SKIP)
        && !part.steering().says(Steering.Word.GIVEN)
        && part.clause().links().stream().allMatch(link -> relates(link.relation()));
  }

  private static boolean relates(Relation relation) {
    return switch (relation) {
      case DEFINES, EQUIVALENT, TYPED, IN -> false;
      default -> true;
    };
  }

  /** What the statements between two arrows say together. */
  Proposition<Part> said(Member member) {
    List<Proposition<Part>> cases = new ArrayList<>();
    List<Part> one = new ArrayList<>();
    for (int k = member.first(); k < member.end(); k++) {
      if (k > member.first() && separator(k) == Separator.OR) {
        cases.add(Proposition.all(one));
        one.clear();
      }
      one.add(parts.get(k));
    }
    cases.add(Proposition.all(one));
    return new Proposition.Any<>(cases);
  }

  /**
   * The goals of an arrow.
   *
   * @throws Misread if there are too many, or if it cannot be said where a statement does not hold
   */
  List<Inference.Goal<Part>> goals(Proposition<Part> premise, Member conclusion) {
    Clause first = parts.get(conclusion.first()).clause();
    return new Inference<>(premise, said(conclusion))
        .goals(Inferences::negation, (a, b) -> text(a).equals(text(b)))
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.NOT_YET_SUPPORTED,
                    first.span(),
                    "this falls into more than " + Proposition.MOST_CASES + " cases",
                    "write fewer alternatives in one statement"));
  }

  private static String text(Part part) {
    Clause c = part.clause();
    StringBuilder text = new StringBuilder(SyntaxPrinter.print(c.first().orElseThrow()));
    c.links()
        .forEach(l -> text.append(l.relation().latex()).append(SyntaxPrinter.print(l.operand())));
    return text.toString();
  }

  private static Proposition<Part> negation(Part part) {
    Optional<Proposition<Clause>> negated = Negations.of(part.clause());
    if (negated.isEmpty()) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          part.clause().span(),
          "an alternative of which it is not known where it does not hold",
          "supported: =, \\ne, <, >, \\le, \\ge");
    }
    return lifted(negated.get(), part);
  }

  private static Proposition<Part> lifted(Proposition<Clause> clauses, Part part) {
    return switch (clauses) {
      case Proposition.Atom<Clause> a ->
          new Proposition.Atom<>(new Part(part.row(), a.statement(), part.steering()));
      case Proposition.All<Clause> all ->
          new Proposition.All<>(all.parts().stream().map(p -> lifted(p, part)).toList());
      case Proposition.Any<Clause> any ->
          new Proposition.Any<>(any.parts().stream().map(p -> lifted(p, part)).toList());
      case Proposition.Not<Clause> not -> new Proposition.Not<>(lifted(not.part(), part));
    };
  }

  /** A statement under what is said beside any statement of its inference. */
  Part restricted(Part part, List<Member> members) {
    List<Condition> all =
        IntStream.range(members.getFirst().first(), members.getLast().end())
            .boxed()
            .flatMap(k -> parts.get(k).clause().conditions().stream())
            .toList();
    Clause c = part.clause();
    return new Part(
        part.row(),
        new Clause(c.separator(), c.first(), c.links(), all, c.span()),
        part.steering());
  }
}
