package dev.hence.read.role;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.Header;
import dev.hence.read.elaborate.Layout;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Rules;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Tree;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole document: the header first, then every display in its order. */
public final class Page {
  private final Document document;
  private final Rules rules;
  private final Sections sections;
  private final List<Line> lines = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  private Page(Document document, Problems problems) {
    this.document = document;
    Header header = document.header();
    Setting setting = new Setting(Known.NOTHING.laidOut(layout(header)));
    if (problems.toList().stream().anyMatch(Page::losesEntries)) {
      setting.lose();
    }
    this.rules = rules(header);
    setting.enter(
        clauses(header.let()),
        clauses(header.flow()),
        clauses(header.assume()),
        clauses(header.step()));
    refused.addAll(setting.refusals());
    this.sections = new Sections(setting.known(), isEach(header));
  }

  /**
   * What became of a document.
   *
   * @param lines in the order of the document
   * @param refused what of the header and of comments could not be read
   */
  public record Read(List<Line> lines, List<Refusal> refused) {
    public Read {
      lines = List.copyOf(lines);
      refused = List.copyOf(refused);
    }
  }

  /**
   * Reads a document.
   *
   * @param problems that were met when the document was taken apart
   */
  public static Read of(Document document, Problems problems) {
    Page page = new Page(document, problems);
    page.blocks();
    page.refused.addAll(page.sections.refusals());
    page.rules.faults().forEach(f -> page.refused.add(Refusal.Unparsed.of(f)));
    return new Read(page.lines, page.refused);
  }

  /** A part of the header that is lost may have spoken of any name. */
  private static boolean losesEntries(Problem problem) {
    return switch (problem.id()) {
      case HEADER_NOT_YAML, HEADER_BENT_ENTRY, HEADER_NOT_CLOSED, HEADER_TWICE -> true;
      case HEADER_UNKNOWN_KEY -> true;
      default -> false;
    };
  }

  private static boolean isEach(Header header) {
    return header.scope().filter(s -> s.text().equals("each")).isPresent();
  }

  private static Layout layout(Header header) {
    return switch (header.layout().map(t -> t.text().strip()).orElse("")) {
      case "numerator" -> Layout.NUMERATOR;
      case "denominator" -> Layout.DENOMINATOR;
      default -> Layout.GRADIENT;
    };
  }

  private static Rules rules(Header header) {
    List<Tree> names = new ArrayList<>();
    for (List<MathText> key : List.of(header.let(), header.flow(), header.step())) {
      clauses(key, Rules.NONE).forEach(c -> names.addAll(c.allNames()));
    }
    return Rules.of(header.read(), names);
  }

  private List<Clause> clauses(List<MathText> texts) {
    return clauses(texts, rules);
  }

  private static List<Clause> clauses(List<MathText> texts, Rules rules) {
    return texts.stream().flatMap(t -> Steering.clauses(t, rules).stream()).toList();
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
          Steering steering = Steering.of(comments, rules);
          comments.clear();
          MathText math = f.math();
          Source source = new Source(math.text(), math::span);
          lines.addAll(sections.display(rules.read(Parser.display(source).tree()), steering));
        }
      }
    }
  }
}
