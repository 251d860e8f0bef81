package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.proof.Proof;
import dev.hence.proof.ProofChecker;
import dev.hence.read.Reader;
import dev.hence.report.CounterexampleText;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.StatementText;
import dev.hence.report.figure.Picture;
import dev.hence.report.latex.LatexTrace;
import dev.hence.report.latex.Printing;
import dev.hence.report.markdown.MarkdownTrace;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Trace;
import dev.hence.road.general.GeneralRoad;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The trace of each derivation that comes with Hence is a derivation that says the same, in
 * Markdown and in LaTeX, is accepted as the page is, with the same verdicts, every line that it
 * tells is proved as it is read there, and LaTeX prints it within its margins. The run over the
 * pages is remembered: a statement that means the same in a trace is judged once more on what was
 * found out about it there, and one that means anything else is checked from the beginning. A line
 * that means the same in both formats is proved once.
 */
abstract class TracePages {
  private final Map<String, Trace> traces = new ConcurrentHashMap<>();
  private final Map<String, Boolean> proved = new ConcurrentHashMap<>();
  private final LibraryPart part;

  TracePages(LibraryPart part) {
    this.part = part;
  }

  LibraryPart part() {
    return part;
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameInMarkdown() {
    return pages(
        page -> {
          String trace = MarkdownTrace.of(trace(page));
          keep(page, trace, ".md");
          saysTheSame(page, new SourceText("trace.md", trace));
        });
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameInLatex() {
    return pages(
        page -> {
          String trace = LatexTrace.of(trace(page));
          keep(page, trace, ".tex");
          saysTheSame(page, new SourceText("trace.tex", trace));
        });
  }

  @TestFactory
  Stream<DynamicTest> staysWithinTheMargins() {
    return pages(page -> Printing.isClean(LatexTrace.of(trace(page)), pictures(trace(page))));
  }

  private static Map<String, byte[]> pictures(Trace trace) {
    return trace.parts().stream()
        .filter(Part.Illustration.class::isInstance)
        .map(p -> ((Part.Illustration) p).figure())
        .collect(Collectors.toMap(f -> f.file() + ".pdf", f -> Picture.of(f).pdf()));
  }

  /** Made once: to tell all pages line by line takes as long as to check some of them. */
  private Trace trace(DerivationReport page) {
    return traces.computeIfAbsent(
        name(page), name -> Hence.trace(page, Settings.DEFAULT, "figures"));
  }

  interface PageTest {
    void test(DerivationReport page) throws IOException;
  }

  Stream<DynamicTest> pages(PageTest test) {
    return part.derivations().stream()
        .map(page -> DynamicTest.dynamicTest(name(page), () -> test.test(page)));
  }

  static String name(DerivationReport page) {
    return page.derivation().source().name();
  }

  /** With {@code -Dhence.trace.keep=folder} the traces can be looked at. */
  private static void keep(DerivationReport page, String trace, String ending) throws IOException {
    String folder = System.getProperty("hence.trace.keep");
    if (folder != null) {
      String file = Path.of(name(page)).getFileName().toString().replaceFirst("\\.\\w+$", ending);
      Files.createDirectories(Path.of(folder));
      Files.writeString(Path.of(folder, file), trace);
    }
  }

  private void saysTheSame(DerivationReport page, SourceText trace) {
    Derivation told = Reader.read(trace);
    assertThat(told.problems()).isEmpty();
    assertThat(unproved(told)).isEmpty();
    assertThat(said(told)).isEqualTo(said(page.derivation()));
    // The lines between the sides may add what is said of them.
    assertThat(told.assumptions()).containsAll(page.derivation().assumptions());
    hasTheSameVerdicts(page, told);
  }

  /**
   * Of what the author says; the lines between are proved by {@link #unproved}, for to look at each
   * of them on every instance would take minutes.
   */
  private void hasTheSameVerdicts(DerivationReport page, Derivation told) {
    List<String> own =
        told.statements().stream().filter(s -> !isLine(s)).map(Statement::id).toList();
    RunReport run = Hence.checkTexts(List.of(told.source()), part.remembering().withOnly(own));
    assertThat(run.defects()).isEmpty();
    assertThat(run.notices()).isEmpty();
    assertThat(run.passed()).isEqualTo(page.passed());
    assertThat(verdicts(run.derivations().getFirst())).isEqualTo(verdicts(page));
  }

  /** Of all statements but the lines of the arguments. */
  static List<String> verdicts(DerivationReport report) {
    return report.statements().stream()
        .filter(s -> !isLine(s.statement()))
        .map(
            s ->
                String.join(
                    " ",
                    id(s.statement()),
                    s.verdict().outcome().text(),
                    s.passed() ? "passed" : "failed",
                    s.verdict().sideConditions().toString(),
                    s.verdict().refutation().map(CounterexampleText::point).orElse("")))
        .toList();
  }

  /** The lines between the sides for which no proof is found that the checker accepts. */
  private List<String> unproved(Derivation told) {
    return told.statements().stream()
        .filter(s -> isLine(s) && s instanceof Statement.Step)
        .map(Statement.Step.class::cast)
        .filter(step -> !proved.computeIfAbsent(part.meaning(step), m -> isProved(step)))
        .map(step -> step.id() + " " + StatementText.of(step, told.source()))
        .toList();
  }

  private static boolean isProved(Statement.Step step) {
    return GeneralRoad.prove(step).filter(p -> isProof(step, p)).isPresent();
  }

  private static boolean isProof(Statement.Step step, Proof proof) {
    return ProofChecker.check(step, proof) instanceof ProofChecker.Accepted;
  }

  /** What a derivation says, statement by statement, and how each is to be checked. */
  private static List<String> said(Derivation derivation) {
    return derivation.statements().stream()
        .filter(s -> !isLine(s))
        .map(s -> said(s, derivation.source()))
        .toList();
  }

  /** Whether a trace tells it between the sides of what the author says. */
  static boolean isLine(Statement statement) {
    return statement.label().filter(l -> l.startsWith("lines:")).isPresent();
  }

  /** The label of a statement; what only has its order is counted anew in a trace. */
  static String id(Statement statement) {
    return statement.id().replaceFirst("^#\\d+", "#");
  }

  private static String said(Statement statement, SourceText source) {
    return switch (statement) {
      case Statement.Step step ->
          String.join(
              "; ",
              id(step),
              StatementText.of(step, source),
              step.kind().text(),
              step.trial().entries().keySet().toString(),
              "refuted: " + step.expected().refuted());
      case Statement.Given given ->
          String.join("; ", id(given), StatementText.of(given, source), given.what());
      case Statement.NoStatement none -> id(none) + "; " + none.why();
      case Statement.Unread unread -> id(unread) + "; unread";
    };
  }
}
