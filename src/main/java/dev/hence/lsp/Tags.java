package dev.hence.lsp;

import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tags and labels of equations in a text, and what refers to them. */
final class Tags {
  /** {@code \tag{4}}, {@code \label{eq:one}}, {@code {#eq-one}}, {@code :label: one}. */
  private static final Pattern TAG =
      Pattern.compile(
          "\\\\(?:tag\\*?|label)\\s*\\{(?<tex>[^{}]+)}"
              + "|\\{#(?<quarto>[^}\\s]+)[^}]*}"
              + "|^\\s*:label:\\s*(?<directive>\\S+)",
          Pattern.MULTILINE);

  /** {@code \eqref{eq:one}}, {@code [this](#one)}, {@code @eq-one}, {@code {eq}`one`}, (4). */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\\\(?:eq|c|C|auto|page|v)?ref\\s*\\{(?<tex>[^{}]+)}"
              + "|\\]\\(#(?<link>[^)\\s]+)\\)"
              + "|@(?<quarto>eq-[\\w-]+)"
              + "|\\{(?:eq|numref|ref)}`(?<role>[^`]+)`"
              + "|(?<![\\w)}\\]])\\((?<number>[\\w.*′']{1,12})\\)");

  /** A tag, or a reference to one. */
  record Tag(String name, Span span) {}

  private final List<Tag> tags;
  private final List<Tag> references;

  private Tags(List<Tag> tags, List<Tag> references) {
    this.tags = tags;
    this.references = references;
  }

  /**
   * Finds them.
   *
   * @param formulas in which numbers in parentheses refer to nothing
   */
  static Tags of(String text, List<Span> formulas) {
    List<Tag> tags = found(TAG, text);
    List<Tag> references = found(REFERENCE, text);
    references.removeIf(
        r ->
            tags.stream().noneMatch(t -> t.name().equals(r.name()))
                || (text.charAt(r.span().start() - 1) == '('
                    && formulas.stream().anyMatch(f -> f.holds(r.span()))));
    return new Tags(tags, references);
  }

  private static List<Tag> found(Pattern pattern, String text) {
    List<Tag> found = new ArrayList<>();
    pattern.matcher(text).results().forEach(match -> found.add(tag(match)));
    return found;
  }

  private static Tag tag(MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return new Tag(match.group(group), new Span(match.start(group), match.end(group)));
      }
    }
    throw new IllegalStateException("a match without its name");
  }

  /** The name of the tag, or of the reference, at a place. */
  Optional<String> at(int offset) {
    return Stream.concat(tags.stream(), references.stream())
        .filter(t -> t.span().touches(offset))
        .map(Tag::name)
        .findFirst();
  }

  /** Where a tag of this name stands. */
  Optional<Span> tag(String name) {
    return tags.stream().filter(t -> t.name().equals(name)).map(Tag::span).findFirst();
  }

  /** What refers to the tag of this name. */
  List<Span> references(String name) {
    return references.stream().filter(t -> t.name().equals(name)).map(Tag::span).toList();
  }
}
