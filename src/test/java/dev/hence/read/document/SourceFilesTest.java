package dev.hence.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  private final Problems problems = new Problems();
  @TempDir private Path directory;

  @Test
  void readsUtf8() throws IOException {
    assertThat(load("θ̇ = −∇L".getBytes(StandardCharsets.UTF_8)).map(SourceText::content))
        .contains("θ̇ = −∇L");
    assertThat(problems.toList()).isEmpty();
  }

  @Test
  void takesOffTheByteOrderMark() throws IOException {
    assertThat(load("\ufeffa".getBytes(StandardCharsets.UTF_8)).map(SourceText::content))
        .contains("a");
  }

  @Test
  void namesTheByteThatIsNotUtf8() throws IOException {
    assertThat(load(new byte[] {'a', '\n', 'b', (byte) 0xE9, 'c'})).isEmpty();
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(ProblemId.NOT_UTF8);
    assertThat(problems.toList().get(0).message())
        .isEqualTo("The file is not UTF-8: byte 3, at 2:2.");
  }

  @Test
  void endsInTheMiddleOfACharacter() throws IOException {
    assertThat(load(new byte[] {'a', (byte) 0xC3})).isEmpty();
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(ProblemId.NOT_UTF8);
  }

  @Test
  void refusesLargeFiles() throws IOException {
    assertThat(load(new byte[SourceFiles.MAX_BYTES + 1])).isEmpty();
    assertThat(problems.toList()).extracting(Problem::id).containsExactly(ProblemId.FILE_TOO_LARGE);
  }

  @Test
  void refusesWhatIsNotThereOrNoFile() {
    assertThat(SourceFiles.load(directory.resolve("missing.md"), problems)).isEmpty();
    assertThat(SourceFiles.load(directory, problems)).isEmpty();
    assertThat(problems.toList())
        .extracting(Problem::id)
        .containsExactly(ProblemId.FILE_UNREADABLE, ProblemId.FILE_UNREADABLE);
  }

  private Optional<SourceText> load(byte[] bytes) throws IOException {
    Path file = directory.resolve("derivation.md");
    Files.write(file, bytes);
    return SourceFiles.load(file, problems);
  }
}
