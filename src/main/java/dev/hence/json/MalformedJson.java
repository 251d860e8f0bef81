package dev.hence.json;

/** What was read is not what it should be. The message says where and why, for people. */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedJson(String message) {
    super(message);
  }
}
