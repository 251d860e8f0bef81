package dev.hence.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.problem.Problems;
import dev.hence.read.Reader;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.role.Line;
import dev.hence.read.role.Page;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the reader that is to be beside the one in force, and counts the statements that both
 * understand alike. {@code mvn test -Dtest=ReadersTest -Dreader=compare} prints the counts and the
 * causes of the rest; {@code -Dreader.documents=REGEX} chooses documents, {@code -Dreader.show=N}
 * how many examples of a cause are shown. The counts may not fall.
 */
@EnabledIfSystemProperty(named = "reader", matches = "compare")
final class ReadersTest {
  private static final String CHOSEN = System.getProperty("reader.documents", ".*");
  private static final int SHOWN = Integer.getInteger("reader.show", 3);

  /** How many statements of each collection both readers understand alike at the least. */
  private static final Map<String, Integer> FLOORS =
      Map.of(
          "library", 1218,
          "reference", 547,
          "corpus-right", 1881,
          "corpus-wrong", 1788,
          "corpus-problems", 121,
          "real", 131,
          "symbolic", 206,
          "general", 387,
          "engine", 7,
          "assertj", 6);

  private final Map<String, List<String>> causes = new TreeMap<>();
  private int same;
  private int all;

  static List<String> collections() {
    return List.copyOf(Documents.collections().keySet());
  }

  @ParameterizedTest
  @MethodSource("collections")
  void statementsAreUnderstoodAlike(String collection) {
    List<SourceText> documents =
        Documents.collections().get(collection).stream()
            .filter(d -> (collection + "/" + d.name()).matches(CHOSEN))
            .toList();
    documents.forEach(this::compare);
    if (!documents.isEmpty()) {
      System.out.println(text(collection));
    }
    int floor = CHOSEN.equals(".*") ? FLOORS.get(collection) : 0;
    assertThat(same).as("understood alike").isBetween(floor, all);
  }

  private String text(String collection) {
    StringBuilder text = new StringBuilder();
    text.append("== ").append(collection).append(": ").append(same).append(" of ").append(all);
    text.append(" alike\n");
    causes.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .forEach(
            e -> {
              text.append(e.getValue().size()).append("  ").append(e.getKey()).append('\n');
              e.getValue().stream().limit(SHOWN).forEach(x -> text.append(x.indent(6)));
            });
    return text.toString();
  }

  private void compare(SourceText source) {
    List<Statement> old = Reader.read(source).statements();
    List<Line> lines;
    Problems problems = new Problems();
    try {
      Page.Read page = Page.of(DocumentReader.read(source, problems), problems);
      lines = page.lines();
      page.refused().forEach(r -> header(r, source));
    } catch (RuntimeException defect) {
      all += (int) old.stream().filter(ReadersTest::counts).count();
      StackTraceElement[] trace = defect.getStackTrace();
      cause(
          "throws " + defect,
          source.name() + " " + List.of(trace).subList(0, Math.min(6, trace.length)));
      return;
    }
    List<Line> left = new ArrayList<>(lines);
    for (Statement s : old) {
      if (counts(s)) {
        all++;
        compare(s, left, source);
      } else if (s instanceof Statement.Unread u) {
        refusedBefore(u, left, source);
      }
    }
  }

  /** What the reader in force refuses must not be read by accident. */
  private void refusedBefore(Statement.Unread u, List<Line> left, SourceText source) {
    left.stream()
        .filter(l -> l.statement().span().equals(u.span()) && counts(l.statement()))
        .findFirst()
        .ifPresent(
            l ->
                cause(
                    "read where " + u.problem().id().code() + " was refused",
                    source.name()
                        + " "
                        + source.position(u.span().start())
                        + "\n"
                        + source.content().substring(u.span().start(), u.span().end())
                        + "\n"
                        + u.problem().message()
                        + "\n+ "
                        + String.join("\n+ ", lines(l.statement()))));
  }

  private void header(Refusal r, SourceText source) {
    String text = source.content().substring(r.span().start(), r.span().end());
    cause("header, " + r.cause(), source.name() + " " + text + "\n" + r.words());
  }

  private static boolean counts(Statement s) {
    return s instanceof Statement.Step || s instanceof Statement.Given;
  }

