package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.role.Sections.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one display: rows that see each other together, others each by itself. */
final class Display {
  private final Steering steering;
  private final int number;
  private final RowNames names;
  private final List<Line> lines = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private List<Clause> deferred;
  private Known known;
  private Continuation before;

  Display(Part part, Steering steering, Continuation before, int number, RowNames names) {
    this.known = part.known();
    this.deferred = part.deferred();
    this.steering = steering;
    this.before = before;
    this.number = number;
    this.names = names;
  }

  Known known() {
    return known;
  }

  Continuation continuation() {
    return before;
  }

  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  /** The defaults that were taken. */
  Set<String> notes() {
    Set<String> all = new LinkedHashSet<>(notes);
    all.addAll(known.notes());
    return all;
  }

  /** What of the comment cannot be obeyed. */
  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  List<Line> read(List<Clause> clauses) {
    SortedMap<Integer, List<Clause>> rows = new TreeMap<>();
    clauses.forEach(c -> rows.computeIfAbsent(c.row(), n -> new ArrayList<>()).add(c));
    List<Clause> together = new ArrayList<>();
    rows.forEach(
        (row, said) -> {
          Steering own = steering.rows().get(row);
          if (own == null && !steering.says(Steering.Word.ROWS_ALONE)) {
            together.addAll(said);
          } else {
            together(together);
            together.clear();
            alone(said, Optional.ofNullable(own));
          }
        });
    together(together);
    checks();
    steering.rows().keySet().stream()
        .filter(n -> !clauses.isEmpty() && !rows.containsKey(n))
        .forEach(n -> refusals.add(beyond(n, clauses)));
    return List.copyOf(lines);
  }

  private static Refusal beyond(int row, List<Clause> clauses) {
    return new Refusal.Unparsed(
        clauses.getFirst().span(),
        ProblemId.COMMENT_UNKNOWN,
        "A comment speaks of row " + row + ", and no statement ends there.");
  }

  private void together(List<Clause> rows) {
    if (!rows.isEmpty()) {
      DisplayReader reader = reader(new Part(known, deferred, Set.of()), steering);
      lines.addAll(reader.read(rows));
      known = reader.known();
      before = reader.continuation();
      definitions.addAll(reader.definitions());
      deferred = List.of();
    }
  }

  private DisplayReader reader(Part part, Steering said) {
    return new DisplayReader(part, said, before, number, names);
  }

  /** A row that has names of its own. */
  private void alone(List<Clause> row, Optional<Steering> own) {
    Part part = own.map(o -> Part.entered(known, o, refusals)).orElseGet(() -> Part.of(known));
    Steering said = own.map(steering::with).orElse(steering);
    List<Clause> all = new ArrayList<>(deferred);
    all.addAll(part.deferred());
    before = before.passing(part.hasNames());
    DisplayReader reader = reader(new Part(part.known(), all, part.names()), said);
    lines.addAll(reader.read(row));
    before = reader.continuation().passing(part.hasNames());
    notes.addAll(reader.known().notes());
    if (!steering.says(Steering.Word.ROWS_ALONE)) {
      known = known.absorbing(reader.definitions(), part, reader.known());
      definitions.addAll(reader.definitions());
    }
  }

  private void checks() {
    if (!steering.checks().isEmpty()) {
      DisplayReader reader = reader(Part.of(known), steering);
      lines.addAll(reader.checks(steering.checks()));
      notes.addAll(reader.known().notes());
      before = Continuation.NONE;
    }
  }
}
