package dev.hence.read.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "$A$ is symmetric", "let $X$ be an $n \times d$ matrix", "$x$ and $y$ are vectors in …". */
final class Predications implements Pattern {
  private static final Set<String> VERBS =
      Set.of("is", "are", "be", "denotes", "denote", "represents", "represent");

  /** What may stand behind a phrase that is complete. */
  private static final Set<String> BEHIND =
      Set.of("and", "with", "whose", "where", "that", "which", "then", "so", "but", "we", "as");

  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    for (int k = 0; k < sentence.size(); k++) {
      NameList list = subject(sentence, k);
      if (!list.names().isEmpty() && beginsAt(sentence, k)) {
        facts.addAll(of(sentence, k, list));
        k = list.end() - 1;
      }
    }
    return facts;
  }

  /** A name behind "of" or a verb is no subject: "the inverse of $A$ is symmetric". */
  static boolean beginsAt(Sentence sentence, int k) {
    return k == 0
        || (sentence.item(k - 1).filter(i -> !(i instanceof Item.Word)).isPresent()
            && sentence.inline(k - 1).isEmpty())
        || sentence.isWord(
            k - 1,
            "where",
            "let",
            "here",
            "that",
            "and",
            "since",
            "as",
            "because",
            "suppose",
            "assume",
            "given",
            "then",
            "so",
            "matrix",
            "vector",
            "scalar",
            "constant",
            "with");
  }

  /** Names, or names that are said to be members of a set: "$A \in \mathbb{S}^n$ is invertible". */
  private static NameList subject(Sentence sentence, int k) {
    NameList list = NameList.at(sentence, k);
    return list.names().isEmpty() && sentence.inline(k).isPresent()
        ? new NameList(Memberships.names(sentence, k), k + 1)
        : list;
  }

  private static List<Fact> of(Sentence sentence, int first, NameList list) {
    int verb = list.end();
    if (!sentence.isWord(verb, VERBS)) {
      return List.of();
    }
    Optional<NounPhrase> phrase = NounPhrase.at(sentence, verb + 1, true);
    if (phrase.isEmpty()) {
      return List.of();
    }
    int end = phrase.get().end();
    List<Fact> facts = new ArrayList<>();
    if (NameList.at(sentence, first).names().isEmpty()) {
      facts.addAll(Memberships.of(sentence, first));
    }
    Optional<Said> member = in(sentence, end);
    int behind = member.isPresent() ? end + 2 : end;
    boolean complete =
        behind >= sentence.size()
            || sentence.isWord(behind, BEHIND)
            || (sentence.item(behind).filter(i -> !(i instanceof Item.Word)).isPresent()
                && sentence.inline(behind).isEmpty());
    if (!complete) {
      return List.of();
    }
    for (Subject name : list.names()) {
      phrase
          .get()
          .said()
          .forEach(said -> facts.add(Facts.of(sentence, first, behind - 1, name, said)));
      member.ifPresent(said -> facts.add(Facts.of(sentence, first, behind - 1, name, said)));
    }
    return facts;
  }

  /** "in $\mathbb{R}^d$". */
  static Optional<Said> in(Sentence sentence, int k) {
    return sentence.isWord(k, "in", "from")
        ? sentence
            .inline(k + 1)
            .flatMap(i -> i.formula().only())
            .flatMap(Sets::member)
            .map(said -> (Said) said)
        : Optional.empty();
  }
}
