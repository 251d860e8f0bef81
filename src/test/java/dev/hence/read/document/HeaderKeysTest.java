package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header beside that of another program: whose the keys are. */
class HeaderKeysTest {
  private final Problems problems = new Problems();
  private SourceText source;

  @Test
  void keysOfABlogStandBesideOurs() {
    Header header =
        read(
            """
            ---
            layout: post
            title: A post
            date: 2019-09-05
            tags: [a, b c]
            let: x > 0
            mathjax: true
            ---
            $$a$$
            """);
    assertThat(problems.toList()).isEmpty();
    assertThat(header.tags()).map(MathText::text).containsExactly("a", "b c");
    assertThat(header.layout()).isEmpty();
    assertThat(header.title()).map(MathText::text).contains("A post");
    assertThat(places(header)).containsExactly("6:6 x > 0");
  }

  @Test
  void aLineOfTagsHoldsWords() {
    assertThat(read("---\ntags: a b, c\n---\n$$a$$").tags())
        .map(MathText::text)
        .containsExactly("a", "b", "c");
    assertThat(read("---\ntags: [x]\nhence: {let: x > 0}\n---\n$$a$$").tags()).hasSize(1);
    assertThat(read("---\ntags: {of: them}\n---\n$$a$$").tags()).isEmpty();
    assertThat(problems.toList()).isEmpty();
  }

  @Test
  void aHeaderWithoutOursIsNotOurs() {
    Header header = read("---\nlayout: sideways\nmy_own: {a: [&x 1]}\nmine: mine\n---\n$$a$$");
    assertThat(problems.toList()).isEmpty();
    assertThat(header.let()).isEmpty();
  }

  @Test
  void belowHenceAllKeysAreOursAndTheOthersAreNot() {
    Header header =
        read(
            """
            ---
            title: Theirs
            anything: [1, {a: b}]
            hence:
              layout: numerator
              let:
                - x > 0
            layout: post
            ---
            $$a$$
            """);
    assertThat(problems.toList()).isEmpty();
    assertThat(header.layout()).map(MathText::text).contains("numerator");
    assertThat(header.title()).map(MathText::text).contains("Theirs");
    assertThat(places(header)).containsExactly("7:7 x > 0");
  }

  @Test
  void emptyHenceSaysThatNothingIsOurs() {
    read("---\nhence:\nlett: 5\n---\n$$a$$");
    assertThat(problems.toList()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2:1 HEADER_UNKNOWN_KEY | lett: x > 0",
        "2:1 HEADER_UNKNOWN_KEY | titel: x",
        "3:1 HEADER_UNKNOWN_KEY | let: x > 0\nunheard: of",
        "3:9 HEADER_BAD_ENTRY | let: x > 0\nlayout: sideways",
        "3:9 HEADER_BAD_ENTRY | date: x\nlayout: numeratr",
        "2:9 HEADER_BAD_ENTRY | layout: denominatr",
        "3:3 HEADER_UNKNOWN_KEY | hence:\n  unheard: of",
        "3:1 HEADER_BAD_ENTRY | hence: {}\nlet: x > 0",
        "2:8 HEADER_BAD_ENTRY | hence: x > 0",
        "3:9 HEADER_BENT_ENTRY | let: x > 0\nsource: {a: b}"
      })
  void whatLooksLikeASlipIsAProblem(String example) {
    String[] parts = example.split(" \\| ", 2);
    read("---\n" + parts[1] + "\n---\n$$a$$");
    assertThat(problems.toList()).extracting(p -> BlockText.of(source, p)).contains(parts[0]);
  }

  @Test
  void tomlIsNotRead() {
    Header header = read("+++\ntitle = \"A\"\nlet = 5\n+++\n<!-- hence\nlet: x > 0\n-->\n$$a$$");
    assertThat(problems.toList()).isEmpty();
    assertThat(places(header)).containsExactly("6:6 x > 0");
  }

  @Test
  void aCommentHoldsAHeaderInAQuoteAndOnWindows() {
    Header header = read("> <!-- hence\r\n> let:\r\n>   - x > 0\r\n> -->\r\n\r\n$$a$$\r\n");
    assertThat(problems.toList()).isEmpty();
    assertThat(places(header)).containsExactly("3:7 x > 0");
  }

  @Test
  void aCommentTakesTheTitleFromBeside() {
    Header header = read("---\ntitle: A\nlayout: post\n---\n<!-- hence\nlet: x > 0\n-->\n$$a$$");
    assertThat(header.title()).map(MathText::text).contains("A");
    assertThat(places(header)).containsExactly("6:6 x > 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source: A, 2020 | A, 2020",
        "source: [A, 2020]\nlet: x > 0 | A, 2020",
        "source:\n  - A, 2020\n  - B\ndate: x | A, 2020, B",
        "source: Theirs\nhence:\n  let: x > 0 | Theirs",
        "source: Theirs\nhence:\n  source: Ours | Ours",
        "source: {code: true}\ndate: x | ",
        "source: {code: true}\nhence:\n  let: x > 0 | "
      })
  void aSourceMayBeTheirsAsWell(String example) {
    String[] parts = example.split(" \\| ", 2);
    Header header = read("---\n" + parts[0] + "\n---\n$$a$$");
    assertThat(problems.toList()).isEmpty();
    assertThat(header.source().stream().map(MathText::text).collect(Collectors.joining(", ")))
        .isEqualTo(parts[1]);
  }

  @Test
  void aCommentTakesTheSourceFromBeside() {
    Header header = read("---\nsource: A\ndate: x\n---\n<!-- hence\nlet: x > 0\n-->\n$$a$$");
    assertThat(header.source()).extracting(MathText::text).containsExactly("A");
  }

  @Test
  void macrosOfOtherPrograms() {
    Header header =
        read(
            """
            ---
            math:
              '\\R': '\\mathbb{R}'
              '\\set': '\\{ #1 \\}'
            header-includes:
              - \\newcommand{\\N}{\\mathbb{N}}
            hence:
              macros: \\newcommand{\\Z}{\\mathbb{Z}}
              let: [x \\in \\R, n \\in \\N, m \\in \\Z, 'k \\in \\set{0, 1}']
            ---
            $$a$$
            """);
    assertThat(problems.toList()).isEmpty();
    assertThat(header.let())
        .extracting(MathText::text)
        .containsExactly(
            "x \\in \\mathbb{R}",
            "n \\in \\mathbb{N}",
            "m \\in \\mathbb{Z}",
            "k \\in \\{ 0, 1 \\}");
    assertThat(source.slice(header.let().get(3).span())).isEqualTo("k \\in \\set{0, 1}");
  }

  private Header read(String content) {
    source = new SourceText("test.md", content);
    return DocumentReader.read(source, problems).header();
  }

  private List<String> places(Header header) {
    return header.let().stream().map(text -> BlockText.at(source, text)).toList();
  }
}
