/**
 * How much computing something took and may take. Time here is processor time, so that what Hence
 * finds does not depend on what else the machine does.
 *
 * <p>May know: the JDK.
 */
package dev.hence.time;
