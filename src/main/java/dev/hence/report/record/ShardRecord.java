package dev.hence.report.record;

/**
 * The part of a run that was checked.
 *
 * @param index from 1
 * @param count how many shards there are
 * @param elsewhere how many steps were left to the others
 */
public record ShardRecord(int index, int count, int elsewhere) {
  @Override
  public String toString() {
    return index + "/" + count;
  }
}
