package dev.hence.report.trace;

/** The labels of the pieces of a trace, by which others refer to them. */
public final class Labels {
  private Labels() {}

  /** Of a statement of the author. */
  public static String step(String id) {
    return "step:" + plain(id);
  }

  /**
   * Of the lines of an argument for a statement: by it they are told from what the author says, and
   * change no number of an order.
   *
   * @param passage of the argument, from 0
   */
  public static String lines(String id, int passage) {
    return "lines:" + plain(id) + (passage == 0 ? "" : ":" + (passage + 1));
  }

  private static String plain(String id) {
    return id.replaceAll("[^\\w.-]", "-");
  }
}
