package dev.hence.search;

/** Knows the edits of one kind. */
interface Editor {
  /** Offers the edits of a place. */
  void at(Spot spot, Offers offers);
}
