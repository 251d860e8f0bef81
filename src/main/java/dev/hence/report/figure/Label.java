package dev.hence.report.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;

/** Readable mathematics as shapes: {@code f(x; θ_T)} with its T lowered. */
final class Label {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Scripts of scripts of scripts are no smaller. */
  private static final int DEEPEST = 2;

  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder levels = new StringBuilder();
  private final TextLayout layout;

  Label(String text, Font font) {
    read(text, 0);
    AttributedString attributed =
        new AttributedString(letters.isEmpty() ? " " : letters.toString());
    attributed.addAttribute(TextAttribute.FONT, font);
    for (int k = 0; k < letters.length(); k++) {
      int level = levels.charAt(k) - DEEPEST;
      if (level != 0) {
        Font script = font.deriveFont(Map.of(TextAttribute.SUPERSCRIPT, level));
        attributed.addAttribute(TextAttribute.FONT, script, k, k + 1);
      }
    }
    layout = new TextLayout(attributed.getIterator(), EXACT);
  }

  double width() {
    return layout.getAdvance();
  }

  /** Draws it from a point on its base line. */
  void draw(Graphics2D graphics, double x, double y) {
    graphics.fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  /** Takes a text apart: {@code _} and {@code ^} lower and raise a group or what stands behind. */
  private void read(String text, int level) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if ((c == '_' || c == '^') && at + 1 < text.length()) {
        int end = end(text, at + 1);
        boolean grouped = "{(".indexOf(text.charAt(at + 1)) >= 0;
        String script = text.substring(at + (grouped ? 2 : 1), grouped ? end - 1 : end);
        read(script, level + (c == '_' ? -1 : 1));
        at = end;
      } else {
        int point = text.codePointAt(at);
        letter(point, level);
        at += Character.charCount(point);
      }
    }
  }

  /** Small letters and digits of Unicode are hard to read: they become letters that are lowered. */
  private void letter(int point, int level) {
    String name = Objects.requireNonNullElse(Character.getName(point), "");
    String shown = Character.isISOControl(point) ? " " : Character.toString(point);
    if (name.contains("SUBSCRIPT")) {
      put(Normalizer.normalize(shown, Normalizer.Form.NFKC), level - 1);
    } else if (name.contains("SUPERSCRIPT") || name.contains("MODIFIER LETTER")) {
      put(Normalizer.normalize(shown, Normalizer.Form.NFKC), level + 1);
    } else {
      put(shown, level);
    }
  }

  private void put(String shown, int level) {
    letters.append(shown);
    char clamped = (char) (Math.clamp(level, -DEEPEST, DEEPEST) + DEEPEST);
    levels.append(Character.toString(clamped).repeat(shown.length()));
  }

  /** Where a script ends that begins at a place. */
  private static int end(String text, int start) {
    char open = text.charAt(start);
    char close = open == '{' ? '}' : open == '(' ? ')' : 0;
    if (close == 0) {
      return start + Character.charCount(text.codePointAt(start));
    }
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
