package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown to blocks, as GitHub and MathJax see its displays. */
final class MarkdownReader {
  private static final int MAX_OPEN_BLOCKS = 100;

  /** What begins the language of a fence in Jupyter Book. */
  private static final String DIRECTIVE = "{math}";

  private static final Pattern RAW_HTML =
      Pattern.compile("\\s*<(?:pre|script|style|textarea)\\b.*", Pattern.DOTALL);

  private final SourceText source;
  private final Span part;
  private final int offset;
  private final Problems problems;
  private List<Block> blocks = new ArrayList<>();
  private List<HeaderComment> headers = new ArrayList<>();

  /**
   * @param part of the file that is Markdown
   */
  MarkdownReader(SourceText source, Span part, Problems problems) {
    this.source = source;
    this.part = part;
    this.offset = part.start();
    this.problems = problems;
  }

  /** Adds what it finds. */
  void read(List<Block> blocks, List<HeaderComment> headers) {
    this.blocks = blocks;
    this.headers = headers;
    String text = source.slice(part);
    Parser parser =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
            .customBlockParserFactory(new DisplayBlockParser.Factory(new Lines(text)))
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();
    visit(parser.parse(OpenLines.marked(text)));
  }

  /** The depth is bounded by the number of blocks that may be open at once. */
  private void visit(Node node) {
    switch (node) {
      case Heading heading -> heading(heading);
      case FencedCodeBlock fence -> fence(fence);
      case IndentedCodeBlock code -> blocks.add(new Block.Code(span(code)));
      case HtmlBlock html -> html(html);
      case Paragraph paragraph -> paragraph(paragraph);
      case DisplayBlockParser.DisplayBlock display -> scan(region(display, 0, 0));
      case ThematicBreak rule -> {
        // separates nothing that matters here
      }
      case LinkReferenceDefinition definition -> {
        // prints nothing
      }
      default -> {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
          visit(child);
        }
      }
    }
  }

  private void scan(MathText region) {
    new RegionScanner(region, blocks, headers, problems).scan();
  }

  private void html(HtmlBlock html) {
    MathText region = region(html, 0, 0);
    if (RAW_HTML.matcher(region.text().toLowerCase(Locale.ROOT)).matches()) {
      blocks.add(new Block.Code(region.span()));
    } else {
      scan(region);
    }
  }

  private void heading(Heading heading) {
    MathText region = region(heading, 0, 0);
    boolean isUnderlined = !region.text().stripLeading().startsWith("#");
    if (isUnderlined) {
      MathText text = region(heading, 0, 1).strip();
      if (text.text().contains("$$")) {
        scan(text);
      } else {
        blocks.add(new Block.Heading(heading.getLevel(), text.text(), text.span()));
      }
      return;
    }
    String text =
        region.text().strip().replaceFirst("^#{1,6}", "").replaceFirst("(?:\\s#+)?\\s*$", "");
    blocks.add(new Block.Heading(heading.getLevel(), text.strip(), region.strip().span()));
  }

  private void fence(FencedCodeBlock fence) {
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    boolean isDirective = info.startsWith(DIRECTIVE);
    if (!info.equals("math") && !isDirective) {
      blocks.add(new Block.Code(span(fence)));
      return;
    }
    boolean isClosed = fence.getClosingFenceLength() != null;
    if (!isClosed) {
      problems.report(
          Problem.of(
              ProblemId.DISPLAY_NOT_CLOSED,
              region(fence, 0, fence.getSourceSpans().size() - 1).strip().span(),
              "The fence is never closed.",
              "close it with ``` on a line of its own"));
    } else if (isDirective) {
      MathText whole = region(fence, 0, 1);
      int start = whole.text().indexOf(DIRECTIVE) + DIRECTIVE.length();
      Labels.Directive directive = Labels.directive(whole.slice(start, whole.length()));
      blocks.add(new Block.Formula(directive.math(), directive.label(), span(fence)));
    } else {
      blocks.add(new Block.Formula(region(fence, 1, 1), Optional.empty(), span(fence)));
    }
  }

  private void paragraph(Paragraph paragraph) {
    MathText region = region(paragraph, 0, 0);
    List<Block.Formula> alone = LoneFormulas.of(region);
    if (alone.isEmpty() || paragraph.getParent() instanceof ListItem) {
      scan(region);
    } else {
      blocks.addAll(alone);
    }
  }

  private Span span(Node node) {
    return region(node, 0, 0).strip().span();
  }

  /** The lines of a block without the marks of the quotes and lists around it. */
  private MathText region(Node node, int skipFirst, int skipLast) {
    List<SourceSpan> lines = node.getSourceSpans();
    MathText.Builder builder = new MathText.Builder();
    int end = offset;
    for (int i = skipFirst; i < lines.size() - skipLast; i++) {
      SourceSpan line = lines.get(i);
      int start = offset + line.getInputIndex();
      end = start + line.getLength();
      builder.append(source.content().substring(start, end), start);
      if (i + 1 < lines.size() - skipLast) {
        builder.append("\n", end);
      }
    }
    return builder.build(end);
  }
}
