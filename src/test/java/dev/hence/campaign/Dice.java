package dev.hence.campaign;

import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random choices, the same for the same seed. */
public final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
    random.nextInt();
  }

  public Random random() {
    return random;
  }

  /** From 0 to one below the number. */
  public int below(int number) {
    return random.nextInt(number);
  }

  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Whether one of so many cases has come. */
  public boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Some of a list, in random order. */
  public <T> List<T> some(int number, List<T> list) {
    return shuffled(list).subList(0, number);
  }

  public <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** From −most to most, but not 0. */
  public int nonZero(int most) {
    int size = between(1, most);
    return random.nextBoolean() ? size : -size;
  }

  /** A number other than 0, now and then a fraction. */
  public Tree number() {
    return oneIn(4) ? Trees.fraction(nonZero(5), between(2, 7)) : Trees.number(nonZero(6));
  }
}
