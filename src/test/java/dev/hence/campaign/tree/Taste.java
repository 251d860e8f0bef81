package dev.hence.campaign.tree;

import java.util.Random;

/**
 * How an author writes what can be written in several ways.
 *
 * @param slash quotients of short parts as a/b, where that is clear
 * @param dot products with a dot
 * @param large parentheses that grow
 * @param exp e with an exponent, or \exp
 * @param partial ∂ for derivatives
 */
public record Taste(boolean slash, boolean dot, boolean large, boolean exp, boolean partial) {
  public static Taste of(Random random) {
    return new Taste(
        random.nextInt(4) == 0,
        random.nextInt(5) == 0,
        random.nextInt(3) == 0,
        random.nextInt(4) == 0,
        random.nextBoolean());
  }
}
