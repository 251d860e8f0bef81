package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/** What was taken for granted while a document was read: every default, once. */
final class Ledger {
  private final SequencedMap<Name, Declaration.Variable> assumed = new LinkedHashMap<>();
  private final SequencedSet<String> sentences;
  private final Set<String> sizes = new HashSet<>();
  private final Layout layout;
  private final Draws draws;
  private final Evidence evidence;
  private final boolean constants;
  private final List<String> gradients = new ArrayList<>();
  private int means;

  Ledger(Layout layout) {
    this(new LinkedHashSet<>(), layout, new Draws(), new Evidence(), false);
  }

  private Ledger(
      SequencedSet<String> sentences,
      Layout layout,
      Draws draws,
      Evidence evidence,
      boolean constants) {
    this.evidence = evidence;
    this.sentences = sentences;
    this.layout = layout;
    this.draws = draws;
    this.constants = constants;
  }

  /** Notes that a derivative of a value at another point was read as one at that point. */
  void gradient(String told) {
    gradients.add(told);
  }

  /** The derivatives that were read as those at another point, and may be of constants. */
  List<String> gradients() {
    return List.copyOf(gradients);
  }

  /** Whether a value at another point is a constant to derivatives. */
  boolean readsConstants() {
    return constants;
  }

  /** A ledger for the other reading of such derivatives. */
  Ledger readingConstants() {
    Ledger other = new Ledger(new LinkedHashSet<>(), layout, draws.copy(), evidence, true);
    other.assumed.putAll(assumed);
    other.sizes.addAll(sizes);
    return other;
  }

  /** What the document does to letters that are no numbers. */
  Evidence evidence() {
    return evidence;
  }

  /** How the random names are drawn. */
  Draws draws() {
    return draws;
  }

  /** Counts a mean that was read. */
  void mean() {
    means++;
  }

  /** How many means were read. */
  int means() {
    return means;
  }

  /** How derivatives by vectors and matrices are laid out in this document. */
  Layout layout() {
    return layout;
  }

  /** An empty ledger for a reading that may fail. */
  Ledger scratch() {
    return new Ledger(new LinkedHashSet<>(), layout, draws, evidence, constants);
  }

  /** What goes on from here on its own; what it notes is noted for the whole document. */
  Ledger apart() {
    Ledger apart = new Ledger(sentences, layout, draws.copy(), evidence, constants);
    apart.assumed.putAll(assumed);
    apart.sizes.addAll(sizes);
    return apart;
  }

  /** Takes an undeclared name for a variable of a shape. */
  Declaration.Variable assume(Name name, Shape shape, Span span) {
    return assumed.computeIfAbsent(
        name,
        n -> {
          note(n.latex() + " is taken to be a " + (shape.isScalar() ? "real number" : shape));
          return new Declaration.Variable(n, List.of(), shape, Domain.REALS, true, span);
        });
  }

  /** Notes that a letter stands at the end of a range, and so for a size. */
  void size(String letter) {
    sizes.add(letter);
  }

  boolean isSize(String letter) {
    return sizes.contains(letter);
  }

  void note(String sentence) {
    sentences.add(sentence);
  }

  List<Declaration.Variable> variables() {
    return new ArrayList<>(assumed.values());
  }

  List<String> toList() {
    return List.copyOf(sentences);
  }
}
