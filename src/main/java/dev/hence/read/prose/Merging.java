package dev.hence.read.prose;

import dev.hence.read.prose.Said.Property;
import dev.hence.read.prose.Said.Sort;
import dev.hence.read.symbol.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entries of the facts about each name, as far as they agree. */
final class Merging {
  private final Uses uses;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  Merging(Uses uses) {
    this.uses = uses;
  }

  List<Entry> entries() {
    return entries;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  List<Open> open() {
    return open;
  }

  void add(List<Fact> facts) {
    Map<String, List<Fact>> byName = new LinkedHashMap<>();
    for (Fact fact : facts) {
      byName.computeIfAbsent(group(fact), k -> new ArrayList<>()).add(fact);
    }
    byName.values().stream().filter(f -> !maps(f)).forEach(this::name);
    byName.values().stream().filter(Merging::maps).forEach(this::name);
  }

  private static boolean maps(List<Fact> facts) {
    return facts.stream().anyMatch(f -> f.said() instanceof Said.Maps);
  }

  /** What is said under another key than `let` is no declaration of the name. */
  private static String group(Fact fact) {
    return fact.said() instanceof Said.Entry e
        ? e.key() + " " + fact.subject().letter().bare().latex()
        : fact.subject().letter().latex();
  }

  private void name(List<Fact> facts) {
    List<Fact> definitions = facts.stream().filter(f -> f.said() instanceof Said.Equals).toList();
    List<Fact> maps = facts.stream().filter(f -> f.said() instanceof Said.Maps).toList();
    List<Fact> runs = facts.stream().filter(f -> f.said() instanceof Said.Runs).toList();
    List<Fact> others = facts.stream().filter(f -> f.said() instanceof Said.Entry).toList();
    List<Fact> typed =
        facts.stream()
            .filter(f -> !definitions.contains(f) && !maps.contains(f))
            .filter(f -> !runs.contains(f) && !others.contains(f))
            .toList();
    if (!others.isEmpty()) {
      others(others);
    } else if (!definitions.isEmpty()) {
      definition(definitions);
    } else if (!maps.isEmpty()) {
      map(maps);
    } else if (!runs.isEmpty()) {
      run(runs);
    } else {
      typed(typed);
    }
  }

  private void entry(String key, String text, Fact fact) {
    int before = Math.min(fact.display(), uses.firstDisplay(fact.subject().letter()));
    entries.add(
        new Entry(
            key,
            text,
            fact.subject().letter(),
            fact.place(),
            fact.said() instanceof Said.Equals,
            before));
  }

  /** Assumptions stand side by side; of one motion there is one. */
  private void others(List<Fact> facts) {
    Set<String> told = new LinkedHashSet<>();
    List<Fact> distinct =
        facts.stream().filter(f -> told.add(plain(((Said.Entry) f.said()).entry()))).toList();
    boolean assumed = ((Said.Entry) facts.getFirst().said()).key().equals("assume");
    boolean starts = distinct.stream().anyMatch(f -> f.subject().latex().endsWith("(0)"));
    if (distinct.size() > 1 && !assumed && !starts) {
      conflict(distinct.get(0), distinct.get(1));
      return;
    }
    distinct.forEach(f -> entry(((Said.Entry) f.said()).key(), ((Said.Entry) f.said()).entry(), f));
  }

  private void definition(List<Fact> facts) {
    Fact first = facts.getFirst();
    String right = ((Said.Equals) first.said()).canonical();
    Optional<Fact> other =
        facts.stream().filter(f -> !((Said.Equals) f.said()).canonical().equals(right)).findFirst();
    if (other.isPresent()) {
      conflict(first, other.get());
    } else {
      entry("let", ((Said.Equals) first.said()).equation(), first);
    }
  }

  private void map(List<Fact> facts) {
    Fact first = facts.getFirst();
    Optional<Fact> other = facts.stream().filter(f -> !text(f).equals(text(first))).findFirst();
    if (other.isPresent()) {
      conflict(first, other.get());
      return;
    }
    Said.Maps map = (Said.Maps) first.said();
    List<String> arguments = uses.arguments(first.subject().letter(), map.from().size());
    if (arguments.isEmpty()) {
      return;
    }
    for (int k = 0; k < arguments.size(); k++) {
      String text = arguments.get(k) + " \\in " + map.from().get(k);
      Symbol letter = Symbol.of(arguments.get(k));
      boolean said = entries.stream().anyMatch(e -> e.name().equals(letter));
      if (!said) {
        entries.add(new Entry("let", text, letter, first.place(), false, 0));
      }
    }
    entry(
        "let",
        first.subject().latex() + "(" + String.join(", ", arguments) + ") \\in " + map.to(),
        first);
  }

  /** An index that runs over several ranges on one page is left to the sums. */
  private void run(List<Fact> facts) {
    boolean one = facts.stream().map(Merging::text).distinct().count() == 1;
    if (one) {
      entry("let", ((Said.Runs) facts.getFirst().said()).range(), facts.getFirst());
    }
  }

  private void typed(List<Fact> facts) {
    Fact first = facts.getFirst();
    Sort sort = sort(first);
    for (Fact fact : facts) {
      if (sort(fact) != sort) {
        conflict(first, fact);
        return;
      }
    }
    List<Fact> sets = new ArrayList<>();
    for (Fact fact : facts) {
      Optional<String> set = fact.said().members();
      boolean weak = set.filter(s -> s.equals("\\mathbb{R}") && sort == Sort.NUMBER).isPresent();
      if (set.isPresent() && !weak) {
        sets.add(fact);
      }
    }
    for (Fact fact : sets) {
      if (!plain(fact.said().members().orElseThrow())
          .equals(plain(sets.getFirst().said().members().orElseThrow()))) {
        conflict(sets.getFirst(), fact);
        return;
      }
    }
    switch (sort) {
      case NUMBER -> number(facts, sets);
      case VECTOR -> sized(facts, sets);
      case MATRIX -> sized(facts, sets);
      case OTHER -> {}
    }
  }

  private void number(List<Fact> facts, List<Fact> sets) {
    Fact first = facts.getFirst();
    String name = first.subject().latex();
    if (!sets.isEmpty()) {
      entry(
          "let", name + " \\in " + sets.getFirst().said().members().orElseThrow(), sets.getFirst());
      return;
    }
    Set<String> bounds = new LinkedHashSet<>();
    for (Fact fact : facts) {
      Optional<String> bound = bound(fact);
      if (bound.isPresent() && bounds.add(plain(bound.get()))) {
        entry("let", bound.get(), fact);
      }
    }
    if (bounds.isEmpty()) {
      entry("let", name + " \\in \\mathbb{R}", first);
    }
  }

  private static Optional<String> bound(Fact fact) {
    return switch (fact.said()) {
      case Said.Bound b -> Optional.of(b.relation());
      case Said.Has h when h.property() == Property.POSITIVE ->
          Optional.of(fact.subject().latex() + " > 0");
      case Said.Has h when h.property() == Property.NONNEGATIVE ->
          Optional.of(fact.subject().latex() + " \\ge 0");
      default -> Optional.empty();
    };
  }

  /** A vector or a matrix of which no sentence says the sizes. */
  private static Open open(Fact fact, Sort sort, List<Property> properties) {
    String name = fact.subject().latex();
    boolean vector = sort == Sort.VECTOR;
    String question =
        vector
            ? "how many entries has the vector `" + name + "`?"
            : "of which size is the matrix `" + name + "`?";
    List<String> sets =
        vector
            ? List.of("\\mathbb{R}^n")
            : properties.isEmpty()
                ? List.of("\\mathbb{R}^{m \\times n}", "\\mathbb{R}^{n \\times n}")
                : narrower("\\mathbb{R}^{n \\times n}", properties).stream().toList();
    return new Open(
        fact.subject().letter(),
        question,
        sets.stream().map(set -> name + " \\in " + set).toList(),
        fact.place());
  }

  private static List<Property> properties(List<Fact> facts) {
    List<Property> properties = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.said() instanceof Said.Has h && !properties.contains(h.property())) {
        properties.add(h.property());
      }
    }
    return properties;
  }

  private void sized(List<Fact> facts, List<Fact> sets) {
    Fact first = facts.getFirst();
    List<Property> properties = properties(facts);
    if (sets.isEmpty()) {
      open.add(open(first, sort(first), properties));
      return;
    }
    String set = sets.getFirst().said().members().orElseThrow();
    Optional<String> narrower = properties.isEmpty() ? Optional.of(set) : narrower(set, properties);
    narrower.ifPresent(
        s -> entry("let", sets.getFirst().subject().latex() + " \\in " + s, sets.getFirst()));
  }

  /** The set of the square matrices with some properties; empty where Hence has none. */
  private static Optional<String> narrower(String set, List<Property> properties) {
    String sizes = plain(set).replace("\\mathbbR^", "");
    String[] two = sizes.split("\\\\times", -1);
    if (two.length != 2 || !two[0].equals(two[1])) {
      return plain(set).startsWith("\\mathbbS") ? Optional.of(set) : Optional.empty();
    }
    String size = "{" + two[0] + "}";
    if (properties.contains(Property.ORTHOGONAL)) {
      return properties.size() == 1 ? Optional.of("\\mathrm{O}(" + two[0] + ")") : Optional.empty();
    }
    if (properties.contains(Property.DEFINITE)) {
      return Optional.of("\\mathbb{S}^" + size + "_{++}");
    }
    if (properties.contains(Property.SEMIDEFINITE)) {
      return properties.contains(Property.INVERTIBLE)
          ? Optional.of("\\mathbb{S}^" + size + "_{++}")
          : Optional.of("\\mathbb{S}^" + size + "_+");
    }
    if (properties.contains(Property.SYMMETRIC)) {
      return properties.size() == 1 ? Optional.of("\\mathbb{S}^" + size) : Optional.empty();
    }
    return Optional.of("\\mathrm{GL}(" + two[0] + ")");
  }

  private static Sort sort(Fact fact) {
    return switch (fact.said()) {
      case Said.Member m -> m.sort();
      case Said.Kind k -> k.sort();
      case Said.Bound b -> Sort.NUMBER;
      case Said.Has h ->
          switch (h.property()) {
            case POSITIVE, NONNEGATIVE -> Sort.NUMBER;
            case SYMMETRIC, SEMIDEFINITE, DEFINITE, ORTHOGONAL, INVERTIBLE -> Sort.MATRIX;
          };
      case Said.Runs r -> Sort.OTHER;
      case Said.Maps m -> Sort.OTHER;
      case Said.Equals e -> Sort.OTHER;
      case Said.Entry e -> Sort.OTHER;
    };
  }

  /** What a fact says, for people and for comparing. */
  private static String text(Fact fact) {
    String name = fact.subject().latex();
    return switch (fact.said()) {
      case Said.Member m -> name + " \\in " + m.set();
      case Said.Kind k ->
          k.members().map(s -> name + " \\in " + s).orElse(name + " is " + k.sort().words());
      case Said.Has h -> name + " is " + h.property().name().toLowerCase(java.util.Locale.ROOT);
      case Said.Bound b -> b.relation();
      case Said.Runs r -> r.range();
      case Said.Maps m ->
          name + " \\colon " + String.join(" \\times ", m.from()) + " \\to " + m.to();
      case Said.Equals e -> e.equation();
      case Said.Entry e -> e.entry();
    };
  }

  private static String plain(String text) {
    return text.replace("{", "").replace("}", "").replace(" ", "");
  }

  private void conflict(Fact first, Fact second) {
    conflicts.add(
        new Conflict(
            first.subject().letter(),
            first.subject().latex(),
            text(first),
            first.place(),
            text(second),
            second.place()));
  }
}
