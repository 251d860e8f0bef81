package dev.hence.read.prose;

import dev.hence.claim.Domain;
import dev.hence.read.prose.Said.Sort;
import dev.hence.read.prose.UseTypes.Name;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What uses leave no choice about: what is added to a vector is one, what a vector of the same
 * length is multiplied with is one, what is squared and stands in an exponent is a number. A
 * display that does not fit together with the others says nothing.
 */
final class Forced {
  /** Letters that mean something where nothing declares them. */
  private static final Set<String> MEANING = Set.of("I", "e", "\\pi", "t", "d", "O");

  /** Letters of laws: what stands in their parentheses is not all that they are of. */
  private static final Set<String> LAWS = Set.of("p", "q", "P", "Q", "\\pi");

  /** Names for lengths of which nothing is said. */
  private static final List<String> LENGTHS = List.of("d", "m", "n", "k", "p", "r", "s");

  private final Uses uses;
  private final Set<Symbol> free;
  private final Set<Symbol> functions;
  private final UseTypes types = new UseTypes();
  private final Map<Symbol, Fact> found = new HashMap<>();
  private final Map<Extent, String> lengths = new HashMap<>();

  /** Names that are entries of what the letter names alone. */
  private final Set<Name> entries = new HashSet<>();

  private Forced(Uses uses, Set<Symbol> free) {
    this.uses = uses;
    this.free = free;
    this.functions = uses.functions(LAWS);
  }

  /**
   * Finds out what uses force.
   *
   * @param said by prose and header
   * @param settled letters of which something is said
   */
  static Forced of(List<Fact> said, List<Sentence> sentences, Uses uses, Set<Symbol> settled) {
    Set<Symbol> free = new HashSet<>(uses.letters());
    free.removeAll(settled);
    free.removeIf(uses::defines);
    free.removeIf(letter -> MEANING.contains(letter.letter()) || !isLetter(letter));
    Forced forced = new Forced(uses, free);
    said.forEach(forced::know);
    said.forEach(forced::leave);
    said.stream().filter(Forced::isMember).forEach(f -> free.removeAll(f.letters()));
    UseReader reader = new UseReader(forced.types, forced.functions);
    for (Sentence sentence : sentences) {
      for (Item item : sentence.items()) {
        if (item instanceof Item.Shown shown) {
          forced.types.attempt(() -> shown.formula().rows().forEach(reader::read));
        }
      }
    }
    List.copyOf(forced.types.names().keySet()).forEach(forced::entry);
    forced.types.suppose();
    forced.types.names().forEach(forced::tell);
    return forced;
  }

  /** What is found of the letters of which nothing is said. */
  List<Fact> facts() {
    return List.copyOf(found.values());
  }

  /** The letters that are numbers in all of their uses. */
  Set<Symbol> numbers() {
    Set<Symbol> numbers = new HashSet<>();
    types
        .names()
        .forEach(
            (name, type) -> {
              if (name.equals(Name.plain(name.letter())) && types.isNumber(type)) {
                numbers.add(name.letter());
              }
            });
    return numbers;
  }

  private static boolean isLetter(Symbol symbol) {
    char first = symbol.letter().charAt(0);
    return Character.isLetter(first) || first == '\\';
  }

  // What is said

  private void know(Fact fact) {
    Subject subject = fact.subject();
    Name name =
        new Name(subject.letter().bare(), "", subject.indices().size(), subject.arguments().size());
    Optional<Type> said =
        isMember(fact) ? fact.said().members().flatMap(Forced::type) : Optional.empty();
    if (fact.said() instanceof Said.Maps maps) {
      Type.Function f =
          (Type.Function) types.of(new Name(subject.letter().bare(), "", 0, maps.from().size()));
      for (int k = 0; k < maps.from().size(); k++) {
        Type argument = f.arguments().get(k);
        type(maps.from().get(k)).ifPresent(t -> types.attempt(() -> types.same(argument, t)));
      }
      type(maps.to()).ifPresent(t -> types.attempt(() -> types.same(f.value(), t)));
    } else if (said.isPresent()) {
      Type value = types.of(name) instanceof Type.Function f ? f.value() : types.of(name);
      types.attempt(() -> types.same(value, said.get()));
    }
  }

  /** Whether a fact tells the members of which plain set a name is. */
  private static boolean isMember(Fact fact) {
    boolean other = fact.said() instanceof Said.Member m && m.sort() == Sort.OTHER;
    return !other && fact.said().members().isPresent();
  }

  /** The arguments of a map are members of the sets that it is from. */
  private void leave(Fact fact) {
    if (fact.said() instanceof Said.Maps maps) {
      uses.arguments(fact.subject().letter(), maps.from().size())
          .forEach(argument -> free.removeAll(Letters.of(argument)));
    }
  }

