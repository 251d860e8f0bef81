package dev.hence.report.figure;

import dev.hence.report.trace.Figure.Curve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * The look of a curve. Colours differ in lightness and lines in their dashes, so that a grey print
 * tells them apart.
 */
record Look(Color colour, BasicStroke stroke) {
  private static final Color DARK = new Color(0x1a1a1a);

  private static final Look THIN = new Look(DARK, line(1f));

  /** Under a thin line: where two curves agree both are seen. */
  private static final Look BROAD = new Look(new Color(0xa6c4de), line(4.5f));

  private static final Look ALONE = new Look(new Color(0xb03a2e), line(1.5f));

  private static final List<Look> TERMS =
      List.of(
          new Look(new Color(0x1f5a8c), line(1.5f)),
          new Look(new Color(0xd1701f), line(1.5f, 5, 2)),
          new Look(new Color(0x4f9a6b), line(1.5f, 1.5f, 1.5f)),
          new Look(new Color(0x8a4f9a), line(1.5f, 6, 1.5f, 1.5f, 1.5f)),
          new Look(new Color(0xb8a02a), line(1.5f, 9, 3)),
          new Look(new Color(0x7a7a7a), line(1.5f, 3, 1)));

  /**
   * @param k which one it is of the curves beside it
   */
  static Look of(Curve curve, int k) {
    return switch (curve.role()) {
      case LEFT_SIDE, TOTAL -> THIN;
      case DIFFERENCE -> ALONE;
      case RIGHT_SIDE -> BROAD;
      case TERM -> TERMS.get(k % TERMS.size());
    };
  }

  private static BasicStroke line(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        dashes.length == 0 ? null : dashes,
        0);
  }
}
