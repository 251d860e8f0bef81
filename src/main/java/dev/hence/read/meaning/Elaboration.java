package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Heading;
import dev.hence.claim.Trial;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.Header;
import dev.hence.read.document.TryEntry;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Display;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.Syntax;
import dev.hence.read.role.Announcement;
import dev.hence.read.role.Supplement;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Gives a whole document its meaning: the header first, then every display in its order. */
public final class Elaboration {
  private final Document document;
  private final Problems problems;
  private final Supplement supplement;
  private ReadingRules rules = ReadingRules.NONE;

  /** What is wrong with a header of which a part is lost, whatever it spoke of. */
  private static final Set<ProblemId> LOST =
      EnumSet.of(
          ProblemId.HEADER_NOT_YAML,
          ProblemId.HEADER_BENT_ENTRY,
          ProblemId.HEADER_NOT_CLOSED,
          ProblemId.HEADER_TWICE);

  private final Map<Block.Formula, Parsed> parsed = new HashMap<>();

  /** A display as it was parsed, and what is wrong with it. */
  private record Parsed(Optional<Display> display, Problems problems) {
    static Parsed of(Block.Formula formula) {
      Problems problems = new Problems();
      return new Parsed(MathParser.parse(formula.math(), problems), problems);
    }
  }

  private Elaboration(Document document, Supplement supplement, Problems problems) {
    this.document = document;
    this.supplement = supplement;
    this.problems = problems;
  }

  /** The document as it is understood; what is wrong with it is reported and listed. */
  public static Derivation of(Document document, Problems problems) {
    return of(document, Supplement.NONE, problems);
  }

  /** The same, with what its words say beside the header. */
  public static Derivation of(Document document, Supplement supplement, Problems problems) {
    return new Elaboration(document, supplement, problems).run();
  }

  private Derivation run() {
    Header header = document.header();
    boolean lost = problems.toList().stream().anyMatch(Elaboration::losesEntries);
    Layout layout =
        header.layout().map(text -> Layout.of(text.text().strip())).orElse(Layout.GRADIENT);
    Ledger ledger = new Ledger(layout);
    Knowledge known = Knowledge.none(ledger);
    document.formulas().forEach(formula -> see(formula, ledger.evidence()));
    Entries entries = entries(header);
    rules = ReadingRules.of(header.read(), declared(entries), problems);
    Entering.enter(known, read(entries), problems);
    if (lost) {
      known.refused().add(Refused.ANY);
    }
    supplement.unclear().forEach(key -> known.refused().addAll(Refused.any(key)));
    boolean each = header.scope().filter(s -> s.text().equals("each")).isPresent();
    Statements statements =
        new Statements(known, problems, trial(header.tries()), header.round(), each);
    displays(statements);
    reportPending(statements);
    rules.reportIdle(problems);
    rules.sentences().forEach(known.ledger()::note);
    List<Definition> all = new ArrayList<>(known.scope().definitions().values());
    all.addAll(statements.definitions());
    return new Derivation(
        document.source(),
        header.title().map(MathText::text).orElse(""),
        header.source().stream().map(MathText::text).toList(),
        all,
        statements.statements(),
        known.ledger().toList(),
        problems.toList(),
        header.seed().isPresent() ? Optional.of(header.seed().getAsLong()) : Optional.empty(),
        headings(),
        header.tags().stream().map(MathText::text).toList());
  }

  /** Parses a display and looks at what it says of its letters. */
  private void see(Block.Formula formula, Evidence evidence) {
    Problems found = new Problems();
    try {
      Contained.run(
          formula.math().span(),
          () -> {
            Optional<Display> display = MathParser.parse(formula.math(), found);
            display.ifPresent(evidence::see);
            parsed.put(formula, new Parsed(display, found));
          });
    } catch (Misread told) {
      // The display is parsed again where it stands, and the reason is reported there.
    }
  }

  private List<Heading> headings() {
    return document.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .map(h -> new Heading(h.level(), h.text(), h.span()))
        .toList();
  }

  /** A key that is nearly one of ours was meant for us, and what it holds is lost. */
  private static boolean losesEntries(Problem problem) {
    boolean misspelt =
        problem.id() == ProblemId.HEADER_UNKNOWN_KEY && problem.help().startsWith("did you mean");
    return misspelt || LOST.contains(problem.id());
  }

  private Entries entries(Header header) {
    Entries entries = Entries.none();
    header.let().forEach(text -> entries.add(entries.let(), text, problems));
    header.assume().forEach(text -> entries.add(entries.assume(), text, problems));
    header.flow().forEach(text -> entries.add(entries.flow(), text, problems));
    header.step().forEach(text -> entries.add(entries.step(), text, problems));
    for (Supplement.Added added : supplement.entries()) {
      List<Clause> key =
          switch (added.key()) {
            case "let" -> entries.let();
            case "assume" -> entries.assume();
            case "flow" -> entries.flow();
            case "step" -> entries.step();
            default -> throw new IllegalArgumentException("no key: " + added.key());
          };
      entries.add(key, added.text(), problems);
    }
    return entries;
  }

  /** The names that entries speak of on their left, and the letter of time. */
  private static Set<String> declared(Entries entries) {
    Set<String> names = new HashSet<>(Set.of("t"));
    for (List<Clause> part : List.of(entries.let(), entries.flow(), entries.step())) {
      for (Clause clause : part) {
        clause.names().forEach(name -> names.addAll(heads(name)));
      }
    }
    return names;
  }

