package dev.hence.read.syntax;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that may stand in a display and say nothing of truth: a closed list of reasons and
 * labels, {@code \text{by the chain rule}}. Any other word may deny, restrict or claim.
 */
public final class Explanations {
  private static final Set<String> WORDS =
      Set.of(
          ("a an the of and by using from via due thanks to both sides again just its our this"
               + " these above previous earlier first second third last step steps part see note"
               + " recall cf eq eqs equation equations section lemma theorem proposition corollary"
               + " appendix figure table formula formulas rule rules chain product quotient power"
               + " sum sums difference differences scalar definition definitions def linearity"
               + " additivity homogeneity symmetry antisymmetry associativity commutativity"
               + " distributivity distributive commutative associative law laws assumption"
               + " assumptions hypothesis induction inductive recursion integration parts"
               + " substitution fundamental calculus algebra arithmetic expansion series geometric"
               + " binomial telescoping identity identities inequality triangle value mean"
               + " intermediate construction convexity concavity continuity smoothness monotonicity"
               + " positivity orthogonality orthonormality independence cyclicity cyclic property"
               + " properties trace transpose inverse determinant gradient gradients hessian"
               + " jacobian flow descent update dynamics backpropagation propagation derivative"
               + " derivatives differential differentials integral integrals expectation"
               + " expectations variance total iterated tower normalisation normalization"
               + " stationarity optimality condition conditions order terms term factor factors"
               + " left right hand side log logs exp logarithm logarithms exponential exponentials"
               + " square squares completing root roots uniqueness existence solutions solution"
               + " form norm inner outer loss objective model network layer layers forward backward"
               + " pass activation softmax sigmoid relu bias weights data more under applying"
               + " expanding rearranging substituting inserting differentiating integrating"
               + " collecting factoring cancelling canceling contraction contracting simplifying"
               + " dividing multiplying adding subtracting taking plugging combining summing"
               + " averaging swapping exchanging reordering renaming relabelling relabeling"
               + " linearising defining replacing evaluating computing multiply through out cauchy"
               + " schwarz taylor jensen hölder young minkowski fubini leibniz stokes green gauss"
               + " bayes newton grönwall gronwall woodbury sherman morrison stein euler lagrange"
               + " polyak lojasiewicz lipschitz")
              .split(" ", -1));

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

  private static final Pattern REMARK = Pattern.compile(";");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,.;:()\\[\\]–—-]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+[a-z]?");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");
  private static final Pattern RELATION = Pattern.compile("[=<>≤≥≠≈∈→⇒⇔]");
  private static final Pattern SCRIPT = Pattern.compile("[_^](\\{[^}]*\\}|\\\\?[a-zA-Z0-9]+)");
  private static final Pattern COMMAND_OF_TEXT =
      Pattern.compile("\\\\(text|mathrm|textrm|textit|mbox|rm)\\b|[{}]");
  private static final Pattern LABEL =
      Pattern.compile(
          "\\(([a-zA-Z]|[ivx]+|\\d+[a-z]?(\\.\\d+)*)\\)|\\d+|\\*+|\\\\(star|ast|dagger|ddagger)");
  private static final Pattern GOES =
      Pattern.compile("\\\\(to|rightarrow|downarrow|uparrow|searrow|nearrow)(?![a-zA-Z])|→");

  private Explanations() {}

  /** Whether words say nothing of truth; formulas in them may not relate anything. */
  public static boolean explain(String text) {
    return !relates(text) && foreign(text).isEmpty();
  }

  /** The first word that may say something of truth. */
  public static Optional<String> foreign(String text) {
    String words = FORMULA.matcher(text).replaceAll(" ").strip();
    return REMARK.splitAsStream(words).flatMap(Explanations::foreignWords).findFirst();
  }

  /** Whether what stands at a brace, {@code n \times m}, {@code \text{bias}}, explains alone. */
  public static boolean explainBrace(String note) {
    return explain(inBrace(note));
  }

  /** The words of what stands at a brace. */
  public static String inBrace(String note) {
    return words(SCRIPT.matcher(note).replaceAll(""));
  }

  /** Whether what stands over a relation is its label, a reason, or where a letter goes. */
  public static boolean explainOver(String note) {
    String plain = note.strip();
    return labels(plain) || (plain.length() > 1 && explain(words(plain)));
  }

  /** Whether what stands over a relation is no word: its label, or where a letter goes. */
  public static boolean labels(String plain) {
    return plain.isEmpty() || LABEL.matcher(plain).matches() || GOES.matcher(plain).find();
  }

  /** A note without the commands that say that it is text. */
  public static String words(String note) {
    return COMMAND_OF_TEXT.matcher(note).replaceAll(" ");
  }

  private static boolean relates(String text) {
    return RELATION.matcher(text).find()
        || COMMAND
            .matcher(text)
            .results()
            .flatMap(m -> Notation.of(m.group(1)).stream())
            .anyMatch(n -> n.kind() == TokenKind.RELATION || n.kind() == TokenKind.CONNECTIVE);
  }

  private static Stream<String> foreignWords(String remark) {
    String plain = remark.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,.;:]+$", "");
    return PHRASES.contains(plain)
        ? Stream.empty()
        : BETWEEN.splitAsStream(remark).filter(word -> !isNeutral(word));
  }

  private static boolean isNeutral(String word) {
    String bare = POSSESSIVE.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    return bare.length() <= 1
        || bare.startsWith("\\")
        || NUMBER.matcher(bare).matches()
        || WORDS.contains(bare);
  }
}
