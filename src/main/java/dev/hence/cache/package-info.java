/**
 * Evidence of earlier runs, kept in a folder under a key of all that it depends on. No verdict is
 * kept: the judge judges anew, replays each proof and evaluates each counterexample again.
 *
 * <p>May know: {@code verdict}, {@code json} and what lies below, and Jackson.
 */
package dev.hence.cache;
