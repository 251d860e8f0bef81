package dev.hence.report.sarif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * By what a result is known again in another run: its rule, its file and what it is about. No line
 * number is part of it, so results survive that other lines move them. Equal results of a file are
 * told apart by their order.
 */
final class Fingerprints {
  private static final int BYTES = 16;

  private final Map<String, Integer> seen = new HashMap<>();

  String of(String rule, String file, String about) {
    String known = rule + "\n" + file + "\n" + about;
    int occurrence = seen.merge(known, 1, Integer::sum);
    byte[] digest = sha256(known + "\n" + occurrence);
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
