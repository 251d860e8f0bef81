package dev.hence.report.record;

/** The role of a statement in a check. */
public enum Sort {
  STEP,
  GIVEN,
  NO_STATEMENT,
  UNREAD
}
