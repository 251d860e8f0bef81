package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The letters of a document that nothing declares, and what to ask of each. */
public final class Doubts {
  private final Uses uses;
  private final Map<Symbol, Open> half;
  private final Set<Symbol> settled;
  private final Set<Symbol> numbers;

  private Doubts(Uses uses, Map<Symbol, Open> half, Set<Symbol> settled, Set<Symbol> numbers) {
    this.uses = uses;
    this.half = half;
    this.settled = settled;
    this.numbers = numbers;
  }

  /**
   * The doubts about a document.
   *
   * @param declared letters of which the header speaks
   * @param entries what the prose declares
   * @param open of what the prose says half
   * @param numbers letters that are numbers in all of their uses
   */
  static Doubts of(
      Uses uses, Set<Symbol> declared, List<Entry> entries, List<Open> open, Set<Symbol> numbers) {
    Set<Symbol> settled = new HashSet<>(declared);
    entries.forEach(e -> settled.add(e.name().bare()));
    Map<Symbol, Open> half =
        open.stream()
            .collect(Collectors.toMap(o -> o.name().bare(), Function.identity(), (a, b) -> a));
    return new Doubts(uses, half, settled, Set.copyOf(numbers));
  }

  /** Whether nothing says what a letter of the displays is. */
  public boolean isOpen(Symbol letter) {
    return uses.uses(letter) && !settled.contains(letter.bare()) && !uses.defines(letter);
  }

  /** Whether a display gives a letter its formula. */
  public boolean isDefined(Symbol letter) {
    return uses.defines(letter);
  }

  /** Letters of which prose says half, or two things. */
  public Set<Symbol> halfSaid() {
    return Set.copyOf(half.keySet());
  }

  /** Open letters that uses show to be no numbers. */
  public Set<Symbol> noNumbers() {
    return uses.evidence().tensors().stream()
        .filter(letter -> isOpen(letter) && !numbers.contains(letter.bare()))
        .collect(Collectors.toSet());
  }

  /** What to ask of a letter; empty where nothing is open. */
  public Optional<Open> about(Symbol letter) {
    return Optional.ofNullable(half.get(letter.bare()))
        .or(() -> isOpen(letter) ? Optional.of(byUse(letter)) : Optional.empty());
  }

  private Open byUse(Symbol letter) {
    Set<Evidence.Use> shown = uses.evidence().of(letter);
    String name = letter.bare().latex();
    boolean tensor = shown.contains(Evidence.Use.TENSOR) || shown.contains(Evidence.Use.BOLD);
    Optional<Subject> call = uses.call(letter);
    Optional<Subject> member = uses.member(letter);
    if (shown.contains(Evidence.Use.MATRIX)) {
      return open(letter, "of which size is the matrix `" + name + "`?", name, SQUARE);
    }
    if (call.isPresent()) {
      String head = call.get().latex();
      String question = "is `" + head + "` a function, with numbers or vectors as values?";
      return open(letter, question, head, NUMBER, "\\mathbb{R}^m");
    }
    if (member.isPresent()) {
      String head = member.get().latex();
      String question = "are the `" + head + "` numbers or vectors?";
      return tensor
          ? open(letter, question, head, VECTOR, NUMBER)
          : open(letter, question, head, NUMBER, VECTOR);
    }
    boolean capital = Character.isUpperCase(letter.letter().charAt(0));
    String other = tensor ? capital ? "a vector" : "a matrix" : "a number";
    String likely = capital ? "a matrix" : "a vector";
    return open(
        letter,
        "is `" + name + "` " + likely + " or " + other + "?",
        name,
        capital ? MATRIX : VECTOR,
        tensor ? capital ? VECTOR : MATRIX : NUMBER);
  }

  private static final String NUMBER = "\\mathbb{R}";
  private static final String VECTOR = "\\mathbb{R}^d";
  private static final String MATRIX = "\\mathbb{R}^{n \\times d}";
  private static final String SQUARE = "\\mathbb{R}^{n \\times n}";

  private Open open(Symbol letter, String question, String head, String... sets) {
    List<String> answers = List.of(sets).stream().map(s -> head + " \\in " + s).toList();
    return new Open(letter.bare(), question, answers, uses.place(letter));
  }
}
