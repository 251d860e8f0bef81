package dev.hence.campaign;

import dev.hence.campaign.Referee.Finding;
import dev.hence.campaign.tree.Point;
import dev.hence.campaign.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a false claim of a true one, by one edit that fails at a point of the domain. */
final class Forger {
  /** A false claim, and a point where it fails. */
  record Forgery(Claim claim, Point witness) {}

  private static final int TRIES = 12;
  private static final int POINTS = 12;

  /** Points that are looked at in any case, lest a right side have no value. */
  private static final int LEAST = 4;

  private final Draft draft;
  private final Dice dice;

  Forger(Draft draft, Dice dice) {
    this.draft = draft;
    this.dice = dice;
  }

  Optional<Forgery> forge() {
    List<Claim> edited = dice.shuffled(edited());
    for (Claim claim : edited.subList(0, Math.min(TRIES, edited.size()))) {
      Optional<Point> witness = witness(claim);
      if (witness.isPresent()) {
        return Optional.of(new Forgery(claim, witness.get()));
      }
    }
    return Optional.empty();
  }

  private List<Claim> edited() {
    Edits edits = new Edits(draft);
    List<Claim> result = new ArrayList<>();
    switch (draft.claim()) {
      case Claim.Equal e ->
          edits.of(e.right()).forEach(r -> result.add(new Claim.Equal(e.left(), r)));
      case Claim.Compare c -> compared(c, edits).forEach(result::add);
      case Claim.Order o -> {
        edits
            .of(o.right())
            .forEach(r -> result.add(new Claim.Order(o.left(), r, o.letter(), o.power())));
        for (int k = 0; k < 3; k++) {
          result.add(new Claim.Order(o.left(), o.right(), o.letter(), o.power() + 1));
        }
      }
      case Claim.Limit l ->
          edits
              .of(l.value())
              .forEach(v -> result.add(new Claim.Limit(l.body(), l.letter(), l.target(), v)));
      case Claim.Implies i ->
          compared(i.conclusion(), edits)
              .forEach(c -> result.add(new Claim.Implies(i.premises(), c, i.words())));
    }
    return result;
  }

  private static List<Claim.Compare> compared(Claim.Compare c, Edits edits) {
    List<Claim.Compare> result = new ArrayList<>();
    for (Tree right : edits.of(c.right())) {
      result.add(new Claim.Compare(c.left(), c.relation(), right));
    }
    for (Tree left : edits.of(c.left())) {
      result.add(new Claim.Compare(left, c.relation(), c.right()));
    }
    if (c.relation() != Claim.Relation.EQUAL) {
      Claim.Relation other =
          switch (c.relation()) {
            case LESS, AT_MOST -> Claim.Relation.GREATER;
            case GREATER, AT_LEAST -> Claim.Relation.LESS;
            case NOT_EQUAL, EQUAL -> Claim.Relation.EQUAL;
          };
      result.add(new Claim.Compare(c.left(), other, c.right()));
    }
    return result;
  }

  private static List<Tree> sides(Claim claim) {
    return switch (claim) {
      case Claim.Equal e -> List.of(e.left(), e.right());
      case Claim.Compare c -> List.of(c.left(), c.right());
      case Claim.Order o -> List.of(o.left(), o.right());
      case Claim.Limit l -> List.of(l.body(), l.value());
      case Claim.Implies i -> List.of(i.conclusion().left(), i.conclusion().right());
    };
  }

  /** Whether something is differentiated by a letter that does not occur in it. */
  private static boolean idle(Tree tree) {
    return (tree instanceof Tree.Derivative d
            && d.by() instanceof Tree.Letter l
            && !mentions(d.body(), l.name()))
        || tree.children().stream().anyMatch(Forger::idle);
  }

  private static boolean mentions(Tree tree, String letter) {
    return tree.equals(new Tree.Letter(letter))
        || tree.children().stream().anyMatch(c -> mentions(c, letter));
  }

  /** Nothing, too, if a shape does not fit or only the right side has no value somewhere. */
  private Optional<Point> witness(Claim claim) {
    if (sides(claim).stream().anyMatch(Forger::idle)) {
      return Optional.empty();
    }
    Sampler sampler = new Sampler(draft, dice);
    Optional<Point> found = Optional.empty();
    try {
      Point generic = sampler.generic();
      for (int k = 0; k < POINTS; k++) {
        Point point = k == 0 ? generic : sampler.point();
        Finding finding = Referee.at(claim, point);
        if (finding == Finding.RIGHT_UNDEFINED) {
          return Optional.empty();
        }
        if (finding == Finding.FAILS && found.isEmpty()) {
          found = Optional.of(point);
        }
        if (found.isPresent() && k >= LEAST) {
          return found;
        }
      }
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
    return found;
  }
}
