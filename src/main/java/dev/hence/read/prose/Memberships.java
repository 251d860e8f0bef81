package dev.hence.read.prose;

import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * "where $x \in \mathbb{R}^d$", "with $0 < p < 1$", "a function $f \colon \mathbb{R}^d \to
 * \mathbb{R}$". A bound is believed where it belongs to a declaration only: "for $x > 0$" speaks of
 * one statement.
 */
final class Memberships implements Pattern {
  private static final Set<String> DECLARING =
      Set.of(
          "where",
          "let",
          "with",
          "given",
          "vector",
          "vectors",
          "matrix",
          "matrices",
          "scalar",
          "scalars",
          "number",
          "numbers",
          "constant",
          "constants",
          "parameter",
          "parameters",
          "weights",
          "weight",
          "rate",
          "size",
          "assume",
          "here");

  private static final Set<String> NAMING =
      Set.of(
          "input",
          "inputs",
          "output",
          "outputs",
          "data",
          "point",
          "points",
          "label",
          "labels",
          "target",
          "targets",
          "feature",
          "features",
          "variable",
          "variables",
          "state",
          "states",
          "function",
          "functions",
          "map",
          "mapping",
          "loss",
          "objective",
          "consider",
          "take",
          "fix",
          "any",
          "all",
          "every",
          "each",
          "for",
          "over",
          "suppose",
          "that",
          "bias",
          "model",
          "network",
          "activation",
          "coefficients",
          "response",
          "observation",
          "observations",
          "random");

