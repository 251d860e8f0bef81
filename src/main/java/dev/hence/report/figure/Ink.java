package dev.hence.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Optional;

/**
 * A shape in one colour, in points of the picture, y downwards.
 *
 * @param stroke the line along it; it is filled where there is none
 */
record Ink(Path2D path, Color colour, Optional<BasicStroke> stroke) {
  /** Writes the pieces of a path. */
  interface Pen {
    void move(double x, double y);

    void line(double x, double y);

    void curve(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  /** Follows the path; quadratic pieces as the cubic ones that they are. */
  void follow(Pen pen) {
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int piece = i.currentSegment(p);
      int last =
          switch (piece) {
            case PathIterator.SEG_MOVETO -> {
              pen.move(p[0], p[1]);
              yield 0;
            }
            case PathIterator.SEG_LINETO -> {
              pen.line(p[0], p[1]);
              yield 0;
            }
            case PathIterator.SEG_QUADTO -> {
              pen.curve(
                  x + 2 * (p[0] - x) / 3,
                  y + 2 * (p[1] - y) / 3,
                  p[2] + 2 * (p[0] - p[2]) / 3,
                  p[3] + 2 * (p[1] - p[3]) / 3,
                  p[2],
                  p[3]);
              yield 2;
            }
            case PathIterator.SEG_CUBICTO -> {
              pen.curve(p[0], p[1], p[2], p[3], p[4], p[5]);
              yield 4;
            }
            case PathIterator.SEG_CLOSE -> {
              pen.close();
              yield -1;
            }
            default -> throw new IllegalStateException("a piece of kind " + piece);
          };
      if (last >= 0) {
        x = p[last];
        y = p[last + 1];
      }
    }
  }
}
