package dev.hence.report.html;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence of words that has formulas of the document in it, as LaTeX without marks around them.
 * A run of pieces that no words are made of is a formula.
 */
final class Sentence {
  /** A command, a script, or a sign of relation. */
  private static final Pattern FORMULA = Pattern.compile(".*[\\\\_^=].*");

  /** What may stand in a formula, and begins none: numbers, fences, single letters. */
  private static final Pattern INSIDE =
      Pattern.compile("[\\d.,;:|+*/()\\[\\]{}‖′'-]+|[(\\[{]*\\p{L}['′]*[,)\\]}]*");

  /** A letter that stands for something. */
  private static final Pattern LETTER = Pattern.compile("\\p{L}['′]*[,.:;]?");

  private static final Pattern MARK = Pattern.compile("[,.:;]");

  private final List<String> words;
  private final StringBuilder html = new StringBuilder();

  private Sentence(String text) {
    words = List.of(text.strip().split("\\s+"));
  }

  /** The sentence as HTML. */
  static String html(String text) {
    Sentence sentence = new Sentence(text);
    int at = 0;
    while (at < sentence.words.size()) {
      at = sentence.piece(at);
    }
    return sentence.html.toString();
  }

  /** Writes what begins at a place; where the next piece begins. */
  private int piece(int start) {
    int end = start;
    boolean formula = false;
    while (end < words.size() && isInside(end)) {
      formula |= isFormula(words.get(end));
      end++;
    }
    if (!formula) {
      end = start + 1;
      formula = isLetter(start);
    }
    html.append(html.isEmpty() ? "" : " ");
    String text = String.join(" ", words.subList(start, end));
    html.append(formula ? formula(text) : Markup.escaped(text));
    return end;
  }

  private boolean isInside(int at) {
    String word = words.get(at);
    return isFormula(word) || (INSIDE.matcher(word).matches() && !isArticle(at));
  }

  private static boolean isFormula(String word) {
    return FORMULA.matcher(word).matches();
  }

  private boolean isLetter(int at) {
    return LETTER.matcher(words.get(at)).matches() && !isArticle(at);
  }

  /** Whether an {@code a} stands before a noun: no verb follows it, and no mark. */
  private boolean isArticle(int at) {
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    return words.get(at).equals("a")
        && !next.isEmpty()
        && !next.matches("is|moves|stands|[\\\\].*");
  }

  /** The mark behind a formula belongs to the sentence. */
  private static String formula(String text) {
    int last = text.length() - 1;
    boolean marked = MARK.matcher(text.substring(last)).matches();
    String formula = marked ? text.substring(0, last) : text;
    return Markup.tex(formula) + text.substring(formula.length());
  }
}
