package dev.hence.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hence.report.trace.Figure;
import dev.hence.report.trace.Figure.Curve;
import dev.hence.report.trace.Figure.Panel;
import dev.hence.report.trace.Figure.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class PictureTest {
  private static final List<Double> TIMES =
      IntStream.rangeClosed(0, 50).mapToObj(k -> k / 25.0).toList();

  private static Curve curve(String label, Role role, double rate) {
    return new Curve(label, role, TIMES, TIMES.stream().map(t -> Math.exp(-rate * t)).toList());
  }

  private static Figure figure(String label) {
    Panel sides =
        new Panel("T", List.of(curve(label, Role.RIGHT_SIDE, 1), curve("f", Role.LEFT_SIDE, 1)));
    Panel terms =
        new Panel(
            "T",
            List.of(
                curve("j = 1", Role.TERM, 2),
                curve("j = 2", Role.TERM, 3),
                curve("their sum", Role.TOTAL, 4)));
    return new Figure("figures/a", List.of(sides, terms), List.of());
  }

  private static final Figure FIGURE = figure("β(x) + ∑ⱼ αⱼ(x) K_{θₜ}(x, xⱼ)");

  @Test
  void theSameFigureGivesTheSameBytes() {
    assertThat(Picture.of(FIGURE).pdf()).isEqualTo(Picture.of(FIGURE).pdf());
    assertThat(Picture.of(FIGURE).svg()).isEqualTo(Picture.of(FIGURE).svg());
    assertThat(Picture.of(FIGURE).svg()).isNotEqualTo(Picture.of(figure("other")).svg());
  }

  /** Each cell is as dark as its number is large, and the number can be read on it. */
  @Test
  void cellsOfAMatrixAreTheDarkerTheLarger() {
    List<List<Double>> values = List.of(List.of(-1.0, 0.0), List.of(1.0, Double.NaN));
    Figure.HeatMap map = new Figure.HeatMap("K", List.of("x", "y"), values);
    List<Ink> ink = Picture.of(new Figure("a", List.of(), List.of(map), List.of())).ink();
    List<Double> cells =
        ink.stream()
            .filter(i -> i.stroke().isEmpty())
            .filter(i -> i.path().getBounds2D().getHeight() == 20)
            .map(i -> luminance(i.colour()))
            .toList();
    assertThat(cells).hasSize(4);
    assertThat(cells.get(0)).isGreaterThan(cells.get(1));
    assertThat(cells.get(1)).isGreaterThan(cells.get(2));
    assertThat(cells.get(3)).isGreaterThan(0.999);
  }

  private static double luminance(java.awt.Color colour) {
    return (0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue())
        / 255;
  }

  @ParameterizedTest
  @CsvSource({"-2, 10⁻²", "0, 10⁰", "-0.5, 0.32", "-3.5, 0.00032", "-3.0000000000000004, 10⁻³"})
  void logarithmicAxesNamePowersOfTen(double exponent, String text) {
    assertThat(Axes.power(exponent)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(x; θ_T)",
        "",
        " ",
        "_",
        "x^",
        "a_{b_{c^(d",
        "</path><script>alert(1)</script>",
        "\"/><image href=\"file:///etc/passwd\"/>",
        "& &amp; ]]>",
        "(f) Tj ET endstream",
        "\u0000\u0007\n\r\t",
        "\u202e abc \u05d0\u05d1",
        "\ud835",
        "𝔼 😀"
      })
  void isMadeOfNothingButShapesWhateverItsLabelsSay(String label) throws Exception {
    Document svg = parsed(Picture.of(figure(label)).svg());
    Set<String> elements = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    collect(svg.getDocumentElement(), elements, attributes);
    assertThat(elements).containsExactly("path", "svg");
    assertThat(attributes)
        .isSubsetOf(
            "xmlns",
            "width",
            "height",
            "viewBox",
            "d",
            "fill",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-dasharray");
    String pdf = new String(Picture.of(figure(label)).pdf(), StandardCharsets.US_ASCII);
    String content =
        pdf.substring(pdf.indexOf("stream\n") + "stream\n".length(), pdf.indexOf("endstream"));
    assertThat(Stream.of(content.split("\\s+")).filter(t -> !t.matches("\\[?-?[\\d.]+]?|\\[]")))
        .as("operators")
        .isSubsetOf("w", "J", "j", "d", "rg", "RG", "m", "l", "c", "h", "S", "f");
    assertThat(pdf).doesNotContain("Font", "JavaScript", "Date", "URI");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static void collect(Element element, Set<String> elements, Set<String> attributes) {
    elements.add(element.getTagName());
    for (int k = 0; k < element.getAttributes().getLength(); k++) {
      attributes.add(element.getAttributes().item(k).getNodeName());
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element inner) {
        collect(inner, elements, attributes);
      }
    }
  }

  /** Every place that the table of a PDF names is where that object begins. */
  @Test
  void thePdfKnowsWhereItsObjectsAre() {
    String pdf = new String(Picture.of(FIGURE).pdf(), StandardCharsets.US_ASCII);
    Matcher entries = Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf);
    int object = 0;
    while (entries.find()) {
      object++;
      assertThat(pdf.substring(Integer.parseInt(entries.group(1)))).startsWith(object + " 0 obj\n");
    }
    assertThat(object).isEqualTo(4);
    Matcher start = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(pdf);
    assertThat(start.find()).isTrue();
    assertThat(pdf.substring(Integer.parseInt(start.group(1)))).startsWith("xref\n0 5\n");
    int begin = pdf.indexOf("stream\n") + "stream\n".length();
    int length = Integer.parseInt(pdf.replaceFirst("(?s).*/Length (\\d+).*", "$1"));
    assertThat(pdf.substring(begin + length)).startsWith("endstream");
  }

  @Test
  void thePdfCanBePrinted(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftoppm")), "pdftoppm is not installed");
    Path pdf = Files.write(folder.resolve("a.pdf"), Picture.of(FIGURE).pdf());
    Process process =
        new ProcessBuilder("/usr/bin/pdftoppm", "-r", "72", pdf.toString(), folder + "/a")
            .redirectErrorStream(true)
            .start();
    assertThat(process.getInputStream().readAllBytes()).asString().isEmpty();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    byte[] page = Files.readAllBytes(folder.resolve("a-1.ppm"));
    assertThat(new String(page, 0, 10, StandardCharsets.US_ASCII)).startsWith("P6\n452 ");
    Set<Integer> colours = new HashSet<>();
    for (int k = 15; k + 2 < page.length; k++) {
      colours.add(page[k] & 0xff);
    }
    assertThat(colours).contains(0xff, 0xa6).hasSizeGreaterThan(20);
  }

  /** A piece of a curve where there is no value is left out, and nothing is drawn across it. */
  @Test
  void aCurveBreaksWhereItHasNoValue() {
    List<Double> gap =
        IntStream.rangeClosed(0, 50)
            .mapToObj(k -> k > 20 && k < 30 ? Double.NaN : 1.0 + k)
            .toList();
    Curve whole = new Curve("f", Role.TERM, TIMES, gap);
    List<Ink> ink =
        Picture.of(new Figure("a", List.of(new Panel("T", List.of(whole))), List.of())).ink();
    long pieces =
        ink.stream()
            .filter(i -> i.colour().equals(Look.of(whole, 0).colour()))
            .filter(i -> i.path().getBounds2D().getHeight() > 0)
            .count();
    assertThat(pieces).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2, 2",
    "-0.25, −0.25",
    "0.1000000000000000055, 0.1",
    "0.0005, 0.0005",
    "0.000006, 6·10⁻⁶",
    "-0.0000125, −1.25·10⁻⁵",
    "250000, 250000",
    "12000000, 1.2·10⁷",
    "1e-12, 1·10⁻¹²"
  })
  void ticksAreNumbersAsPeopleWriteThem(double value, String text) {
    assertThat(Axes.tick(value)).isEqualTo(text);
  }

  @Test
  void keepsItsSizeOnAPage() throws IOException {
    assertThat(Picture.of(FIGURE).width()).isLessThanOrEqualTo(455 * 72 / 72.27);
    Panel alone = FIGURE.panels().getFirst();
    assertThat(Picture.of(new Figure("a", List.of(alone), List.of())).width()).isLessThan(400);
  }
}
