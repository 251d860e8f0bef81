package dev.hence.report.trace;

import dev.hence.expr.Relation;
import dev.hence.report.FormulaText;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Evidence.SymbolicZero;
import dev.hence.verdict.Evidence.Written;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest instance of a step that algebra settled, written out as it was compared. */
public final class WrittenOut {
  /** What a reader takes in, in characters. */
  private static final int LONGEST = 180;

  private static final int MOST_FUNCTIONS = 8;

  /** What Symja's functions do, for people. */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(
        "Expand by the relations of atoms", "expansion, roots and quotients by their meaning");
    WORDS.put("Expand", "expansion");
    WORDS.put("Together", "a common denominator");
    WORDS.put("Simplify", "simplification");
    WORDS.put("the sides lower to one term", "both sides are one expression");
  }

  private WrittenOut() {}

  /**
   * A sentence for each thing that was compared, behind one that names the instance; a single
   * sentence says both.
   */
  public static List<List<Piece>> of(StatementReport report) {
    return smallest(report).map(WrittenOut::sentences).orElse(List.of());
  }

  private static Optional<SymbolicZero> smallest(StatementReport report) {
    return !report.holds() || report.verdict().outcome() == Outcome.PROVED
        ? Optional.empty()
        : report.verdict().evidence().stream()
            .filter(SymbolicZero.class::isInstance)
            .map(SymbolicZero.class::cast)
            .findFirst();
  }

  /** The formulas of the functions in what is written out of some steps, each once. */
  static List<String> functions(List<StatementReport> reports) {
    return reports.stream()
        .filter(report -> !of(report).isEmpty())
        .flatMap(report -> smallest(report).stream())
        .flatMap(zero -> FormulaText.of(zero.instance()).stream())
        .filter(formula -> formula.length() < LONGEST)
        .distinct()
        .limit(MOST_FUNCTIONS)
        .toList();
  }

  /** A method in words. */
  static String method(String method) {
    String words = method.replaceAll(" over \\d+ free subterms", "");
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      String text = word.getKey();
      words = words.equals(text) ? word.getValue() : words.replaceAll("\\(" + text + "\\)", "");
    }
    return words.replaceAll(" \\((Expand|the sides lower).*\\)", "").strip();
  }

  private static List<List<Piece>> sentences(SymbolicZero zero) {
    List<List<Piece>> sentences = new ArrayList<>();
    zero.written().forEach(written -> sentences.add(sentence(written, zero.method())));
    if (sentences.isEmpty()) {
      return List.of();
    }
    List<Piece> lead = new ArrayList<>(List.of(Piece.words("Written out")));
    String instance = zero.instance().label();
    if (!instance.isEmpty()) {
      lead.addAll(List.of(Piece.words(" for "), Piece.math(instance)));
    }
    lead.add(Piece.words(":"));
    if (sentences.size() == 1) {
      lead.add(Piece.words(" "));
      lead.addAll(sentences.getFirst());
      return List.of(lead);
    }
    List<List<Piece>> all = new ArrayList<>(List.of(lead));
    sentences.forEach(sentence -> all.add(capital(sentence)));
    return all;
  }

  private static List<Piece> sentence(Written written, String known) {
    List<Piece> sentence = new ArrayList<>(Piece.mixed(subject(written)));
    if (!written.place().isEmpty()) {
      sentence.addAll(List.of(Piece.words(" ("), Piece.math(written.place()), Piece.words(")")));
    }
    sentence.addAll(
        written.relation() == Relation.EQUAL ? equation(written) : inequality(written, known));
    sentence.add(Piece.words("."));
    return sentence;
  }

  private static List<Piece> capital(List<Piece> sentence) {
    List<Piece> capital = new ArrayList<>(sentence);
    capital.set(0, Piece.words(Sentences.capital(sentence.getFirst().text())));
    return capital;
  }

  private static String subject(Written written) {
    return written.of().isEmpty() ? "the sides" : written.of();
  }

  private static List<Piece> equation(Written written) {
    List<Piece> pieces = new ArrayList<>();
    if (written.terms() == 0 && !isShort(written)) {
      pieces.add(Piece.words(" are both one expression, too long to be shown"));
    } else if (written.terms() == 0) {
      pieces.addAll(List.of(Piece.words(" are both "), Piece.math(written.left())));
    } else if (isShort(written)) {
      pieces.addAll(
          List.of(
              Piece.words(" are "),
              Piece.math(written.left()),
              Piece.words(" and "),
              Piece.math(written.right())));
    }
    if (isShort(written)) {
      pieces.addAll(where(written));
    }
    if (written.terms() > 0) {
      pieces.add(Piece.words((isShort(written) ? "; " : ": ") + cancels(written)));
    }
    return pieces;
  }

  private static List<Piece> where(Written written) {
    return written.where().isEmpty()
        ? List.of()
        : List.of(Piece.words(", where "), Piece.math(String.join(", ", written.where())));
  }

  private static String cancels(Written written) {
    String terms =
        written.terms() == 1 ? "1 term, which is 0" : written.terms() + " terms, and they cancel";
    String expanded = "multiplied out, their difference has at most " + terms;
    return switch (written.method().replaceAll(" over \\d+ free subterms", "")) {
      case "Expand" -> expanded;
      case "Expand by the relations of atoms" ->
          expanded + (written.where().isEmpty() ? "" : " by what the letters stand for");
      case "Together" -> "over a common denominator, their difference is 0";
      case "Simplify" -> "their difference simplifies to 0";
      default -> expanded + ": " + written.method();
    };
  }

  /**
   * @param known how it was seen, as it is said already
   */
  private static List<Piece> inequality(Written written, String known) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.words(" is "));
    if (written.left().equals("0")) {
      pieces.add(Piece.math("0"));
      return pieces;
    }
    if (isShort(written)
        && !written.left().equals(written.right())
        && written.left().length() < LONGEST) {
      pieces.add(Piece.math(written.left() + " = " + written.right()));
    } else if (isShort(written)) {
      pieces.add(Piece.math(written.right()));
    } else {
      pieces.add(Piece.words("too long to be shown"));
    }
    String sign = written.relation().isStrict() ? "positive" : "nowhere negative";
    String how = written.method().equals(known) ? "" : ": " + written.method();
    pieces.add(Piece.words(", " + sign + how));
    return pieces;
  }

  private static boolean isShort(Written written) {
    int where = written.where().stream().mapToInt(String::length).sum();
    boolean right = written.right().length() < LONGEST && where < LONGEST;
    return right && (written.left().length() < LONGEST || written.relation() != Relation.EQUAL);
  }
}
