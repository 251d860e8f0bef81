package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.report.latex.LatexTrace;
import dev.hence.report.markdown.MarkdownTrace;
import dev.hence.report.trace.Figure;
import dev.hence.report.trace.Figure.Curve;
import dev.hence.report.trace.Figure.Role;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Piece;
import dev.hence.report.trace.Trace;
import dev.hence.road.numeric.Course;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which steps have a figure, and that its curves are what the step speaks of. */
class FiguringTest {
  /** Least squares of one weight, whose flow is known in closed form. */
  private static final String PAGE =
      """
      ---
      title: One weight
      let:
        - w, x, x_j, y_j \\in \\mathbb{R}
        - j = 1, \\dots, N
      flow: \\dot w = -\\nabla_w L
      try:
        N: [1, 2]
      ---

      $$L(w) = \\frac12 \\sum_{j=1}^N (w x_j - y_j)^2 \\tag{1}$$

      $$w(T) x = w(0) x - \\sum_{j=1}^N \\int_0^T (w(t) x_j - y_j) x_j x \\, dt \\tag{../2}$$

      <!-- hence: expect refuted -->
      $$w(T) x = w(0) x + \\sum_{j=1}^N \\int_0^T (w(t) x_j - y_j) x_j x \\, dt \\tag{3}$$

      $$\\nabla_w L(w) = \\sum_{j=1}^N (w x_j - y_j) x_j \\tag{4}$$

      $$w(0) \\int_0^T (w(t) - w(t)) \\, dt = 0 \\tag{5}$$

      $$L(w(T)) \\le L(w(0)) \\tag{6}$$
      """;

  private static final DerivationReport REPORT = check(PAGE);

  private final List<Course> courses = new ArrayList<>();

  private static DerivationReport check(String text) {
    return Hence.checkTexts(List.of(new SourceText("page.md", text)), Settings.DEFAULT)
        .derivations()
        .getFirst();
  }

  private Figure figure(String id) {
    StatementReport step =
        REPORT.statements().stream()
            .filter(s -> s.statement().id().equals(id))
            .findFirst()
            .orElseThrow();
    Figuring figuring =
        new Figuring(
            (instance, parts, from, seed) -> {
              Optional<Course> course = Wiring.course(instance, parts, from, seed);
              course.ifPresent(courses::add);
              return course;
            },
            Settings.DEFAULT_SEED);
    return figuring.of(step, "figures/a").orElseThrow();
  }

  private double number(String name, Integer... indices) {
    return courses
        .getFirst()
        .point()
        .of(new Variable(new Name(name), List.of(indices), 1, 1))
        .getFirst()
        .toDouble();
  }

  private static List<Curve> curves(Figure figure, Role role) {
    return figure.panels().stream()
        .flatMap(p -> p.curves().stream())
        .filter(c -> c.role() == role)
        .toList();
  }

  /** w(t) = w* + (w(0) − w*) e^(−St) with S = ∑ xⱼ² and w* = ∑ xⱼ yⱼ / S. */
  @Test
  void eachTermContributesWhatItDoesInClosedForm() {
    Figure figure = figure("../2");
    List<Curve> terms = curves(figure, Role.TERM);
    assertThat(terms).hasSize(2);
    double s = Math.pow(number("x", 1), 2) + Math.pow(number("x", 2), 2);
    double best = (number("x", 1) * number("y", 1) + number("x", 2) * number("y", 2)) / s;
    double off = number("w") - best;
    Curve left = curves(figure, Role.LEFT_SIDE).getFirst();
    for (int k = 0; k < left.times().size(); k++) {
      double t = left.times().get(k);
      double weights = best * t - off * StrictMath.expm1(-s * t) / s;
      for (int j = 1; j <= 2; j++) {
        double exact =
            -(weights * number("x", j) - number("y", j) * t) * number("x", j) * number("x");
        assertThat(terms.get(j - 1).values().get(k)).isCloseTo(exact, within(1e-9));
      }
      double prediction = (best + off * StrictMath.exp(-s * t)) * number("x");
      assertThat(left.values().get(k)).isCloseTo(prediction, within(1e-9));
    }
  }

  @Test
  void whatTheTermsContributeSumsToTheChangeOfThePrediction() {
    Figure figure = figure("../2");
    List<Curve> terms = curves(figure, Role.TERM);
    Curve total = curves(figure, Role.TOTAL).getFirst();
    Curve left = curves(figure, Role.LEFT_SIDE).getFirst();
    assertThat(total.values().getLast()).isNotCloseTo(0, within(1e-3));
    for (int k = 0; k < total.values().size(); k++) {
      int at = k;
      double sum = terms.stream().mapToDouble(c -> c.values().get(at)).sum();
      assertThat(sum).isCloseTo(total.values().get(k), within(1e-10));
      assertThat(sum).isCloseTo(left.values().get(k) - left.values().getFirst(), within(1e-9));
    }
  }

