package dev.hence.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The identity of the program: the bytes of Hence itself, the names of its libraries, which hold
 * their versions, and the version of Java. A number that someone has to raise would be forgotten.
 */
final class CodeVersion {
  private CodeVersion() {}

  /** Asked for when the first cache is opened, and the same as long as Java runs. */
  private static final class Current {
    static final String DIGEST = digest();
  }

  static String current() {
    return Current.DIGEST;
  }

  private static String digest() {
    try {
      Path code =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String libraries = String.join("\n", libraries(System.getProperty("java.class.path", "")));
      return of(code, libraries + "\n" + Runtime.version());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("the program itself cannot be read", e);
    }
  }

  /** The names of jars, in the order in which classes are looked for. */
  private static List<String> libraries(String classPath) {
    return Arrays.stream(classPath.split(java.io.File.pathSeparator, -1))
        .map(entry -> entry.substring(entry.lastIndexOf(java.io.File.separatorChar) + 1))
        .filter(name -> name.endsWith(".jar"))
        .toList();
  }

  /**
   * A digest of a jar or of a folder of classes.
   *
   * @param beside what else counts
   */
  static String of(Path code, String beside) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(code)) {
        digest.update(
            code.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Fingerprint.sha256(Files.readAllBytes(file)));
      }
      digest.update(beside.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path code) throws IOException {
    if (Files.isRegularFile(code)) {
      return List.of(code);
    }
    try (Stream<Path> files = Files.walk(code)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