  /** The type of the members of a set that is written with plain sizes. */
  private static Optional<Type> type(String set) {
    String plain = set.replace("{", "").replace("}", "").replace(" ", "");
    if (plain.equals("\\mathbbR")) {
      return Optional.of(Type.real());
    }
    if (!plain.startsWith("\\mathbbR^")) {
      return Optional.empty();
    }
    List<Extent> sizes = new ArrayList<>();
    for (String size : plain.substring("\\mathbbR^".length()).split("\\\\times", -1)) {
      sizes.add(extent(size));
    }
    return sizes.size() <= 2
        ? Optional.of(
            sizes.size() == 1
                ? Type.vector(sizes.getFirst())
                : Type.matrix(sizes.getFirst(), sizes.getLast()))
        : Optional.empty();
  }

  // Entries

  /**
   * Takes a number with indices for an entry of the letter without them: where that letter is a
   * tensor, or two indices make a matrix of it.
   */
  private void entry(Name member) {
    Name whole = Name.plain(member.letter());
    boolean indexed = member.indices() > 0 && member.arguments() == 0 && member.marks().isEmpty();
    Optional<List<Extent>> sizes =
        uses.member(member.letter())
            .filter(s -> s.indices().size() == member.indices())
            .map(s -> s.indices().stream().map(this::range).toList());
    if (!indexed || !types.names().containsKey(whole) || sizes.isEmpty()) {
      return;
    }
    boolean tensor = types.isTensor(types.of(whole));
    if (free.contains(member.letter()) && (tensor || member.indices() == 2)) {
      boolean fits =
          types.attempt(
              () -> {
                types.number(types.of(member));
                types.same(types.of(whole), new Type.Tensor(sizes.get(), Domain.REALS));
              });
      if (fits) {
        entries.add(member);
      }
    }
  }

  /** How many values an index letter has: n where all sums over it run from 1 to n. */
  private Extent range(String letter) {
    return uses.onlyRun(letter)
        .filter(run -> run.first().equals("1"))
        .map(Run::last)
        .filter(end -> end.matches("[a-zA-Z]|[1-9][0-9]{0,5}"))
        .map(Forced::extent)
        .orElseGet(types::length);
  }

  private static Extent extent(String size) {
    return size.matches("[0-9]+") ? Extent.of(Integer.parseInt(size)) : Extent.named(size);
  }

  // What is found

  private void tell(Name name, Type type) {
    Symbol letter = name.letter();
    boolean plain = name.indices() == 0 && name.arguments() == 0;
    boolean moves = name.arguments() > 0 && !functions.contains(letter);
    boolean told = found.containsKey(letter) || entries.contains(name);
    if (!free.contains(letter) || moves || !name.marks().isEmpty() || told) {
      return;
    }
    Optional<Subject> subject =
        name.arguments() > 0
            ? uses.call(letter).filter(s -> s.arguments().size() == name.arguments())
            : name.indices() > 0
                ? uses.member(letter).filter(s -> s.indices().size() == name.indices())
                : Optional.of(new Subject(letter, List.of(), List.of(), letter.latex()));
    Type value = types.known(type) instanceof Type.Function f ? f.value() : types.known(type);
    Optional<Said> member = member(value);
    boolean number = value instanceof Type.Real;
    if (subject.isPresent() && member.isPresent() && !(plain && number)) {
      found.put(letter, fact(subject.get(), member.get()));
    }
  }

  private Fact fact(Subject subject, Said said) {
    return new Fact(
        subject,
        said,
        Set.of(subject.letter().bare()),
        uses.place(subject.letter()),
        uses.firstSection(subject.letter()),
        uses.firstDisplay(subject.letter()));
  }

  private Optional<Said> member(Type type) {
    if (type instanceof Type.Real) {
      return Optional.of(new Said.Member("\\mathbb{R}", Sort.NUMBER));
    }
    Optional<List<Extent>> sizes = types.sizes(type);
    if (sizes.isEmpty() || sizes.get().size() > 2) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (Extent size : sizes.get()) {
      Optional<String> length = length(size);
      if (length.isEmpty()) {
        return Optional.empty();
      }
      names.add(length.get());
    }
    Sort sort = names.size() == 1 ? Sort.VECTOR : Sort.MATRIX;
    String all = String.join(" \\times ", names);
    String power = all.length() == 1 ? all : "{" + all + "}";
    return Optional.of(new Said.Member("\\mathbb{R}^" + power, sort));
  }

  /** The name of a length; one of which nothing is said gets a letter that nothing else has. */
  private Optional<String> length(Extent size) {
    if (size.isKnown()) {
      return Optional.of(size.toString().replace(" ", ""));
    }
    if (size.atoms().size() > 1 || size.constant() != 0) {
      return Optional.empty();
    }
    String known = lengths.get(size);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> name =
        LENGTHS.stream()
            .filter(l -> !uses.uses(Symbol.of(l)) && !lengths.containsValue(l))
            .findFirst();
    name.ifPresent(n -> lengths.put(size, n));
    return name;
  }
}
