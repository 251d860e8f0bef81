package dev.hence.read.role;

import dev.hence.claim.Proposition;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.role.Clause.Joint;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements with arrows between them: what stands on one side of an arrow is claimed where the
 * other side holds. What "and", "or" and commas join stands between arrows as one.
 */
final class Inferences {
  /** Relations that say what something is, and of which nothing follows. */
  private static final Set<String> DECLARE = Set.of(":=", "=:", "equiv", "in", "colon", "assigned");

  /** Something that is claimed where something else holds. */
  record Arrow(Proposition<Clause> premise, Proposition<Clause> conclusion) {}

  /**
   * One inference.
   *
   * @param heads the statements from which others follow, and that follow from none
   */
  record Argument(List<Clause> heads, List<Arrow> arrows) {
    Argument {
      heads = List.copyOf(heads);
      arrows = List.copyOf(arrows);
    }
  }

  private final List<Clause> clauses;

  Inferences(List<Clause> clauses) {
    this.clauses = clauses;
  }

  /** The statements of the inference that begins with one; that one alone if none does. */
  List<Clause> from(int first) {
    int end = first + 1;
    while (end < clauses.size() && isJoined(end)) {
      end++;
    }
    List<Clause> all = clauses.subList(first, end);
    boolean infers =
        all.stream().anyMatch(Logic::joins)
            || all.stream().skip(1).anyMatch(c -> !c.joint().isPlain());
    return infers ? all : List.of(clauses.get(first));
  }

  private boolean isJoined(int k) {
    boolean sameRow = clauses.get(k - 1).row() == clauses.get(k).row();
    return switch (clauses.get(k).joint()) {
      case FOLLOWS, EQUIVALENT -> true;
      case COMMA, AND, ALTERNATIVE -> sameRow;
      case NONE -> false;
    };
  }

  /** The statements that are no conjuncts of an inference, so that they may define something. */
  List<Clause> alone() {
    List<Clause> alone = new ArrayList<>();
    int next = 0;
    while (next < clauses.size()) {
      List<Clause> all = from(next);
      members(all).stream().filter(m -> m.size() == 1).forEach(alone::addAll);
      next += all.size();
    }
    return alone;
  }

  /** The statements between arrows. */
  private static List<List<Clause>> members(List<Clause> all) {
    List<List<Clause>> members = new ArrayList<>();
    List<Clause> member = new ArrayList<>();
    for (Clause clause : all) {
      if (clause.joint().isArrow() && !member.isEmpty()) {
        members.add(List.copyOf(member));
        member.clear();
      }
      member.add(clause);
    }
    members.add(List.copyOf(member));
    return members;
  }

  /** Whether an inference begins with one statement alone. */
  static boolean hasOneHead(List<Clause> all) {
    return members(all).getFirst().size() == 1;
  }

  /** Why an inference cannot be read; empty if it can. */
  static Optional<Refusal> refusal(List<Clause> all) {
    for (List<Clause> member : members(all)) {
      boolean offers = member.stream().skip(1).anyMatch(c -> c.joint() == Joint.ALTERNATIVE);
      boolean lists = member.stream().skip(1).anyMatch(c -> c.joint() == Joint.COMMA);
      if (offers && lists) {
        return refusal(member.getFirst(), "a comma beside an “or”");
      }
      for (Clause atom : Logic.of(member).atoms()) {
        if (!isStatement(atom)) {
          return refusal(atom, "an inference of what is no statement");
        }
      }
    }
    List<Clause> signed = signed(members(all).stream().map(Logic::of).toList());
    if (!DoubleSigns.areOnAllSides(signed) && signed.stream().anyMatch(DoubleSigns::areOpposed)) {
      return refusal(all.getFirst(), "∓ on one side alone");
    }
    boolean plain = all.stream().skip(1).noneMatch(c -> c.joint() == Joint.ALTERNATIVE);
    for (Clause clause : all.subList(0, all.size() - 1)) {
      boolean reaches = clause.words().stream().anyMatch(w -> !isExplanation(w));
      if (reaches && !(plain && all.stream().noneMatch(Logic::joins))) {
        return refusal(clause, "a condition inside an inference");
      }
    }
    return Optional.empty();
  }

  /** Whether words restrict nothing. */
  static boolean isExplanation(Tree words) {
    return words instanceof Tree.Worded w && w.explains();
  }

  private static boolean isStatement(Clause c) {
    return c.first().isPresent()
        && c.names().isEmpty()
        && !c.links().isEmpty()
        && c.links().stream().noneMatch(l -> DECLARE.contains(l.sign()));
  }

  private static Optional<Refusal> refusal(Clause clause, String what) {
    return Optional.of(new Refusal.NoMeaning(clause.span(), what));
  }

  /** What the statements say; twice where they have two signs on every side. */
  static List<Argument> of(List<Clause> all) {
    List<Tree> words = all.stream().flatMap(c -> c.words().stream()).toList();
    List<List<Clause>> members = members(all);
    List<Proposition<Clause>> said =
        members.stream()
            .map(m -> Logic.of(m).map(c -> new Proposition.Atom<>(c.sayingOnly(words))))
            .toList();
    boolean twice = DoubleSigns.areOnAllSides(signed(said));
    List<Argument> arguments = new ArrayList<>();
    for (String plus : twice ? List.of("pm", "mp") : List.of("")) {
      List<Proposition<Clause>> read =
          said.stream().map(m -> m.map(c -> twice ? with(plus, c) : offered(c))).toList();
      arguments.add(argument(members, read));
    }
    return arguments;
  }

  private static List<Clause> signed(List<Proposition<Clause>> said) {
    return said.stream().flatMap(m -> m.atoms().stream()).filter(DoubleSigns::in).toList();
  }

  private static Proposition<Clause> with(String plus, Clause clause) {
    return new Proposition.Atom<>(DoubleSigns.with(plus, clause));
  }

  /** Two signs on one side offer two values. */
  private static Proposition<Clause> offered(Clause clause) {
    return DoubleSigns.in(clause)
        ? new Proposition.Any<>(List.of(with("pm", clause), with("mp", clause)))
        : new Proposition.Atom<>(clause);
  }

  private static Argument argument(List<List<Clause>> members, List<Proposition<Clause>> said) {
    if (said.size() == 1) {
      return new Argument(
          List.of(), List.of(new Arrow(new Proposition.All<>(List.of()), said.getFirst())));
    }
    List<Arrow> arrows = new ArrayList<>();
    for (int k = 1; k < said.size(); k++) {
      if (members.get(k).getFirst().joint() == Joint.EQUIVALENT) {
        arrows.add(new Arrow(said.get(k), said.get(k - 1)));
      }
      arrows.add(new Arrow(said.get(k - 1), said.get(k)));
    }
    return new Argument(said.getFirst().atoms(), arrows);
  }
}
