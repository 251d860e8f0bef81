package dev.hence.report;

/**
 * One of several parts into which the steps of a run are split.
 *
 * @param index from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
  public Shard {
    if (index < 1 || count < index) {
      throw new IllegalArgumentException("no part " + index + " of " + count);
    }
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
