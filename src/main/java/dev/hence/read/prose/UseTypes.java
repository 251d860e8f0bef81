package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import dev.hence.read.type.Unifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of the names of a document as far as their uses force them. A letter alone, a letter
 * with indices and a function are three names.
 */
final class UseTypes {
  private final Unifier unifier = new Unifier();
  private final Map<Name, Type> names = new LinkedHashMap<>();
  private List<Type> tensors = new ArrayList<>();
  private List<Rule> waiting = new ArrayList<>();
  private boolean fits = true;

  /**
   * A name as uses show it.
   *
   * @param indices how many stand with it
   * @param arguments how many it is applied to; 0 for no function
   */
  record Name(Symbol letter, String marks, int indices, int arguments) {
    static Name plain(Symbol letter) {
      return new Name(letter.bare(), "", 0, 0);
    }
  }

  /** What holds between types, settled once enough of them are known. */
  interface Rule {
    /** Whether nothing is left to be said. */
    boolean settles(UseTypes types);
  }

  Type unknown() {
    return unifier.unknown();
  }

  Type vector() {
    return Type.vector(length());
  }

  /** A length of which nothing is known. */
  Extent length() {
    return unifier.unknownExtent();
  }

  /** The type of a name. */
  Type of(Name name) {
    Type known = names.get(name);
    if (known == null) {
      known = name.arguments() == 0 ? unknown() : function(name.arguments());
      names.put(name, known);
    }
    return known;
  }

  private Type function(int count) {
    List<Type> arguments = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      arguments.add(unknown());
    }
    return new Type.Function(arguments, unknown());
  }

  Map<Name, Type> names() {
    return names;
  }

  Type known(Type type) {
    return unifier.known(type);
  }

  Extent known(Extent extent) {
    return unifier.known(extent);
  }

  void same(Type left, Type right) {
    fits &= unifier.unify(left, right).isEmpty();
  }

  /** Says that what is read cannot be, a vector times a vector. */
  void misfit() {
    fits = false;
  }

  void number(Type type) {
    same(type, Type.real());
  }

  /** Says that a type is no number. */
  void tensor(Type type) {
    tensors.add(type);
  }

  boolean isNumber(Type type) {
    return known(type) instanceof Type.Real;
  }

  /** Whether it is said that a type is no number. */
  boolean isTensor(Type type) {
    Type known = known(type);
    return known instanceof Type.Tensor || tensors.stream().anyMatch(t -> known(t).equals(known));
  }

  void require(Rule rule) {
    waiting.add(rule);
  }

  /** Does something that is taken back as a whole where it does not fit what is known. */
  boolean attempt(Runnable uses) {
    int mark = unifier.mark();
    List<Type> tensorsBefore = new ArrayList<>(tensors);
    List<Rule> waitingBefore = new ArrayList<>(waiting);
    fits = true;
    uses.run();
    settle();
    fits &= tensors.stream().noneMatch(this::isNumber);
    if (!fits) {
      unifier.undo(mark);
      tensors = tensorsBefore;
      waiting = waitingBefore;
    }
    return fits;
  }

  private void settle() {
    boolean more = true;
    while (more && fits) {
      List<Rule> left = new ArrayList<>();
      for (Rule rule : List.copyOf(waiting)) {
        if (!rule.settles(this)) {
          left.add(rule);
        }
      }
      more = left.size() < waiting.size();
      waiting = left;
    }
  }

  /** What uses leave open is a number where all of them allow it. */
  void suppose() {
    for (Type type : List.copyOf(names.values())) {
      for (Type part : parts(type)) {
        if (known(part) instanceof Type.Unknown && !isTensor(part)) {
          attempt(() -> number(part));
        }
      }
    }
  }

  private static List<Type> parts(Type type) {
    if (!(type instanceof Type.Function f)) {
      return List.of(type);
    }
    List<Type> parts = new ArrayList<>(f.arguments());
    parts.add(f.value());
    return parts;
  }

  /** The sizes of a tensor; empty for a type that is not known to be one. */
  Optional<List<Extent>> sizes(Type type) {
    return known(type) instanceof Type.Tensor t ? Optional.of(t.sizes()) : Optional.empty();
  }
}
