package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;

/** A document as lines that a test can hold: each block, then each problem, with its place. */
final class BlockText {
  private BlockText() {}

  static List<String> of(String content) {
    return of("test.md", content);
  }

  static List<String> of(String name, String content) {
    Problems problems = new Problems();
    Document document = DocumentReader.read(new SourceText(name, content), problems);
    SourceText source = document.source();
    List<String> lines = new ArrayList<>();
    document.blocks().forEach(block -> lines.add(of(source, block)));
    problems.toList().forEach(problem -> lines.add(of(source, problem)));
    return lines;
  }

  static String of(SourceText source, Problem problem) {
    return source.position(problem.span().start()) + " " + problem.id();
  }

  private static String of(SourceText source, Block block) {
    return source.position(block.span().start())
        + " "
        + switch (block) {
          case Block.Heading heading -> "heading " + heading.level() + " " + heading.text();
          case Block.Prose prose -> "prose " + visible(source.slice(prose.span()));
          case Block.Code code -> "code";
          case Block.Steering steering -> "hence " + visible(steering.text().text());
          case Block.Unreadable unreadable -> "unreadable " + unreadable.problem().id();
          case Block.Formula formula -> "display " + visible(formula.math().text());
        };
  }

  /** The header entries as the file has them at the places they claim. */
  static String at(SourceText source, MathText text) {
    Span span = text.span();
    return source.position(span.start()) + " " + text.text();
  }

  private static String visible(String text) {
    return text.replace("\r", "␍").replace("\n", "␤").replace("\t", "→");
  }
}
