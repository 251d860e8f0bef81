/**
 * Evidence of earlier runs, kept in a folder under a key of all that it depends on. No verdict is
 * kept: the judge judges anew, replays each proof and evaluates each counterexample again. Beside
 * it lies an index of documents, which is compared with them before anything rests on it.
 *
 * <p>May know: {@code verdict}, {@code json} and what lies below, and Jackson.
 */
package dev.hence.cache;
