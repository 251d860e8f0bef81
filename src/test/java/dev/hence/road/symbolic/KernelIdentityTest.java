package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelIdentityTest {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  record Case(String model, String loss, int n, int d, Models.Mutant mutant) {}

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Models.Mutant mutant : Models.Mutant.values()) {
      for (String model : List.of("linear", "polynomial", "mlp")) {
        for (String loss : List.of("squared", "logistic")) {
          for (int n : List.of(1, 3)) {
            for (int d : List.of(1, 2)) {
              cases.add(new Case(model, loss, n, d, mutant));
            }
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holdsAndItsMutantsDoNot(Case c) {
    Models models = new Models();
    Models.Model model =
        switch (c.model()) {
          case "linear" -> models.linear(c.d());
          case "polynomial" -> models.polynomial(3, c.d());
          default -> models.mlp(3, c.d());
        };
    Models.Loss loss = c.loss().equals("squared") ? models.squared() : models.logistic();
    Models.Equation equation = models.kernelIdentity(model, loss, c.n(), c.d(), c.mutant());
    Reduction reduction = ZeroTest.decide(models.t, equation.left(), equation.right(), BUDGET);
    if (c.mutant() == Models.Mutant.NONE) {
      assertThat(reduction).isInstanceOf(Reduction.Zero.class);
    } else {
      assertThat(reduction).isNotInstanceOf(Reduction.Zero.class);
    }
  }
}
