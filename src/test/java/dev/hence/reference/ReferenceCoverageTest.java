package dev.hence.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.model.SpecParser;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.Reader;
import dev.hence.read.document.Header;
import dev.hence.read.math.Commands;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Outcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code knows, the language reference tells. */
class ReferenceCoverageTest {
  private static final Reference REFERENCE = Reference.read();
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Problems of files, limits whose examples would be too long to read, and defects of Hence. */
  private static final Set<ProblemId> WITHOUT_EXAMPLE =
      EnumSet.of(
          ProblemId.FILE_UNREADABLE,
          ProblemId.NOT_UTF8,
          ProblemId.FILE_TOO_LARGE,
          ProblemId.NOT_A_NOTEBOOK,
          ProblemId.NESTED_TOO_DEEP,
          ProblemId.NUMBER_TOO_LARGE,
          ProblemId.DISPLAY_TOO_LONG,
          ProblemId.MACRO_TOO_LONG,
          ProblemId.TOO_MANY_INSTANCES,
          ProblemId.DEFECT,
          // the examples here are checked with what they declare; see the corpus of prose
          ProblemId.PROSE_CONTRADICTS);

  @Test
  void everyKeyOfTheHeaderHasASection() {
    List<String> headings =
        REFERENCE
            .text()
            .lines()
            .filter(l -> l.matches("#{2,3} `[a-z]+`"))
            .map(l -> l.replaceFirst("^#+ ", ""))
            .toList();
    assertThat(headings)
        .containsExactlyInAnyOrderElementsOf(
            Header.KEYS.stream().map(key -> "`" + key + "`").toList());
  }

  @Test
  void everyProblemIsListedInOrder() {
    List<String> codes =
        firstCells("15. Problems").stream().filter(c -> c.startsWith("HNC-")).toList();
    assertThat(codes).isEqualTo(Arrays.stream(ProblemId.values()).map(ProblemId::code).toList());
  }

  @Test
  void everyProblemHasAnExample() {
    Set<String> shown = new HashSet<>();
    for (Example example : REFERENCE.examples()) {
      Matcher code = Pattern.compile("HNC-\\d{4}").matcher(String.join("\n", example.answer()));
      while (code.find()) {
        shown.add(code.group());
      }
    }
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemId.values())
                .filter(id -> !WITHOUT_EXAMPLE.contains(id))
                .map(ProblemId::code)
                .toList());
  }

  /** What Hence itself offers where a comment steers nothing. */
  @Test
  void everyDirectiveIsExplained() {
    SourceText text = new SourceText("unknown.md", "<!-- hence: nothing -->\n$$1 = 1$$\n");
    String help = Reader.read(text).problems().getFirst().help();
    List<String> directives = List.of(help.replaceFirst("^supported: ", "").split(", ", -1));
    assertThat(firstCells("12. Comments that steer"))
        .containsExactlyInAnyOrderElementsOf(
            directives.stream().map(d -> d.replace("row N:", "row n:")).toList());
  }

  /** What Hence itself offers where there is no such model. */
  @Test
  void everyEntryOfTheCatalogueIsExplained() {
    Problems problems = new Problems();
    SpecParser.parse("nothing", Span.at(0), problems);
    String help = problems.toList().stream().map(Problem::help).findFirst().orElseThrow();
    List<String> known = List.of(help.replaceFirst("^.*known are ", "").split(", ", -1));
    assertThat(firstCells("13. Models, losses and activations"))
        .map(cell -> cell.replaceFirst("\\(.*", ""))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void everyFunctionIsListed() {
    Set<String> listed =
        firstCells("7.4 Functions").stream()
            .map(cell -> cell.replaceFirst("^\\\\operatorname\\{(.*)}$", "$1"))
            .map(cell -> cell.replaceFirst("^\\\\", ""))
            .filter(cell -> cell.matches("[a-z]+"))
            .collect(Collectors.toSet());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(Commands.functions());
  }

  @Test
  void everyCommandIsListed() {
    assertThat(REFERENCE.section(LanguageReferenceTest.COMMANDS))
        .containsSubsequence(Commands.table());
  }

  @Test
  void everyVerdictIsExplained() {
    assertThat(firstCells("14. Verdicts"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Outcome.values()).map(Outcome::text).toList());
  }

  @Test
  void everyKindOfClaimIsExplainedAndShown() {
    List<String> rows =
        REFERENCE.section("11. Kinds of claims").stream()
            .filter(l -> l.startsWith("| ") && !l.startsWith("| kind |"))
            .map(l -> l.split("\\|", -1)[1].strip())
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Kind.values()).map(Kind::text).toList());
    assertThat(steps().stream().map(Statement.Step::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Kind.values());
  }

  @Test
  void everyKindOfClaimIsShownRightAndWrong() {
    Map<Kind, Set<String>> signs = new EnumMap<>(Kind.class);
    for (Example example : REFERENCE.examples()) {
      if (example.section().startsWith("11.")) {
        Map<String, Kind> kinds =
            steps(example)
                .collect(Collectors.toMap(Statement.Step::id, Statement.Step::kind, (a, b) -> a));
        for (String line : example.answer()) {
          String[] words = line.split(" +", 3);
          if (words.length == 3 && kinds.containsKey(words[1])) {
            signs.computeIfAbsent(kinds.get(words[1]), k -> new TreeSet<>()).add(words[0]);
          }
        }
      }
    }
    for (Kind kind : Kind.values()) {
      assertThat(signs.getOrDefault(kind, Set.of())).as(kind.text()).contains("✓", "✗");
    }
  }

  @Test
  void everySetIsShown() {
    List<Domain> domains =
        steps().stream()
            .flatMap(s -> s.scope().variables().values().stream())
            .map(v -> v.domain())
            .toList();
    assertThat(domains.stream().map(d -> d.getClass().getSimpleName()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Domain.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    assertThat(
            domains.stream()
                .filter(Domain.Special.class::isInstance)
                .map(d -> ((Domain.Special) d).kind())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Domain.Kind.values());
  }

  private static List<Statement.Step> steps() {
    return REFERENCE.examples().stream().flatMap(ReferenceCoverageTest::steps).toList();
  }

  private static Stream<Statement.Step> steps(Example example) {
    return Reader.read(example.document()).statements().stream()
        .filter(Statement.Step.class::isInstance)
        .map(Statement.Step.class::cast);
  }

  /** What stands as code in the first cells of the tables of a section. */
  private static List<String> firstCells(String heading) {
    return REFERENCE.section(heading).stream()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split("(?<!\\\\)\\|", -1)[1])
        .flatMap(cell -> CODE.matcher(cell).results().map(m -> m.group(1)))
        .toList();
  }
}
