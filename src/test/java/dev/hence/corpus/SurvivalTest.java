package dev.hence.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.text.SourceText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must merely survive: it may not end in an exception, take long, or be called right. */
class SurvivalTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final Settings SETTINGS = Settings.DEFAULT.withBudget(Duration.ofSeconds(3));

  private static final int DEEP = 10_000;

  private static final String WRONG = display("a = a + 1");

  /** Texts that deserve no green step, by what is odd about them. */
  private static SequencedMap<String, String> odd() {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    texts.put("nothing", "");
    texts.put("a byte order mark and nothing", "\ufeff");
    texts.put("only a header", "---\ntitle: x\n---\n");
    texts.put("a header that begins and nothing", "---");
    texts.put("control characters", display("a \u0000 = \u0001 b \u007f"));
    texts.put("half of a surrogate pair", display("a = \ud835"));
    texts.put("characters of all kinds", display("𝛼 + ∂𝑓 = ∑ 🙂 \u202e b"));
    nested(texts);
    large(texts);
    headers(texts);
    return texts;
  }

  private static void nested(Map<String, String> texts) {
    texts.put("parentheses", display(deep("(", "a", ")") + " = b"));
    texts.put("parentheses never closed", display("(".repeat(DEEP) + "a = b"));
    texts.put("parentheses never opened", display("a" + ")".repeat(DEEP) + " = b"));
    texts.put("braces", display(deep("{", "a", "}") + " = b"));
    texts.put("braces never closed", display("{".repeat(DEEP)));
    texts.put("fractions", display(deep("\\frac{1}{1+", "a", "}") + " = b"));
    texts.put("roots", display(deep("\\sqrt{", "a", "}") + " = b"));
    texts.put("powers", display(deep("a^{", "a", "}") + " = b"));
    texts.put("subscripts", display(deep("a_{", "a", "}") + " = b"));
    texts.put("stretching parentheses", display(deep("\\left(", "a", "\\right)") + " = b"));
    texts.put("bars", display("|".repeat(DEEP) + "a" + "|".repeat(DEEP) + " = b"));
    texts.put("norms", display(deep("\\|", "a", "\\|") + " = b"));
    texts.put("signs", display("-".repeat(DEEP) + "a = b"));
    texts.put("dots on a letter", display(deep("\\dot{", "a", "}") + " = b"));
    texts.put("sums", display(many("\\sum_{i=1}^2 ") + "i = b"));
    texts.put("derivatives", display(many("\\frac{d}{dx} ") + "x^2 = b"));
    texts.put("primes", display("f(x) := x^2") + display("f" + "'".repeat(DEEP) + "(x) = b"));
    texts.put("functions", display("\\exp ".repeat(DEEP) + "x = b"));
    texts.put("environments", display(many("\\begin{aligned}")));
    texts.put("block quotes", ">".repeat(DEEP) + " $$a = a + 1$$");
    texts.put(
        "lists",
        IntStream.range(0, 500)
            .mapToObj(i -> " ".repeat(2 * i) + "- a\n")
            .collect(Collectors.joining()));
    texts.put("flow sequences in the header", "---\nlet: " + "[".repeat(DEEP) + "\n---\n" + WRONG);
    texts.put("definitions through definitions", tower(400));
  }

  private static void large(Map<String, String> texts) {
    texts.put("5 MB of prose", "word ".repeat(1 << 20) + WRONG);
    texts.put("5 MB in one display", display("a + ".repeat(5 << 18) + "a = b"));
    texts.put("5 MB that opens a display", "$$ a " + "b ".repeat(5 << 19));
    texts.put("5 MB of dollars", "$".repeat(5 << 20));
    texts.put("5 MB of backslashes", display("\\".repeat(5 << 20)));
    texts.put("a number of a million digits", display("a = " + "9".repeat(1_000_000)));
    texts.put("a letter to the power 10^10", display("x^{10^{10}} = 1"));
    texts.put("a power of powers", display("10^{10^{10}} = 1"));
    texts.put("a number to a large power", display("2^{999999999} = 1"));
    texts.put("exponentials of exponentials", display("e^{e^{e^{e^{e^{x}}}}} = 1"));
    texts.put("a sum of 10^9 terms", display("\\sum_{j=1}^{1000000000} j = 1"));
    texts.put("a product of 10^6 factors", display("\\prod_{k=1}^{1000000} k = 1"));
    texts.put(
        "a sum within sums",
        display("\\sum_{a=1}^{99} \\sum_{b=1}^{99} \\sum_{c=1}^{99} \\sum_{d=1}^{99} abcd = 1"));
    texts.put(
        "a long chain",
        display(
            "a"
                + IntStream.range(1, 1_000)
                    .mapToObj(i -> " = a + " + i)
                    .collect(Collectors.joining())));
    texts.put(
        "a large matrix",
        display(
            "\\det \\begin{pmatrix}"
                + ("a &".repeat(60) + "b\\\\").repeat(61)
                + "\\end{pmatrix} = 1"));
    texts.put(
        "a thousand wrong displays",
        IntStream.range(0, 1_000)
            .mapToObj(i -> display("a + " + i + " = a - 1"))
            .collect(Collectors.joining()));
  }

  private static void headers(Map<String, String> texts) {
    texts.put("a header that is not YAML", "---\n{[}]: - : -\n  \t: *x\n---\n" + WRONG);
    texts.put("an alias", "---\ntitle: &a [*a]\n---\n" + WRONG);
    texts.put("laughing aliases", laughing());
    texts.put("a tag of Java", "---\ntitle: !!javax.script.ScriptEngineManager []\n---\n" + WRONG);
    texts.put(
        "a vector of a million entries",
        header("x \\in \\mathbb{R}^{1000000}") + display("x^\\top x = 1"));
    texts.put(
        "a family of a million members",
        header("x_j \\in \\mathbb{R}", "j = 1, \\dots, 1000000") + display("\\sum_j x_j = 1"));
    texts.put(
        "a size of a million",
        "---\nlet:\n  - x \\in \\mathbb{R}^d\ntry:\n  d: 1000000\n---\n"
            + display("x^\\top x = 1"));
    texts.put(
        "a negative size",
        "---\nlet:\n  - x \\in \\mathbb{R}^d\ntry:\n  d: -3\n---\n" + display("x^\\top x = 1"));
    texts.put("too many instances", grid());
    texts.put(
        "assumptions that nothing satisfies",
        "---\nassume: [\"x > 1\", \"x < 0\"]\n---\n" + display("x = x^2"));
    texts.put(
        "declarations by the thousand",
        header(
                IntStream.range(0, 2_000)
                    .mapToObj(i -> "x_{" + i + "} \\in \\mathbb{R}")
                    .toArray(String[]::new))
            + display("x_{7} = x_{8}"));
    texts.put(
        "dynamics that explode",
        "---\nlet:\n  - u \\in \\mathbb{R}\n  - T > 0\nflow: \\dot u = e^{u^2}\n---\n"
            + display("u(T) = u(0)"));
    texts.put(
        "dynamics that need too small steps",
        "---\nlet:\n  - u \\in \\mathbb{R}\n  - T > 0\nflow: \\dot u = -10^{12} u\n---\n"
            + display("u(T) = 2 u(0)"));
  }

  @TestFactory
  Stream<DynamicTest> survives() {
    return odd().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> survive(e.getKey(), e.getValue())));
  }

  private static void survive(String name, String text) {
    RunReport run = assertTimeout(LIMIT, () -> check(new SourceText(name, text)));
    assertThat(run.defects()).isEmpty();
    assertThat(run.passed()).isFalse();
    for (DerivationReport derivation : run.derivations()) {
      assertThat(derivation.statements()).noneMatch(s -> s.holds());
    }
  }

  /** Line ends and a byte order mark change nothing. */
  @Test
  void lineEndsAndMarksChangeNothing() {
    Corpus.Entry entry =
        Corpus.part("right").stream()
            .filter(e -> e.name().equals("right/sigmoid.md"))
            .findFirst()
            .orElseThrow();
    List<String> usual = answers(entry.text().content());
    assertThat(answers(entry.text().content().replace("\n", "\r\n"))).isEqualTo(usual);
    assertThat(answers(entry.text().content().replace("\n", "\r"))).isEqualTo(usual);
    assertThat(answers("\ufeff" + entry.text().content())).isEqualTo(usual);
  }

  /** A thousand displays are a thousand statements. */
  @Test
  void thousandDisplaysAreRead() {
    String text =
        IntStream.range(0, 1_000)
            .mapToObj(i -> display("a + " + i + " = " + i + " + a"))
            .collect(Collectors.joining());
    RunReport run =
        assertTimeout(Duration.ofSeconds(60), () -> check(new SourceText("many", text)));
    assertThat(run.derivations().getFirst().statements()).hasSize(1_000).allMatch(s -> s.holds());
  }

  private static List<String> answers(String text) {
    return Answers.of(check(new SourceText("text", text)).derivations().getFirst());
  }

  private static RunReport check(SourceText text) {
    return Hence.checkTexts(List.of(text), SETTINGS);
  }

  private static String display(String mathematics) {
    return "\n$$" + mathematics + "$$\n";
  }

  /** As deep as may be, in a display that is not refused for its length alone. */
  private static int depth(String level) {
    return Math.min(DEEP, 90_000 / level.length());
  }

  private static String many(String level) {
    return level.repeat(depth(level));
  }

  private static String deep(String open, String inside, String close) {
    int depth = depth(open + close);
    return open.repeat(depth) + inside + close.repeat(depth);
  }

  private static String header(String... entries) {
    String list = Stream.of(entries).map(e -> "  - " + e + "\n").collect(Collectors.joining());
    return "---\nlet:\n" + list + "---\n";
  }

  /** Each definition mentions the one before twice: written out, the last is of size 2ⁿ. */
  private static String tower(int height) {
    String steps =
        IntStream.range(1, height)
            .mapToObj(i -> display("z_{" + i + "} := z_{" + (i - 1) + "} z_{" + (i - 1) + "} + 1"))
            .collect(Collectors.joining());
    return display("z_{0} := x") + steps + display("z_{" + (height - 1) + "} = x");
  }

  private static String laughing() {
    StringBuilder yaml = new StringBuilder("---\na0: &a0 [x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      yaml.append("a%d: &a%d [%s, %s, %s, %s]\n".formatted(i, i, before, before, before, before));
    }
    return yaml + "---\n" + WRONG;
  }

  private static String grid() {
    String sizes =
        IntStream.range(0, 8)
            .mapToObj(i -> "  - x_{" + i + "} \\in \\mathbb{R}^{n_{" + i + "}}\n")
            .collect(Collectors.joining());
    String values =
        IntStream.range(0, 8)
            .mapToObj(i -> "  n_{" + i + "}: [1, 2, 3, 4, 5]\n")
            .collect(Collectors.joining());
    String sum =
        IntStream.range(0, 8)
            .mapToObj(i -> "x_{" + i + "}^\\top x_{" + i + "}")
            .collect(Collectors.joining(" + "));
    return "---\nlet:\n" + sizes + "try:\n" + values + "---\n" + display(sum + " = 1");
  }
}
