package dev.hence.read.role;

import dev.hence.claim.Scope;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.Header;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.math.MathText;
import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Source;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole document: the header first, then every display in its order. */
public final class Page {
  private final Document document;
  private final Sections sections;
  private final List<Line> lines = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  private Page(Document document) {
    this.document = document;
    Header header = document.header();
    Setting setting = new Setting(Scope.EMPTY);
    setting.enter(
        clauses(header.let()),
        clauses(header.flow()),
        clauses(header.assume()),
        clauses(header.step()));
    refused.addAll(setting.refusals());
    this.sections = new Sections(setting.known());
  }

  /**
   * What became of a document.
   *
   * @param lines in the order of the document
   * @param refused what of the header could not be read
   */
  public record Read(List<Line> lines, List<Refusal> refused) {
    public Read {
      lines = List.copyOf(lines);
      refused = List.copyOf(refused);
    }
  }

  public static Read of(Document document) {
    Page page = new Page(document);
    page.blocks();
    return new Read(page.lines, page.refused);
  }

  private static List<Clause> clauses(List<MathText> texts) {
    return texts.stream().flatMap(t -> Steering.clauses(t).stream()).toList();
  }

  private void blocks() {
    List<MathText> comments = new ArrayList<>();
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Heading h -> sections.endChain();
        case Block.Code c -> sections.endChain();
        case Block.Prose p -> {
          // What sentences say is not read yet.
        }
        case Block.Steering s -> comments.add(s.text());
        case Block.Unreadable u -> comments.clear();
        case Block.Formula f -> {
          Steering steering = Steering.of(comments);
          comments.clear();
          MathText math = f.math();
          Source source = new Source(math.text(), math::span);
          lines.addAll(sections.display(Parser.display(source), steering));
        }
      }
    }
  }
}
