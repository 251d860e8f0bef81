/**
 * How JSON is written, so that equal content gives equal bytes, and how it is read from files that
 * may hold anything.
 *
 * <p>May know: the JDK and Jackson.
 */
package dev.hence.json;
