package dev.hence.proof;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The parts of a term: an immutable list whose hash is computed once, for terms are looked up in
 * one map after another, and to hash one is to walk through all of it.
 */
final class Parts<P> extends AbstractList<P> implements RandomAccess {
  private final List<P> parts;

  /** 0 until it is asked for. Two threads may both compute it, and find the same. */
  private int hash;

  private Parts(List<P> parts) {
    this.parts = parts;
  }

  static <P> List<P> of(List<P> parts) {
    return parts instanceof Parts<P> ? parts : new Parts<>(List.copyOf(parts));
  }

  @Override
  public P get(int index) {
    return parts.get(index);
  }

  @Override
  public int size() {
    return parts.size();
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = parts.hashCode();
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Parts<?> p
            ? hashCode() == p.hashCode() && parts.equals(p.parts)
            : parts.equals(other));
  }
}