  private static Set<String> heads(Syntax name) {
    Set<String> heads = new HashSet<>();
    if (name instanceof Syntax.Product p) {
      p.factors().forEach(f -> heads.addAll(heads(f.value())));
    } else if (name instanceof Syntax.Group g) {
      g.items().forEach(item -> heads.addAll(heads(item)));
    } else {
      Written.of(name).ifPresent(w -> heads.add(w.base().key()));
    }
    return heads;
  }

  private Entries read(Entries entries) {
    try {
      return entries.map(clause -> Contained.read(clause.span(), () -> rules.read(clause)));
    } catch (Misread misread) {
      problems.report(misread.problem());
      return entries;
    }
  }

  private Trial trial(List<TryEntry> entries) {
    SequencedMap<String, Trial.Entry> trial = new LinkedHashMap<>();
    for (TryEntry entry : entries) {
      Comments.name(entry.name(), problems)
          .ifPresent(
              name ->
                  trial.put(
                      name.latex(), new Trial.Entry(values(entry.value()), entry.value().span())));
    }
    return new Trial(trial);
  }

  private static List<String> values(TryEntry.Value value) {
    return switch (value) {
      case TryEntry.One one -> List.of(one.text().text());
      case TryEntry.Many many -> many.values().stream().map(Elaboration::text).toList();
    };
  }

  private static String text(TryEntry.Value value) {
    return switch (value) {
      case TryEntry.One one -> one.text().text();
      case TryEntry.Many many -> many.values().stream().map(Elaboration::text).toList().toString();
    };
  }

  private void displays(Statements statements) {
    List<MathText> comments = new ArrayList<>();
    int behind = 0;
    int defined = 0;
    for (int k = 0; k < document.blocks().size(); k++) {
      Block block = document.blocks().get(k);
      List<Supplement.Defined> all = supplement.definitions();
      while (block instanceof Block.Formula
          && defined < all.size()
          && all.get(defined).before() <= k) {
        define(all.get(defined++).text(), statements);
      }
      switch (block) {
        case Block.Heading heading -> statements.endChain();
        case Block.Code code -> statements.endChain();
        case Block.Prose prose -> {}
        case Block.Steering steering -> comments.add(steering.text());
        case Block.Formula formula -> {
          Steering steering = announced(formula, behind, Comments.read(comments, problems));
          comments.clear();
          contained(formula, steering, statements);
        }
        case Block.Unreadable unreadable -> {
          Steering steering = Comments.read(comments, problems);
          comments.clear();
          problems.report(unreadable.problem());
          statements.unread(new Unparsed(unreadable.span()), unreadable.problem(), steering);
        }
      }
      boolean words = block instanceof Block.Prose || block instanceof Block.Steering;
      behind = words ? behind : block.span().end();
    }
  }

  /** The author's own comment says what a display is; else the words before it may. */
  private Steering announced(Block.Formula formula, int from, Steering steering) {
    boolean said =
        steering.says(Steering.Word.CLAIM)
            || steering.says(Steering.Word.DEFINE)
            || steering.says(Steering.Word.EXPECT_REFUTED);
    int start = formula.span().start();
    String content = document.source().content();
    boolean between = from <= start && start <= content.length();
    if (said || !between) {
      return steering;
    }
    return Optional.ofNullable(supplement.announced().get(formula))
        .filter(announcement -> steering.isSilent())
        .or(() -> Announcement.of(content.substring(from, start)))
        .map(steering::saying)
        .orElse(steering);
  }

  /** A definition in the words: what it defines is known from here on. */
  private void define(MathText text, Statements statements) {
    Problems found = new Problems();
    try {
      Optional<Display> display = Contained.read(text.span(), () -> MathParser.parse(text, found));
      display.ifPresent(d -> statements.define(rules.read(d), found));
    } catch (Misread misread) {
      found.report(misread.problem());
    }
    found.toList().forEach(problems::report);
  }

  private void contained(Block.Formula formula, Steering steering, Statements statements) {
    try {
      Contained.run(formula.math().span(), () -> display(formula, steering, statements));
    } catch (Misread misread) {
      problems.report(misread.problem());
      statements.unread(new Unparsed(formula.math()), misread.problem(), steering);
    }
  }

  private void display(Block.Formula formula, Steering steering, Statements statements) {
    Parsed known = parsed.computeIfAbsent(formula, Parsed::of);
    Optional<Display> display = known.display();
    Problems found = known.problems();
    found.toList().forEach(problems::report);
    if (display.isPresent()) {
      Display named = formula.label().map(display.get()::labelled).orElse(display.get());
      statements.display(rules.read(named), steering.map(rules::read));
    } else {
      statements.unread(new Unparsed(formula.math()), found.toList().getFirst(), steering);
    }
  }

  /** Dynamics that could not be read to the end: the reason, now that no definition will come. */
  private void reportPending(Statements statements) {
    for (Flows.Equation equation : statements.unresolved()) {
      Ledger scratch = statements.section().ledger().scratch();
      try {
        Context context = Context.of(statements.section().scope(), scratch);
        Contained.run(equation.span(), () -> Flows.velocity(equation, context));
        reportUnknown(equation, scratch);
      } catch (Misread misread) {
        if (!reportUnknown(equation, scratch)) {
          problems.report(misread.problem());
        }
      }
    }
  }

  /** Reports the names in dynamics that nothing in the document says anything of. */
  private boolean reportUnknown(Flows.Equation equation, Ledger scratch) {
    scratch
        .variables()
        .forEach(
            v ->
                problems.report(
                    Problem.of(
                        ProblemId.UNKNOWN_NAME,
                        v.span(),
                        "`"
                            + v.name()
                            + "` is used in the dynamics of "
                            + equation.state().name()
                            + " but nothing says what it is",
                        "define it in the text or add it to `let`")));
    return !scratch.variables().isEmpty();
  }
}
