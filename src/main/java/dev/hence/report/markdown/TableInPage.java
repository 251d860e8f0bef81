package dev.hence.report.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table on a page that holds more: it stands between two comments. */
public final class TableInPage {
  public static final String BEGIN = "<!-- derivations: begin -->";
  public static final String END = "<!-- derivations: end -->";

  private static final Pattern TABLE =
      Pattern.compile(
          "(?ms)^(" + Pattern.quote(BEGIN) + "\\R).*?^(?=" + Pattern.quote(END) + "\\s*$)");

  private TableInPage() {}

  /** The page with this table in the place of the one that it holds; empty if it has no place. */
  public static Optional<String> replaced(String page, String table) {
    Matcher place = TABLE.matcher(page);
    return place.find()
        ? Optional.of(
            page.substring(0, place.end(1)) + "\n" + table + "\n" + page.substring(place.end()))
        : Optional.empty();
  }
}
