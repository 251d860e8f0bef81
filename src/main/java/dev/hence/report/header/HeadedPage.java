package dev.hence.report.header;

import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts entries into the header of a page, and a header before a page that has none. */
public final class HeadedPage {
  private static final String FENCE = "---";

  private final List<String> lines;
  private final String prefix;
  private final String feed;

  private HeadedPage(SourceText page) {
    String text = page.content();
    feed = text.contains("\r\n") ? "\r\n" : "\n";
    lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
    boolean tex = page.name().toLowerCase(Locale.ROOT).matches(".*\\.(tex|ltx|latex)");
    prefix = tex ? "% " : "";
  }

  /** The page with the draft in its header; empty where that can only be done by hand. */
  public static Optional<String> of(SourceText page, HeaderDraft draft) {
    int shift = new HeadedPage(page).added(draft);
    return new HeadedPage(page).with(draft, shift);
  }

  /** By how many lines the page grows. */
  private int added(HeaderDraft draft) {
    int before = lines.size();
    with(draft, 0);
    return lines.size() - before;
  }

  private Optional<String> with(HeaderDraft draft, int shift) {
    if (!isFence(0)) {
      lines.addAll(0, List.of(prefix + FENCE, prefix + FENCE));
    }
    int close = close();
    if (close < 0) {
      return Optional.empty();
    }
    for (Map.Entry<String, List<String>> key : draft.keys(shift).entrySet()) {
      if (!add(key.getKey(), key.getValue())) {
        return Optional.empty();
      }
    }
    for (List<String> remark : groups(draft.remarks(shift))) {
      if (!isThere(remark.getFirst())) {
        remark.forEach(line -> lines.add(close(), prefix + line));
      }
    }
    boolean empty = close() == 1;
    if (empty) {
      lines.subList(0, 2).clear();
    }
    return Optional.of(String.join(feed, lines));
  }

  /** A question with its answers is one remark. */
  private static List<List<String>> groups(List<String> remarks) {
    List<List<String>> groups = new ArrayList<>();
    for (String line : remarks) {
      if (line.startsWith("#  ") && !groups.isEmpty()) {
        groups.getLast().add(line);
      } else {
        groups.add(new ArrayList<>(List.of(line)));
      }
    }
    return groups;
  }

  /** Whether a remark stands in the header; how many lines wait for a question may have changed. */
  private boolean isThere(String remark) {
    int end = remark.startsWith("# ?") ? remark.lastIndexOf('?') + 1 : remark.length();
    String begin = prefix + remark.substring(0, end);
    return lines.subList(0, close()).stream().anyMatch(line -> line.startsWith(begin));
  }

  /** Adds entries under a key; false where its value is written on one line. */
  private boolean add(String key, List<String> entries) {
    int close = close();
    for (int k = 1; k < close; k++) {
      String line = bare(k);
      if (line.stripTrailing().equals(key + ":")) {
        int end = k + 1;
        while (end < close && (bare(end).startsWith(" ") || bare(end).startsWith("- "))) {
          end++;
        }
        String indent = end > k + 1 && bare(k + 1).startsWith("- ") ? "" : "  ";
        for (String entry : entries) {
          lines.add(end++, prefix + indent + entry.strip());
        }
        return true;
      }
      if (line.startsWith(key + ":")) {
        String value = line.substring(key.length() + 1).strip();
        boolean list = value.startsWith("[") || value.startsWith("|") || value.startsWith(">");
        if (list || value.startsWith("#")) {
          return false;
        }
        lines.set(k, prefix + key + ":");
        lines.add(k + 1, prefix + "  - " + value);
        return add(key, entries);
      }
    }
    lines.add(close, prefix + key + ":");
    int at = close + 1;
    for (String entry : entries) {
      lines.add(at++, prefix + entry);
    }
    return true;
  }

  /** The line that ends the header. */
  private int close() {
    for (int k = 1; k < lines.size(); k++) {
      if (isFence(k)) {
        return k;
      }
    }
    return -1;
  }

  private boolean isFence(int k) {
    return k < lines.size()
        && lines.get(k).startsWith(prefix.strip())
        && bare(k).strip().equals(FENCE);
  }

  private String bare(int k) {
    String line = lines.get(k);
    String sign = prefix.strip();
    return line.startsWith(prefix)
        ? line.substring(prefix.length())
        : line.startsWith(sign) ? line.substring(sign.length()) : line;
  }
}
