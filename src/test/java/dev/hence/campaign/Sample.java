package dev.hence.campaign;

import dev.hence.campaign.Referee.Finding;
import dev.hence.campaign.kind.Sources;
import dev.hence.campaign.tree.Point;
import java.util.List;
import java.util.Optional;

/**
 * A statement as a page, and whether it is true.
 *
 * @param number which of the campaign it is
 * @param witness where a false one fails, for people
 */
public record Sample(long number, Kind kind, boolean holds, String page, String witness) {
  private static final int ATTEMPTS = 200;
  private static final int POINTS = 6;
  private static final int LEAST = 2;

  /** The statement of a number, always the same for the same seed. */
  static Sample of(long seed, long number) {
    List<Kind> kinds = List.of(Kind.values());
    Kind kind = kinds.get((int) (number % kinds.size()));
    Dice dice = new Dice(seed * 1_000_003 + number);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Sample> sample = draw(number, kind, dice);
      if (sample.isPresent()) {
        return sample.get();
      }
    }
    throw new IllegalStateException("no statement of kind " + kind.text() + ", number " + number);
  }

  private static Optional<Sample> draw(long number, Kind kind, Dice dice) {
    Draft draft = Sources.of(kind).draw(dice);
    if (!isTrue(draft, dice)) {
      return Optional.empty();
    }
    if (dice.oneIn(2)) {
      return Optional.of(new Sample(number, kind, true, new Page(dice).of(draft), ""));
    }
    return new Forger(draft, dice)
        .forge()
        .map(
            f ->
                new Sample(
                    number,
                    kind,
                    false,
                    new Page(dice).of(draft.claiming(f.claim())),
                    f.witness().describe()));
  }

  /** Whether the oracle agrees with the construction. */
  private static boolean isTrue(Draft draft, Dice dice) {
    Sampler sampler = new Sampler(draft, dice);
    int holds = 0;
    for (int k = 0; k < POINTS; k++) {
      Point point = sampler.point();
      Finding finding = Referee.at(draft.claim(), point);
      switch (finding) {
        case HOLDS -> holds++;
        case OUTSIDE -> {}
        case RIGHT_UNDEFINED, UNCLEAR -> {
          return false;
        }
        case FAILS -> {
          System.err.println(
              "dropped, for the oracle says that it fails: "
                  + new Page(new Dice(1)).claim(draft.claim())
                  + " at "
                  + point.describe());
          return false;
        }
      }
    }
    return holds >= LEAST;
  }
}
