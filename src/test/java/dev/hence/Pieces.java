package dev.hence;

import java.util.List;
import java.util.stream.IntStream;

/** Pieces of a list that are about even, and hold each entry once. */
public final class Pieces {
  private Pieces() {}

  /**
   * One piece: every so many-th entry.
   *
   * @param piece from 1
   */
  public static <V> List<V> piece(List<V> all, int piece, int pieces) {
    return IntStream.range(0, all.size())
        .filter(k -> k % pieces == piece - 1)
        .mapToObj(all::get)
        .toList();
  }
}
