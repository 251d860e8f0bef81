package dev.hence.engine;

import dev.hence.cache.Index;
import java.util.Optional;

/** The place in the index of a cache for the outline of one document. */
record Listing(Index index, String key) {
  /** The outline that is kept, which may be anything. */
  Optional<Outline> outline() {
    try {
      return index.recall(key).map(OutlineText::read);
    } catch (IllegalArgumentException e) {
      index.refuse(key, e.getMessage());
      return Optional.empty();
    }
  }

  void keep(Outline outline) {
    index.keep(key, OutlineText.of(outline));
  }

  void refuse() {
    index.refuse(key, "it does not list the tests of the document");
  }
}
