package dev.hence.read.prose;

import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence.
 *
 * @param section how many headings stand before it
 * @param display how many displays stand before it
 */
record Sentence(List<Item> items, int section, int display) {
  Sentence {
    items = List.copyOf(items);
  }

  int size() {
    return items.size();
  }

  /** The word at a place; empty for what is no word, and outside. */
  Optional<String> word(int k) {
    return item(k).filter(Item.Word.class::isInstance).map(item -> ((Item.Word) item).text());
  }

  Optional<Item> item(int k) {
    return k >= 0 && k < items.size() ? Optional.of(items.get(k)) : Optional.empty();
  }

  boolean isWord(int k, Set<String> words) {
    return word(k).filter(words::contains).isPresent();
  }

  boolean isWord(int k, String... words) {
    return word(k).filter(Set.of(words)::contains).isPresent();
  }

  boolean isSign(int k, char sign) {
    return item(k).filter(i -> i instanceof Item.Sign s && s.sign() == sign).isPresent();
  }

  /** The inline mathematics at a place. */
  Optional<Item.Inline> inline(int k) {
    return item(k).filter(Item.Inline.class::isInstance).map(Item.Inline.class::cast);
  }

  /** Whether words stand at a place, one after the other. */
  boolean says(int k, String... words) {
    for (int n = 0; n < words.length; n++) {
      if (!isWord(k + n, words[n])) {
        return false;
      }
    }
    return true;
  }

  /** Where the items from one place up to another stand in the file. */
  Span span(int first, int last) {
    return items.get(first).span().to(items.get(last).span());
  }
}
