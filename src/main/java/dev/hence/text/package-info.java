/**
 * Source text and places in it. Everything that Hence says about a document points here.
 *
 * <p>May know: the JDK.
 */
package dev.hence.text;
