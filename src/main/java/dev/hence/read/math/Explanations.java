package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that may stand in a display and say nothing of truth: a closed list of reasons and
 * labels, {@code \text{by the chain rule}}. Any other word may deny, restrict or claim, and makes
 * the display unread.
 */
final class Explanations {
  private static final Set<String> WORDS =
      Set.copyOf(
          List.of(
              ("a an the of and by using from via due thanks to both sides again just its our this"
                   + " these above previous earlier first second third last step steps part see"
                   + " note recall cf eq eqs equation equations section lemma theorem proposition"
                   + " corollary appendix figure table formula formulas rule rules chain product"
                   + " quotient power sum sums difference differences scalar definition definitions"
                   + " def linearity additivity homogeneity symmetry antisymmetry associativity"
                   + " commutativity distributivity distributive commutative associative law laws"
                   + " assumption assumptions hypothesis induction inductive recursion integration"
                   + " parts substitution fundamental calculus algebra arithmetic expansion series"
                   + " geometric binomial telescoping identity identities inequality triangle value"
                   + " mean intermediate construction convexity concavity continuity smoothness"
                   + " monotonicity positivity orthogonality orthonormality independence cyclicity"
                   + " cyclic property properties trace transpose inverse determinant gradient"
                   + " gradients hessian jacobian flow descent update dynamics backpropagation"
                   + " propagation derivative derivatives differential differentials integral"
                   + " integrals expectation expectations variance total iterated tower"
                   + " normalisation normalization stationarity optimality condition conditions"
                   + " order terms term factor factors left right hand side log logs exp logarithm"
                   + " logarithms exponential exponentials square squares completing root roots"
                   + " uniqueness existence solutions solution form norm inner outer loss objective"
                   + " model network layer layers forward backward pass activation softmax sigmoid"
                   + " relu bias weights data more under applying expanding rearranging"
                   + " substituting inserting differentiating integrating collecting factoring"
                   + " cancelling canceling contraction contracting simplifying dividing"
                   + " multiplying adding subtracting taking plugging combining summing averaging"
                   + " swapping exchanging reordering renaming relabelling relabeling linearising"
                   + " defining replacing evaluating computing multiply through out cauchy schwarz"
                   + " taylor jensen hölder young minkowski fubini leibniz stokes green gauss bayes"
                   + " newton grönwall gronwall woodbury sherman morrison stein euler lagrange"
                   + " polyak lojasiewicz lipschitz")
                  .split(" ")));

