package dev.hence.read.role;

import dev.hence.claim.Approach;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.OpenSums;
import dev.hence.expr.Relation;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Approached;
import dev.hence.read.elaborate.Elaboration.Independent;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Limit;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.elaborate.Relations;
import dev.hence.read.iteration.Iterates.Outcome.Rewritten;
import dev.hence.read.role.Moments.Timed;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is claimed: each relation of a chain, between its two neighbours. */
final class Claims {
  /** The relation of a value that does not depend on something. */
  private static final String INDEPENDENT = "independent";

  /**
   * What is claimed.
   *
   * @param mean whether it is about a mean
   * @param kind where its words or its signs say it
   * @param other in what other way it may be meant
   */
  private record Said(
      Sides sides,
      Relation relation,
      Optional<Approach> approach,
      boolean mean,
      Optional<Kind> kind,
      Optional<Statement.Otherwise> other) {
    static Said of(Sides sides, Relation relation, Optional<Statement.Otherwise> other) {
      return new Said(sides, relation, Optional.empty(), false, Optional.empty(), other);
    }

    Said with(Sides newSides) {
      return new Said(newSides, relation, approach, mean, kind, other);
    }

    Said of(Kind newKind) {
      return new Said(sides, relation, approach, mean, Optional.of(newKind), other);
    }

    Said about(boolean means) {
      return new Said(sides, relation, approach, means, kind, other);
    }

    /** What it is as a claim at these times. */
    Kind kind(Timed timed, Scope scope) {
      return kind.orElseGet(() -> Kinds.of(relation, timed, mean, scope));
    }
  }

  private final Steering steering;
  private final LineList lines;
  private Known known;

  Claims(Known known, Steering steering, LineList lines) {
    this.known = known;
    this.steering = steering;
    this.lines = lines;
  }

  Known known() {
    return known;
  }

  /**
   * The relations of a statement from one on.
   *
   * @param before what the statement continues, if it begins with a relation
   * @param under what it is said
   * @return its last side
   */
  Optional<Tree> read(Clause clause, int from, Continuation before, Under under) {
    Optional<Tree> side = clause.first().or(before::side);
    Optional<Tree> equal = Optional.empty();
    boolean unclear = clause.first().isEmpty() && before.otherNames();
    for (int k = 0; k < clause.links().size(); k++) {
      Clause.Link link = clause.links().get(k);
      int listed = lines.size();
      if (k == 0 && side.isPresent() && unclear) {
        lines.refuse(clause.place(k), List.of(underOtherNames(clause.place(k))));
      } else if (k >= from && side.isPresent()) {
        claim(side.get(), link, clause, clause.place(k), under);
      } else if (k >= from) {
        lines.unread(clause.place(k), "a relation without a left side");
      }
      boolean read = lines.areReadFrom(listed);
      if (!read && equal.isPresent() && !Remarks.mayHoldWords(side.orElseThrow())) {
        read = passesOver(equal.get(), link, clause, clause.place(k), under, listed);
      }
      equal = read || !isEquation(link) ? Optional.empty() : first(equal, side);
      side = Optional.of(link.operand());
    }
    return side;
  }

  private static boolean isEquation(Clause.Link link) {
    return link.sign().equals("=") || link.sign().equals(":=") || link.sign().equals("equiv");
  }

  private static Optional<Tree> first(Optional<Tree> one, Optional<Tree> other) {
    return one.isPresent() ? one : other;
  }

  /** {@code A = \text{unread} = B} says that A is B, whatever stands between them. */
  private boolean passesOver(
      Tree left, Clause.Link link, Clause clause, Span span, Under under, int listed) {
    LineList over = lines.noting("what the chain has between the sides could not be read");
    Claims claims = new Claims(known, steering, over);
    claims.claim(left, link, clause, span, under);
    if (!over.areReadFrom(0)) {
      return false;
    }
    known = claims.known();
    lines.replaceFrom(listed, over);
    return true;
  }

  private static Refusal underOtherNames(Span span) {
    return new Refusal.Several(
        span,
        "a statement that goes on where names have another meaning",
        List.of("one of the names as they were", "one of the names as they are here"));
  }

