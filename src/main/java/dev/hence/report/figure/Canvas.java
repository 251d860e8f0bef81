package dev.hence.report.figure;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the shapes that are drawn. Nothing is clipped: a curve at the edge of its axes keeps its
 * whole width.
 */
final class Canvas extends VectorGraphics2D {
  /** How near the ends of two pieces of a curve are, in points. */
  private static final double JOINED = 1e-6;

  private final List<Ink> ink = new ArrayList<>();

  List<Ink> ink() {
    return List.copyOf(ink);
  }

  /** A piece that begins where the last one ended goes on with it: dashes then run through. */
  @Override
  public void draw(Shape shape) {
    Path2D path = new Path2D.Double(shape, getTransform());
    if (!(getStroke() instanceof BasicStroke stroke)) {
      throw new IllegalStateException("a stroke of an unknown kind");
    }
    if (shape instanceof Line2D && continues(path, stroke)) {
      ink.getLast().path().append(path, true);
    } else {
      ink.add(new Ink(path, getColor(), Optional.of(stroke)));
    }
  }

  private boolean continues(Path2D line, BasicStroke stroke) {
    if (ink.isEmpty()) {
      return false;
    }
    Ink last = ink.getLast();
    double[] first = new double[6];
    line.getPathIterator(null).currentSegment(first);
    Point2D end = last.path().getCurrentPoint();
    return last.stroke().filter(stroke::equals).isPresent()
        && last.colour().equals(getColor())
        && end.distance(first[0], first[1]) < JOINED;
  }

  @Override
  public void fill(Shape shape) {
    if (getColor().getAlpha() > 0) {
      ink.add(new Ink(new Path2D.Double(shape, getTransform()), getColor(), Optional.empty()));
    }
  }

  @Override
  public void clip(Shape shape) {}

  @Override
  public void setClip(Shape shape) {}

  @Override
  public void setClip(int x, int y, int width, int height) {}

  @Override
  public void clipRect(int x, int y, int width, int height) {}
}
