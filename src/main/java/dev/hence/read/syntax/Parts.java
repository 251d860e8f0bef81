package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the parts of a node together. */
final class Parts {
  private Parts() {}

  /** Tokens and trees, and lists and options of them, in order. */
  static List<Part> of(Object... things) {
    List<Part> parts = new ArrayList<>();
    for (Object thing : things) {
      add(thing, parts);
    }
    return List.copyOf(parts);
  }

  private static void add(Object thing, List<Part> parts) {
    switch (thing) {
      case Token token -> parts.add(new Part.Own(token));
      case Tree tree -> parts.add(new Part.Inner(tree));
      case Optional<?> option -> option.ifPresent(t -> add(t, parts));
      case List<?> list -> list.forEach(t -> add(t, parts));
      default -> throw new IllegalStateException("no part of a tree: " + thing);
    }
  }
}
