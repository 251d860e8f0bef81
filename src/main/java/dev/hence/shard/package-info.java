/**
 * How the steps of a large collection are split over the jobs of a CI server, and what each step
 * costs.
 *
 * <p>May know: {@code report}, {@code json} and what lies below, and Jackson.
 */
package dev.hence.shard;
