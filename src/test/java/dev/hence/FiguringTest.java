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
            Wiring::convergence,
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

  /** K(x, x') = (1 + w²) x x′ along ẇ = −w, whose mean over the time is known. */
  @Test
  void aKernelIsShownAtTheStartAtTheEndAndInTheMean() {
    String page =
        """
        ---
        let:
          - w, x, x', x_j \\in \\mathbb{R}
          - j = 1, \\dots, N
          - T > 0
        flow: \\dot w = -w
        try:
          N: 2
        ---
        $$K_w(x, x') = (1 + w^2) x x' \\tag{1}$$

        $$\\sum_{j=1}^N \\int_0^T K_{w_t}(x, x_j) \\, dt = x \\Bigl(T + \\frac{w_0^2}{2} (1 - e^{-2T})\\Bigr) \\sum_{j=1}^N x_j \\tag{2}$$

        <!-- hence: expect refuted -->
        $$\\sum_{j=1}^N \\int_0^T K_{w_t}(x, x_j) \\, dt = x T \\sum_{j=1}^N x_j \\tag{3}$$

        $$\\sum_{j=1}^N w_T x_j = e^{-T} w_0 \\sum_{j=1}^N x_j \\tag{4}$$
        """;
    List<Part.Illustration> seen = illustrations(trace(check(page)));
    assertThat(seen).extracting(Part.Illustration::id).contains("2", "3", "4");
    for (Part.Illustration illustration : seen) {
      assertThat(illustration.figure().maps()).hasSize(illustration.id().equals("4") ? 0 : 3);
    }
    Figure figure = seen.getFirst().figure();
    Figure.HeatMap start = figure.maps().getFirst();
    assertThat(start.labels()).containsExactly("x", "x₁", "x₂");
    double end = curves(figure, Role.LEFT_SIDE).getFirst().times().getLast();
    double fall = Math.exp(-2 * end);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double first = start.values().get(i).get(j);
        double last = figure.maps().get(1).values().get(i).get(j);
        double mean = figure.maps().get(2).values().get(i).get(j);
        assertThat(first).isCloseTo(start.values().get(j).get(i), within(1e-12));
        // (K(T) − xx′) / (K(0) − xx′) = e^(−2T): that gives x x′, and with it the mean.
        double product = (last - first * fall) / (1 - fall);
        double square = first - product;
        assertThat(mean)
            .isCloseTo(product + square * (1 - fall) / (2 * end), within(1e-6 * Math.abs(first)));
      }
    }
    double trace = start.values().getFirst().getFirst() * start.values().get(1).get(1);
    assertThat(trace).isCloseTo(Math.pow(start.values().getFirst().get(1), 2), within(1e-9));
    assertThat(figure.alternative("2")).contains("at the start, x: ").contains("x₂: ");
  }

  @Test
  void anErrorIsShownBesideTheSlopeThatIsClaimed() {
    String page =
        """
        ---
        let:
          - f(x) \\in \\mathbb{R}
          - x, h \\in \\mathbb{R}
        try:
          f: [exp]
        ---
        $$\\frac{f(x+h) - f(x-h)}{2h} = f'(x) + O(h^2) \\tag{1}$$

        <!-- hence: expect refuted -->
        $$\\frac{f(x+h) - f(x)}{h} = f'(x) + O(h^2) \\tag{2}$$

        $$(x + h)^2 = x^2 + 2 h x + h^2 + O(h^3) \\tag{3}$$
        """;
    List<Part.Illustration> seen = illustrations(trace(check(page)));
    assertThat(seen).extracting(Part.Illustration::id).containsExactly("1", "2");
    assertThat(caption(seen.getFirst().figure()))
        .contains("slope that fits is 2.00; claimed is O(");
    assertThat(caption(seen.getLast().figure())).contains("slope that fits is 1.0");
    Curve claimed = curves(seen.getLast().figure(), Role.RIGHT_SIDE).getFirst();
    assertThat(claimed.label()).isEqualTo("claimed slope 2");
    List<Double> error = curves(seen.getFirst().figure(), Role.LEFT_SIDE).getFirst().values();
    assertThat(error.get(10) / error.get(11)).isCloseTo(4, within(1e-3));
    assertThat(seen.getFirst().figure().alternative("1")).isEqualTo("Error of step 1 against h");
  }

  private static String caption(Figure figure) {
    return figure.caption().stream().map(Piece::text).collect(Collectors.joining());
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
