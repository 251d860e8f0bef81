package dev.hence.expr;

/**
 * The length of a range or of one side of a shape: a named size with an offset, or a number.
 *
 * @param name the name, such as {@code N}, or empty for a number
 * @param offset what is added to the named size, or the number itself
 */
public record Size(String name, int offset) {
  public static Size fixed(int value) {
    return new Size("", value);
  }

  public static Size named(String name) {
    return new Size(name, 0);
  }

  public boolean isFixed() {
    return name.isEmpty();
  }

  public Size plus(int more) {
    return new Size(name, offset + more);
  }

  @Override
  public String toString() {
    if (isFixed()) {
      return Integer.toString(offset);
    }
    return offset == 0 ? name : name + (offset > 0 ? "+" : "−") + Math.abs(offset);
  }
}
