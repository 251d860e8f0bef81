package dev.hence.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as text. Keys keep the order in which they were put. */
public final class JsonText {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("")
          .withObjectEmptySeparator("");
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private JsonText() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The text, indented, with a line feed at its end. */
  public static String of(ObjectNode root) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS);
    printer.indentObjectsWith(INDENT);
    printer.indentArraysWith(INDENT);
    try {
      return escaped(MAPPER.writer(printer).writeValueAsString(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Control characters beyond ASCII, lone surrogates and marks that turn the writing direction,
   * escaped too: JSON allows them, but reports are also read in terminals. They can stand in
   * strings only.
   */
  private static String escaped(String json) {
    StringBuilder safe = new StringBuilder(json.length());
    for (int c : json.codePoints().toArray()) {
      if (isUnsafe(c)) {
        Character.toString(c).chars().forEach(u -> safe.append("\\u%04X".formatted(u)));
      } else {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
