package dev.hence.read.syntax;

import dev.hence.read.syntax.Token.Side;

/**
 * Where the parser is.
 *
 * @param outermost whether wide space may separate statements here
 * @param inScript whether marks such as {@code \top} are names here
 * @param inCells whether alignment marks and line breaks end what is read
 * @param fence of what is between the innermost delimiters
 * @param side of the delimiter that opened it
 * @param integral whether an integral waits for its differential
 */
record Place(
    boolean outermost,
    boolean inScript,
    boolean inCells,
    Fence fence,
    Side side,
    boolean integral) {
  static final Place ROW = new Place(true, false, false, Fence.NONE, Side.NONE, false);
  static final Place CELL = new Place(false, false, true, Fence.NONE, Side.NONE, false);

  /** What is between the innermost delimiters. */
  enum Fence {
    NONE,
    GROUP,
    BAR,
    DOUBLE_BAR
  }

  Place inside(Fence newFence, Side newSide) {
    return new Place(false, inScript, inCells, newFence, newSide, false);
  }

  Place script() {
    return new Place(false, true, inCells, Fence.NONE, Side.NONE, false);
  }

  Place braces() {
    return new Place(false, inScript, inCells, Fence.NONE, Side.NONE, false);
  }

  Place integrand() {
    return new Place(outermost, inScript, inCells, fence, side, true);
  }

  /** Whether a bar closes what is open. */
  boolean isClosedBy(Token token) {
    return switch (fence) {
      case NONE, GROUP -> false;
      case BAR -> token.isFence("|") && matches(token.side());
      case DOUBLE_BAR -> token.isFence("||") && matches(token.side());
    };
  }

  private boolean matches(Side other) {
    return switch (other) {
      case RIGHT -> side == Side.LEFT;
      case NONE, BIG, CLOSES -> side != Side.LEFT && side != Side.MIDDLE;
      case MIDDLE -> side == Side.MIDDLE;
      case LEFT, OPENS -> false;
    };
  }
}
