package dev.hence;

import dev.hence.problem.ProblemId;
import dev.hence.report.Unopened;
import dev.hence.text.Position;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds and opens the documents that paths name. */
final class Documents {
  static final int MOST_BYTES = 1 << 20;

  /**
   * A document that was opened.
   *
   * @param directory the directory in whose search it was found; such a file is passed over where
   *     it holds no display
   */
  record Opened(SourceText source, Optional<Path> directory) {}

  private final List<Opened> opened = new ArrayList<>();
  private final List<Unopened> unopened = new ArrayList<>();
  private final List<Path> directories = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  /** Opens files as they are named, and the {@code *.md} files below directories in their order. */
  static Documents open(List<Path> paths) {
    Documents documents = new Documents();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        documents.search(path);
      } else {
        documents.open(path, Optional.empty());
      }
    }
    return documents;
  }

  /** Documents that need no opening. */
  static Documents of(List<SourceText> texts) {
    Documents documents = new Documents();
    texts.forEach(text -> documents.opened.add(new Opened(text, Optional.empty())));
    return documents;
  }

  /** The directories that were searched to their end. */
  List<Path> directories() {
    return List.copyOf(directories);
  }

  List<Opened> opened() {
    return List.copyOf(opened);
  }

  List<Unopened> unopened() {
    return List.copyOf(unopened);
  }

  private void search(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !isHidden(directory.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> open(file, Optional.of(directory)));
      directories.add(directory);
    } catch (IOException e) {
      fail(directory, e);
    } catch (UncheckedIOException e) {
      fail(directory, e.getCause());
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void open(Path file, Optional<Path> directory) {
    if (!seen.add(file.toAbsolutePath().normalize())) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        String message = "the file is larger than 1 MB, which is the most that Hence reads";
        fail(file, ProblemId.FILE_TOO_LARGE, message, "split it into several documents");
      } else {
        decode(file, bytes)
            .ifPresent(text -> opened.add(new Opened(new SourceText(name(file), text), directory)));
      }
    } catch (IOException e) {
      fail(file, e);
    }
  }

  private Optional<String> decode(Path file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      Position position = new SourceText("", text).position(text.length());
      String message =
          "the file is not UTF-8: byte 0x%02X does not belong here"
              .formatted(bytes[in.position()] & 0xFF);
      unopened.add(
          new Unopened(
              name(file),
              ProblemId.NOT_UTF8,
              Optional.of(position),
              message,
              "save the file in UTF-8"));
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private void fail(Path path, IOException e) {
    String message =
        switch (e) {
          case NoSuchFileException x -> "there is no such file or directory";
          case AccessDeniedException x -> "it may not be read";
          default -> "it cannot be read: " + e.getMessage();
        };
    fail(path, ProblemId.FILE_UNREADABLE, message, "");
  }

  private void fail(Path path, ProblemId id, String message, String help) {
    unopened.add(new Unopened(name(path), id, Optional.empty(), message, help));
  }

  /** The path as it was given, in the same form on every system. */
  static String name(Path path) {
    return path.toString().replace('\\', '/');
  }
}
