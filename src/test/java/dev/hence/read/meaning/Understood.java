package dev.hence.read.meaning;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Range;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.Problem;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Documents as they are understood, a line for each statement: what a person would compare. */
final class Understood {
  private static final UnicodePrinter PRINTER =
      new UnicodePrinter(
          new Notation() {
            @Override
            public boolean isState(Name name) {
              return name.latex().equals("\\theta") || name.latex().equals("w");
            }

            @Override
            public boolean isFixed(Name name, int indices) {
              return false;
            }

            @Override
            public Optional<Range> range(String letter) {
              return Optional.empty();
            }
          });

  private Understood() {}

  static Derivation read(String header, String... displays) {
    StringBuilder text = new StringBuilder();
    if (!header.isEmpty()) {
      text.append("---\n").append(header).append("\n---\n");
    }
    for (String display : displays) {
      boolean comment = display.startsWith("<!--") || display.startsWith("#");
      text.append(comment ? display : "\n$$" + display + "$$\n").append("\n");
    }
    return Reader.read(new SourceText("test.md", text.toString()));
  }

  static List<String> lines(Derivation derivation) {
    return derivation.statements().stream().map(Understood::line).toList();
  }

  static List<String> problems(Derivation derivation) {
    return derivation.problems().stream().map(p -> text(p, derivation.source())).toList();
  }

  private static String text(Problem problem, SourceText source) {
    return problem.id() + " " + source.position(problem.span().start());
  }

  private static String line(Statement statement) {
    return switch (statement) {
      case Statement.Step s ->
          s.kind().text() + ": " + PRINTER.print(s.left(), s.relation(), s.right());
      case Statement.Given g ->
          g.what() + ": " + PRINTER.print(g.left()) + " := " + PRINTER.print(g.right());
      case Statement.NoStatement n -> "no statement: " + n.why();
      case Statement.Unread u -> "unread: " + u.problem().id();
    };
  }
}
