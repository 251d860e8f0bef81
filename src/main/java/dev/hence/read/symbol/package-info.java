/**
 * Names as values: a letter with its font, its accents and its marks. What distinguishes two names
 * is a part of the record that can be asked for; no name is a text with hidden endings.
 *
 * <p>May know: the JDK alone.
 */
package dev.hence.read.symbol;
