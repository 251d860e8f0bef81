package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Labels;
import dev.hence.report.trace.LineSteering;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Passage;
import dev.hence.report.trace.Rows;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which arguments Hence reads again: they are put into the document behind the displays that they
 * belong to. An argument that is not read line by line would be one more thing to be wrong in a
 * trace, and is not told.
 */
final class ReadBack {
  private static final Rows ROWS =
      new Rows(line -> Rows.Reason.NOWHERE, false, UnaryOperator.identity());

  private final Machinery.Reading reading;
  private final SourceText source;
  private final List<Place> places = new ArrayList<>();

  /** Where a passage stands in the text with all of them. */
  private record Place(String label, int lines, Span span) {}

  ReadBack(Machinery.Reading reading, SourceText source) {
    this.reading = reading;
    this.source = source;
  }

  /** A display of the author, and where it ends. */
  record Ending(Part.Display display, int end) {}

  /**
   * The answers by the ids of their statements, each with its passages as far as they are read, all
   * lines as steps of their own and without a problem.
   *
   * @param displays with where they end in the source, in its order
   */
  Map<String, Answer> read(List<Ending> displays) {
    Derivation told = reading.read(withArguments(displays));
    Set<String> read =
        places.stream()
            .filter(place -> isRead(place, told))
            .map(Place::label)
            .collect(Collectors.toSet());
    return displays.stream()
        .flatMap(ending -> ending.display().answers().stream())
        .collect(Collectors.toMap(a -> a.report().statement().id(), a -> asFarAsRead(a, read)));
  }

  /** What stands behind a passage may speak of it. */
  private static Answer asFarAsRead(Answer answer, Set<String> read) {
    String id = answer.report().statement().id();
    int count = 0;
    while (count < answer.argument().size()
        && (answer.argument().get(count).lines().isEmpty()
            || read.contains(Labels.lines(id, count)))) {
      count++;
    }
    return new Answer(answer.report(), answer.argument().subList(0, count));
  }

  // The document with the arguments in it

  private SourceText withArguments(List<Ending> displays) {
    if (source.cells().isEmpty()) {
      Span all = new Span(0, source.content().length());
      return new SourceText(source.name(), text(all, displays, 0));
    }
    List<SourceText.Cell> cells = new ArrayList<>();
    int start = 0;
    for (Span cell : source.cells()) {
      String text = text(cell, displays, start);
      cells.add(new SourceText.Cell(cells.size() + 1, text));
      start += text.length() + 1;
    }
    return SourceText.ofCells(source.name(), cells);
  }

  /**
   * A piece of the document with the arguments for the displays that end in it.
   *
   * @param start where the piece begins in the text with the arguments
   */
  private String text(Span piece, List<Ending> displays, int start) {
    StringBuilder text = new StringBuilder();
    int from = piece.start();
    for (Ending ending : displays) {
      if (ending.end() > piece.start() && ending.end() <= piece.end()) {
        text.append(source.content(), from, ending.end());
        from = ending.end();
        ending.display().answers().forEach(answer -> insert(ending.display(), answer, text, start));
      }
    }
    return text.append(source.content(), from, piece.end()).toString();
  }

  private void insert(Part.Display display, Answer answer, StringBuilder text, int start) {
    String steering = String.join("; ", LineSteering.of(display));
    boolean latex = source.name().endsWith(".tex");
    for (int k = 0; k < answer.argument().size(); k++) {
      Passage passage = answer.argument().get(k);
      if (passage.lines().isEmpty()) {
        continue;
      }
      String label = Labels.lines(answer.report().statement().id(), k);
      String math = ROWS.of(passage.lines()) + "\\label{" + label + "}";
      int from = start + text.length();
      text.append(
          latex
              ? "\n% hence: " + steering + "\n\\[" + math + "\\]\n"
              : "\n\n<!-- hence: " + steering + " -->\n$$" + math + "$$\n\n");
      places.add(new Place(label, passage.lines().size(), new Span(from, start + text.length())));
    }
  }

  // What became of them

  private static boolean isRead(Place place, Derivation told) {
    long steps =
        told.statements().stream()
            .filter(s -> isInside(s.span(), place.span()) && s instanceof Statement.Step)
            .count();
    boolean sound =
        told.problems().stream().map(Problem::span).noneMatch(s -> isInside(s, place.span()));
    return sound && steps == place.lines() - 1;
  }

  private static boolean isInside(Span span, Span all) {
    return span.start() >= all.start() && span.end() <= all.end();
  }
}
