package dev.hence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hence.text.Position;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestTag;

final class OutlineTextTest {
  private static final Position HERE = new Position(OptionalInt.empty(), 7, 3);

  @Test
  void everyEntryIsReadBack() {
    Outline outline =
        new Outline(
            false,
            List.of(
                new Outline.Flaw(0, "HNC-0101  a \\ b", Set.of(TestTag.create("problem")), HERE),
                new Outline.Section(2, "Two\twords\\n", HERE),
                new Outline.Step("a\tb\nc", "x = \\t", Set.of(), HERE, 9),
                new Outline.Step(
                    "2.1",
                    "",
                    Set.of(TestTag.create("ntk"), TestTag.create("trajectory")),
                    new Position(OptionalInt.of(3), 1, 1),
                    2)));
    assertThat(OutlineText.read(OutlineText.of(outline))).isEqualTo(outline);
    Outline idle = new Outline(true, List.of());
    assertThat(OutlineText.read(OutlineText.of(idle))).isEqualTo(idle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hence outline 2\n",
        "hence outline 1",
        "hence outline 1\nstep\t1\n",
        "hence outline 1\nstep\t1\tpointwise\t2\tx = x\t0\t1\tone\n",
        "hence outline 1\nstep\t1\ta,b\t2\tx = x\t0\t1\t1\n",
        "hence outline 1\npage\t1\tx\t0\t1\t1\n",
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> OutlineText.read(text));
  }
}
