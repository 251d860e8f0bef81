package dev.hence.campaign.tree;

/** Thrown where a formula has no value. */
public final class UndefinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UndefinedException(String message) {
    super(message);
  }
}
