package dev.hence.proof;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An equation that was proved by itself, to be used in the proof of another statement: the
 * difference of its sides is 0 for all values of its letters.
 *
 * @param letters that are free in the difference
 * @param difference of the sides, its derivatives carried out
 * @param demands under what it was proved
 */
public record Lemma(List<Letter> letters, Term difference, List<Demand> demands) {
  private static final int DEEPEST = 6;

  public Lemma {
    letters = List.copyOf(letters);
    demands = List.copyOf(demands);
  }

  /**
   * What a proof proves, for a statement that stands in the same setting.
   *
   * @throws Refused if it is no proof of an equation, or one in another setting
   */
  static Lemma of(Proof proof, Statement.Step user) {
    if (!maySpeakOf(proof.statement(), user)) {
      throw new Refused(Reason.OTHER_SETTING, "a lemma that stands in another setting");
    }
    if (depth(proof) > DEEPEST) {
      throw new Refused(Reason.TOO_LARGE, "lemmas of lemmas");
    }
    return ProofState.replayed(proof).asLemma();
  }

  private static int depth(Proof proof) {
    return 1 + proof.lemmas().stream().mapToInt(Lemma::depth).max().orElse(0);
  }

  /**
   * Whether all that an equation speaks of is the same for another statement: the names and their
   * formulas, the dynamics and the end of time. It may assume less, and know fewer names.
   */
  public static boolean maySpeakOf(Statement.Step lemma, Statement.Step user) {
    Scope own = lemma.scope();
    Scope other = user.scope();
    Set<Condition> assumed = new HashSet<>(other.assumptions());
    assumed.addAll(user.conditions());
    return lemma.relation() == Relation.EQUAL
        && lemma.horizon().equals(user.horizon())
        && own.dynamics().equals(other.dynamics())
        && assumed.containsAll(own.assumptions())
        && assumed.containsAll(lemma.conditions())
        && contains(other.variables(), own.variables())
        && contains(other.functions(), own.functions())
        && contains(other.ranges(), own.ranges())
        && contains(other.definitions(), own.definitions())
        && other.definitions().values().stream().allMatch(d -> isNewOrKnown(d, own));
  }

  private static <V> boolean contains(Map<String, V> all, Map<String, V> some) {
    return all.entrySet().containsAll(some.entrySet());
  }

  /** Whether a formula is not one of a name that the lemma takes for a variable. */
  private static boolean isNewOrKnown(Definition definition, Scope lemma) {
    String key = definition.name().key(definition.lambda().indices().size());
    return lemma.definitions().containsKey(key)
        || !(lemma.variables().containsKey(key) || lemma.functions().containsKey(key));
  }

  /** Σ over the letters, by other names, of the difference times a factor. */
  Term times(Term factor, List<String> names) {
    Term sum = Term.times(factor, Terms.with(difference, renaming(names)));
    for (int k = names.size() - 1; k >= 0; k--) {
      sum = new Term.Over(letters.get(k).renamed(names.get(k)), sum);
    }
    return sum;
  }

  /** The difference by other names of its letters. */
  public Term entry(List<String> names) {
    return Terms.with(difference, renaming(names));
  }

  List<Demand> demands(List<String> names) {
    Map<String, Size> renaming = renaming(names);
    return demands.stream()
        .map(d -> new Demand(Terms.with(d.term(), renaming), d.positive()))
        .toList();
  }

  private Map<String, Size> renaming(List<String> names) {
    if (names.size() != letters.size()) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "as many letters as the lemma has");
    }
    Map<String, Size> renaming = new HashMap<>();
    for (int k = 0; k < names.size(); k++) {
      renaming.put(letters.get(k).name(), Size.letter(names.get(k)));
    }
    return renaming;
  }

  /** The letters that are free in a term, in order; none may run through what others say. */
  static List<Letter> letters(Term difference, Map<String, Letter> known) {
    List<Letter> letters = new ArrayList<>();
    for (String name : Terms.free(difference)) {
      Letter letter = known.get(name);
      if (letter == null
          || !letter.lower().letters().isEmpty()
          || !letter.upper().letters().isEmpty()) {
        throw new Refused(Reason.RULE_DOES_NOT_FIT, "an index whose range is not known by itself");
      }
      letters.add(letter);
    }
    return letters;
  }
}
