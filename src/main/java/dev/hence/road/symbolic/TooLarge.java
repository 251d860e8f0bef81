package dev.hence.road.symbolic;

/** Something would be expanded further than size or time allow. */
final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooLarge() {
    super("too large to expand", null, false, false);
  }
}
