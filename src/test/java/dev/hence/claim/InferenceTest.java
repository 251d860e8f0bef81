package dev.hence.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InferenceTest {
  private static Proposition<String> negation(String a) {
    return new Proposition.Atom<>(a.startsWith("¬") ? a.substring(1) : "¬" + a);
  }

  private static Proposition<String> atom(String a) {
    return new Proposition.Atom<>(a);
  }

  private static List<Inference.Goal<String>> goals(
      Proposition<String> premise, Proposition<String> conclusion) {
    return new Inference<>(premise, conclusion)
        .goals(InferenceTest::negation, String::equals)
        .orElseThrow();
  }

  @Test
  void eachConjunctIsAGoalUnderAllPremises() {
    assertThat(goals(Proposition.all(List.of("a", "b")), Proposition.all(List.of("c", "d"))))
        .containsExactly(
            new Inference.Goal<>(List.of("a", "b"), List.of(), "c"),
            new Inference.Goal<>(List.of("a", "b"), List.of(), "d"));
  }

  @Test
  void aPremiseOfAlternativesIsSplitIntoCases() {
    assertThat(goals(new Proposition.Any<>(List.of(atom("a"), atom("b"))), atom("c")))
        .containsExactly(
            new Inference.Goal<>(List.of("a"), List.of(), "c"),
            new Inference.Goal<>(List.of("b"), List.of(), "c"));
  }

  @Test
  void ofAlternativesOneIsClaimedWhereNoOtherHolds() {
    assertThat(goals(atom("a"), new Proposition.Any<>(List.of(atom("b"), atom("c")))))
        .containsExactly(new Inference.Goal<>(List.of("a"), List.of("¬b"), "c"));
  }

  @Test
  void anAlternativeThatIsGivenIsTheOneThatIsClaimed() {
    assertThat(goals(atom("b"), new Proposition.Any<>(List.of(atom("b"), atom("c")))))
        .containsExactly(new Inference.Goal<>(List.of("b"), List.of("¬c"), "b"));
  }

  @Test
  void negationsGoInwards() {
    Proposition<String> neither =
        new Proposition.Not<>(new Proposition.Any<>(List.of(atom("a"), atom("b"))));
    assertThat(neither.cases(InferenceTest::negation)).contains(List.of(List.of("¬a", "¬b")));
    Proposition<String> notBoth = new Proposition.Not<>(Proposition.all(List.of("a", "b")));
    assertThat(notBoth.cases(InferenceTest::negation))
        .contains(List.of(List.of("¬a"), List.of("¬b")));
  }

  @Test
  void tooManyCasesAreNotWrittenOut() {
    Proposition<String> two = new Proposition.Any<>(List.of(atom("a"), atom("b")));
    assertThat(
            new Proposition.All<>(List.of(two, two, two, two, two, two, two))
                .cases(InferenceTest::negation))
        .isEmpty();
  }
}
