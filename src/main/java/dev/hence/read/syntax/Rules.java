package dev.hence.read.syntax;

import dev.hence.problem.ProblemId;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Matching.Match;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notations of the author's own, {@code A^\ast = A^\top}: what is written, and the formula for
 * which it stands. Letters on both sides that nothing declares stand for anything. Rules are
 * applied once: what a rule puts in is not read by rules again, only what its letters stand for.
 */
public final class Rules {
  /** No rule. */
  public static final Rules NONE = new Rules();

  /**
   * A rule.
   *
   * @param text the whole, as it is written
   * @param meaning as it is written
   * @param open letters that stand for anything
   */
  private record Rule(String text, Tree pattern, String meaning, Set<Symbol> open, Span span) {}

  private final List<Rule> rules = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Rule, Integer> uses = new LinkedHashMap<>();
  private boolean total;

  private Rules() {}

  /**
   * Reads rules.
   *
   * @param names on the left sides of declarations
   */
  public static Rules of(List<MathText> entries, List<Tree> names) {
    Rules rules = new Rules();
    Set<Symbol> declared = new HashSet<>(Set.of(Symbol.of("t")));
    names.forEach(name -> Letters.named(name, declared));
    for (MathText entry : entries) {
      Tree tree = Parser.entry(new Source(entry.text(), entry::span)).tree();
      ((Tree.Rows) tree)
          .rows().stream()
              .flatMap(row -> row.items().stream())
              .filter(item -> !(item instanceof Tree.Leaf l && l.token().meaning().equals(",")))
              .forEach(item -> rules.add(item, declared));
    }
    return rules;
  }

  private void add(Tree item, Set<Symbol> declared) {
    Optional<Rule> rule = rule(item, declared);
    if (rule.isEmpty()) {
      faults.add(
          fault(
              ProblemId.HEADER_BAD_ENTRY,
              item.span(),
              "This is no reading rule.",
              "write what stands in the text, =, and what it means: A^\\ast = A^\\top"));
    } else if (Heads.isLeaf(rule.get().pattern(), "\\partial")
        && rule.get().meaning().strip().equals("d")) {
      total = true;
    } else {
      rules.add(rule.get());
      uses.put(rule.get(), 0);
    }
  }

  private static Optional<Rule> rule(Tree item, Set<Symbol> declared) {
    boolean equation =
        item instanceof Tree.Joined j
            && j.binding() == Tree.Binding.CHAIN
            && j.links().size() == 2
            && j.links().getFirst().operator().isEmpty()
            && j.links().getLast().operator().orElseThrow().meaning().equals("=");
    if (!equation) {
      return Optional.empty();
    }
    Tree pattern = ((Tree.Joined) item).links().getFirst().operand();
    Tree meaning = ((Tree.Joined) item).links().getLast().operand();
    Set<Symbol> open = Letters.in(pattern);
    open.retainAll(Letters.in(meaning));
    open.removeAll(declared);
    open.removeAll(Letters.inScriptsOf(pattern, declared));
    boolean any = Matching.letter(pattern).filter(open::contains).isPresent();
    return any
        ? Optional.empty()
        : Optional.of(
            new Rule(TreeText.print(item), pattern, TreeText.print(meaning), open, item.span()));
  }

  private static Fault fault(ProblemId id, Span span, String message, String help) {
    return new Fault(id, span, "", message, help);
  }

  /** The tree as it is to be read. */
  public Tree read(Tree tree) {
    if (rules.isEmpty() && !total) {
      return tree;
    }
    return replacement(tree).orElseGet(() -> totalled(Rebuilding.inside(tree, this::read)));
  }

  /** {@code \partial = d}. */
  private Tree totalled(Tree tree) {
    return total && tree instanceof Tree.Derivative d && d.kind() == Tree.Derivative.Kind.PARTIAL
        ? new Tree.Derivative(Tree.Derivative.Kind.TOTAL, d.written(), d.operand(), d.variables())
        : tree;
  }

  private Optional<Tree> replacement(Tree written) {
    Map<Rule, Match> matches = new HashMap<>();
    for (Rule rule : rules) {
      Matching.of(rule.pattern(), written, rule.open()).ifPresent(m -> matches.put(rule, m));
    }
    boolean whole = matches.values().stream().anyMatch(m -> m.rest().isEmpty());
    matches.values().removeIf(m -> whole && !m.rest().isEmpty());
    matches.keySet().forEach(rule -> uses.merge(rule, 1, Integer::sum));
    if (matches.size() > 1) {
      Fault fault =
          fault(
              ProblemId.AMBIGUOUS,
              written.span(),
              "Two rules of `read` fit here.",
              "leave one of them out");
      return Optional.of(new Tree.Unreadable(TreeText.tokens(written), fault));
    }
    return matches.entrySet().stream().findFirst().map(m -> result(m.getKey(), m.getValue()));
  }

  /** What a rule puts in stands at the place of what is written. */
  private Tree result(Rule rule, Match match) {
    Source source = Source.at(rule.meaning(), match.written().span());
    Tree meaning = ((Tree.Rows) Parser.entry(source).tree()).rows().getFirst().items().getFirst();
    Tree read = new Tree.Composed(match.written(), filled(meaning, match.bound()));
    List<Tree.Script> rest = new ArrayList<>();
    for (Tree.Script script : match.rest()) {
      rest.add(new Tree.Script(script.sign(), script.content().map(this::read)));
    }
    return rest.isEmpty()
        ? read
        : new Tree.Scripted(read, rest, Tree.Scripted.Nesting.FIRST_INNERMOST);
  }

  private Tree filled(Tree meaning, Map<Symbol, Tree> bound) {
    return Matching.letter(meaning)
        .flatMap(letter -> Optional.ofNullable(bound.get(letter)))
        .map(this::read)
        .orElseGet(() -> Rebuilding.inside(meaning, tree -> filled(tree, bound)));
  }

  /** What was read by the rules, a sentence for each. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    uses.forEach(
        (rule, count) -> sentences.add("`" + rule.text() + "` is read so in " + places(count)));
    if (total) {
      sentences.add("∂ is read as d: the total derivative, through all definitions");
    }
    return sentences;
  }

  private static String places(int count) {
    return switch (count) {
      case 0 -> "no place: nothing in the document fits it";
      case 1 -> "1 place";
      default -> count + " places";
    };
  }

  /**
   * What is wrong with rules: those that are none, and after all is read those that fit nowhere.
   */
  public List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    for (Rule rule : rules) {
      if (uses.get(rule) == 0) {
        all.add(
            fault(
                ProblemId.HEADER_BAD_ENTRY,
                rule.span(),
                "Nothing in the document fits this reading rule, so that it is without effect.",
                "write it as it stands in the text, or take it out"));
      }
    }
    return all;
  }
}