  private void compare(Statement s, List<Line> left, SourceText source) {
    String place = source.name() + " " + source.position(s.span().start());
    String text = source.content().substring(s.span().start(), s.span().end()).replace('\n', ' ');
    Line line =
        left.stream()
            .filter(l -> l.statement().span().equals(s.span()) && counts(l.statement()))
            .findFirst()
            .or(() -> left.stream().filter(l -> l.statement().span().equals(s.span())).findFirst())
            .or(
                () ->
                    left.stream()
                        .filter(l -> l.statement().span().end() == s.span().end())
                        .findFirst())
            .or(
                () ->
                    left.stream()
                        .filter(l -> l.statement().span().start() == s.span().start())
                        .findFirst())
            .orElse(null);
    if (line == null) {
      cause("not found", place + "\n" + text);
      return;
    }
    left.remove(line);
    if (line.refusal().isPresent()) {
      Refusal refusal = line.refusal().get();
      cause("unread, " + refusal.cause(), place + "\n" + text + "\n" + refusal.words());
      return;
    }
    List<String> was = lines(s);
    List<String> is = lines(line.statement());
    if (was.equals(is)) {
      same++;
      around(s, line.statement(), place + "\n" + text);
    } else {
      List<String> lost = new ArrayList<>(was);
      lost.removeAll(is);
      List<String> gained = new ArrayList<>(is);
      gained.removeAll(was);
      String kind = was.getFirst() + " → " + is.getFirst();
      boolean role = !was.getFirst().equals(is.getFirst());
      cause(
          role ? "other role: " + kind : "other " + part(lost, gained),
          place
              + "\n"
              + text
              + "\n- "
              + String.join("\n- ", lost)
              + "\n+ "
              + String.join("\n+ ", gained));
    }
  }

  /** What two statements that are alike stand in. */
  private void around(Statement old, Statement now, String where) {
    if (old instanceof Statement.Step a && now instanceof Statement.Step b) {
      Map<String, List<String>> was = around(a);
      Map<String, List<String>> is = around(b);
      was.forEach(
          (part, values) -> {
            List<String> lost = new ArrayList<>(values);
            lost.removeAll(is.get(part));
            List<String> gained = new ArrayList<>(is.get(part));
            gained.removeAll(values);
            if (!lost.isEmpty() || !gained.isEmpty()) {
              cause(
                  "around: " + part,
                  where
                      + "\n- "
                      + String.join("\n- ", lost)
                      + "\n+ "
                      + String.join("\n+ ", gained));
            }
          });
    }
  }

  private static Map<String, List<String>> around(Statement.Step s) {
    Map<String, List<String>> parts = new TreeMap<>();
    parts.put("id", List.of(s.id(), ValueText.of(s.label())));
    parts.put("kind", List.of(ValueText.of(s.kind()), ValueText.of(s.horizon())));
    parts.put("trial", List.of(ValueText.of(s.trial().entries())));
    parts.put("round", List.of(ValueText.of(s.round())));
    parts.put("notes", List.of(ValueText.of(s.notes())));
    parts.put("excluded", List.of(ValueText.of(s.excluded())));
    parts.put("expected", List.of(ValueText.of(s.expected())));
    parts.put("otherwise", List.of(ValueText.of(s.otherwise())));
    parts.put("assumptions", s.scope().assumptions().stream().map(ValueText::of).toList());
    parts.put("variables", s.scope().variables().values().stream().map(ValueText::of).toList());
    parts.put("functions", s.scope().functions().values().stream().map(ValueText::of).toList());
    parts.put("definitions", s.scope().definitions().values().stream().map(ValueText::of).toList());
    parts.put("ranges", List.of(ValueText.of(s.scope().ranges())));
    parts.put("dynamics", s.scope().dynamics().stream().map(ValueText::of).toList());
    return parts;
  }

  private static String part(List<String> lost, List<String> gained) {
    List<String> both = new ArrayList<>(lost);
    both.addAll(gained);
    return both.getFirst().replaceFirst(":.*", "");
  }

  private static List<String> lines(Statement s) {
    return switch (s) {
      case Statement.Step x -> {
        List<String> lines =
            new ArrayList<>(
                List.of(
                    "step",
                    "left: " + ValueText.of(x.left()),
                    x.relation().text() + ": " + ValueText.of(x.right())));
        x.conditions().forEach(c -> lines.add("if: " + ValueText.of(c)));
        x.approach().ifPresent(a -> lines.add("in the limit: " + ValueText.of(a)));
        yield lines;
      }
      case Statement.Given x ->
          List.of(
              "given " + x.what(),
              "left: " + ValueText.of(x.left()),
              "right: " + ValueText.of(x.right()));
      case Statement.NoStatement x -> List.of("none");
      case Statement.Unread x -> List.of("unread " + x.problem().id().code());
    };
  }

  private void cause(String cause, String example) {
    causes.computeIfAbsent(cause, c -> new ArrayList<>()).add(example);
  }
}
