package dev.hence.read.document;

import dev.hence.text.SourceText;
import java.util.List;

/**
 * A document taken apart.
 *
 * @param blocks in the order of the file
 */
public record Document(SourceText source, Header header, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** The displays alone. */
  public List<Block.Formula> formulas() {
    return blocks.stream()
        .filter(Block.Formula.class::isInstance)
        .map(Block.Formula.class::cast)
        .toList();
  }
}
