package dev.hence.report.figure;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A picture as SVG, larger than on paper, for a screen. */
final class Svg {
  private static final double SCALE = 1.6;

  private static final List<String> CAPS = List.of("butt", "round", "square");

  private static final List<String> JOINS = List.of("miter", "round", "bevel");

  private Svg() {}

  static String of(Picture picture) {
    String width = Decimals.of(picture.width());
    String height = Decimals.of(picture.height());
    String head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n"
            .formatted(
                Decimals.of(SCALE * picture.width()),
                Decimals.of(SCALE * picture.height()),
                width,
                height);
    return picture.ink().stream().map(Svg::path).collect(Collectors.joining("", head, "</svg>\n"));
  }

  private static String path(Ink ink) {
    Path path = new Path();
    ink.follow(path);
    String colour = "#%06x".formatted(ink.colour().getRGB() & 0xffffff);
    return "<path %s d=\"%s\"/>\n"
        .formatted(
            ink.stroke()
                .map(s -> "fill=\"none\" stroke=\"" + colour + "\" " + stroke(s))
                .orElse("fill=\"" + colour + "\""),
            String.join("", path.pieces));
  }

  private static String stroke(BasicStroke stroke) {
    List<String> dashes = new ArrayList<>();
    if (stroke.getDashArray() != null) {
      for (float dash : stroke.getDashArray()) {
        dashes.add(Decimals.of(dash));
      }
    }
    return "stroke-width=\"%s\" stroke-linecap=\"%s\" stroke-linejoin=\"%s\"%s"
        .formatted(
            Decimals.of(stroke.getLineWidth()),
            CAPS.get(stroke.getEndCap()),
            JOINS.get(stroke.getLineJoin()),
            dashes.isEmpty() ? "" : " stroke-dasharray=\"" + String.join(" ", dashes) + "\"");
  }

  private static final class Path implements Ink.Pen {
    private final List<String> pieces = new ArrayList<>();

    private static String point(double x, double y) {
      return Decimals.of(x) + " " + Decimals.of(y);
    }

    @Override
    public void move(double x, double y) {
      pieces.add("M" + point(x, y));
    }

    @Override
    public void line(double x, double y) {
      pieces.add("L" + point(x, y));
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double x, double y) {
      pieces.add("C" + point(x1, y1) + " " + point(x2, y2) + " " + point(x, y));
    }

    @Override
    public void close() {
      pieces.add("Z");
    }
  }
}
