package dev.hence.read.prose;

import java.util.Set;

/**
 * Words that make a sentence say nothing for certain: it negates, supposes, restricts, gives an
 * example, or speaks of another case.
 */
final class Hedges {
  private static final Set<String> WORDS =
      Set.of(
          "if",
          "unless",
          "not",
          "cannot",
          "can't",
          "don't",
          "doesn't",
          "isn't",
          "aren't",
          "never",
          "no",
          "neither",
          "nor",
          "without",
          "would",
          "were",
          "wouldn't",
          "might",
          "may",
          "could",
          "should",
          "instead",
          "otherwise",
          "contradiction",
          "usually",
          "typically",
          "often",
          "sometimes",
          "rarely",
          "imagine",
          "unlike",
          "whereas",
          "rather",
          "wrong",
          "incorrect",
          "mistake",
          "false",
          "wrongly",
          "mistakenly",
          "previously",
          "formerly",
          "when",
          "whenever",
          "while",
          "once",
          "until",
          "except",
          "only",
          "almost",
          "nearly",
          "roughly",
          "approximately",
          "whether",
          "example",
          "instance",
          "e.g",
          "say",
          "case",
          "cases",
          "special",
          "particular",
          "hypothetical",
          "pretend",
          "confuse",
          "confused",
          "mistaken",
          "either",
          "or",
          "ideally",
          "perhaps",
          "possibly",
          "maybe",
          "claim",
          "claims",
          "believe",
          "exists",
          "exist",
          "existence",
          "some",
          "hope",
          "want",
          "wish",
          "hardly",
          "longer",
          "earlier",
          "elsewhere",
          "later");

  private Hedges() {}

  /** Whether a sentence says anything for certain. */
  static boolean isCertain(Sentence sentence) {
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.isWord(k, WORDS)) {
        return false;
      }
    }
    return true;
  }
}
