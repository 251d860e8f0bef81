package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Name;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists that keep their hash, and terms that are not made anew where nothing changes. */
class PartsTest {
  private static final Term X = entry("x", "i");
  private static final Term Y = entry("y", "j");

  private static Term entry(String name, String letter) {
    return new Term.Variable(new Name(name), 0, List.of(), List.of(Size.letter(letter)), Time.NOW);
  }

  @Test
  void areEqualToEveryListOfTheSame() {
    List<Term> parts = Parts.of(List.of(X, Y));
    assertThat(parts).isEqualTo(List.of(X, Y)).hasSameHashCodeAs(List.of(X, Y));
    assertThat(List.of(X, Y)).isEqualTo(parts);
    assertThat(parts).isEqualTo(Parts.of(List.of(X, Y)));
    assertThat(parts).isNotEqualTo(Parts.of(List.of(Y, X))).isNotEqualTo(List.of(X));
    assertThat(parts).hasToString(List.of(X, Y).toString());
  }

  @Test
  void doNotChangeWithTheListTheyWereMadeOf() {
    List<Term> list = new ArrayList<>(List.of(X));
    List<Term> parts = Parts.of(list);
    list.add(Y);
    assertThat(parts).containsExactly(X);
  }

  @Test
  void ofATermThatSpeaksOfNoneOfTheLettersAreTheTermItself() {
    Term sum = new Term.Sum(List.of(X, new Term.Product(List.of(X, Y))));
    assertThat(Terms.with(sum, Map.of("k", Size.letter("m")))).isSameAs(sum);
    Term changed = Terms.with(sum, Map.of("j", Size.letter("m")));
    assertThat(changed)
        .isEqualTo(new Term.Sum(List.of(X, new Term.Product(List.of(X, entry("y", "m"))))));
    assertThat(Terms.children(changed).getFirst()).isSameAs(X);
  }

  @Test
  void underABinderKeepWhatItBinds() {
    Term bound = new Term.Over(Letter.entry("j", Size.named("n")), Y);
    assertThat(Terms.with(bound, Map.of("j", Size.letter("m")))).isSameAs(bound);
    assertThat(Terms.with(bound, Map.of("n", Size.letter("m")))).isSameAs(bound);
  }
}
