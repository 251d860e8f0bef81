package dev.hence.read.math;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words in {@code \text{…}} that restrict or join statements. */
final class Conditions {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private static final Map<String, Condition.Kind> KINDS =
      Map.ofEntries(
          Map.entry("for", Condition.Kind.FOR_ALL),
          Map.entry("for all", Condition.Kind.FOR_ALL),
          Map.entry("for every", Condition.Kind.FOR_ALL),
          Map.entry("for each", Condition.Kind.FOR_ALL),
          Map.entry("for any", Condition.Kind.FOR_ALL),
          Map.entry("forall", Condition.Kind.FOR_ALL),
          Map.entry("if", Condition.Kind.IF),
          Map.entry("when", Condition.Kind.IF),
          Map.entry("whenever", Condition.Kind.IF),
          Map.entry("as", Condition.Kind.IF),
          Map.entry("provided", Condition.Kind.IF),
          Map.entry("provided that", Condition.Kind.IF),
          Map.entry("assuming", Condition.Kind.IF),
          Map.entry("given", Condition.Kind.IF),
          Map.entry("given that", Condition.Kind.IF),
          Map.entry("where", Condition.Kind.WHERE),
          Map.entry("with", Condition.Kind.WHERE),
          Map.entry("such that", Condition.Kind.WHERE),
          Map.entry("s.t", Condition.Kind.WHERE),
          Map.entry("subject to", Condition.Kind.WHERE),
          Map.entry("otherwise", Condition.Kind.OTHERWISE),
          Map.entry("else", Condition.Kind.OTHERWISE));

  private static final Pattern SMALL =
      Pattern.compile("(for|if|when) ((sufficiently|very) )?small");

  private static final Pattern LARGE =
      Pattern.compile("(for|if|when) ((sufficiently|very) )?large");

  private static final Map<String, Separator> SEPARATORS =
      Map.ofEntries(
          Map.entry("and", Separator.WORD),
          Map.entry("and also", Separator.WORD),
          Map.entry("or", Separator.OR),
          Map.entry("or else", Separator.OR),
          Map.entry("so", Separator.IMPLIES),
          Map.entry("so that", Separator.IMPLIES),
          Map.entry("hence", Separator.IMPLIES),
          Map.entry("and hence", Separator.IMPLIES),
          Map.entry("thus", Separator.IMPLIES),
          Map.entry("and thus", Separator.IMPLIES),
          Map.entry("therefore", Separator.IMPLIES),
          Map.entry("then", Separator.IMPLIES),
          Map.entry("implies", Separator.IMPLIES),
          Map.entry("which implies", Separator.IMPLIES),
          Map.entry("that is", Separator.IMPLIES),
          Map.entry("i.e", Separator.IMPLIES),
          Map.entry("consequently", Separator.IMPLIES),
          Map.entry("which gives", Separator.IMPLIES),
          Map.entry("which yields", Separator.IMPLIES),
          Map.entry("it follows that", Separator.IMPLIES),
          Map.entry("we get", Separator.IMPLIES),
          Map.entry("we obtain", Separator.IMPLIES),
          Map.entry("we have", Separator.IMPLIES),
          Map.entry("so we get", Separator.IMPLIES),
          Map.entry("or equivalently", Separator.WORD),
          Map.entry("equivalently", Separator.WORD),
          Map.entry("iff", Separator.IFF),
          Map.entry("if and only if", Separator.IFF));

  /** {@code \text{ with gradient }}: another statement about what is named. */
  private static final Pattern COMPANION =
      Pattern.compile(
          "(and|with)( the| its| their| a)?( corresponding| resulting)?"
              + " (gradients?|derivatives?|hessian|jacobian|slope|update|loss|objective)"
              + "( is| are| are given by| is given by)?");

  private static final Set<String> INDEPENDENT =
      Set.of(
          "does not depend on",
          "do not depend on",
          "is independent of",
          "are independent of",
          "independent of");

  /** How words begin that say why and claim nothing themselves. */
  private static final List<String> EXPLANATIONS =
      List.of(
          "since",
          "because",
          "by",
          "from",
          "due to",
          "thanks to",
          "recall",
          "recall that",
          "remember that",
          "note that");

  private static final Pattern PARTICIPLE =
      Pattern.compile("(just |again )?([a-z]{2,}ing .+|(us|defin|replac|factor|multiply|tak)ing )");

  private Conditions() {}

  static boolean isExplanation(String text) {
    String words = plain(text) + " ";
    return kind(text).isEmpty()
        && (PARTICIPLE.matcher(words).matches()
            || EXPLANATIONS.stream().anyMatch(word -> words.startsWith(word + " ")));
  }

  static Optional<Condition.Kind> kind(String text) {
    return isSmallness(text) || isLargeness(text)
        ? Optional.of(Condition.Kind.IF)
        : Optional.ofNullable(KINDS.get(plain(text)));
  }

  /** Whether the words say that what follows goes to 0. */
  static boolean isSmallness(String text) {
    return SMALL.matcher(plain(text)).matches();
  }

  /** Whether the words say that what follows grows. */
  static boolean isLargeness(String text) {
    return LARGE.matcher(plain(text)).matches();
  }

  static Optional<Separator> separator(String text) {
    return COMPANION.matcher(plain(text)).matches()
        ? Optional.of(Separator.WORD)
        : Optional.ofNullable(SEPARATORS.get(plain(text)));
  }

  static boolean isIndependence(String text) {
    return INDEPENDENT.contains(plain(text));
  }

  /** Whether a text of one word is a word of the language rather than a name. */
  static boolean isWord(String text) {
    return kind(text).isPresent() || SEPARATORS.containsKey(plain(text));
  }

  /** Lower case, single spaces, no punctuation at the ends. */
  private static String plain(String text) {
    String words = WHITE_SPACE.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceAll(" ");
    int start = 0;
    int end = words.length();
    while (start < end && " ,;:.".indexOf(words.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " ,;:.".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(start, end);
  }
}