  private static final Set<String> BOUNDS = Set.of("<", ">", "<=", ">=");

  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    boolean declared = false;
    boolean named = false;
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.inline(k).isEmpty()) {
        continue;
      }
      boolean goesOn = k > 0 && isJoint(sentence, k - 1) && (declared || named);
      declared = declares(sentence, k - 1) || (goesOn && declared);
      named =
          declared
              || sentence.isWord(k - 1, NAMING)
              || goesOn
              || isSubject(sentence, k)
              || isListed(sentence, k);
      if (named) {
        facts.addAll(of(sentence, k, declared));
      }
    }
    return facts;
  }

  /** "for any friction with $r > 1$" speaks of what is said there alone. */
  private static boolean declares(Sentence sentence, int k) {
    boolean local =
        sentence.isWord(k, "with")
            && IntStream.range(0, k)
                .anyMatch(n -> sentence.isWord(n, "any", "every", "all", "each"));
    return sentence.isWord(k, DECLARING) && !local;
  }

  /** A comma or an "and" directly behind inline mathematics. */
  private static boolean isJoint(Sentence sentence, int k) {
    boolean and = sentence.isWord(k, "and");
    int before = and && sentence.isSign(k - 1, ',') ? k - 2 : k - 1;
    return (and || sentence.isSign(k, ',')) && sentence.inline(before).isPresent();
  }

  /** "let $X$ be a matrix and $y \in \mathbb{R}^n$": a further member of a list of declarations. */
  private static boolean isListed(Sentence sentence, int k) {
    boolean joint = sentence.isWord(k - 1, "and") || sentence.isSign(k - 1, ',');
    for (int n = 0; joint && n < k; n++) {
      if (sentence.isWord(n, "let", "where", "given", "here")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSubject(Sentence sentence, int k) {
    return Predications.beginsAt(sentence, k)
        && sentence.isWord(k + 1, "is", "are", "be", "denotes", "denote");
  }

  /** The names of which inline mathematics says that they are members of a set or within bounds. */
  static List<Subject> names(Sentence sentence, int k) {
    return sentence.inline(k).isEmpty()
        ? List.of()
        : of(sentence, k, true).stream().map(Fact::subject).toList();
  }

  /** What inline mathematics says of its names, bounds included. */
  static List<Fact> of(Sentence sentence, int k) {
    return sentence.inline(k).isEmpty() ? List.of() : of(sentence, k, true);
  }

  private static List<Fact> of(Sentence sentence, int k, boolean bounds) {
    Formula formula = sentence.inline(k).orElseThrow().formula();
    List<Fact> facts = new ArrayList<>();
    List<Subject> waiting = new ArrayList<>();
    List<Tree> items = formula.items();
    for (int n = 0; n < items.size(); n++) {
      Tree item = items.get(n);
      Optional<Subject> name = Subjects.of(item);
      if (name.isPresent()) {
        waiting.add(name.get());
      } else if (item instanceof Tree.Joined chain && chain.binding() == Tree.Binding.CHAIN) {
        boolean maps = n > 0 && isColon(items.get(n - 1));
        facts.addAll(
            maps ? map(sentence, k, waiting, chain) : chain(sentence, k, waiting, chain, bounds));
        waiting.clear();
      } else if (!Formula.isComma(item) && !isColon(item)) {
        return List.of();
      }
    }
    return waiting.isEmpty() ? facts : List.of();
  }

  private static boolean isColon(Tree tree) {
    return Formula.isSign(tree, ":");
  }

  private static List<Fact> chain(
      Sentence sentence, int k, List<Subject> before, Tree.Joined chain, boolean bounds) {
    List<Tree.Link> links = chain.links();
    if (links.size() < 2) {
      return List.of(); // A relation without a left side says nothing of a name.
    }
    Optional<Subject> first = Subjects.of(links.getFirst().operand());
    String relation = links.get(1).operator().map(Token::meaning).orElse("");
    List<Fact> facts = new ArrayList<>();
    if (relation.equals("colon") && links.size() == 3 && first.isPresent() && before.isEmpty()) {
      List<Tree.Link> arrow =
          List.of(new Tree.Link(Optional.empty(), links.get(1).operand()), links.get(2));
      return map(sentence, k, List.of(first.get()), new Tree.Joined(chain.binding(), arrow));
    }
    if (relation.equals("in") && links.size() == 2 && first.isPresent()) {
      Optional<Said.Member> member = Sets.member(links.get(1).operand());
      List<Subject> names = new ArrayList<>(before);
      names.add(first.get());
      member.ifPresent(m -> names.forEach(name -> facts.add(Facts.of(sentence, k, k, name, m))));
    } else if (bounds && before.isEmpty()) {
      bound(chain)
          .ifPresent(
              name ->
                  facts.add(Facts.of(sentence, k, k, name, new Said.Bound(Formula.print(chain)))));
    }
    return facts;
  }

  /** The only name in a chain of inequalities between numbers. */
  private static Optional<Subject> bound(Tree.Joined chain) {
    boolean relations =
        chain.links().stream()
            .skip(1)
            .allMatch(l -> l.operator().map(Token::meaning).filter(BOUNDS::contains).isPresent());
    List<Subject> names =
        chain.links().stream().flatMap(l -> Subjects.of(l.operand()).stream()).toList();
    boolean numbers =
        chain.links().stream()
            .filter(l -> Subjects.of(l.operand()).isEmpty())
            .allMatch(l -> isNumber(l.operand()));
    return relations && numbers && names.size() == 1 && names.getFirst().arguments().isEmpty()
        ? Optional.of(names.getFirst())
        : Optional.empty();
  }

  private static boolean isNumber(Tree tree) {
    return tree instanceof Tree.Leaf l && l.token().text().matches("[0-9.]+");
  }

  /** {@code f: A \times B \to C}. */
  private static List<Fact> map(Sentence sentence, int k, List<Subject> names, Tree.Joined chain) {
    List<Tree.Link> links = chain.links();
    boolean arrow =
        links.size() == 2
            && links.get(1).operator().map(Token::meaning).filter("to"::equals).isPresent();
    if (!arrow || names.size() != 1 || !names.getFirst().isPlain()) {
      return List.of();
    }
    List<Tree> from = factors(links.getFirst().operand());
    Tree to = links.get(1).operand();
    boolean known =
        Sets.sort(to).isPresent() && from.stream().allMatch(s -> Sets.sort(s).isPresent());
    return known
        ? List.of(
            Facts.of(
                sentence,
                k,
                k,
                names.getFirst(),
                new Said.Maps(from.stream().map(Formula::print).toList(), Formula.print(to))))
        : List.of();
  }

  private static List<Tree> factors(Tree set) {
    return set instanceof Tree.Joined j && j.binding() == Tree.Binding.PRODUCT
        ? j.links().stream().map(Tree.Link::operand).toList()
        : List.of(set);
  }
}