  private void claim(Tree left, Clause.Link link, Clause clause, Span span, Under under) {
    known = known.forced();
    Restrictions restrictions = Restrictions.of(clause, steering, known);
    restrictions.pick(List.of(left, link.operand()));
    if (!restrictions.refusals().isEmpty()) {
      lines.refuse(span, restrictions.refusals());
    } else if (known.mentionsRefused(left) || known.mentionsRefused(link.operand())) {
      lines.unread(span, Known.LOST);
    } else {
      related(left, link, clause, under.restricted(restrictions.conditions()), restrictions, span);
    }
  }

  private void related(
      Tree left,
      Clause.Link link,
      Clause clause,
      Under under,
      Restrictions restrictions,
      Span span) {
    Known here = restrictions.here();
    Optional<Relation> relation =
        link.sign().equals("assigned")
            ? Optional.of(Relation.EQUAL)
            : Relations.of(link.relation());
    Optional<Limit> limit = limit(left, link, here);
    if (limit.isPresent()) {
      approached(limit.get(), relation, link, under, here, span);
    } else if (!restrictions.tending().isEmpty() && !takesLimits(clause, here)) {
      lines.refuse(span, List.of(idle(span)));
    } else if (link.sign().equals(INDEPENDENT)) {
      independent(left, link.operand(), under, here, span);
    } else if (MatrixOrders.relation(link.relation()).isPresent()) {
      ordered(left, link, under, here, span);
    } else if (relation.isPresent()) {
      compared(left, link, clause, relation.get(), under, restrictions, span);
    } else {
      lines.unread(span, "the relation " + link.relation().text());
    }
  }

  private void independent(Tree value, Tree by, Under under, Known here, Span span) {
    switch (Elaboration.independent(value, by, here.context())) {
      case Outcome.Refused<Independent> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<Independent> r -> {
        known = known.taking(r);
        Scope scope = here.with(r.value().scope()).taking(r).scope();
        Said said = Said.of(r.value().sides(), Relation.EQUAL, Optional.empty());
        timed(said.of(Kind.INDEPENDENCE), under, scope, span);
      }
    }
  }

  private void ordered(Tree left, Clause.Link link, Under under, Known here, Span span) {
    switch (Elaboration.sides(left, link.operand(), here.context())) {
      case Outcome.Refused<Sides> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<Sides> r -> {
        known = known.taking(r);
        Scope scope = here.taking(r).scope();
        Relation relation = MatrixOrders.relation(link.relation()).orElseThrow();
        Optional<MatrixOrders.Form> form = MatrixOrders.of(r.value(), relation, scope, span);
        if (form.isEmpty()) {
          lines.unread(span, "an order of what are no square matrices");
          return;
        }
        MatrixOrders.symmetry(r.value(), scope)
            .ifPresent(
                s -> timed(Said.of(s, Relation.EQUAL, Optional.empty()), under, scope, span));
        List<Condition> restrictions = new ArrayList<>(under.restrictions());
        restrictions.addAll(form.get().conditions());
        Under said = under.restricted(restrictions);
        timed(
            Said.of(form.get().sides(), relation, Optional.empty()),
            said,
            form.get().scope(),
            span);
      }
    }
  }

  // Limits

  /** Two sides that are said to be equal as something goes somewhere. */
  private static Refusal idle(Span span) {
    return new Refusal.Several(
        span,
        "a relation as a letter goes somewhere",
        List.of("what holds in the limit", "what always holds"));
  }

  /** Whether a link of a chain is a limit, so that what is said of one is said of it. */
  private static boolean takesLimits(Clause clause, Known here) {
    Optional<Tree> left = clause.first();
    for (Clause.Link link : clause.links()) {
      if (left.flatMap(l -> limit(l, link, here)).isPresent()) {
        return true;
      }
      left = Optional.of(link.operand());
    }
    return false;
  }

  private static Optional<Limit> limit(Tree left, Clause.Link link, Known here) {
    Token sign = link.relation();
    return Limit.of(left, sign, link.operand(), here.context())
        .or(
            () ->
                switch (sign.meaning()) {
                  case "approx" -> near(Limit.near(left, sign, link.operand()), here);
                  case "sim" ->
                      Optional.of(Limit.equivalence(left, link.operand()))
                          .filter(l -> !here.tending().isEmpty());
                  default -> Optional.empty();
                });
  }

  /** Where nothing goes anywhere ≈ compares numbers. */
  private static Optional<Limit> near(Limit near, Known here) {
    return near.own().isEmpty() && !Elaboration.concerns(near, here.tending(), here.context())
        ? Optional.empty()
        : Optional.of(near);
  }

