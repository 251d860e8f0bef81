package dev.hence.read.document;

import java.util.List;
import java.util.Locale;

/** What a document is written in, by the end of its name. */
public enum Format {
  MARKDOWN(".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".jmd", ".mdx", ".myst"),
  TEX(".tex", ".ltx", ".latex"),
  NOTEBOOK(".ipynb");

  private final List<String> endings;

  Format(String... endings) {
    this.endings = List.of(endings);
  }

  /** The format of a document; Markdown if its name does not tell. */
  public static Format of(String name) {
    for (Format format : values()) {
      if (format.isNamed(name)) {
        return format;
      }
    }
    return MARKDOWN;
  }

  /** Whether the name of a file tells that it is a document. */
  public static boolean isDocument(String name) {
    for (Format format : values()) {
      if (format.isNamed(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
