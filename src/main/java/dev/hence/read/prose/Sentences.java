package dev.hence.read.prose;

import dev.hence.read.syntax.Source;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts the prose of a document into sentences. A display ends the one before it: what follows,
 * often a "where", is cut on its own.
 */
final class Sentences {
  /** Abbreviations whose point ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "eq", "eqs", "fig", "resp", "cf", "etc", "w.r.t", "sec", "ref", "vs");

  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private int section;
  private int displays;

  private Sentences() {}

  static List<Sentence> of(Page page) {
    Sentences all = new Sentences();
    page.parts().forEach(all::part);
    all.end();
    return List.copyOf(all.sentences);
  }

  private void part(Page.Part part) {
    switch (part) {
      case Page.Words words -> words(words);
      case Page.Display display -> {
        Span span = display.math().place().apply(0, display.math().text().length());
        items.add(new Item.Shown(display.number(), Formula.of(display.math()), span));
        end();
        displays = display.number() + 1;
      }
      case Page.Heading heading -> {
        end();
        section++;
      }
      case Page.Break gap -> end();
    }
  }

  private void words(Page.Words words) {
    end();
    new WordScanner(words, this).scan();
  }

  void word(String text, boolean joined, Span span) {
    String small = text.toLowerCase(Locale.ROOT);
    if (joined && !items.isEmpty() && items.getLast() instanceof Item.Word before) {
      boolean prefix = before.text().equals("non") || before.text().equals("semi");
      if (prefix) {
        items.removeLast();
        items.add(new Item.Word(before.text() + small, before.joined(), before.span().to(span)));
        return;
      }
    }
    items.add(new Item.Word(small, joined, span));
  }

  void inline(Source math, Span span) {
    items.add(new Item.Inline(Formula.of(math), span));
  }

  void sign(char sign, Span span) {
    items.add(new Item.Sign(sign, span));
  }

  /** A point ends the sentence unless it stands behind an abbreviation. */
  void point() {
    boolean abbreviates =
        !items.isEmpty()
            && items.getLast() instanceof Item.Word w
            && ABBREVIATIONS.contains(w.text());
    if (!abbreviates) {
      end();
    }
  }

  void end() {
    if (!items.isEmpty()) {
      sentences.add(new Sentence(items, section, displays));
      items.clear();
    }
  }
}
