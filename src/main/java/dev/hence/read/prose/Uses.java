package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the displays of a document use which letters, and which they define. */
final class Uses {
  private static final Set<String> DEFINING = Set.of("=", ":=", "equiv");

  private final Map<Symbol, Integer> sections = new HashMap<>();
  private final Map<Symbol, Integer> lastSections = new HashMap<>();
  private final Map<Symbol, TreeSet<Integer>> displays = new HashMap<>();
  private final Set<Symbol> defined = new HashSet<>();
  private final Map<String, List<Run>> runs = new LinkedHashMap<>();
  private final Map<String, Formula> bounds = new HashMap<>();
  private final Map<Symbol, List<Subject>> calls = new HashMap<>();
  private final Map<Symbol, Subject> members = new HashMap<>();
  private final Map<Symbol, Set<List<String>>> indices = new HashMap<>();
  private final Map<Symbol, Span> places = new LinkedHashMap<>();
  private final Evidence evidence = new Evidence();

  static Uses of(List<Sentence> sentences) {
    Uses uses = new Uses();
    for (Sentence sentence : sentences) {
      for (Item item : sentence.items()) {
        if (item instanceof Item.Shown shown) {
          uses.add(shown, sentence.section());
        }
      }
    }
    return uses;
  }

  private void add(Item.Shown shown, int section) {
    for (Symbol letter : shown.formula().letters()) {
      sections.putIfAbsent(letter, section);
      lastSections.put(letter, section);
      displays.computeIfAbsent(letter, l -> new TreeSet<>()).add(shown.number());
    }
    shown.formula().rows().forEach(this::places);
    shown.formula().letters().forEach(l -> places.putIfAbsent(l, shown.formula().span()));
    evidence.add(shown.formula());
    shown.formula().rows().forEach(row -> statement(row, shown.formula()));
  }

  /** Where letters stand. */
  private void places(Tree tree) {
    boolean letter = tree instanceof Tree.Leaf || tree instanceof Tree.Styled;
    Optional<Symbol> symbol = letter ? Symbols.bare(tree) : Optional.empty();
    if (symbol.isPresent()) {
      places.putIfAbsent(symbol.get().bare(), tree.span());
      return;
    }
    for (Tree inner : tree.inner()) {
      places(inner);
    }
  }

  private void statement(Tree tree, Formula in) {
    switch (tree) {
      case Tree.Joined j when j.binding() == Tree.Binding.CHAIN -> {
        boolean defines =
            j.links().size() > 1
                && j.links()
                    .get(1)
                    .operator()
                    .map(Token::meaning)
                    .filter(DEFINING::contains)
                    .isPresent();
        Optional<Subject> left = Subjects.of(j.links().getFirst().operand());
        if (defines && left.isPresent() && !mentions(j, left.get().letter())) {
          defined.add(left.get().letter().bare());
        }
      }
      case Tree.Environment e ->
          e.rows().forEach(row -> row.items().forEach(item -> statement(item, in)));
      default -> {}
    }
    runs(tree, in);
  }

  /** Counts what a formula in the prose uses, where that formula itself is used. */
  void also(Fact fact) {
    for (Symbol letter : fact.letters()) {
      sections.putIfAbsent(letter, fact.section());
      lastSections.merge(letter, fact.section(), Math::max);
    }
  }

  private static boolean mentions(Tree.Joined chain, Symbol letter) {
    Set<Symbol> letters = new HashSet<>();
    chain.links().stream().skip(1).forEach(l -> Subjects.collect(l.operand(), letters));
    return letters.contains(letter.bare());
  }

  /** Ranges of sums: {@code \sum_{i=1}^n}. */
  private void runs(Tree tree, Formula in) {
    if (tree instanceof Tree.Application || tree instanceof Tree.Choice) {
      Subjects.of(tree)
          .filter(s -> !s.arguments().isEmpty())
          .ifPresent(s -> calls.computeIfAbsent(s.letter().bare(), l -> new ArrayList<>()).add(s));
    }
    if (tree instanceof Tree.Big big && big.head() instanceof Tree.Scripted head) {
      range(head)
          .ifPresent(
              r -> {
                runs.computeIfAbsent(r.letter(), l -> new ArrayList<>()).add(r);
                bounds.putIfAbsent(r.letter(), in);
              });
    }
    if (tree instanceof Tree.Scripted || tree instanceof Tree.Choice) {
      Subjects.member(tree)
          .filter(s -> !s.indices().isEmpty())
          .ifPresent(
              s -> {
                members.putIfAbsent(s.letter().bare(), s);
                indices.computeIfAbsent(s.letter().bare(), l -> new HashSet<>()).add(s.indices());
              });
    }
    for (Tree inner : tree.inner()) {
      runs(inner, in);
    }
  }

