package dev.hence.read.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the lines of a display that is longer than one line from being read as Markdown: a line
 * {@code - b} would begin a list, {@code = c} a heading. The block begins with any line that leaves
 * a display open and ends behind the line that closes it.
 */
final class DisplayBlockParser extends AbstractBlockParser {
  private static final int CODE_INDENT = 4;

  /** Lines that show that a display was left open by mistake. */
  private static final Pattern INTERRUPTS =
      Pattern.compile("\\s*(?:<!--|```|~~~|#{1,6}[ \\t]).*", Pattern.DOTALL);

  private static final Pattern PROSE =
      Pattern.compile(
          "[>\\s]*(?:[-+*]\\s+|\\d+[.)]\\s+)?(?:[A-Za-z]{2,}|[AI])[,:]?\\s+[A-Za-z]{2,}.*",
          Pattern.DOTALL);

  private final DisplayBlock block = new DisplayBlock();
  private final Lines lines;
  private Optional<Openings.Opening> open = Optional.empty();

  private DisplayBlockParser(Lines lines) {
    this.lines = lines;
  }

  /** The lines of a display, and what stands before and behind it in them. */
  static final class DisplayBlock extends CustomBlock {}

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public void addLine(SourceLine line) {
    open = OpenLines.open(line.getContent().toString(), open);
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (open.isEmpty() || isInterrupted(state)) {
      return BlockContinue.none();
    }
    return BlockContinue.atIndex(state.getIndex());
  }

  private boolean isInterrupted(ParserState state) {
    int index =
        state.getLine().getSourceSpan() == null
            ? -1
            : state.getLine().getSourceSpan().getLineIndex();
    if (state.isBlank()) {
      return index >= 0 && PROSE.matcher(lines.nextAfterBlank(index)).matches();
    }
    CharSequence content = state.getLine().getContent();
    return INTERRUPTS.matcher(content.subSequence(state.getIndex(), content.length())).matches();
  }

  /** Starts a block where a line leaves a display open. */
  static final class Factory implements BlockParserFactory {
    private final Lines lines;

    Factory(Lines lines) {
      this.lines = lines;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence content = state.getLine().getContent();
      String line = content.subSequence(state.getNextNonSpaceIndex(), content.length()).toString();
      boolean isCode = state.getIndent() >= CODE_INDENT && matched.getParagraphLines().isEmpty();
      if (isCode
          || !OpenLines.mayOpen(line)
          || OpenLines.startsBlock(line)
          || OpenLines.open(line, Optional.empty()).isEmpty()) {
        return BlockStart.none();
      }
      return BlockStart.of(new DisplayBlockParser(lines)).atIndex(state.getIndex());
    }
  }
}
