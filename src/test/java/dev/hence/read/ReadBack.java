package dev.hence.read;

import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.DocumentReader;
import dev.hence.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document whose lines are written anew by the printer and read again where they stood. */
final class ReadBack {
  /**
   * A line that was printed and read.
   *
   * @param again empty if it was not understood
   */
  record Line(Statement.Step step, String printed, Optional<Statement.Step> again) {
    /** Whether both say the same, but for how sums and products are bracketed. */
    boolean isAlike() {
      return again.isPresent() && text(again.get()).equals(text(step));
    }

    private static String text(Statement.Step step) {
      return new UnicodePrinter(new ScopeNotation(step.scope()))
          .print(step.left(), step.relation(), step.right());
    }
  }

  private final SourceText source;
  private final List<Block> blocks;

  private ReadBack(SourceText source) {
    this.source = source;
    this.blocks = DocumentReader.read(source, new Problems()).blocks();
  }

  /** Every equation and inequality of a document, printed and read where it stood. */
  static List<Line> of(SourceText source) {
    ReadBack document = new ReadBack(source);
    return Reader.read(source).statements().stream()
        .flatMap(s -> s instanceof Statement.Step step ? Stream.of(step) : Stream.empty())
        .filter(step -> step.approach().isEmpty())
        .map(step -> document.again(step, step.left()))
        .toList();
  }

  /** The step with another left side, printed and read. */
  static Line withLeft(SourceText source, Statement.Step step, Expr left) {
    return new ReadBack(source).again(step, left);
  }

  /** The step alone or, if it is not read so, behind what it follows from. */
  private Line again(Statement.Step step, Expr left) {
    TexPrinter printer = new TexPrinter(new ScopeNotation(step.scope()));
    String printed = printer.print(left, step.relation(), step.right());
    String premises =
        step.conditions().stream().map(printer::print).collect(Collectors.joining(" \\land "));
    Optional<Statement.Step> again =
        read(step, printed)
            .or(
                () ->
                    premises.isEmpty()
                        ? Optional.empty()
                        : read(step, premises + " \\implies " + printed));
    return new Line(step, printed, again);
  }

  private Optional<Statement.Step> read(Statement.Step step, String printed) {
    int display = display(step);
    int end = blocks.get(display).span().end();
    String before = source.content().substring(0, end) + "\n\n" + steering(display);
    SourceText text = new SourceText(source.name(), before + "\n\n$$\n" + printed + "\n$$\n");
    return Reader.read(text).statements().stream()
        .filter(s -> s.span().start() >= before.length())
        .flatMap(s -> s instanceof Statement.Step read ? Stream.of(read) : Stream.empty())
        .reduce((first, last) -> last);
  }

  private int display(Statement.Step step) {
    for (int k = 0; k < blocks.size(); k++) {
      Block block = blocks.get(k);
      if (block instanceof Block.Formula && step.span().start() < block.span().end()) {
        return k;
      }
    }
    throw new AssertionError("no display holds " + step.id());
  }

  /** What steers the display and nothing behind it. */
  private String steering(int display) {
    StringBuilder text = new StringBuilder();
    for (int k = display - 1; k >= 0 && !(blocks.get(k) instanceof Block.Formula); k--) {
      if (blocks.get(k) instanceof Block.Steering s && !source.slice(s.span()).contains("new")) {
        text.insert(0, source.slice(s.span()) + "\n\n");
      }
    }
    return text.toString();
  }
}
