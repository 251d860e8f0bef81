package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Heading;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
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
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a whole document: the header first, then every display in its order. */
public final class Page {
  private final Document document;
  private final Rules rules;
  private final Sections sections;
  private final Supplement supplement;
  private final List<Problem> before;
  private final Known first;
  private final List<Line> lines = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  private Page(Document document, Supplement supplement, Problems problems) {
    this.document = document;
    this.supplement = supplement;
    this.before = problems.toList();
    Header header = document.header();
    Setting setting = new Setting(Known.NOTHING.laidOut(layout(header)));
    if (problems.haveLoss()) {
      setting.lose();
    }
    this.rules = rules(header);
    setting.enter(
        clauses("let", header.let()),
        clauses("flow", header.flow()),
        clauses("assume", header.assume()),
        clauses("step", header.step()));
    refused.addAll(setting.refusals());
    this.first = setting.known().refusing(supplement.unclear());
    Manner manner = Manner.of(Tries.of(header.tries(), refused), header.round());
    this.sections = new Sections(first, isEach(header), manner);
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
    Page page = new Page(document, Supplement.NONE, problems);
    page.read();
    return new Read(page.lines, page.refused);
  }

  /** The document as it is understood, with what its words say beside the header. */
  public static Derivation of(Document document, Supplement supplement, Problems problems) {
    Page page = new Page(document, supplement, problems);
    page.read();
    return page.derivation();
  }

  private void read() {
    blocks();
    refused.addAll(sections.refusals());
    refused.addAll(sections.unsettled());
    rules.faults().forEach(f -> refused.add(Refusal.Unparsed.of(f)));
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

  /** The entries of the header under a key, and what words say that belongs there. */
  private List<Clause> clauses(String key, List<MathText> texts) {
    List<MathText> all = new ArrayList<>(texts);
    supplement.entries().stream().filter(e -> e.key().equals(key)).forEach(e -> all.add(e.text()));
    return clauses(all, rules);
  }

  private static List<Clause> clauses(List<MathText> texts, Rules rules) {
    return texts.stream().flatMap(t -> Steering.clauses(t, rules).stream()).toList();
  }

  private void blocks() {
    List<MathText> comments = new ArrayList<>();
    int behind = 0;
    int defined = 0;
    List<Supplement.Defined> said = supplement.definitions();
    for (int k = 0; k < document.blocks().size(); k++) {
      Block block = document.blocks().get(k);
      while (block instanceof Block.Formula
          && defined < said.size()
          && said.get(defined).before() <= k) {
        sections.define(tree(said.get(defined++).text()));
      }
      switch (block) {
        case Block.Heading h -> sections.endChain();
        case Block.Code c -> sections.endChain();
        case Block.Prose p -> {
          // What it says is in the supplement.
        }
        case Block.Steering s -> comments.add(s.text());
        case Block.Unreadable u -> {
          Steering steering = Steering.of(comments, rules);
          comments.clear();
          lines.add(sections.unread(u.problem(), u.span(), steering));
        }
        case Block.Formula f -> {
          Steering steering = announced(f, behind, Steering.of(comments, rules));
          comments.clear();
          display(f, steering);
        }
      }
      boolean words = block instanceof Block.Prose || block instanceof Block.Steering;
      behind = words ? behind : block.span().end();
    }
  }

  private void display(Block.Formula formula, Steering steering) {
    try {
      lines.addAll(sections.display(tree(formula.math()), formula.label(), steering));
    } catch (RuntimeException | StackOverflowError defect) {
      Span span = formula.math().span();
      lines.add(sections.unread(defect(span, defect), span, steering));
    }
  }

  /** A fault of ours costs the display alone. */
  private static Problem defect(Span span, Throwable defect) {
    return Problem.of(
        ProblemId.DEFECT,
        span,
        "Hence failed to read this: " + defect.getClass().getSimpleName(),
        "this is a fault of Hence, not of the document: please report it with these lines");
  }

  private Tree tree(MathText math) {
    return rules.read(Parser.display(new Source(math.text(), math::span)).tree());
  }

  /** The author's own comment says what a display is; else the words before it may. */
  private Steering announced(Block.Formula formula, int from, Steering steering) {
    int start = formula.span().start();
    String content = document.source().content();
    boolean between = from <= start && start <= content.length();
    if (steering.saysRole() || !between) {
      return steering;
    }
    return steering.announced(
        Optional.ofNullable(supplement.announced().get(formula))
            .filter(announcement -> steering.isSilent())
            .or(() -> Announcement.of(content.substring(from, start))));
  }

  // What became of it

  private Derivation derivation() {
    Header header = document.header();
    List<Definition> definitions = new ArrayList<>(first.scope().definitions().values());
    definitions.addAll(sections.definitions());
    return new Derivation(
        document.source(),
        header.title().map(MathText::text).orElse(""),
        header.source().stream().map(MathText::text).toList(),
        definitions,
        lines.stream().map(Line::statement).toList(),
        assumptions(),
        problems(),
        header.seed().isPresent() ? Optional.of(header.seed().getAsLong()) : Optional.empty(),
        headings(),
        header.tags().stream().map(MathText::text).toList());
  }

  private List<Problem> problems() {
    Set<Problem> all = new LinkedHashSet<>(before);
    refused.forEach(r -> all.add(Problem.of(r.id(), r.span(), r.words(), r.help())));
    for (Line line : lines) {
      if (line.statement() instanceof Statement.Unread u) {
        all.add(u.problem());
      }
    }
    return List.copyOf(all);
  }

  /** Every default that was taken, as a sentence. */
  private List<String> assumptions() {
    Set<String> all = new LinkedHashSet<>(sections.notes());
    all.addAll(rules.sentences());
    return List.copyOf(all);
  }

  private List<Heading> headings() {
    return document.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .map(h -> new Heading(h.level(), h.text(), h.span()))
        .toList();
  }
}
