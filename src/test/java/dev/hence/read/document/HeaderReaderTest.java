package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the header holds, where each entry stands, and what is wrong with a wrong one. */
class HeaderReaderTest {
  private final Problems problems = new Problems();
  private SourceText source;

  @Test
  void readsEveryKey() {
    Header header =
        read(
            """
            ---
            title: Gradient descent
            let:
              - x, x_j \\in \\mathbb{R}^d
              - T > 0
            assume: x \\ne 0
            flow: \\dot\\theta = -\\nabla_\\theta L
            step: [w = 1, v = 2]
            read:
              - A^\\ast = A^\\top
            try:
              f: [linear, polynomial(3), "mlp(3, tanh)"]
              \\ell: squared
              N: [1, 3]
              x: [[1, 2], [3.5, 1e-5]]
            layout: numerator
            scope: each
            round: 4
            seed: 42
            macros:
              - \\newcommand{\\R}{\\mathbb{R}}
            ---
            $$a$$
            """);
    assertThat(problems.toList()).isEmpty();
    assertThat(header.title().map(MathText::text)).contains("Gradient descent");
    assertThat(places(header.let())).containsExactly("4:5 x, x_j \\in \\mathbb{R}^d", "5:5 T > 0");
    assertThat(places(header.assume())).containsExactly("6:9 x \\ne 0");
    assertThat(places(header.flow())).containsExactly("7:7 \\dot\\theta = -\\nabla_\\theta L");
    assertThat(places(header.step())).containsExactly("8:8 w = 1", "8:15 v = 2");
    assertThat(places(header.read())).containsExactly("10:5 A^\\ast = A^\\top");
    assertThat(header.tries())
        .extracting(HeaderReaderTest::describe)
        .containsExactly(
            "f = [linear, polynomial(3), mlp(3, tanh)]",
            "\\ell = squared",
            "N = [1, 3]",
            "x = [[1, 2], [3.5, 1e-5]]");
    assertThat(header.layout().map(MathText::text)).contains("numerator");
    assertThat(header.scope().map(MathText::text)).contains("each");
    assertThat(header.round()).hasValue(4);
    assertThat(header.seed()).hasValue(42);
    assertThat(source.position(header.span().end())).hasToString("23:1");
  }

