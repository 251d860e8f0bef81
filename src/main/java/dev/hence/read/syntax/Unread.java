package dev.hence.read.syntax;

/** Leaves the parser at a fault; it never leaves this package. */
final class Unread extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Fault fault;

  Unread(Fault fault) {
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
