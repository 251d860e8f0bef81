package dev.hence.read.meaning;

import dev.hence.read.math.Clause;
import dev.hence.read.math.Row;

/**
 * One statement of a display.
 *
 * @param steering what is said of its row
 */
record Part(Row row, Clause clause, Steering steering) {}
