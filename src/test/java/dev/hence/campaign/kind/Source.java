package dev.hence.campaign.kind;

import dev.hence.campaign.Dice;
import dev.hence.campaign.Draft;

/** Makes true claims of one kind. */
public interface Source {
  Draft draw(Dice dice);

  /** One of several makers. */
  static Draft oneOf(Dice dice, Source... sources) {
    return dice.of(sources).draw(dice);
  }
}
