package dev.hence.read.prose;

import dev.hence.read.prose.Said.Sort;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What uses leave no choice about: a letter that is added to a vector, or equated with one, is a
 * vector of the same set, and so is what a function of a vector is applied to. Only letters that
 * nothing declares, and that stand alone there, are forced.
 */
final class Forced {
  /** Letters that mean something where nothing declares them. */
  private static final Set<String> MEANING = Set.of("I", "e", "\\pi", "t");

  private final Uses uses;
  private final Set<Symbol> free;

  /** Sets of tensors by letters, as written. */
  private final Map<Symbol, String> known = new HashMap<>();

  private final Map<Symbol, List<Symbol>> arguments = new HashMap<>();
  private final Map<Symbol, Fact> found = new HashMap<>();
  private boolean more;

  private Forced(Uses uses, Set<Symbol> free) {
    this.uses = uses;
    this.free = free;
  }

  /**
   * The facts that uses force.
   *
   * @param said by prose and header
   * @param settled letters of which something is said
   */
  static List<Fact> of(List<Fact> said, List<Sentence> sentences, Uses uses, Set<Symbol> settled) {
    Set<Symbol> free = new HashSet<>(uses.letters());
    free.removeAll(settled);
    free.removeIf(uses::defines);
    free.removeIf(letter -> MEANING.contains(letter.letter()) || !isLetter(letter));
    Forced forced = new Forced(uses, free);
    said.forEach(forced::know);
    said.stream().filter(f -> set(f.said()).isPresent()).forEach(f -> free.removeAll(f.letters()));
    do {
      forced.more = false;
      for (Sentence sentence : sentences) {
        for (Item item : sentence.items()) {
          if (item instanceof Item.Shown shown) {
            shown.formula().rows().forEach(row -> forced.visit(row, sentence));
          }
        }
      }
    } while (forced.more);
    return List.copyOf(forced.found.values());
  }

  private static boolean isLetter(Symbol symbol) {
    char first = symbol.letter().charAt(0);
    return Character.isLetter(first) || first == '\\';
  }

  private void know(Fact fact) {
    Subject subject = fact.subject();
    if (!subject.arguments().isEmpty() && fact.said() instanceof Said.Member) {
      List<Symbol> letters = new ArrayList<>();
      subject.arguments().forEach(a -> letters.addAll(Letters.of(a)));
      arguments.put(subject.letter().bare(), letters);
    } else if (subject.isPlain()) {
      set(fact.said()).ifPresent(set -> known.put(subject.letter().bare(), set));
    }
    if (fact.said() instanceof Said.Maps maps) {
      List<String> names = uses.arguments(subject.letter(), maps.from().size());
      List<Symbol> letters = new ArrayList<>();
      for (int k = 0; k < names.size(); k++) {
        for (Symbol letter : Letters.of(names.get(k))) {
          letters.add(letter);
          known.putIfAbsent(letter, maps.from().get(k));
        }
      }
      arguments.put(subject.letter().bare(), letters);
    }
  }

  private static Optional<String> set(Said said) {
    return switch (said) {
      case Said.Member m when m.sort() == Sort.VECTOR || m.sort() == Sort.MATRIX ->
          Optional.of(m.set());
      case Said.Kind k when !k.sizes().isEmpty() ->
          Optional.of("\\mathbb{R}^{" + String.join(" \\times ", k.sizes()) + "}");
      default -> Optional.empty();
    };
  }

  private void visit(Tree tree, Sentence sentence) {
    switch (tree) {
      case Tree.Joined j when j.binding() == Tree.Binding.SUM -> alike(j, sentence);
      case Tree.Joined j when j.binding() == Tree.Binding.CHAIN && equates(j) -> alike(j, sentence);
      case Tree.Application a -> call(a, a, sentence);
      case Tree.Choice c -> call(c, c, sentence);
      default -> {
        // forces nothing
      }
    }
    for (Tree.Part part : tree.parts()) {
      if (part instanceof Tree.Part.Inner inner) {
        visit(inner.tree(), sentence);
      }
    }
  }

