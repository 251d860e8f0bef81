package dev.hence.engine;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.FilePosition;

/** What of a document is wanted: all of it, or what stands at a line. */
record Lines(OptionalInt line) {
  static Lines of(Optional<FilePosition> position) {
    return new Lines(position.map(p -> OptionalInt.of(p.getLine())).orElseGet(OptionalInt::empty));
  }

  /** Of a query such as {@code line=17&column=3}. */
  static Lines ofQuery(String query) {
    return of(FilePosition.fromQuery(query));
  }

  Set<TestDescriptor> of(Shelf shelf) {
    return line.isPresent() ? shelf.testsAt(line.getAsInt()) : Set.copyOf(shelf.tests());
  }

  /** {@code at line 17 of }. */
  @Override
  public String toString() {
    return line.isPresent() ? "at line " + line.getAsInt() + " of " : "in ";
  }
}
