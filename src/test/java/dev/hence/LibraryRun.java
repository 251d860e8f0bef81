package dev.hence;

import dev.hence.report.RunReport;
import java.nio.file.Path;
import java.util.List;

/** The derivations that come with Hence, checked once for all tests that ask for it. */
final class LibraryRun {
  static final Path LIBRARY = Path.of("derivations");

  private static final class Once {
    static final RunReport RUN = Hence.check(List.of(LIBRARY), Settings.DEFAULT);
  }

  private LibraryRun() {}

  static RunReport get() {
    return Once.RUN;
  }
}
