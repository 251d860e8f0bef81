/**
 * Arguments: the lines by which a person would go from one side of a proved step to the other. The
 * lines are found by rewriting formulas one rule at a time; nothing that is found is trusted, for
 * each line is proved from the line before and the proof is replayed. May know: {@code verdict} and
 * below; the general road is given to it.
 */
package dev.hence.argument;
