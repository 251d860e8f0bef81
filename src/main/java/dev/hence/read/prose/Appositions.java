package dev.hence.read.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "a symmetric positive definite matrix $A$", "learning rate $\eta$", "vectors $u$ and $v$". */
final class Appositions implements Pattern {
  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    for (int k = 0; k < sentence.size(); k++) {
      Optional<NounPhrase> phrase =
          begins(sentence, k) ? NounPhrase.at(sentence, k, false) : Optional.empty();
      if (phrase.isPresent()) {
        facts.addAll(of(sentence, k, phrase.get()));
        k = phrase.get().end() - 1;
      }
    }
    return facts;
  }

  private static boolean begins(Sentence sentence, int k) {
    boolean first = k == 0 || sentence.item(k - 1).filter(i -> i instanceof Item.Sign).isPresent();
    return first
        || NounPhrase.isArticle(sentence, k)
        || sentence.isWord(
            k - 1,
            "with",
            "and",
            "where",
            "let",
            "given",
            "for",
            "consider",
            "by",
            "using",
            "of",
            "to",
            "take",
            "fix",
            "over",
            "suppose",
            "assume");
  }

  private static List<Fact> of(Sentence sentence, int first, NounPhrase phrase) {
    NameList list = NameList.at(sentence, phrase.end());
    List<Subject> names = list.names();
    int end = list.end();
    if (names.isEmpty()) {
      names = Memberships.names(sentence, phrase.end());
      end = phrase.end() + 1;
    }
    NounPhrase whole = phrase.with(sentence, end);
    Optional<Said> member = Predications.in(sentence, end);
    List<Said> said = new ArrayList<>(whole.said());
    member.ifPresent(said::add);
    int last = (member.isPresent() ? end + 2 : Math.max(end, whole.end())) - 1;
    List<Fact> facts = new ArrayList<>();
    for (Subject name : names) {
      said.forEach(s -> facts.add(Facts.of(sentence, first, last, name, s)));
    }
    return facts;
  }
}
