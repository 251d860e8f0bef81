package dev.hence.report.record;

/** What a statement is to a check. */
public enum Sort {
  STEP,
  GIVEN,
  NO_STATEMENT,
  UNREAD
}
