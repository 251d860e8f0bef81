package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Labels;
import dev.hence.report.trace.LineSteering;
import dev.hence.report.trace.Part;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which arguments Hence reads again: they are put into the document behind the displays that they
 * belong to. An argument that is not read line by line would be one more thing to be wrong in a
 * trace, and is not told.
 */
final class ReadBack {
  private final Machinery.Reading reading;
  private final SourceText source;
  private final List<Place> places = new ArrayList<>();

  /** Where an argument stands in the text with all of them. */
  private record Place(Answer answer, Span span) {}

  ReadBack(Machinery.Reading reading, SourceText source) {
    this.reading = reading;
    this.source = source;
  }

  /**
   * The answers whose lines are read, each as a step of its own and without a problem.
   *
   * @param displays with where they end in the source, in its order
   */
  Set<Answer> read(List<Ending> displays) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Ending ending : displays) {
      text.append(source.content(), from, ending.end());
      from = ending.end();
      ending.display().answers().forEach(answer -> insert(ending.display(), answer, text));
    }
    text.append(source.content().substring(from));
    Derivation told = reading.read(new SourceText(source.name(), text.toString()));
    Set<Answer> read = new HashSet<>();
    places.stream().filter(place -> isRead(place, told)).forEach(p -> read.add(p.answer()));
    return read;
  }

  /** A display of the author, and where it ends. */
  record Ending(Part.Display display, int end) {}

  private void insert(Part.Display display, Answer answer, StringBuilder text) {
    if (answer.lines().isEmpty()) {
      return;
    }
    int start = text.length();
    String steering = String.join("; ", LineSteering.of(display));
    boolean latex = source.name().endsWith(".tex");
    text.append(
        latex ? "\n% hence: " + steering + "\n\\[" : "\n\n<!-- hence: " + steering + " -->\n$$");
    text.append("\\begin{aligned}").append(answer.lines().getFirst().math());
    for (Answer.Line line : answer.lines().subList(1, answer.lines().size())) {
      text.append(" &= ").append(line.math()).append(" \\\\\n");
    }
    text.append("\\end{aligned}\\label{")
        .append(Labels.lines(answer.report().statement().id()))
        .append('}');
    text.append(latex ? "\\]\n" : "$$\n\n");
    places.add(new Place(answer, new Span(start, text.length())));
  }

  private static boolean isRead(Place place, Derivation told) {
    long steps =
        told.statements().stream()
            .filter(s -> isInside(s.span(), place.span()) && s instanceof Statement.Step)
            .count();
    boolean sound =
        told.problems().stream().map(Problem::span).noneMatch(s -> isInside(s, place.span()));
    return sound && steps == place.answer().lines().size() - 1;
  }

  private static boolean isInside(Span span, Span all) {
    return span.start() >= all.start() && span.end() <= all.end();
  }
}
