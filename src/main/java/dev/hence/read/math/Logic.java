package dev.hence.read.math;

import dev.hence.claim.Proposition;
import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The logic of a row: what {@code \land}, {@code \lor}, {@code \neg}, "and", "or" and ± join binds
 * tighter than the arrows between. It is read before the relations are, and written out as cases:
 * the clauses of a case are joined by {@link Separator#WORD}, the cases by {@link Separator#OR}.
 */
final class Logic {
  private final MathText text;
  private final List<Clause> clauses = new ArrayList<>();
  private Optional<String> tag = Optional.empty();

  private Logic(MathText text) {
    this.text = text;
  }

  /** Whether a row has logic besides arrows and lists of statements. */
  static boolean in(List<Token> tokens) {
    Stretch whole = Stretch.of(tokens);
    boolean joined = whole.isAnywhere(Logic::isArrow) || whole.isAnywhere(t -> isWord(t, "land"));
    return whole.isAnywhere(t -> isWord(t, "lor"))
        || whole.isAnywhere(t -> isWord(t, "neg"))
        || (joined
            && whole.cut(Logic::isArrow).stream()
                .flatMap(member -> member.cut(t -> isWord(t, "land")).stream())
                .anyMatch(Stretch::isGroup));
  }

  /**
   * What a row says.
   *
   * @param tag the number at its end, where there is one
   */
  record Read(List<Clause> clauses, Optional<String> tag) {}

  static Read read(MathText text, List<Token> tokens) {
    Logic logic = new Logic(text);
    Separator arrow = Separator.NONE;
    Stretch rest = Stretch.of(tokens);
    Optional<Token> next = rest.first(Logic::isArrow);
    while (next.isPresent()) {
      Stretch member = rest.before(next.get());
      if (!member.isEmpty()) {
        logic.member(member, arrow, false);
      } else if (!logic.clauses.isEmpty()) {
        throw logic.unclear(next.get(), "An arrow stands behind an arrow.", "");
      }
      arrow = Vocabulary.CONNECTIVES.get(next.get().text());
      rest = rest.behind(next.get());
      next = rest.first(Logic::isArrow);
    }
    if (rest.isEmpty()) {
      throw logic.unclear(tokens.getLast(), "Nothing stands behind the arrow.", "");
    }
    logic.member(rest, arrow, true);
    return new Read(List.copyOf(logic.clauses), logic.tag);
  }

  // Members between arrows

  private void member(Stretch tokens, Separator arrow, boolean last) {
    List<Clause> further = new ArrayList<>();
    Proposition<Clause> said = disjunction(tokens, last ? Optional.of(further) : Optional.empty());
    List<List<Clause>> cases =
        said.cases(this::negation)
            .orElseThrow(
                () ->
                    unclear(
                        tokens.list().getFirst(),
                        "This falls into more than " + Proposition.MOST_CASES + " cases.",
                        "write fewer alternatives in one statement"));
    Separator before = arrow;
    for (List<Clause> one : cases) {
      for (Clause clause : one) {
        clauses.add(behind(before, clause));
        before = Separator.WORD;
      }
      before = Separator.OR;
    }
    clauses.addAll(further);
  }

  private static Clause behind(Separator separator, Clause c) {
    return new Clause(separator, c.first(), c.links(), c.conditions(), c.span());
  }

  /**
   * @param further where statements of their own are put that stand behind it, at the end of the
   *     row
   */
  private Proposition<Clause> disjunction(Stretch tokens, Optional<List<Clause>> further) {
    List<Stretch> parts = tokens.cut(t -> isWord(t, "lor"));
    if (parts.size() > 1 && tokens.isAnywhere(t -> t.is(TokenKind.PUNCTUATION, ","))) {
      throw unclear(
          tokens.list().getFirst(),
          "A comma stands beside an \"or\".",
          "write \\land, and put parentheses around the statements that belong together");
    }
    List<Proposition<Clause>> all = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      all.add(conjunction(parts.get(k), k + 1 < parts.size() ? Optional.empty() : further));
    }
    return all.size() == 1 ? all.getFirst() : new Proposition.Any<>(all);
  }

  private Proposition<Clause> conjunction(Stretch tokens, Optional<List<Clause>> further) {
    List<Stretch> parts = tokens.cut(t -> isWord(t, "land"));
    List<Proposition<Clause>> all = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      all.add(literal(parts.get(k), k + 1 < parts.size() ? Optional.empty() : further));
    }
    return all.size() == 1 ? all.getFirst() : new Proposition.All<>(all);
  }

  private Proposition<Clause> literal(Stretch tokens, Optional<List<Clause>> further) {
    if (tokens.isEmpty()) {
      throw unclear(tokens.end(), "A statement is expected here.", "");
    }
    Token first = tokens.list().getFirst();
    if (isWord(first, "neg")) {
      return new Proposition.Not<>(literal(tokens.behind(first), further));
    }
    if (tokens.isGroup()) {
      return disjunction(tokens.inside(), Optional.empty());
    }
    if (tokens.isAnywhere(t -> isWord(t, "neg"))) {
      throw unclear(first, "A \"not\" stands inside a statement.", "put it before the statement");
    }
    return DoubleSigns.in(tokens.list())
        ? new Proposition.Any<>(
            List.of(
                relations(tokens.with(DoubleSigns.with(true, tokens.list())), Optional.empty()),
                relations(tokens.with(DoubleSigns.with(false, tokens.list())), Optional.empty())))
        : relations(tokens, further);
  }

  private Proposition<Clause> relations(Stretch tokens, Optional<List<Clause>> further) {
    RowParser parser = new RowParser(new Tokens(text, tokens.ended()));
    List<Clause> read = parser.read();
    tag = parser.tag().or(() -> tag);
    int own = 1;
    while (own < read.size() && read.get(own).separator() == Separator.COMMA) {
      own++;
    }
    boolean restricted = read.stream().anyMatch(c -> !c.conditions().isEmpty());
    if (further.isEmpty() && (own < read.size() || restricted)) {
      throw unclear(
          tokens.list().getFirst(),
          "It is not clear how far the words beside this statement reach.",
          "write conditions at the end of the row");
    }
    List<Clause> said = read.subList(0, Math.min(own, read.size()));
    if (said.isEmpty() || said.stream().anyMatch(c -> !c.isRelation())) {
      throw unclear(tokens.list().getFirst(), "A relation with two sides is expected here.", "");
    }
    int from = own;
    further.ifPresent(list -> list.addAll(read.subList(from, read.size())));
    return said.size() == 1 ? new Proposition.Atom<>(said.getFirst()) : Proposition.all(said);
  }

  // Negation

  private Proposition<Clause> negation(Clause clause) {
    return Negations.of(clause)
        .orElseThrow(
            () ->
                new Unread(
                    ProblemId.UNSUPPORTED_NOTATION,
                    clause.span(),
                    "What holds where this does not is not known.",
                    "supported below \\neg and beside \\lor: = \\ne < > \\le \\ge"));
  }

  private static boolean isArrow(Token token) {
    Separator separator =
        token.kind() == TokenKind.CONNECTIVE
            ? Vocabulary.CONNECTIVES.getOrDefault(token.text(), Separator.NONE)
            : Separator.NONE;
    return separator == Separator.IMPLIES || separator == Separator.IFF;
  }

  private static boolean isWord(Token token, String word) {
    return token.kind() == TokenKind.CONNECTIVE
        && switch (word) {
          case "neg" -> token.text().equals("neg");
          case "lor" -> Vocabulary.CONNECTIVES.get(token.text()) == Separator.OR;
          default -> Vocabulary.CONNECTIVES.get(token.text()) == Separator.WORD;
        };
  }

  private Unread unclear(Token token, String message, String help) {
    return new Unread(
        ProblemId.UNSUPPORTED_NOTATION, text.span(token.start(), token.end()), message, help);
  }
}
