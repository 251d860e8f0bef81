package dev.hence.read.document;

import java.util.List;
import java.util.Locale;

/** What a document is written in, by the end of its name. */
public enum Format {
  MARKDOWN,
  TEX,
  NOTEBOOK;

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
    return endings().stream().anyMatch(lower::endsWith);
  }

  private List<String> endings() {
    return switch (this) {
      case MARKDOWN ->
          List.of(".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".jmd", ".mdx", ".myst");
      case TEX -> List.of(".tex", ".ltx", ".latex");
      case NOTEBOOK -> List.of(".ipynb");
    };
  }
}
