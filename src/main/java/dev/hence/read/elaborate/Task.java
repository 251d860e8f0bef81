package dev.hence.read.elaborate;

import dev.hence.read.type.Type;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be read: the types are found out first, then it is made.
 *
 * @param open types that are numbers where nothing says more
 * @param make makes it of what is known then
 */
record Task<T>(List<Type> open, Function<Build, T> make) {
  Task {
    open = List.copyOf(open);
  }
}
