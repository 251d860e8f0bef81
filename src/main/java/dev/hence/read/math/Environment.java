package dev.hence.read.math;

import java.util.Map;
import java.util.Optional;

/** What an environment means, by its name without star. */
enum Environment {
  /** Numbered as one: a tag in it is the tag of the whole display. */
  WHOLE,
  /** Rows of statements. */
  ROWS,
  /** Rows whose first and last line belong together. */
  MULTLINE,
  CASES,
  MATRIX,
  ARRAY;

  static final Map<String, Environment> BY_NAME =
      Map.ofEntries(
          Map.entry("equation", WHOLE),
          Map.entry("displaymath", WHOLE),
          Map.entry("align", ROWS),
          Map.entry("aligned", ROWS),
          Map.entry("alignat", ROWS),
          Map.entry("alignedat", ROWS),
          Map.entry("flalign", ROWS),
          Map.entry("gather", ROWS),
          Map.entry("gathered", ROWS),
          Map.entry("split", ROWS),
          Map.entry("eqnarray", ROWS),
          Map.entry("multline", MULTLINE),
          Map.entry("multlined", MULTLINE),
          Map.entry("cases", CASES),
          Map.entry("dcases", CASES),
          Map.entry("matrix", MATRIX),
          Map.entry("smallmatrix", MATRIX),
          Map.entry("pmatrix", MATRIX),
          Map.entry("bmatrix", MATRIX),
          Map.entry("Bmatrix", MATRIX),
          Map.entry("vmatrix", MATRIX),
          Map.entry("Vmatrix", MATRIX),
          Map.entry("array", ARRAY));

  /** By name, a star at the end not counting. */
  static Optional<Environment> named(String name) {
    String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    return Optional.ofNullable(BY_NAME.get(plain));
  }

  /** Whether its rows are rows of the display it stands in. */
  boolean isLayout() {
    return this == WHOLE || this == ROWS || this == MULTLINE;
  }

  /** Whether braces with columns or a count follow its name. */
  static boolean takesArgument(String name) {
    return name.startsWith("array") || name.startsWith("alignat") || name.startsWith("alignedat");
  }

  /** The delimiters that a matrix environment draws. */
  static Optional<Delimiter> fence(String name) {
    return switch (name) {
      case "pmatrix" -> Optional.of(Delimiter.PARENTHESIS);
      case "bmatrix" -> Optional.of(Delimiter.BRACKET);
      case "Bmatrix" -> Optional.of(Delimiter.BRACE);
      case "vmatrix" -> Optional.of(Delimiter.BAR);
      case "Vmatrix" -> Optional.of(Delimiter.DOUBLE_BAR);
      default -> Optional.empty();
    };
  }
}
