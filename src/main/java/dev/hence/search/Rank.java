package dev.hence.search;

/**
 * The likelihood of the slips that edits take back. A sign is lost more often than a factor 2, that
 * more often than an index, and a whole term least often. What takes a token away comes before what
 * puts one in, and the right side, which is claimed, before the left side, which it is claimed of.
 */
final class Rank {
  static final int LOST_MINUS = 100;
  static final int RELATION = 110;
  static final int SIGN = 120;
  static final int NUMBER = 130;
  static final int INNER_SIGN = 140;
  static final int TOKEN = 160;
  static final int TWO = 165;
  static final int MOVED = 170;
  static final int INNER_TWO = 177;
  static final int EXPONENT = 178;
  static final int NAME = 180;
  static final int OTHER_NAME = 190;
  static final int FUNCTION = 200;
  static final int TURNED = 210;
  static final int SUM = 220;
  static final int SIZE = 230;
  static final int TERM = 240;
  static final int LOST_SUM = 250;
  static final int FACTOR = 260;
  static final int INNER_TERM = 265;
  static final int LESS = 270;
  static final int ELSEWHERE = 280;

  /** What a name of which the step does not speak is behind one of which it does. */
  static final int FAR = 10;

  /** What an edit of the left side is behind the same of the right. */
  static final int LEFT = 15;

  private Rank() {}
}
