package dev.hence.read.math;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The commands that the reader knows, as the language reference lists them. */
public final class Commands {
  private Commands() {}

  /** A table, by what the commands are. */
  public static List<String> table() {
    List<String> lines = new ArrayList<>(List.of("| what | written |", "|---|---|"));
    row(lines, "letters and signs", Vocabulary.NAMES);
    row(lines, "marks in scripts", Vocabulary.MARKS);
    row(lines, "functions", functionCommands());
    row(lines, "operators with a range", Vocabulary.BIG_OPERATORS.keySet());
    row(lines, "relations", Vocabulary.RELATIONS.keySet());
    row(lines, "connectives", Vocabulary.CONNECTIVES.keySet());
    row(lines, "operators", Vocabulary.OPERATORS.keySet());
    row(lines, "signs", Vocabulary.SIGNS.keySet());
    row(lines, "brackets", Delimiters.commands());
    row(lines, "fonts", Vocabulary.FONTS.keySet());
    row(lines, "old switches of fonts", Vocabulary.FONT_SWITCHES.keySet());
    row(lines, "accents", Vocabulary.ACCENTS.keySet());
    row(lines, "texts", Vocabulary.TEXTS);
    row(lines, "dots", Vocabulary.DOTS);
    row(lines, "wide spaces, which separate statements", Vocabulary.WIDE);
    row(lines, "without meaning", Vocabulary.IGNORED);
    row(lines, "all others", Vocabulary.STRUCTURE);
    lines.add("| environments | " + codes("", Environment.BY_NAME.keySet()) + " |");
    return lines;
  }

  /** The functions whose argument may follow without parentheses, by their own names. */
  public static Set<String> functions() {
    return functionCommands().stream()
        .filter(Vocabulary::isFunction)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> functionCommands() {
    return Vocabulary.suggestions().stream()
        .filter(word -> Vocabulary.function(word).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void row(List<String> lines, String what, Collection<String> commands) {
    lines.add("| " + what + " | " + codes("\\", commands) + " |");
  }

  private static String codes(String backslash, Collection<String> words) {
    return words.stream()
        .filter(word -> !word.contains("-of"))
        .sorted()
        .map(word -> (isWord(word) ? backslash : "") + word)
        .map(text -> "`" + text.replace("|", "\\|") + "`")
        .collect(Collectors.joining(" "));
  }

  /** Whether a command has a name: {@code <} and {@code :=} are written as they are. */
  private static boolean isWord(String command) {
    return Character.isLetter(command.charAt(0));
  }
}