  private static boolean equates(Tree.Joined chain) {
    return chain.links().stream()
        .skip(1)
        .allMatch(l -> l.operator().map(Token::meaning).filter("="::equals).isPresent());
  }

  /** Operands of one sum, and sides of one equation, are members of one set. */
  private void alike(Tree.Joined joined, Sentence sentence) {
    Optional<String> set =
        joined.links().stream().flatMap(l -> setOf(l.operand()).stream()).findFirst();
    set.ifPresent(s -> joined.links().forEach(l -> force(l.operand(), s, joined, sentence)));
  }

  private void call(Tree whole, Tree place, Sentence sentence) {
    Optional<Subject> called = Subjects.of(whole).filter(s -> !s.arguments().isEmpty());
    if (called.isEmpty()) {
      return;
    }
    List<Symbol> slots = arguments.getOrDefault(called.get().letter().bare(), List.of());
    if (slots.size() != called.get().arguments().size()) {
      return;
    }
    for (int k = 0; k < slots.size(); k++) {
      String set = known.get(slots.get(k));
      Set<Symbol> letters = Letters.of(called.get().arguments().get(k));
      if (set != null && letters.size() == 1) {
        force(letters.iterator().next(), set, place, sentence);
      }
    }
  }

  /** The set of a letter, or of a sum in which one is known; empty for anything else. */
  private Optional<String> setOf(Tree tree) {
    return switch (tree) {
      case Tree.Braced b -> setOf(b.content());
      case Tree.Group g when g.open().meaning().equals("(") -> setOf(g.content());
      case Tree.Joined j when j.binding() == Tree.Binding.SUM ->
          j.links().stream().flatMap(l -> setOf(l.operand()).stream()).findFirst();
      case Tree.Joined j when j.binding() == Tree.Binding.PRODUCT -> product(j);
      default -> alone(tree).map(known::get);
    };
  }

  /** A matrix times a vector; a number written as digits times either. */
  private Optional<String> product(Tree.Joined product) {
    List<Tree> factors = product.links().stream().map(Tree.Link::operand).toList();
    if (factors.size() != 2) {
      return Optional.empty();
    }
    Optional<String> right = setOf(factors.get(1));
    boolean number = factors.get(0) instanceof Tree.Leaf l && l.token().text().matches("[0-9]+");
    if (number) {
      return right;
    }
    Optional<List<String>> matrix = setOf(factors.get(0)).map(Forced::sizes);
    Optional<List<String>> vector = right.map(Forced::sizes);
    return matrix.isPresent()
            && vector.isPresent()
            && matrix.get().size() == 2
            && vector.get().equals(List.of(matrix.get().get(1)))
        ? Optional.of("\\mathbb{R}^{" + matrix.get().get(0) + "}")
        : Optional.empty();
  }

  /** {@code n} and {@code d} of {@code \mathbb{R}^{n \times d}}; none for other sets. */
  private static List<String> sizes(String set) {
    String plain = set.replace("{", "").replace("}", "").replace(" ", "");
    return plain.startsWith("\\mathbbR^")
        ? List.of(plain.substring("\\mathbbR^".length()).split("\\\\times"))
        : List.of();
  }

  /** A letter without scripts. */
  private static Optional<Symbol> alone(Tree tree) {
    return Symbols.scripts(tree).isEmpty() ? Symbols.bare(tree) : Optional.empty();
  }

  private void force(Tree tree, String set, Tree place, Sentence sentence) {
    alone(tree).ifPresent(letter -> force(letter, set, place, sentence));
  }

  private void force(Symbol letter, String set, Tree place, Sentence sentence) {
    boolean plain = free.contains(letter.bare()) && !sizes(set).isEmpty();
    if (plain && known.putIfAbsent(letter.bare(), set) == null) {
      more = true;
      Sort sort = sizes(set).size() == 1 ? Sort.VECTOR : Sort.MATRIX;
      found.put(
          letter.bare(),
          new Fact(
              new Subject(letter, List.of(), List.of(), letter.latex()),
              new Said.Member(set, sort),
              Set.of(letter),
              place.span(),
              sentence.section(),
              sentence.display()));
    }
  }
}
