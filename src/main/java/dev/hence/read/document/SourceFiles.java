package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files to text: UTF-8 of a bounded size, with or without a byte order mark. */
public final class SourceFiles {
  /** More bytes than any derivation has. */
  public static final int MAX_BYTES = 2_000_000;

  /** A notebook holds pictures and results too, of which nothing is read. */
  public static final int MAX_NOTEBOOK_BYTES = 30_000_000;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private SourceFiles() {}

  /** Reads a file; what is wrong with it is reported at the start of the file. */
  public static Optional<SourceText> load(Path path, Problems problems) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(most(path.toString()) + 1);
      return decode(path.toString(), bytes, problems);
    } catch (IOException e) {
      problems.report(
          Problem.of(
              ProblemId.FILE_UNREADABLE,
              Span.at(0),
              "The file cannot be read: " + reason(e, path) + "."));
      return Optional.empty();
    }
  }

  /** Text from bytes that somebody else has read. */
  public static Optional<SourceText> decode(String name, byte[] bytes, Problems problems) {
    int most = most(name);
    if (bytes.length > most) {
      problems.report(
          Problem.of(
              ProblemId.FILE_TOO_LARGE,
              Span.at(0),
              "The file has more than " + most + " bytes.",
              "split it into several"));
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    String content =
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    if (result.isError()) {
      problems.report(
          Problem.of(
              ProblemId.NOT_UTF8,
              Span.at(0),
              "The file is not UTF-8: byte "
                  + in.position()
                  + ", at "
                  + new SourceText(name, content).position(content.length())
                  + ".",
              "save it as UTF-8"));
      return Optional.empty();
    }
    return Optional.of(new SourceText(name, content));
  }

  private static int most(String name) {
    return switch (Format.of(name)) {
      case MARKDOWN, TEX -> MAX_BYTES;
      case NOTEBOOK -> MAX_NOTEBOOK_BYTES;
    };
  }

  private static String reason(IOException e, Path path) {
    return switch (e) {
      case java.nio.file.NoSuchFileException missing -> "there is no such file";
      case java.nio.file.AccessDeniedException denied -> "access is denied";
      default -> Files.isDirectory(path) ? "it is a directory" : "input or output failed";
    };
  }
}