  /** The offset of every character is that of the character in the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`- a = b`                  | `a = b`    | `a = b`",
        "`- 'f''(x) = b'`           | `f'(x) = b`| `f''(x) = b`",
        "`- \"\\\\a \\u03b8 = b\"`  | `\\a θ = b`| `\\\\a \\u03b8 = b`",
        "`-   a  =  b  # comment`   | `a  =  b`  | `a  =  b`",
        "`- a =\n    b`             | `a = b`    | `a =\n    b`",
        "`- >\n    a =\n    b`      | `a = b`    | `a =\n    b`",
        "`- |\n    a =\n    b`      | `a =\nb`   | `a =\n    b`",
        "`- 'a =\r\n   b'`          | `a = b`    | `a =\r\n   b`",
        "`- 𝔼[x] = b`               | `𝔼[x] = b` | `𝔼[x] = b`"
      })
  void knowsPlaces(String item, String value, String written) {
    Header header = read("---\nlet:\n  " + item + "\n---\n$$a$$");
    assertThat(problems.toList()).isEmpty();
    MathText text = header.let().get(0);
    assertThat(text.text()).isEqualTo(value);
    assertThat(source.slice(text.span())).isEqualTo(written);
    int b = text.text().indexOf('b');
    assertThat(source.content().charAt(text.fileOffset(b))).isEqualTo('b');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`- y: \\mathbb{R}` | 3:5 | `write 'y: \\mathbb{R}'`",
        "`- 5`              | 3:5 | `write '5'`",
        "`- true`           | 3:5 | `write 'true'`",
        "`- null`           | 3:5 | `write 'null'`",
        "`- [a, b]`         | 3:5 | `write '[a, b]'`",
        "`- {a, b}`         | 3:5 | `write '{a, b}'`",
        "`- a':\n      b`   | 3:5 | `write 'a'': b'`",
        "`-`                | 3:4 | ``"
      })
  void showsTheQuotedFormOfABentEntry(String item, String place, String help) {
    read("---\nlet:\n  " + item + "\n---\n$$a$$");
    assertProblem(ProblemId.HEADER_BENT_ENTRY, place);
    assertThat(problems.toList().get(0).help()).isEqualTo(help);
  }

  @Test
  void commaInAnInlineList() {
    read("---\ntry:\n  f: [linear, mlp(3, tanh)]\n---\n$$a$$");
    assertProblem(ProblemId.HEADER_BENT_ENTRY, "3:15");
    assertThat(problems.toList().get(0).help()).contains("quote");
  }

  @Test
  void unknownKeyNamesTheNearest() {
    read("---\nasume: x = 1\n---\n$$a$$");
    assertProblem(ProblemId.HEADER_UNKNOWN_KEY, "2:1");
    assertThat(problems.toList().get(0).help()).isEqualTo("did you mean `assume`?");
  }

  @Test
  void keyTwice() {
    read("---\nlet: x = 1\nlet: y = 2\n---\n$$a$$");
    assertProblem(ProblemId.HEADER_BAD_ENTRY, "3:1");
  }

  @ParameterizedTest
  @CsvSource({
    "seed: x, HEADER_BAD_ENTRY, 2:7",
    "round: 1.5, HEADER_BAD_ENTRY, 2:8",
    "try: 5, HEADER_BAD_ENTRY, 2:6",
    "title: a: b, HEADER_NOT_YAML, 2:9",
    "let: |x| < 1, HEADER_NOT_YAML, 2:7",
    "let: *a, HEADER_NOT_YAML, 2:6",
    "just text, HEADER_NOT_YAML, 2:1"
  })
  void wrongValues(String line, ProblemId id, String place) {
    Document document = document("---\n" + line + "\n---\n$$a = b$$");
    assertProblem(id, place);
    assertThat(document.formulas()).hasSize(1);
  }

  @Test
  void headerNeverClosed() {
    Document document = document("---\nlet: x\n\n$$a = b$$\n");
    assertProblem(ProblemId.HEADER_NOT_CLOSED, "1:1");
    assertThat(document.formulas()).hasSize(1);
  }

  @Test
  void emptyHeaderAndNone() {
    assertThat(read("---\n---\n$$a$$").let()).isEmpty();
    assertThat(read("$$a$$").span().start()).isZero();
    assertThat(read("\n---\nlet: x\n---\n$$a$$").let()).isEmpty();
    assertThat(problems.toList()).isEmpty();
  }

  @Test
  void byteOrderMarkAndWindowsLines() {
    Header header = read("\ufeff---\r\nlet:\r\n  - a = b\r\n---\r\n$$a$$\r\n");
    assertThat(problems.toList()).isEmpty();
    assertThat(places(header.let())).containsExactly("3:5 a = b");
  }

  private Header read(String content) {
    return document(content).header();
  }

  private Document document(String content) {
    source = new SourceText("test.md", content);
    return DocumentReader.read(source, problems);
  }

  private void assertProblem(ProblemId id, String place) {
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(id);
    assertThat(source.position(problems.toList().get(0).span().start())).hasToString(place);
  }

  private List<String> places(List<MathText> texts) {
    return texts.stream().map(text -> BlockText.at(source, text)).toList();
  }

  private static String describe(TryEntry entry) {
    return entry.name() + " = " + describe(entry.value());
  }

  private static String describe(TryEntry.Value value) {
    return switch (value) {
      case TryEntry.One one -> one.text().text();
      case TryEntry.Many many ->
          many.values().stream().map(HeaderReaderTest::describe).toList().toString();
    };
  }
}
