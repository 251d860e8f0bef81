package dev.hence.read;

import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.Format;
import dev.hence.read.prose.Page;
import dev.hence.read.syntax.Source;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows a document to those who read its words. Displays are numbered as blocks of the document.
 */
final class Pages {
  private final SourceText source;
  private final List<Block> blocks;
  private final List<Page.Part> parts = new ArrayList<>();

  private Pages(Document document) {
    this.source = document.source();
    this.blocks = document.blocks();
  }

  static Page of(Document document) {
    Pages pages = new Pages(document);
    for (int k = 0; k < pages.blocks.size(); k++) {
      k = pages.add(k);
    }
    return new Page(pages.parts);
  }

  /**
   * The displays that stand within a line of words, on a page that writes all of its mathematics
   * between two dollars: to the program that shows it they are no displays.
   */
  static Set<Block> within(Document document) {
    Pages pages = new Pages(document);
    Set<Block> within = new HashSet<>();
    for (Block block : pages.blocks) {
      if (block instanceof Block.Prose prose && pages.holdsInline(prose)) {
        return Set.of();
      }
      if (pages.isInLine(block)) {
        within.add(block);
      }
    }
    return within;
  }

  private boolean holdsInline(Block.Prose prose) {
    String text = source.slice(prose.span());
    int first = text.indexOf('$');
    return text.contains("\\(") || (first >= 0 && text.indexOf('$', first + 1) > 0);
  }

  /** Adds a block, or several that are one piece of prose; the last of them. */
  private int add(int k) {
    switch (blocks.get(k)) {
      case Block.Prose prose -> {
        return words(k);
      }
      case Block.Formula formula -> {
        if (isInLine(formula)) {
          return words(k);
        }
        parts.add(new Page.Display(k, math(formula)));
      }
      case Block.Heading heading -> parts.add(new Page.Heading());
      case Block.Code code -> parts.add(new Page.Break());
      case Block.Steering steering -> {
        // says something of the display behind it, not of the sentence around
      }
      case Block.Unreadable unreadable -> parts.add(new Page.Break());
    }
    return k;
  }

  /** Prose with the formulas that stand in its lines. */
  private int words(int first) {
    int last = first;
    while (last + 1 < blocks.size()
        && (isInLine(blocks.get(last + 1))
            || (isInLine(blocks.get(last)) && blocks.get(last + 1) instanceof Block.Prose))
        && !breaksBetween(blocks.get(last), blocks.get(last + 1))) {
      last++;
    }
    Span span = blocks.get(first).span().to(blocks.get(last).span());
    boolean tex = Format.of(source.name()) == Format.TEX;
    parts.add(new Page.Words(source(span), tex));
    return last;
  }

  private boolean breaksBetween(Block first, Block second) {
    int from = first.span().end();
    int to = Math.max(from, second.span().start());
    return source.content().substring(from, to).contains("\n\n");
  }

  private Source source(Span span) {
    return new Source(source.slice(span), (a, b) -> new Span(span.start() + a, span.start() + b));
  }

  private static Source math(Block.Formula formula) {
    return new Source(formula.math().text(), formula.math()::span);
  }

  /** Between {@code $$} on a line that holds words too. */
  private boolean isInLine(Block block) {
    if (!(block instanceof Block.Formula) || !source.slice(block.span()).startsWith("$$")) {
      return false;
    }
    String text = source.content();
    int from = text.lastIndexOf('\n', block.span().start() - 1) + 1;
    int end = text.indexOf('\n', block.span().end());
    String before = text.substring(from, block.span().start());
    String behind = text.substring(block.span().end(), end < 0 ? text.length() : end);
    return !source.slice(block.span()).contains("\n")
        && (holdsWord(before) || holdsWord(withoutLabel(behind)));
  }

  /** What stands behind a display without {@code {#eq-label}}. */
  private static String withoutLabel(String behind) {
    String text = behind.strip();
    return text.startsWith("{") || text.startsWith("(") ? "" : text;
  }

  private static boolean holdsWord(String text) {
    return text.chars().filter(Character::isLetter).count() > 1;
  }
}