  /** Whole remarks, reasons for a sign among them. */
  private static final Set<String> PHRASES =
      Set.of(
          "note that",
          "recall that",
          "remember that",
          "observe that",
          "both sides have one normal form",
          "the difference has its sign by its form",
          "since nothing in it is negative",
          "since no term is negative",
          "since no factor is negative",
          "since a square is not negative",
          "since a norm is not negative",
          "since a root is not negative",
          "since an absolute value is not negative",
          "since an exponential is positive",
          "since a hyperbolic cosine is positive");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,.;:()\\[\\]–—-]+");
  private static final Pattern REMARK = Pattern.compile(";");
  private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$");
  private static final Pattern SCRIPT = Pattern.compile("[_^](\\{[^}]*\\}|\\\\?[a-zA-Z0-9]+)");
  private static final Pattern COMMAND_OF_TEXT =
      Pattern.compile("\\\\(text|mathrm|textrm|textit|mbox|rm)\\b|[{}]");
  private static final Pattern LABEL =
      Pattern.compile(
          "\\(([a-zA-Z]|[ivx]+|\\d+[a-z]?(\\.\\d+)*)\\)|\\d+|\\*+|\\\\(star|ast|dagger|ddagger)");
  private static final Pattern GOES =
      Pattern.compile("\\\\(to|rightarrow|downarrow|uparrow|searrow|nearrow)(?![a-zA-Z])|→");
  private static final Pattern RELATION =
      Pattern.compile(
          "[=<>≤≥≠≈∈]|\\\\("
              + String.join(
                  "|",
                  Vocabulary.RELATIONS.keySet().stream()
                      .filter(name -> name.matches("[a-zA-Z]+"))
                      .sorted()
                      .toList())
              + ")(?![a-zA-Z])");
  private static final String HELP =
      "say it in prose, or write a condition as \\text{if } x > 0 and a consequence as \\implies;"
          + " reasons such as \\text{by the chain rule} may stay";

  private Explanations() {}

  /** The first word of a text that may say something of truth. */
  static Optional<String> foreign(String text) {
    String words = FORMULA.matcher(text).replaceAll(" ").strip();
    return REMARK.splitAsStream(words).flatMap(Explanations::foreignWords).findFirst();
  }

  private static Stream<String> foreignWords(String remark) {
    String plain = remark.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,.;:]+$", "");
    return PHRASES.contains(plain)
        ? Stream.empty()
        : BETWEEN.splitAsStream(remark).filter(word -> !isNeutral(word));
  }

  /**
   * @throws Unread if words say more than why
   */
  static void check(String words, Token token, MathText source) {
    check(words, source.span(token.start(), token.end()));
  }

  /**
   * @throws Unread if words say more than why
   */
  static void check(String words, Span span) {
    if (RELATION.matcher(words).find()) {
      throw relation(span);
    }
    foreign(words)
        .ifPresent(
            word -> {
              throw new Unread(
                  ProblemId.UNSUPPORTED_NOTATION,
                  span,
                  "The word “" + word + "” may deny, restrict or claim.",
                  HELP);
            });
  }

  /**
   * Checks the tokens of a remark.
   *
   * @throws Unread if they say more than why
   */
  static void check(List<Token> remark, MathText source) {
    if (remark.stream().anyMatch(token -> token.kind() == TokenKind.RELATION)) {
      throw relation(span(remark, source));
    }
    for (Token token : remark) {
      if (token.kind() == TokenKind.TEXT) {
        check(token.text(), token, source);
      }
      if (token.kind() == TokenKind.CONNECTIVE && !token.text().equals("land")) {
        throw relation(span(remark, source));
      }
    }
  }

  private static Span span(List<Token> remark, MathText source) {
    return source.span(remark.getFirst().start(), remark.getLast().end());
  }

  /**
   * Checks what stands at a brace: {@code n \times m} and {@code \text{bias}} say what is under it.
   *
   * @throws Unread if it says more than that
   */
  static void checkBrace(String note, Token token, MathText source) {
    String plain = COMMAND_OF_TEXT.matcher(SCRIPT.matcher(note).replaceAll("")).replaceAll(" ");
    check(plain, token, source);
  }

  /**
   * Checks what stands over a relation: its label, a reason, or where a letter goes.
   *
   * @throws Unread if it may say more of the relation than that
   */
  static void checkOver(String note, Token token, MathText source) {
    String plain = note.strip();
    if (plain.isEmpty() || LABEL.matcher(plain).matches() || GOES.matcher(plain).find()) {
      return;
    }
    if (plain.length() == 1) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          source.span(token.start(), token.end()),
          "“" + plain + "” over a relation may give it another meaning.",
          Character.isLetter(plain.charAt(0))
              ? "put a label into parentheses, \\overset{(" + plain + ")}{=}"
              : "");
    }
    check(COMMAND_OF_TEXT.matcher(plain).replaceAll(" "), token, source);
  }

  private static Unread relation(Span span) {
    return new Unread(
        ProblemId.UNSUPPORTED_NOTATION,
        span,
        "A relation stands behind words, where it would not be checked.",
        "write it as a display of its own, or behind \\text{where} or \\implies");
  }

  private static boolean isNeutral(String word) {
    String bare = POSSESSIVE.matcher(word).replaceAll("");
    return bare.length() <= 1
        || bare.startsWith("\\")
        || NUMBER.matcher(bare).matches()
        || WORDS.contains(bare.toLowerCase(Locale.ROOT));
  }
}
