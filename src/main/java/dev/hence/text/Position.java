package dev.hence.text;

import java.util.OptionalInt;

/**
 * A place as people count it.
 *
 * @param cell of a notebook, from 1, whatever the cells hold; empty for a document without cells
 * @param line from 1, in its cell if there are cells
 * @param column from 1, in Unicode code points
 */
public record Position(OptionalInt cell, int line, int column) {
  /** {@code 4:12}, or {@code cell 3, line 4:12}. */
  @Override
  public String toString() {
    String place = line + ":" + column;
    return cell.isPresent() ? "cell " + cell.getAsInt() + ", line " + place : place;
  }
}
