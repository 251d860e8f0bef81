package dev.hence.read.role;

import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
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
  private Known section;
  private Continuation before = Continuation.NONE;
  private int displays;

  /**
   * @param each whether every display sees the header only
   */
  Sections(Known header, boolean each) {
    this.header = header;
    this.section = header;
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

  List<Line> display(Tree tree, Steering steering) {
    displays++;
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
    Display display = new Display(part, steering, before.passing(part.hasNames()), displays);
    List<Line> lines = display.read(Clauses.of(tree));
    refusals.addAll(display.refusals());
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
