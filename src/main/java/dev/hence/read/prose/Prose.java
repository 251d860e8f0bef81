package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the words of a document say.
 *
 * @param entries in the order in which they are said
 * @param conflicts names of which two sentences say what does not fit together
 * @param doubts what is left open
 * @param cues for displays
 * @param untaken inline equations that may define a name and are not taken for definitions
 */
public record Prose(
    List<Entry> entries,
    List<Conflict> conflicts,
    Doubts doubts,
    List<Cue> cues,
    List<Entry> untaken) {
  public Prose {
    entries = List.copyOf(entries);
    conflicts = List.copyOf(conflicts);
    cues = List.copyOf(cues);
    untaken = List.copyOf(untaken);
  }

  /**
   * Reads a document.
   *
   * @param header the entries of its header: of a name that they declare, prose says nothing
   */
  public static Prose of(Page page, List<Source> header) {
    List<Sentence> sentences = Sentences.of(page);
    Uses uses = Uses.of(sentences);
    Set<Symbol> declared = declared(header);
    Merging merging = new Merging(uses);
    List<Fact> facts = facts(sentences, uses, declared);
    List<Fact> all = new ArrayList<>(facts);
    Forced forced = forced(header, facts, sentences, uses, declared);
    List<Fact> families = new ArrayList<>(facts);
    forced.facts().stream()
        .filter(f -> uses.hasSeveralIndices(f.subject().letter()))
        .forEach(families::add);
    all.addAll(forced.facts());
    all.addAll(FamilyRanges.of(families, uses, declared));
    merging.add(all);
    List<Open> open = new ArrayList<>(merging.open());
    merging.conflicts().forEach(c -> open.add(c.asked()));
    Doubts doubts = Doubts.of(uses, declared, merging.entries(), open, forced.numbers());
    return new Prose(
        merging.entries(),
        merging.conflicts(),
        doubts,
        Cues.of(sentences),
        untaken(sentences, merging.entries()));
  }

  private static List<Entry> untaken(List<Sentence> sentences, List<Entry> taken) {
    Set<Symbol> known = taken.stream().map(e -> e.name().bare()).collect(Collectors.toSet());
    return sentences.stream()
        .flatMap(s -> InlineDefinitions.possible(s).stream())
        .filter(f -> f.subject().isPlain() && !known.contains(f.subject().letter().bare()))
        .map(
            f ->
                new Entry(
                    "let",
                    ((Said.Equals) f.said()).equation(),
                    f.subject().letter(),
                    f.place(),
                    true,
                    f.display()))
        .toList();
  }

  private static Forced forced(
      List<Source> header,
      List<Fact> facts,
      List<Sentence> sentences,
      Uses uses,
      Set<Symbol> declared) {
    List<Fact> said = new ArrayList<>(facts);
    for (Source entry : header) {
      Formula formula = Formula.of(entry);
      Item.Inline item = new Item.Inline(formula, formula.span());
      said.addAll(Memberships.of(new Sentence(List.of(item), 0, 0), 0));
    }
    Set<Symbol> settled = new HashSet<>(declared);
    facts.forEach(f -> settled.add(f.subject().letter().bare()));
    return Forced.of(said, sentences, uses, settled);
  }

  private static List<Fact> facts(List<Sentence> sentences, Uses uses, Set<Symbol> declared) {
    List<Fact> said =
        sentences.stream()
            .filter(Hedges::isCertain)
            .flatMap(s -> Pattern.ALL.stream().flatMap(pattern -> pattern.in(s).stream()))
            .toList();
    Set<Fact> formulas = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Fact fact : said) {
        if (givesFormula(fact) && isOf(fact, uses, declared) && formulas.add(fact)) {
          uses.also(fact);
          more = true;
        }
      }
    }
    return said.stream().filter(fact -> isOf(fact, uses, declared)).toList();
  }

  /** What a formula in the prose speaks of is used as what a display speaks of. */
  private static boolean givesFormula(Fact fact) {
    return fact.said() instanceof Said.Equals || fact.said() instanceof Said.Entry;
  }

  /**
   * Whether a fact speaks of a name of the displays that nothing else gives a meaning to. A name
   * that a section before uses has its meaning from there.
   */
  private static boolean isOf(Fact fact, Uses uses, Set<Symbol> declared) {
    Symbol letter = fact.subject().letter();
    boolean free = uses.uses(letter) && !declared.contains(letter.bare());
    boolean before = uses.firstSection(letter) < fact.section();
    return switch (fact.said()) {
      case Said.Entry e ->
          free
              && !before
              && (e.key().equals("assume")
                  ? fact.letters().stream().allMatch(l -> within(l, fact.section(), uses))
                  : true);
      case Said.Equals e -> free && !before && !uses.defines(letter) && !isUsedBefore(fact, uses);
      case Said.Runs r -> free;
      case Said.Member m -> free && !before && !uses.defines(letter);
      case Said.Kind k -> free && !before && !uses.defines(letter);
      case Said.Has h -> free && !before && !uses.defines(letter);
      case Said.Bound b -> free && !before && !uses.defines(letter);
      case Said.Maps m -> free && !before && !uses.defines(letter);
    };
  }

  /** An assumption holds where it is made: no other section speaks of its letters. */
  private static boolean within(Symbol letter, int section, Uses uses) {
    return !uses.uses(letter)
        || (uses.firstSection(letter) >= section && uses.lastSection(letter) <= section);
  }

  /** A "where" explains the display before it; what stands before that had another meaning. */
  private static boolean isUsedBefore(Fact fact, Uses uses) {
    return uses.firstDisplay(fact.subject().letter()) < fact.display() - 1;
  }

  private static Set<Symbol> declared(List<Source> header) {
    Set<Symbol> declared = new HashSet<>();
    for (Source entry : header) {
      Formula formula = Formula.of(entry);
      if (!formula.isRead()) {
        declared.addAll(formula.letters());
        continue;
      }
      formula.items().forEach(item -> head(item).ifPresent(declared::add));
    }
    return declared;
  }

  private static Optional<Symbol> head(dev.hence.read.syntax.Tree item) {
    dev.hence.read.syntax.Tree first =
        item instanceof dev.hence.read.syntax.Tree.Joined j
                && j.binding() == dev.hence.read.syntax.Tree.Binding.CHAIN
            ? j.links().getFirst().operand()
            : item;
    Set<Symbol> letters = new java.util.LinkedHashSet<>();
    Subjects.collect(first, letters);
    return letters.stream().findFirst();
  }
}