  private void approached(
      Limit limit, Optional<Relation> sign, Clause.Link link, Under under, Known here, Span span) {
    switch (Elaboration.approached(limit, here.tending(), here.context(), span)) {
      case Outcome.Refused<Approached> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<Approached> r -> {
        known = known.taking(r);
        Relation relation =
            limit.kind() == Kind.APPROXIMATION ? sign.orElseThrow() : Relation.EQUAL;
        Approached a = r.value();
        Said said =
            new Said(
                a.sides(),
                relation,
                a.approach(),
                false,
                Optional.of(limit.kind()),
                Optional.empty());
        iterated(said, link, under, here.taking(r), span);
      }
    }
  }

  private void compared(
      Tree left,
      Clause.Link link,
      Clause clause,
      Relation relation,
      Under under,
      Restrictions restrictions,
      Span span) {
    Known here = restrictions.here();
    switch (Elaboration.sides(left, link.operand(), here.context())) {
      case Outcome.Refused<Sides> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<Sides> r -> {
        Optional<Refusal> doubt =
            doubt(r.value(), relation, under.all(), span)
                .or(() -> restrictions.pair(r.value(), span));
        known = known.taking(r);
        if (!steering.says(Steering.Word.CLAIM)
            && (known.restsOnAsked(r.value().left()) || known.restsOnAsked(r.value().right()))) {
          lines.unread(span, "a name of which it is asked whether an equation defines it");
        } else if (doubt.isPresent()) {
          lines.refuse(span, doubt.stream().toList());
        } else {
          Said said =
              Said.of(r.value(), relation, other(r, clause, link, under, here))
                  .about(r.notes().mean());
          iterated(said, link, under, here.taking(r), span);
        }
      }
    }
  }

  /** In what other way a claim may be meant. */
  private Optional<Statement.Otherwise> other(
      Outcome.Read<Sides> read, Clause clause, Clause.Link link, Under under, Known here) {
    boolean open = under.isBare() && new Slopes(steering, here).isOpen(clause, link);
    return Elsewhere.constant(read)
        .or(() -> open ? Optional.of(Slopes.condition(read.value())) : Optional.empty());
  }

  private void iterated(Said said, Clause.Link link, Under under, Known here, Span span) {
    IterateClaims claims =
        new IterateClaims(
            here.iteration(), here.scope(), under.restrictions(), under.premises(), span);
    switch (claims.read(said.sides(), link)) {
      case Outcome.Refused<Rewritten> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<Rewritten> r -> {
        Rewritten claim = r.value();
        Sides both = new Sides(claim.sides().getFirst(), claim.sides().getLast());
        boolean discrete =
            claim.iterates() && said.relation() == Relation.EQUAL && said.kind().isEmpty();
        Said rewritten = discrete ? said.with(both).of(Kind.DISCRETE) : said.with(both);
        timed(rewritten, under.following(claim.premises()), claim.scope(), span);
      }
    }
  }

  private void timed(Said said, Under under, Scope scope, Span span) {
    switch (Moments.of(said.sides(), said.approach(), scope, span)) {
      case Outcome.Refused<Timed> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<Timed> r -> {
        Optional<String> unchecked = Unchecked.in(r.value(), under.all(), scope);
        unchecked.ifPresentOrElse(
            what -> lines.refuse(span, List.of(new Refusal.NoMeaning(span, what))),
            () ->
                lines.claim(
                    span,
                    r.value(),
                    said.relation(),
                    said.kind(r.value(), scope),
                    under,
                    scope,
                    said.other()));
      }
    }
  }

  private static Optional<Refusal> doubt(
      Sides sides, Relation relation, List<Condition> conditions, Span span) {
    return relation.isInequality() && !sides.left().shape().isScalar()
        ? Optional.of(new Refusal.NoMeaning(span, "an order of what are no numbers"))
        : OpenSums.in(List.of(sides.left(), sides.right()), conditions).stream()
            .findFirst()
            .map(open -> several(open, span));
  }

  private static Refusal several(OpenSums.Open open, Span span) {
    return new Refusal.Several(
        span,
        "a sum that names another index",
        List.of("one sum over " + open.own() + " for each " + open.letter(), "a sum over both"));
  }
}