  private static Optional<Run> range(Tree.Scripted head) {
    Optional<Tree> low =
        head.scripts().stream()
            .filter(Tree.Script::isLow)
            .findFirst()
            .flatMap(Tree.Script::content);
    Optional<Tree> high =
        head.scripts().stream()
            .filter(Tree.Script::isHigh)
            .findFirst()
            .flatMap(Tree.Script::content);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    Tree under = low.get() instanceof Tree.Braced b ? b.content() : low.get();
    Tree over = high.get() instanceof Tree.Braced b ? b.content() : high.get();
    if (!(under instanceof Tree.Joined j) || j.links().size() != 2) {
      return Optional.empty();
    }
    return Subjects.of(j.links().getFirst().operand())
        .filter(Subject::isPlain)
        .map(
            letter ->
                new Run(
                    letter.latex(),
                    Formula.print(j.links().get(1).operand()),
                    Formula.print(over)));
  }

  /** The range over which every sum over a letter runs; empty where there are several or none. */
  Optional<Run> onlyRun(String letter) {
    List<Run> all = runs.getOrDefault(letter, List.of());
    return all.stream().distinct().count() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** Where a letter runs for the first time. */
  Optional<Formula> runsIn(String letter) {
    return Optional.ofNullable(bounds.get(letter));
  }

  /** The letters of which a function is, as the displays apply it for the first time. */
  List<String> arguments(Symbol function, int count) {
    return calls.getOrDefault(function.bare(), List.of()).stream()
        .map(Subject::arguments)
        .filter(a -> a.size() == count && a.stream().distinct().count() == count)
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Letters that are functions: the displays apply them to letters alone. What they apply to the
   * time moves, and is none.
   *
   * @param others letters that are none even so
   */
  Set<Symbol> functions(Set<String> others) {
    Set<Symbol> functions = new HashSet<>();
    for (Symbol letter : calls.keySet()) {
      char first = letter.letter().charAt(0);
      boolean plain = (Character.isLetter(first) && letter.letter().length() == 1) || first == '\\';
      boolean moves = calls.get(letter).stream().anyMatch(s -> s.arguments().equals(List.of("t")));
      boolean function = plain && !moves && !letter.latex().startsWith("\\math");
      if (function && !others.contains(letter.letter())) {
        functions.add(letter);
      }
    }
    return functions;
  }

  Evidence evidence() {
    return evidence;
  }

  /** All letters of the displays. */
  Set<Symbol> letters() {
    return places.keySet();
  }

  /** The display in which a letter stands for the first time. */
  Span place(Symbol letter) {
    return places.get(letter.bare());
  }

  /** A letter with index letters, as the displays write it for the first time. */
  Optional<Subject> member(Symbol letter) {
    return Optional.ofNullable(members.get(letter.bare()));
  }

  /** Whether several letters index a family, {@code x_i - x_j}. */
  boolean hasSeveralIndices(Symbol family) {
    return indices.getOrDefault(family.bare(), Set.of()).size() > 1;
  }

  /** A function with the letters of its arguments, as the displays write it for the first time. */
  Optional<Subject> call(Symbol letter) {
    return calls.getOrDefault(letter.bare(), List.of()).stream().findFirst();
  }

  boolean uses(Symbol letter) {
    return sections.containsKey(letter.bare());
  }

  /** Whether a display gives the name a formula. */
  boolean defines(Symbol letter) {
    return defined.contains(letter.bare());
  }

  int firstSection(Symbol letter) {
    return sections.getOrDefault(letter.bare(), Integer.MAX_VALUE);
  }

  int lastSection(Symbol letter) {
    return lastSections.getOrDefault(letter.bare(), -1);
  }

  /** The first display that uses a letter. */
  int firstDisplay(Symbol letter) {
    return displays.containsKey(letter.bare())
        ? displays.get(letter.bare()).first()
        : Integer.MAX_VALUE;
  }
}
