package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known between displays: the header, which stays, and the section, which grows. */
final class Sections {
  /**
   * What a display, or a row, begins with.
   *
   * @param deferred definitions of its comment that may speak of names that it defines
   * @param names of which its comment speaks on their left
   */
  record Part(Known known, List<Clause> deferred, Set<String> names) {
    Part {
      deferred = List.copyOf(deferred);
      names = Set.copyOf(names);
    }

    static Part of(Known known) {
      return new Part(known, List.of(), Set.of());
    }

    /** What is known with the entries of a comment. */
    static Part entered(Known known, Steering steering, List<Refusal> refusals) {
      Setting setting = Setting.ofPart(known);
      enter(setting, steering);
      refusals.addAll(setting.refusals());
      return new Part(setting.known(), setting.deferred(), setting.names());
    }

    boolean hasNames() {
      return !names.isEmpty();
    }
  }

  private final Known header;
  private final boolean each;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Set<String> notes;
  private final Numbering numbering = new Numbering();
  private final Manner manner;
  private final Set<Flow> unsettled;
  private Known section;
  private Continuation before = Continuation.NONE;
  private int displays;

  /**
   * @param each whether every display sees the header only
   * @param manner how all steps are checked
   */
  Sections(Known header, boolean each, Manner manner) {
    this.manner = manner;
    this.header = header;
    this.section = header;
    this.notes = new LinkedHashSet<>(header.notes());
    this.unsettled = new LinkedHashSet<>(header.pending());
    this.each = each;
  }

  /** What of the comments could not be read. */
  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** A heading, or anything else that ends a chain. */
  void endChain() {
    before = Continuation.NONE;
  }

  /** Every default that was taken, as a sentence. */
  Set<String> notes() {
    return Collections.unmodifiableSet(notes);
  }

  /** What displays define, in their order. */
  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  /** Why dynamics could not be read to the end, now that no definition will come. */
  List<Refusal> unsettled() {
    List<Refusal> all = new ArrayList<>();
    unsettled.retainAll(section.settled().pending());
    for (Flow flow : unsettled) {
      switch (flow.formula(section.context())) {
        case Outcome.Refused<Definition> r -> all.addAll(r.refusals());
        case Outcome.Read<Definition> r ->
            r.inferred().forEach(v -> all.add(new Refusal.Unknown(v.span(), v.name().latex())));
      }
    }
    return all;
  }

  /**
   * Reads a display.
   *
   * @param label that stands beside it
   */
  List<Line> display(Tree tree, Optional<String> label, Steering steering) {
    List<Line> lines = read(tree, RowNames.of(tree, label), steering.under(manner));
    boolean claims =
        steering.says(Steering.Word.EXPECT_REFUTED) || steering.says(Steering.Word.CLAIM);
    if (claims && lines.stream().noneMatch(Sections::mayBeRefuted)) {
      refusals.add(nothingClaimed(tree.span()));
    }
    return numbering.unique(lines);
  }

  private static boolean mayBeRefuted(Line line) {
    return line.statement() instanceof Statement.Step
        || line.statement() instanceof Statement.Unread;
  }

  private static Refusal nothingClaimed(Span span) {
    return new Refusal.Unparsed(
        span,
        ProblemId.EXPECTATION_EMPTY,
        "Nothing in this display can be refuted: it claims nothing.");
  }

  /** A display of which not even the text is known. */
  Line unread(Problem problem, Span span, Steering steering) {
    displays++;
    endChain();
    refusals.addAll(steering.refusals());
    LineList lines = new LineList(displays, RowNames.NONE, steering);
    lines.ask(span, problem);
    return numbering.unique(lines.toList()).getFirst();
  }

  /** What words define between displays; it is no statement of its own. */
  void define(Tree tree) {
    Steering defining = Steering.NONE.saying(Steering.Word.DEFINE);
    Display display = new Display(Part.of(section), defining, Continuation.NONE, 0, RowNames.NONE);
    display.read(Clauses.of(tree)).forEach(l -> l.refusal().ifPresent(refusals::add));
    definitions.addAll(display.definitions());
    section = display.known();
  }

  private List<Line> read(Tree tree, RowNames names, Steering said) {
    displays++;
    List<Clause> clauses = Clauses.of(tree);
    List<Refusal> remarks = new ArrayList<>(Remarks.in(tree));
    remarks.addAll(Remarks.beside(clauses));
    Steering steering = said.says(Steering.Word.SKIP) ? said : said.refusing(remarks);
    refusals.addAll(steering.refusals());
    boolean apart = each || steering.says(Steering.Word.ALONE);
    if (steering.says(Steering.Word.NEW)) {
      Setting setting = new Setting(header);
      enter(setting, steering);
      section = setting.known();
      refusals.addAll(setting.refusals());
      endChain();
    }
    Known place = steering.says(Steering.Word.ALONE) && !each ? header : section;
    boolean own = !steering.entries().isEmpty() && (apart || !steering.says(Steering.Word.NEW));
    Part part = own ? Part.entered(place, steering, refusals) : Part.of(place);
    Display display = new Display(part, steering, before.passing(part.hasNames()), displays, names);
    List<Line> lines = display.read(clauses);
    refusals.addAll(display.refusals());
    definitions.addAll(display.definitions());
    notes.addAll(display.notes());
    unsettled.retainAll(display.known().pending());
    before = display.continuation().passing(part.hasNames());
    if (!apart) {
      section =
          own ? section.absorbing(display.definitions(), part, display.known()) : display.known();
    }
    return lines;
  }

  private static void enter(Setting setting, Steering steering) {
    setting.enter(
        steering.entries().getOrDefault("let", List.of()),
        steering.entries().getOrDefault("flow", List.of()),
        steering.entries().getOrDefault("assume", List.of()),
        steering.entries().getOrDefault("step", List.of()));
  }
}
