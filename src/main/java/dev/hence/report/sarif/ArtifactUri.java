package dev.hence.report.sarif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The address of a document. Below the folder in which Hence was started, which is the root of the
 * repository in CI, by a relative address; elsewhere by a whole one.
 */
final class ArtifactUri {
  /** The name that GitHub and others give to the root of the sources. */
  static final String ROOT = "%SRCROOT%";

  private ArtifactUri() {}

  static void write(ObjectNode node, String file) {
    Path here = Path.of("").toAbsolutePath().normalize();
    Path path = Path.of(file).toAbsolutePath().normalize();
    if (path.startsWith(here)) {
      node.put("uri", escaped(slashed(here.relativize(path)))).put("uriBaseId", ROOT);
    } else {
      node.put("uri", "file://" + escaped(slashed(path)));
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** A colon in the first part of a relative address would end the name of a scheme. */
  private static String escaped(String path) {
    try {
      String absolute = path.startsWith("/") ? path : "/" + path;
      String encoded = new URI(null, null, absolute, null).toASCIIString().replace(":", "%3A");
      return path.startsWith("/") ? encoded : encoded.substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }
}
