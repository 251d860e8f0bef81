package dev.hence.read.math;

import java.util.Optional;

/** The differential that the innermost integral waits for. */
final class Differential {
  private final boolean isOpen;
  private Optional<Syntax> variable = Optional.empty();
  private boolean leads;
  private boolean inFraction;

  private Differential(boolean isOpen) {
    this.isOpen = isOpen;
  }

  static Differential open() {
    return new Differential(true);
  }

  /** Where no integral is open. */
  static Differential closed() {
    return new Differential(false);
  }

  boolean isOpen() {
    return isOpen && variable.isEmpty();
  }

  boolean isFound() {
    return variable.isPresent();
  }

  /** Whether the product in which it was found is over. */
  boolean endsProduct() {
    return variable.isPresent() && !inFraction;
  }

  /**
   * @param leads whether nothing stands before it in its product
   */
  void found(Syntax variable, boolean leads) {
    this.variable = Optional.of(variable);
    this.leads = leads;
  }

  /** In {@code \frac{dt}{t}} it does not end the product. */
  void foundInFraction(Syntax variable) {
    this.variable = Optional.of(variable);
    this.inFraction = true;
  }

  Optional<Syntax> variable() {
    return variable;
  }

  boolean leads() {
    return leads;
  }
}
