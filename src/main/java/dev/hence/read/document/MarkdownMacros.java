package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.read.tex.Definitions;
import dev.hence.read.tex.Expander;
import dev.hence.read.tex.Macros;
import dev.hence.read.tex.TexInput;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macros of a Markdown document. As MathJax has it, a definition may stand in any mathematics
 * and holds from there on; the header sees those before the first display that says anything.
 */
final class MarkdownMacros {
  /** A code span, or the beginning of a definition in inline mathematics or on its own line. */
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?<ticks>`+)[^`]*\\k<ticks>(?!`)"
              + "|(?:^[ \\t>]*|\\$\\s*|\\\\\\(\\s*)(?<definition>\\\\(?:global|long|g?def|let"
              + "|(?:re|provide)?(?:newcommand|command)|DeclareMathOperator"
              + "|DeclarePairedDelimiter)\\b)",
          Pattern.MULTILINE);

  /** More characters than definitions in one piece of inline mathematics have. */
  private static final int LONGEST_DEFINITION = 10_000;

  private final SourceText source;
  private final Problems problems;
  private final Macros macros = new Macros();
  private final Expander expander = new Expander(macros);
  private final List<Block> blocks = new ArrayList<>();

  private MarkdownMacros(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The document with all macros expanded; displays that only define some are displays no more. */
  static Document expanded(
      SourceText source, HeaderReader.Found found, List<Block> blocks, Problems problems) {
    MarkdownMacros pass = new MarkdownMacros(source, problems);
    found.macros().forEach(text -> pass.define(text));
    Optional<Header> header = Optional.empty();
    for (Block block : blocks) {
      if (header.isEmpty() && block instanceof Block.Formula formula && pass.states(formula)) {
        header = Optional.of(pass.header(found.header()));
      }
      pass.block(block);
    }
    return new Document(source, header.orElseGet(() -> pass.header(found.header())), pass.blocks);
  }

  private Header header(Header header) {
    return header.map(text -> expander.expand(text, problems));
  }

  private boolean states(Block.Formula formula) {
    if (!Definitions.mayBeIn(formula.math().text())) {
      return true;
    }
    return new Expander(new Macros())
        .expand(formula.math(), new Problems())
        .filter(MathText::isBlank)
        .isEmpty();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Formula formula -> formula(formula);
      case Block.Steering(MathText text, Span span) ->
          expander.expand(text, problems).ifPresent(t -> blocks.add(new Block.Steering(t, span)));
      case Block.Prose prose -> {
        prose(prose.span());
        blocks.add(prose);
      }
      case Block.Heading heading -> blocks.add(heading);
      case Block.Code code -> blocks.add(code);
      case Block.Unreadable unreadable -> blocks.add(unreadable);
    }
  }

  private void formula(Block.Formula formula) {
    Problems found = new Problems();
    Optional<MathText> math = expander.expand(formula.math(), found);
    Optional<Problem> fault = found.toList().stream().findFirst();
    if (math.isEmpty() || fault.isPresent()) {
      blocks.add(new Block.Unreadable(fault.orElseThrow(), formula.span()));
    } else if (math.get().isBlank() && !formula.math().isBlank()) {
      blocks.add(new Block.Prose(formula.span()));
    } else {
      blocks.add(new Block.Formula(math.get(), formula.label(), formula.span()));
    }
  }

  private void prose(Span span) {
    String text = source.slice(span);
    if (!Definitions.mayBeIn(text)) {
      return;
    }
    Matcher matcher = DEFINITION.matcher(text);
    while (matcher.find()) {
      int start = matcher.start("definition");
      if (start >= 0) {
        int from = span.start() + start;
        int to = Math.min(span.end(), from + LONGEST_DEFINITION);
        define(MathText.of(source, new Span(from, to)));
      }
    }
  }

  /** Reads the definitions at the beginning of a text. */
  private void define(MathText text) {
    TexInput input = new TexInput(text);
    Definitions definitions = new Definitions(input, macros);
    input.skipSpace();
    while (Definitions.begins(input.peek())) {
      definitions.read(input.next());
      input.skipSpace();
    }
  }
}
