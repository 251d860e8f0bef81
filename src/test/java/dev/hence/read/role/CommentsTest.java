package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comments say of the display behind them. */
final class CommentsTest {
  @Test
  void rowsAloneDoNotSeeEachOther() {
    String rows = "f(x) &= 2 x \\\\ f(x) &= x^3 \\\\ f'(x) &= 2";
    String display = "\\begin{aligned} " + rows + " \\end{aligned}";
    assertThat(Sheet.let("x \\in \\mathbb{R}").comment("rows alone").display(display).lines())
        .startsWith("definition: f(x) = 2 x", "definition: f(x) = x³")
        .last()
        .asString()
        .startsWith("unread");
  }

  @Test
  void aRowMayHaveEntriesOfItsOwn() {
    String rows = "a + 1 &= b \\\\ a + 1 &= b";
    Sheet sheet = Sheet.let("a, b \\in \\mathbb{R}").comment("row 2: let b = a");
    assertThat(sheet.display("\\begin{aligned} " + rows + " \\end{aligned}").read().refused())
        .isEmpty();
    assertThat(sheet.comment("row 3: claim").display("a = a").read().refused()).hasSize(1);
  }

  @Test
  void anEntryMaySpeakOfWhatTheDisplayDefines() {
    assertThat(
            Sheet.let("x \\in \\mathbb{R}")
                .comment("let h = g")
                .display("g = x^2, \\qquad h + 0 = x")
                .lines())
        .containsExactly("definition: g = x²", "claim: h + 0 = x");
  }

  @Test
  void aCheckIsClaimedBesides() {
    assertThat(Sheet.let().comment("check y \\ge 1").display("y = 1 + x^2").lines())
        .containsExactly("definition: y = 1 + x²", "claim: y ≥ 1");
  }

  @Test
  void whatSteersNothingIsTold() {
    Sheet sheet = Sheet.let().comment("believe").display("a b = b a");
    assertThat(sheet.read().refused())
        .singleElement()
        .asString()
        .contains("`believe` steers nothing");
    assertThat(sheet.lines()).containsExactly("claim: a b = b a");
  }

  @Test
  void aCommentThatCannotBeReadLeavesItsDisplayUnread() {
    assertThat(Sheet.let().comment("if x >").display("|x| = x").lines())
        .singleElement()
        .asString()
        .startsWith("unread");
    assertThat(Sheet.let().comment("round many").display("x = x").lines())
        .containsExactly("unread: `round` needs a number of decimals.");
  }

  @Test
  void aRelationGoesOnOnlyWhereNamesMeanTheSame() {
    Sheet sheet = Sheet.let("x \\in \\mathbb{R}").comment("let f = x^2").display("f + f = 2 f");
    assertThat(sheet.display("= f \\cdot 2").lines().getLast())
        .startsWith("unread: This may be read");
  }

  @Test
  void everyDisplayMayStandAlone() {
    String scope = "---\nscope: each\n---\n$$c = 3 x$$\n\n$$c = 2 x$$\n";
    assertThat(Sheet.of(scope).lines())
        .containsExactly("definition: c = 3 x", "definition: c = 2 x");
  }
}
