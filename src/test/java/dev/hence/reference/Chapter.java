package dev.hence.reference;

import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file of the language reference: Markdown in which each fence of four backticks is a document,
 * and the {@code text} fence behind it is the answer that it gets.
 */
final class Chapter {
  private static final Pattern DOCUMENT = Pattern.compile("````(markdown|latex)");
  private static final Pattern ANSWER = Pattern.compile("```text( assumed)?");

  private final Path file;
  private final List<String> lines;
  private final List<Example> examples = new ArrayList<>();

  private Chapter(Path file, List<String> lines) {
    this.file = file;
    this.lines = List.copyOf(lines);
  }

  static Chapter read(Path file) {
    try {
      Chapter chapter = new Chapter(file, Files.readAllLines(file));
      chapter.scan();
      return chapter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Example> examples() {
    return List.copyOf(examples);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The lines below a heading of any level, up to the next heading; empty if it is not here. */
  Optional<List<String>> section(String heading) {
    int from = index(lines, heading);
    if (from < 0) {
      return Optional.empty();
    }
    int to = from + 1;
    while (to < lines.size() && !lines.get(to).startsWith("#")) {
      to++;
    }
    return Optional.of(lines.subList(from + 1, to));
  }

  private static int index(List<String> lines, String heading) {
    return IntStream.range(0, lines.size())
        .filter(k -> lines.get(k).matches("#+ " + Pattern.quote(heading)))
        .findFirst()
        .orElse(-1);
  }

  /**
   * Writes the chapter with other answers, one for each example, and another table, if it has one.
   *
   * @param tabled the heading of the section whose table it is
   */
  void write(List<List<String>> answers, String tabled, List<String> table) {
    List<String> text = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < examples.size(); k++) {
      Example example = examples.get(k);
      text.addAll(lines.subList(from, example.answerStart()));
      text.addAll(answers.get(k));
      from = example.answerStart() + example.answer().size();
    }
    text.addAll(lines.subList(from, lines.size()));
    int heading = index(text, tabled);
    if (heading >= 0) {
      text.subList(heading, text.size()).removeIf(line -> line.startsWith("|"));
      text.addAll(table);
    }
    try {
      Files.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void scan() {
    String section = "";
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      Matcher fence = DOCUMENT.matcher(line);
      if (line.startsWith("#")) {
        section = line.replaceFirst("^#+ ", "");
      } else if (fence.matches()) {
        Example example = example(section, at, fence.group(1).equals("latex") ? "tex" : "md");
        examples.add(example);
        at = example.answerStart() + example.answer().size();
      } else if (line.startsWith("```")) {
        at = close(at, line.replaceFirst("[^`].*", ""));
      }
      at++;
    }
  }

  private Example example(String section, int open, String type) {
    int close = close(open, "````");
    int answer = close + 1;
    while (answer < lines.size() && lines.get(answer).isBlank()) {
      answer++;
    }
    Matcher info = ANSWER.matcher(answer < lines.size() ? lines.get(answer) : "");
    if (!info.matches()) {
      throw new IllegalStateException("the example in line " + (open + 1) + " has no answer");
    }
    int end = close(answer, "```");
    String document = String.join("\n", lines.subList(open + 1, close)) + "\n";
    return new Example(
        section,
        open + 1,
        new SourceText("example." + type, document),
        answer + 1,
        lines.subList(answer + 1, end),
        info.group(1) != null);
  }

  private int close(int open, String fence) {
    for (int at = open + 1; at < lines.size(); at++) {
      if (lines.get(at).equals(fence)) {
        return at;
      }
    }
    throw new IllegalStateException("the fence in line " + (open + 1) + " is never closed");
  }
}
