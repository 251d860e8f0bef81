package dev.hence.read;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Inferred;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.Header;
import dev.hence.read.prose.Conflict;
import dev.hence.read.prose.Cue;
import dev.hence.read.prose.Entry;
import dev.hence.read.prose.Prose;
import dev.hence.read.role.Announcement;
import dev.hence.read.role.Supplement;
import dev.hence.read.syntax.Source;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a document with what its words say. An entry that cannot be read beside the others is left
 * out, and the document is read again, so that nothing that is inferred makes a problem.
 */
final class Inferring {
  /** So many times a document is read at most; what then is still wrong is not inferred. */
  private static final int ROUNDS = 10;

  /** How an entry of a comment begins. */
  private static final String LET = "let ";

  private final Document document;
  private final Problems before;
  private final Prose prose;
  private Set<String> unclear = Set.of();

  private final List<Block> within;

  private Inferring(Document document, Problems problems) {
    Set<Block> inline = Pages.within(document);
    this.within = document.blocks().stream().filter(inline::contains).toList();
    this.document = asProse(document, inline);
    this.before = problems;
    this.prose = Prose.of(Pages.of(document), declared(document));
  }

  private static Document asProse(Document document, Set<Block> inline) {
    List<Block> blocks =
        document.blocks().stream()
            .map(b -> inline.contains(b) ? new Block.Prose(b.span()) : b)
            .toList();
    return new Document(document.source(), document.header(), blocks);
  }

  static Derivation read(Document document, Problems problems) {
    return new Inferring(document, problems).read();
  }

  /** With what words say first, and with what uses force on the names that are missing then. */
  private Derivation read() {
    List<Entry> entries = new ArrayList<>();
    List<Entry> forced = new ArrayList<>();
    prose.entries().forEach(e -> (isShown(e.place()) ? forced : entries).add(e));
    for (int round = 0; round < ROUNDS; round++) {
      Derivation derivation = read(entries);
      Set<Entry> wrong = wrong(entries, derivation);
      if (!wrong.isEmpty()) {
        entries.removeAll(wrong);
        continue;
      }
      Set<String> missing = missing(derivation);
      List<Entry> more =
          forced.stream().filter(e -> missing.contains(e.name().bare().latex())).toList();
      if (more.isEmpty()) {
        return told(derivation, entries);
      }
      entries.addAll(more);
      forced.removeAll(more);
    }
    return told(read(List.of()), List.of());
  }

  /** The names that lines lack, and those that are taken for numbers because nothing says more. */
  private Set<String> missing(Derivation derivation) {
    Set<String> missing =
        derivation.statements().stream()
            .flatMap(s -> assumed(s).stream())
            .collect(Collectors.toCollection(HashSet::new));
    for (Statement statement : derivation.statements()) {
      if (statement instanceof Statement.Unread line) {
        missing.addAll(Asking.named(document.source(), line));
      }
    }
    return missing;
  }

  /** The document once more, if letters were taken for numbers that are none. */
  private Derivation read(List<Entry> entries) {
    unclear = halfSaid();
    Derivation derivation = once(entries);
    Set<String> mistaken = mistaken(derivation);
    if (mistaken.isEmpty()) {
      return derivation;
    }
    unclear.addAll(mistaken);
    return once(entries);
  }

  private Derivation once(List<Entry> entries) {
    return Reader.read(document, supplement(entries), before.copy());
  }

  private Supplement supplement(List<Entry> entries) {
    List<Supplement.Added> added =
        entries.stream()
            .filter(e -> !e.defines())
            .map(e -> new Supplement.Added(e.key(), text(e)))
            .toList();
    List<Supplement.Defined> defined =
        entries.stream()
            .filter(Entry::defines)
            .sorted(Comparator.comparingInt(Entry::before))
            .map(e -> new Supplement.Defined(text(e), e.before()))
            .toList();
    return new Supplement(added, defined, announced(), unclear);
  }

  /** Names of which prose says half or two things: no default is taken for them. */
  private Set<String> halfSaid() {
    return prose.doubts().halfSaid().stream()
        .map(letter -> letter.bare().latex())
        .collect(Collectors.toSet());
  }

  /** Letters that were taken to be numbers because nothing declares them, against their uses. */
  private Set<String> mistaken(Derivation derivation) {
    Set<String> noNumbers =
        prose.doubts().noNumbers().stream()
            .map(letter -> letter.bare().latex())
            .collect(Collectors.toSet());
    return derivation.statements().stream()
        .flatMap(s -> assumed(s).stream())
        .filter(noNumbers::contains)
        .collect(Collectors.toSet());
  }

