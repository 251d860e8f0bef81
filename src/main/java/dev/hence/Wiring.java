package dev.hence;

/** Which parts Hence is made of: the one place that names them all. */
final class Wiring {
  private Wiring() {}

  static Machinery standard() {
    throw new UnsupportedOperationException("not wired yet");
  }
}
