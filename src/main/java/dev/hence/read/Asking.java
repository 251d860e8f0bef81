package dev.hence.read;

import dev.hence.claim.Derivation;
import dev.hence.claim.Question;
import dev.hence.claim.Statement;
import dev.hence.problem.ProblemId;
import dev.hence.read.prose.Doubts;
import dev.hence.read.prose.Letters;
import dev.hence.read.symbol.Symbol;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What lines that could not be read wait for: a name that nothing declares, or another line that
 * could not be read. The names become questions, those for which most lines wait first.
 */
final class Asking {
  private final SourceText source;
  private final Doubts doubts;
  private final List<Statement.Unread> unread;
  private final Map<Symbol, Statement.Unread> defining = new LinkedHashMap<>();
  private final Map<String, String> because = new LinkedHashMap<>();
  private final Map<Symbol, List<String>> waiting = new LinkedHashMap<>();

  Asking(Derivation derivation, Doubts doubts) {
    this.source = derivation.source();
    this.doubts = doubts;
    this.unread =
        derivation.statements().stream()
            .filter(Statement.Unread.class::isInstance)
            .map(Statement.Unread.class::cast)
            .toList();
    for (Statement.Unread line : unread) {
      Letters.head(source.slice(line.span()))
          .ifPresent(letter -> defining.putIfAbsent(letter.bare(), line));
    }
    unread.forEach(this::line);
  }

  /** The ids of lines, with the name or the line that each waits for. */
  Map<String, String> because() {
    return because;
  }

  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    waiting.forEach(
        (letter, ids) ->
            doubts
                .about(letter)
                .ifPresent(
                    open ->
                        questions.add(
                            new Question(
                                letter.latex(),
                                open.question(),
                                open.answers().stream()
                                    .map(a -> new Question.Answer("let", a))
                                    .toList(),
                                ids.size(),
                                open.place()))));
    return questions.stream()
        .sorted(Comparator.comparingInt((Question q) -> -q.waiting()))
        .limit(Question.MOST)
        .toList();
  }

  private void line(Statement.Unread line) {
    Set<Symbol> seen = new HashSet<>();
    Optional<Symbol> name = cause(line);
    Statement.Unread at = line;
    while (name.isPresent() && seen.add(name.get())) {
      Statement.Unread origin = defining.get(name.get());
      boolean byLine = doubts.isDefined(name.get()) && origin != null && !origin.equals(at);
      if (!byLine) {
        break;
      }
      at = origin;
      name = cause(origin);
    }
    if (name.isPresent() && doubts.about(name.get()).isPresent()) {
      waiting.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(line.id());
      because.put(line.id(), name.get().latex());
    } else if (!at.equals(line)) {
      because.put(line.id(), at.id());
    }
  }

  /** The names at the place of the problem for which a line could not be read. */
  static Set<String> named(SourceText source, Statement.Unread line) {
    return Letters.of(source.slice(line.problem().span())).stream()
        .map(letter -> letter.bare().latex())
        .collect(Collectors.toSet());
  }

  /** The name for which a line could not be read. */
  private Optional<Symbol> cause(Statement.Unread line) {
    ProblemId id = line.problem().id();
    Span span = line.problem().span();
    Set<Symbol> letters = Letters.of(source.slice(span));
    if (id == ProblemId.UNKNOWN_NAME || id == ProblemId.REFUSED_ENTRY) {
      return letters.stream().findFirst().map(Symbol::bare);
    }
    return id == ProblemId.SHAPE_MISMATCH
        ? letters.stream()
            .filter(doubts::isOpen)
            .min(Comparator.comparing(l -> !Character.isUpperCase(l.letter().charAt(0))))
            .map(Symbol::bare)
        : Optional.empty();
  }
}
