package dev.hence.read.syntax;

import dev.hence.freeze.Documents;
import dev.hence.problem.Problems;
import dev.hence.read.document.Document;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.document.Header;
import dev.hence.read.math.MathParser;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All mathematics of all documents that the project keeps. */
final class Displays {
  /**
   * One piece of mathematics.
   *
   * @param document in which it stands, with its collection
   * @param isEntry whether it stands in a header
   */
  record Piece(String document, MathText math, boolean isEntry) {
    Source source() {
      return new Source(math.text(), math::span);
    }

    /** The piece as it is parsed by the parser that is to be replaced. */
    boolean isParsedToday() {
      Problems problems = new Problems();
      return isEntry
          ? MathParser.parseEntry(math, problems).isPresent()
          : MathParser.parse(math, problems).isPresent();
    }

    Parsed parsed() {
      return isEntry ? Parser.entry(source()) : Parser.display(source());
    }
  }

  private static final List<Piece> ALL = read();

  private Displays() {}

  static List<Piece> all() {
    return ALL;
  }

  private static List<Piece> read() {
    List<Piece> pieces = new ArrayList<>();
    for (Map.Entry<String, List<SourceText>> e : Documents.collections().entrySet()) {
      for (SourceText text : e.getValue()) {
        add(e.getKey() + "/" + text.name(), text, pieces);
      }
    }
    return List.copyOf(pieces);
  }

  private static void add(String name, SourceText text, List<Piece> pieces) {
    Document document = DocumentReader.read(text, new Problems());
    document.formulas().forEach(f -> pieces.add(new Piece(name, f.math(), false)));
    Header header = document.header();
    for (List<MathText> entries :
        List.of(header.let(), header.flow(), header.step(), header.assume())) {
      entries.forEach(e -> pieces.add(new Piece(name, e, true)));
    }
  }
}
