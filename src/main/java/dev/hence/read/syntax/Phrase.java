package dev.hence.read.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What words inside a display say. The list is closed: words that it does not know are {@link
 * #OTHER}, and a display that holds such words is not to be read as if they were not there.
 */
public enum Phrase {
  /** {@code \forall j}, for all, for every. */
  FOR_ALL,
  /** If, when, as, provided that. */
  IF,
  /** For small: what follows goes to 0. */
  SMALL,
  /** For large: what follows grows. */
  LARGE,
  /** Where, with, subject to. */
  WHERE,
  OTHERWISE,
  /** And, and with its gradient. */
  AND,
  IMPLIES,
  IFF,
  /** A choice between statements, which nothing checks. */
  OR,
  /** Does not depend on: a relation. */
  INDEPENDENT,
  /** Why something holds; it says nothing of truth itself. */
  EXPLANATION,
  /** Calls attention to what follows, or names what is there; it says nothing of truth itself. */
  REMARK,
  /** Words that are not in the list. */
  OTHER;

  private static final String ROWS =
      """
      FOR_ALL: for, for all, for every, for each, for any, forall
      IF: if, when, whenever, as, provided, provided that, assuming, given, given that
      WHERE: where, with, such that, s.t, subject to
      OTHERWISE: otherwise, else
      AND: and, and also, or equivalently, equivalently
      IMPLIES: so, so that, hence, and hence, thus, and thus, therefore, then, implies
      IMPLIES: which implies, that is, i.e, consequently, which gives, which yields
      IMPLIES: it follows that, we get, we obtain, we have, so we get
      REMARK: note that, recall that, remember that, observe that
      IFF: iff, if and only if
      OR: or, or else
      INDEPENDENT: does not depend on, do not depend on, is independent of
      INDEPENDENT: are independent of, independent of
      """;

  private static final Map<String, Phrase> KNOWN = known();

  private static final Pattern EXTREME =
      Pattern.compile("(for|if|when) ((sufficiently|very) )?(small|large)");

  /** {@code \text{ with gradient }}: another statement about what is named. */
  private static final Pattern COMPANION =
      Pattern.compile(
          "(and|with)( the| its| their| a)?( corresponding| resulting)?"
              + " (gradients?|derivatives?|hessian|jacobian|slope|update|loss|objective)"
              + "( is| are| are given by| is given by)?");

  private static final List<String> REASONS =
      List.of("since", "because", "by", "from", "due to", "thanks to", "recall");

  private static final Pattern PARTICIPLE =
      Pattern.compile("(just |again )?([a-z]{2,}ing .+|(us|defin|replac|factor|multiply|tak)ing )");

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** What words say. */
  public static Phrase of(String text) {
    String words = plain(text);
    Phrase known = KNOWN.get(words);
    if (known != null) {
      return known;
    }
    if (EXTREME.matcher(words).matches()) {
      return words.endsWith("small") ? SMALL : LARGE;
    }
    if (COMPANION.matcher(words).matches()) {
      return AND;
    }
    if (!Explanations.explain(words)) {
      return OTHER;
    }
    boolean reason = REASONS.stream().anyMatch(r -> (words + " ").startsWith(r + " "));
    if (reason || PARTICIPLE.matcher(words + " ").matches()) {
      return EXPLANATION;
    }
    return isName(words) ? OTHER : REMARK;
  }

  /** Whether a text is one word that may be a name. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether statements or names may stand behind the words and belong to them. */
  boolean takesStatements() {
    return switch (this) {
      case FOR_ALL, IF, SMALL, LARGE, WHERE, EXPLANATION -> true;
      case OTHERWISE, AND, IMPLIES, IFF, OR, INDEPENDENT, REMARK, OTHER -> false;
    };
  }

  private static Map<String, Phrase> known() {
    Map<String, Phrase> map = new HashMap<>();
    for (String row : ROWS.lines().toList()) {
      int colon = row.indexOf(':');
      for (String words : row.substring(colon + 1).split(",", -1)) {
        map.put(words.strip(), valueOf(row.substring(0, colon)));
      }
    }
    return Map.copyOf(map);
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
