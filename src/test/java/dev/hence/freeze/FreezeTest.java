package dev.hence.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares how all documents are understood with how they were understood when the freeze was
 * taken. {@code mvn test -Dtest=FreezeTest -Dfreeze=write} takes it anew, {@code -Dfreeze=check}
 * compares. Without either nothing is compared: what is understood may change on purpose.
 */
@EnabledIfSystemProperty(named = "freeze", matches = "check|write")
final class FreezeTest {
  private static final Path FOLDER = Path.of("src/test/resources/freeze");

  static List<String> collections() {
    return List.copyOf(Documents.collections().keySet());
  }

  @ParameterizedTest
  @MethodSource("collections")
  void everyDocumentIsUnderstoodAsBefore(String collection) throws IOException {
    List<String> now = freeze(Documents.collections().get(collection));
    Path file = FOLDER.resolve(collection + ".txt");
    if (System.getProperty("freeze").equals("write")) {
      Files.createDirectories(FOLDER);
      Files.write(file, now);
      return;
    }
    Difference difference = Difference.between(Files.readAllLines(file), now);
    assertThat(difference.isEmpty()).as(collection + "\n" + difference.text()).isTrue();
  }

  private static List<String> freeze(List<SourceText> documents) {
    List<String> lines = new ArrayList<>();
    for (SourceText document : documents) {
      lines.add("== " + document.name());
      lines.addAll(Understood.lines(Reader.read(document)));
    }
    return lines;
  }
}
