package dev.hence.freeze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What differs between two freezes of one collection, grouped by cause: the code of a problem that
 * came or went, the kind of a statement that came or went, the part of a statement that changed.
 */
final class Difference {
  private static final int SHOWN = 5;

  private final Map<String, List<String>> causes = new TreeMap<>();

  static Difference between(List<String> before, List<String> after) {
    Difference difference = new Difference();
    Map<String, List<String>> old = entries(before);
    Map<String, List<String>> now = entries(after);
    old.forEach(
        (key, lines) -> {
          if (!now.containsKey(key)) {
            difference.add(cause(lines.getFirst()) + " gone", key, lines.getFirst());
          } else {
            difference.changed(key, lines, now.get(key));
          }
        });
    now.forEach(
        (key, lines) -> {
          if (!old.containsKey(key)) {
            difference.add(cause(lines.getFirst()) + " new", key, lines.getFirst());
          }
        });
    return difference;
  }

  boolean isEmpty() {
    return causes.isEmpty();
  }

  /** The causes, each with how many entries it has and the first of them. */
  String text() {
    StringBuilder text = new StringBuilder();
    causes.forEach(
        (cause, places) -> {
          text.append(cause).append(": ").append(places.size()).append('\n');
          places.stream().limit(SHOWN).forEach(p -> text.append(p.indent(4)));
        });
    return text.toString();
  }

  private void changed(String key, List<String> old, List<String> now) {
    String from = cause(old.getFirst());
    String to = cause(now.getFirst());
    List<String> lost = new ArrayList<>(old);
    lost.removeAll(now);
    List<String> gained = new ArrayList<>(now);
    gained.removeAll(old);
    if (!lost.isEmpty() || !gained.isEmpty()) {
      String shown = "- " + String.join("\n- ", lost) + "\n+ " + String.join("\n+ ", gained);
      add(from.equals(to) ? from + ": " + part(lost, gained) : from + " → " + to, key, shown);
    }
  }

  /** The first part of a statement that changed; its place counts only if nothing else did. */
  private static String part(List<String> lost, List<String> gained) {
    return Stream.concat(lost.stream(), gained.stream())
        .filter(line -> line.startsWith("  "))
        .map(line -> line.strip().replaceFirst(":.*", ""))
        .map(name -> name.replaceFirst("^(let function|let index|let|definition) .*", "$1"))
        .findFirst()
        .orElse("place or label");
  }

  private void add(String cause, String key, String shown) {
    causes.computeIfAbsent(cause, c -> new ArrayList<>()).add(key + "\n" + shown);
  }

  /** {@code problem HNC-0302}, {@code step pointwise}, {@code unread HNC-0203}. */
  private static String cause(String head) {
    String what = head.replaceFirst("^statement .*? [0-9:, cel]+-[0-9:]+ ", "");
    String[] words = what.split(" ", -1);
    return words.length > 1 ? words[0] + " " + words[1] : what;
  }

  /** The lines of each entry under the document and the id, or the place, of the entry. */
  private static Map<String, List<String>> entries(List<String> lines) {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    String document = "";
    List<String> entry = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("== ")) {
        document = line.substring(3);
      } else if (line.startsWith("  ")) {
        entry.add(line);
      } else {
        entry = new ArrayList<>(List.of(line));
        boolean isStatement = line.startsWith("statement ");
        String id = isStatement ? line.split(" ", -1)[1] : line;
        String key = document + " " + id;
        while (entries.containsKey(key)) {
          key += " again";
        }
        entries.put(key, entry);
      }
    }
    return entries;
  }
}