  private static List<String> assumed(Statement statement) {
    Scope scope =
        switch (statement) {
          case Statement.Step step -> step.scope();
          case Statement.Given given -> given.scope();
          case Statement.NoStatement none -> Scope.EMPTY;
          case Statement.Unread unread -> Scope.EMPTY;
        };
    return scope.variables().values().stream()
        .filter(Declaration.Variable::assumed)
        .filter(v -> v.shape().isScalar())
        .map(v -> v.name().latex())
        .toList();
  }

  private static MathText text(Entry entry) {
    return new MathText.Builder().pin(entry.text(), entry.place()).build(entry.place().end());
  }

  private Map<Block, Announcement> announced() {
    Map<Block, Announcement> announced = new HashMap<>();
    for (Cue cue : prose.cues()) {
      announced.put(
          document.blocks().get(cue.display()),
          switch (cue.role()) {
            case STATIONARITY -> Announcement.STATIONARITY;
            case CONSTRAINT -> Announcement.CONSTRAINT;
            case ASSUMPTION -> Announcement.ASSUMPTION;
            case START -> Announcement.START;
          });
    }
    return announced;
  }

  /** The entries of which a problem speaks, and the definitions that define nothing. */
  private static Set<Entry> wrong(List<Entry> entries, Derivation derivation) {
    Set<Span> faults =
        derivation.problems().stream().map(Problem::span).collect(Collectors.toSet());
    Set<Span> made =
        derivation.definitions().stream().map(Definition::span).collect(Collectors.toSet());
    Set<Entry> wrong = new HashSet<>();
    for (Entry entry : entries) {
      if (faults.contains(entry.place()) || (entry.defines() && !made.contains(entry.place()))) {
        wrong.add(entry);
      }
    }
    return wrong;
  }

  private Derivation told(Derivation derivation, List<Entry> entries) {
    List<Problem> problems = new ArrayList<>(derivation.problems());
    prose.conflicts().forEach(c -> problems.add(problem(c)));
    Stream<Inferred> said =
        entries.stream()
            .map(
                e ->
                    new Inferred(
                        e.key(), e.text(), e.name().latex(), e.place(), isShown(e.place())));
    Stream<Inferred> given =
        prose.cues().stream()
            .map(c -> new Inferred(Inferred.GIVEN, c.role().text(), "", c.place()));
    Stream<Inferred> inline =
        within.stream()
            .limit(1)
            .map(b -> new Inferred(Inferred.GIVEN, inline(within.size()), "", b.span()));
    List<Inferred> inferred =
        Stream.of(said, given, inline, untaken(derivation))
            .flatMap(i -> i)
            .sorted(Comparator.comparingInt(i -> i.place().start()))
            .toList();
    Asking asking = new Asking(derivation, prose.doubts());
    return derivation.inferring(inferred, asking.questions(), asking.because(), problems);
  }

  /** Formulas in the prose for letters that were taken for free numbers. */
  private Stream<Inferred> untaken(Derivation derivation) {
    Set<String> free =
        derivation.statements().stream()
            .flatMap(s -> assumed(s).stream())
            .collect(Collectors.toSet());
    return prose.untaken().stream()
        .filter(e -> free.contains(e.name().bare().latex()))
        .map(e -> new Inferred(Inferred.UNTAKEN, e.text(), e.name().bare().latex(), e.place()));
  }

  /** Whether a place lies in a display. */
  private boolean isShown(Span place) {
    return document.blocks().stream()
        .filter(Block.Formula.class::isInstance)
        .map(Block::span)
        .anyMatch(s -> s.holds(place));
  }

  private static String inline(int count) {
    return "mathematics between $$ within a line of words, no display (" + count + " places)";
  }

  private Problem problem(Conflict c) {
    String first = document.source().position(c.firstPlace().start()).toString();
    return Problem.of(
        ProblemId.PROSE_CONTRADICTS,
        c.secondPlace(),
        "`%s` here, and `%s` at %s: nothing is inferred for `%s`"
            .formatted(c.second(), c.first(), first, c.name()),
        "say in the header which of the two is meant: let: " + c.first());
  }

  /** What the author declares: the entries of the header, and those of the comments. */
  private static List<Source> declared(Document document) {
    Header header = document.header();
    Stream<MathText> comments =
        document.blocks().stream()
            .filter(Block.Steering.class::isInstance)
            .flatMap(b -> ((Block.Steering) b).text().split(';').stream())
            .filter(part -> part.text().startsWith(LET))
            .map(part -> part.slice(LET.length(), part.length()));
    Stream<MathText> entries =
        Stream.of(header.let(), header.flow(), header.step()).flatMap(List::stream);
    return Stream.concat(entries, comments)
        .map(text -> new Source(text.text(), text::span))
        .toList();
  }
}