  @Test
  void bothSidesOfWhatHoldsCoincideAndOfWhatIsRefutedDepart() {
    assertThat(distance(figure("../2"))).isLessThan(1e-9);
    assertThat(distance(figure("3"))).isGreaterThan(1e-3);
  }

  private static double distance(Figure figure) {
    List<Double> left = curves(figure, Role.LEFT_SIDE).getFirst().values();
    List<Double> right = curves(figure, Role.RIGHT_SIDE).getFirst().values();
    double largest = 0;
    for (int k = 0; k < left.size(); k++) {
      largest = Math.max(largest, Math.abs(left.get(k) - right.get(k)));
    }
    return largest;
  }

  @Test
  void namesWhatIsSeen() {
    Figure figure = figure("../2");
    assertThat(curves(figure, Role.LEFT_SIDE).getFirst().label()).isEqualTo("w_T x");
    assertThat(curves(figure, Role.TERM))
        .extracting(Curve::label)
        .containsExactly("j = 1", "j = 2");
    String caption = figure.caption().stream().map(Piece::text).collect(Collectors.joining());
    assertThat(caption)
        .contains("Step ../2 ", "N = 2", "seed " + Settings.DEFAULT_SEED)
        .contains("Dormand–Prince 8(5,3) and Gragg–Bulirsch–Stoer at rtol 1e-11");
  }

  @Test
  void onlyStepsAboutTimesThatShowSomethingHaveOne() {
    assertThat(illustrations(trace(REPORT)))
        .extracting(Part.Illustration::id)
        .containsExactly("../2", "3", "6");
  }

  @Test
  void aDocumentNamesNoFileOfItsChoice() {
    assertThat(illustrations(trace(REPORT)))
        .extracting(i -> i.figure().file())
        .containsExactly("t-figures/step-2", "t-figures/step-3", "t-figures/step-6");
  }

  @Test
  void namesThatDifferInSignsOnlyAreTwo() {
    String twice =
        """
        ---
        let: w \\in \\mathbb{R}
        flow: \\dot w = -w
        ---
        $$w(T) = e^{-T} w(0) \\tag{2}$$

        $$2 w(T) = 2 e^{-T} w(0) \\tag{2'}$$

        $$3 w(T) = 3 e^{-T} w(0) \\tag{(2)}$$
        """;
    assertThat(illustrations(trace(check(twice))))
        .extracting(i -> i.figure().file())
        .containsExactly("t-figures/step-2", "t-figures/step-2-2", "t-figures/step-2-3");
  }

  @Test
  void aLongDocumentHasNoMoreThanEight() {
    StringBuilder many =
        new StringBuilder("---\nlet: w \\in \\mathbb{R}\nflow: \\dot w = -w\n---\n");
    for (int k = 1; k <= 10; k++) {
      many.append("\n$$w(T) + k = e^{-T} w(0) + k$$\n".replace("k", Integer.toString(k)));
    }
    assertThat(illustrations(trace(check(many.toString())))).hasSize(8);
  }

  @Test
  void pagesShowThemBehindTheirSteps() {
    Trace trace = trace(REPORT);
    assertThat(LatexTrace.of(trace))
        .containsSubsequence("\\tag{../2}", "\\includegraphics{t-figures/step-2.pdf}", "\\tag{3}");
    assertThat(MarkdownTrace.of(trace))
        .containsSubsequence("\\tag{../2}", "](t-figures/step-2.svg)", "\\tag{3}");
    assertThat(LatexTrace.of(Hence.trace(REPORT))).doesNotContain("includegraphics{");
    assertThat(MarkdownTrace.of(Hence.trace(REPORT))).doesNotContain("](");
  }

  /** A page with pictures is a derivation that says the same. */
  @Test
  void pagesWithThemAreReadAgain() {
    Trace trace = trace(REPORT);
    List<String> ids = ids(REPORT);
    assertThat(ids(check(MarkdownTrace.of(trace)))).isEqualTo(ids);
    DerivationReport latex =
        Hence.checkTexts(List.of(new SourceText("t.tex", LatexTrace.of(trace))), Settings.DEFAULT)
            .derivations()
            .getFirst();
    assertThat(ids(latex)).isEqualTo(ids);
  }

  private static List<String> ids(DerivationReport report) {
    return report.statements().stream()
        .filter(s -> !TracePages.isLine(s.statement()))
        .map(s -> s.statement().id() + " " + s.verdict().outcome())
        .toList();
  }

  private static Trace trace(DerivationReport report) {
    return Hence.trace(report, Settings.DEFAULT, "t-figures");
  }

  private static List<Part.Illustration> illustrations(Trace trace) {
    return trace.parts().stream()
        .filter(Part.Illustration.class::isInstance)
        .map(Part.Illustration.class::cast)
        .toList();
  }
}
