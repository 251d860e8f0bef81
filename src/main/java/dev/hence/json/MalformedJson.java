package dev.hence.json;

/**
 * Thrown where JSON does not have the form that is expected. The message says where and why, for
 * people.
 */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedJson(String message) {
    super(message);
  }
}
