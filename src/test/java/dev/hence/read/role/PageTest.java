package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Name;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.document.DocumentReader;
import dev.hence.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a whole document becomes: names, trials, kinds, defaults, other readings, problems. */
final class PageTest {
  private static Derivation read(String text) {
    Problems problems = new Problems();
    return Page.of(
        DocumentReader.read(new SourceText("page.md", text), problems), Supplement.NONE, problems);
  }

  private static List<String> ids(Derivation page) {
    return page.statements().stream().map(Statement::id).toList();
  }

  private static List<Statement.Step> steps(Derivation page) {
    return page.statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast)
        .toList();
  }

  private static Statement.Step step(String text) {
    return steps(read(text)).getLast();
  }

  @Test
  void statementsAreNamedByTagsElseByTheirOrder() {
    Derivation page =
        read(
            """
            $$a + a = 2 a = a \\cdot 2 \\tag{7}$$
            $$b + b = 2 b$$
            $$\\begin{aligned} c + c &= 2 c \\tag{8} \\\\ d + d &= 2 d \\tag{9} \\end{aligned}$$
            $$a = a \\tag{7}$$
            """);
    assertThat(ids(page)).containsExactly("7.1", "7.2", "#2", "8", "9", "7");
  }

  @Test
  void theHeaderAndTheCommentSayOnWhatStepsAreTried() {
    Derivation page =
        read(
            """
            ---
            let: x \\in \\mathbb{R}^n
            try: {n: 3}
            round: 2
            ---
            <!-- hence: try n: [1, 2]; by counting -->
            $$x = 1 x$$
            $$\\pi \\approx 3.14$$
            """);
    assertThat(steps(page).getFirst().trial().entries().get("n").values())
        .containsExactly("1", "2");
    assertThat(steps(page).getFirst().notes()).containsExactly("by counting");
    assertThat(steps(page).getFirst().round()).isEmpty();
    assertThat(steps(page).getLast().round()).hasValue(2);
    assertThat(steps(page).getLast().trial().entries().get("n").values()).containsExactly("3");
  }

  @Test
  void whatIsAssumedOfAllValuesKeepsItsNames() {
    String assume = "<!-- hence: assume |h(u) - h(v)| \\le |u - v|%s -->\n$$|h'(u)| \\le 1$$\n";
    String header = "---\nlet: ['u, v \\in \\mathbb{R}', 'h(u) \\in \\mathbb{R}']\n---\n";
    Statement.Step step = step(header + assume.formatted(" \\quad \\forall u, v"));
    assertThat(step.scope().assumptions().getFirst().everywhere())
        .containsExactly(new Name("u"), new Name("v"));
    // Without the words it may be said of two points alone.
    Derivation asked = read(header + assume.formatted(""));
    assertThat(steps(asked)).isEmpty();
    assertThat(asked.problems()).extracting(Problem::id).contains(ProblemId.AMBIGUOUS);
  }

  @Test
  void anArrowBetweenStatementsSaysThatOneFollows() {
    Statement.Step step = step("$$x + y = 2 \\quad \\rightarrow \\quad 2 x = 4 - 2 y$$\n");
    assertThat(step.conditions()).hasSize(1);
    assertThat(steps(read("$$a_n \\to 0$$\n"))).isEmpty();
  }

  @Test
  void aDerivativeThatIsSaidToBeZeroMayBeACondition() {
    String header = "---\nlet: 'w \\in \\mathbb{R}'\n---\n$$L(w) := (w - 1)^2$$\n";
    assertThat(step(header + "$$\\nabla_w L(w) = 0$$\n").otherwise()).isPresent();
    assertThat(step(header + "<!-- hence: claim -->\n$$\\nabla_w L(w) = 0$$\n").otherwise())
        .isEmpty();
    assertThat(step(header + "$$\\nabla_w L(w) = 2 w - 2$$\n").otherwise()).isEmpty();
    Derivation set = read(header + "Setting the derivative to zero, we get\n\n$$L'(w) = 0$$\n");
    assertThat(steps(set)).isEmpty();
    assertThat(((Statement.Given) set.statements().getLast()).what()).contains("set a derivative");
  }

  @Test
  void aDerivativeAtAnotherPointMayBeThatOfAConstant() {
    String header = "---\nlet: ['x, a \\in \\mathbb{R}^n', 'g(x) \\in \\mathbb{R}']\n---\n";
    Statement.Step step = step(header + "$$\\frac{\\partial g(a)}{\\partial x} = \\nabla g(a)$$\n");
    assertThat(step.otherwise()).isPresent();
    // The gradient on the right, which is equal, stays what it is.
    assertThat(step.otherwise().get().left()).isNotEqualTo(step.left());
    assertThat(step.otherwise().get().right()).isEqualTo(step.right());
  }

  @Test
  void aChainPassesOverWhatCannotBeRead() {
    Derivation page = read("$$a + a = \\arg\\min_b b^2 = 2 a$$\n");
    assertThat(page.statements()).hasSize(2);
    assertThat(page.statements().getFirst()).isInstanceOf(Statement.Unread.class);
    assertThat(steps(page).getFirst().notes()).anyMatch(n -> n.contains("could not be read"));
  }

  @Test
  void defaultsAreTold() {
    Derivation page =
        read(
            """
            ---
            let: ['i = 1, \\dots, n', 'x_i \\in \\mathbb{R}', 'v \\in \\mathbb{R}^n']
            ---
            $$\\sum x_i = \\sum_i x_i$$
            $$\\operatorname{ReLU}(v) = \\operatorname{ReLU}(v) + 0 s$$
            """);
    assertThat(page.assumptions())
        .contains(
            "a sum without limits goes over all i",
            "ReLU(x) is max(0, x), entry by entry",
            "s is taken to be a vector in ℝ^n");
  }

  @Test
  void kindsAreToldByWhatIsSaid() {
    assertThat(step("$$x^2 \\ge 0$$\n").kind()).isEqualTo(Kind.INEQUALITY);
    assertThat(step("$$\\pi \\approx 3.14$$\n").kind()).isEqualTo(Kind.APPROXIMATION);
    String header = "---\nlet: ['j = 1, \\dots, n', 'c_j \\in \\mathbb{R}']\n---\n";
    assertThat(step(header + "$$\\mathbb{E}_j[c_j] = \\frac1n \\sum_j c_j$$\n").kind())
        .isEqualTo(Kind.EXPECTATION);
    assertThat(step(header + "$$\\frac1n \\sum_j c_j = \\frac{\\sum_j c_j}{n}$$\n").kind())
        .isEqualTo(Kind.POINTWISE);
  }

  @Test
  void anExpectationOfWhatOnlyDefinesIsEmpty() {
    Derivation page = read("<!-- hence: expect refuted -->\n$$y := x^2$$\n");
    assertThat(page.problems()).extracting(Problem::id).contains(ProblemId.EXPECTATION_EMPTY);
  }

  @Test
  void aKeyThatIsNearlyOneOfOursLosesWhatItHolds() {
    String text = "---\n%s: x > 0\nlet: 'y \\in \\mathbb{R}'\n---\n$$x + y = y + x$$\n";
    assertThat(steps(read(text.formatted("asume")))).isEmpty();
    assertThat(steps(read(text.formatted("category")))).hasSize(1);
  }
}
