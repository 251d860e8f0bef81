package dev.hence.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A picture as a PDF of one page: ISO 32000-1, the graphics of §8 and the file structure of §7. */
final class Pdf {
  private final double height;
  private final StringBuilder content = new StringBuilder();

  private Pdf(double height) {
    this.height = height;
  }

  static byte[] of(Picture picture) {
    Pdf page = new Pdf(picture.height());
    picture.ink().forEach(page::draw);
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R /Resources << >> >>"
                .formatted(Decimals.of(picture.width()), Decimals.of(picture.height())),
            "<< /Length %d >>\nstream\n%sendstream".formatted(page.content.length(), page.content));
    return file(objects).getBytes(StandardCharsets.US_ASCII);
  }

  /** Every character is one byte, so that places in the text are places in the file. */
  private static String file(List<String> objects) {
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < objects.size(); k++) {
      places.add(file.length());
      file.append(k + 1).append(" 0 obj\n").append(objects.get(k)).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
    file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    return file.append("startxref\n").append(table).append("\n%%EOF\n").toString();
  }

  private void draw(Ink ink) {
    operation(colour(ink.colour()) + (ink.stroke().isPresent() ? " RG" : " rg"));
    ink.stroke().ifPresent(this::stroke);
    ink.follow(new Path());
    operation(ink.stroke().isPresent() ? "S" : "f");
  }

  private void operation(String text) {
    content.append(text).append('\n');
  }

  private static String colour(Color colour) {
    return share(colour.getRed()) + " " + share(colour.getGreen()) + " " + share(colour.getBlue());
  }

  private static String share(int part) {
    return Decimals.of(part / 255.0);
  }

  /** Java numbers caps and joins as PDF does, but that its joins are mitred, round, bevelled. */
  private void stroke(BasicStroke stroke) {
    StringBuilder dashes = new StringBuilder();
    if (stroke.getDashArray() != null) {
      for (float dash : stroke.getDashArray()) {
        dashes.append(Decimals.of(dash)).append(' ');
      }
    }
    operation(
        "%s w %d J %d j [%s] %s d"
            .formatted(
                Decimals.of(stroke.getLineWidth()),
                stroke.getEndCap(),
                stroke.getLineJoin(),
                dashes.toString().strip(),
                Decimals.of(stroke.getDashPhase())));
  }

  /** Paths with y upwards. */
  private final class Path implements Ink.Pen {
    private String point(double x, double y) {
      return Decimals.of(x) + " " + Decimals.of(height - y);
    }

    @Override
    public void move(double x, double y) {
      operation(point(x, y) + " m");
    }

    @Override
    public void line(double x, double y) {
      operation(point(x, y) + " l");
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double x, double y) {
      operation(point(x1, y1) + " " + point(x2, y2) + " " + point(x, y) + " c");
    }

    @Override
    public void close() {
      operation("h");
    }
  }
}
