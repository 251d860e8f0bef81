package dev.hence.report;

/**
 * A fault of Hence itself, met while it worked on a document.
 *
 * @param place where in the document, for people: {@code notes.md, step 4.1}
 */
public record Defect(String place, Throwable cause) {
  /** What went wrong in one line, without a stack trace. */
  public String summary() {
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    return message == null || message.isBlank() ? name : name + ": " + message;
  }
}
