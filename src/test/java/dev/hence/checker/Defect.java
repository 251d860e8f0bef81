package dev.hence.checker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A change of one place in a class of the room {@code proof}.
 *
 * @param what it breaks
 * @param type the class
 * @param old text that stands in it once, however it is broken into lines
 */
record Defect(String what, String type, String old, String changed) {
  private static final Path ROOM = Path.of("src/main/java/dev/hence/proof");
  private static final Path LIST = Path.of("src/test/resources/checker-mutants/mutants.txt");

  /** Paragraphs of four lines: {@code # what}, the class, {@code < old}, {@code > changed}. */
  static List<Defect> all() throws IOException {
    List<Defect> defects = new ArrayList<>();
    for (String paragraph : Files.readString(LIST, StandardCharsets.UTF_8).split("\n\n", -1)) {
      List<String> lines = paragraph.strip().lines().toList();
      defects.add(
          new Defect(
              lines.get(0).substring(2),
              lines.get(1),
              lines.get(2).substring(2),
              lines.get(3).substring(2)));
    }
    return defects;
  }

  /**
   * The source with the defect.
   *
   * @throws IllegalStateException if the old text does not stand there exactly once
   */
  String source() throws IOException {
    String source = Files.readString(ROOM.resolve(type + ".java"), StandardCharsets.UTF_8);
    String pieces =
        Arrays.stream(old.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining("\\s*"));
    Matcher matcher = Pattern.compile(pieces).matcher(source);
    if (!matcher.find()) {
      throw new IllegalStateException("not in " + type + ": " + old);
    }
    int start = matcher.start();
    int end = matcher.end();
    if (matcher.find()) {
      throw new IllegalStateException("twice in " + type + ": " + old);
    }
    return source.substring(0, start) + changed + source.substring(end);
  }

  @Override
  public String toString() {
    return what + " (" + type + ")";
  }
}
