package dev.hence.read.type;

import dev.hence.read.type.Mismatch.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what the unknowns of types are. Each equation between two types either holds, settles
 * unknowns, waits for more to be known, or is a mismatch; a mismatch settles nothing.
 *
 * <p>Domains are no part of an equation: that one name is declared positive forces nothing on
 * another that is added to it.
 */
public final class Unifier {
  private final Trail trail = new Trail();
  private int unknowns;

  /** A type to be found out. */
  public Type.Unknown unknown() {
    return new Type.Unknown(unknowns++);
  }

  /** A length to be found out. */
  public Extent unknownExtent() {
    return Extent.open(unknowns++);
  }

  /** A place to which {@link #undo} comes back. */
  public int mark() {
    return trail.mark();
  }

  /** Forgets all that was settled behind a mark. */
  public void undo(int mark) {
    trail.undo(mark);
  }

  /** Has something done elsewhere taken back by {@link #undo} as well. */
  public void whenUndone(Runnable back) {
    trail.whenUndone(back);
  }

  /** Makes two types the same, or says why they are not. */
  public Optional<Mismatch> unify(Type left, Type right) {
    int mark = trail.mark();
    Optional<Reason> reason = equate(left, right).or(this::postponed);
    if (reason.isEmpty()) {
      return Optional.empty();
    }
    Mismatch mismatch = new Mismatch(known(left), known(right), reason.get());
    trail.undo(mark);
    return Optional.of(mismatch);
  }

  /** Makes two lengths the same, or says that they are not. */
  public Optional<Mismatch> unify(Extent left, Extent right) {
    return unify(Type.vector(left), Type.vector(right));
  }

  /** A type with all that is known of it by now. */
  public Type known(Type type) {
    return switch (type) {
      case Type.Unknown u -> trail.type(u.number()).map(this::known).orElse(u);
      case Type.Tensor t ->
          new Type.Tensor(t.sizes().stream().map(this::known).toList(), t.domain());
      case Type.Function f ->
          new Type.Function(f.arguments().stream().map(this::known).toList(), known(f.value()));
      case Type.Index i -> new Type.Index(known(i.lower()), known(i.upper()));
      case Type.Law l -> new Type.Law(known(l.outcome()));
      case Type.Set s -> new Type.Set(known(s.members()));
      case Type.Real n -> n;
      case Type.Time t -> t;
    };
  }

  /** A length with all that is known of it by now. */
  public Extent known(Extent extent) {
    Extent sum = Extent.of(extent.constant());
    for (Map.Entry<Extent.Atom, Integer> e : extent.atoms().entrySet()) {
      Extent part =
          switch (e.getKey()) {
            case Extent.Atom.Known k -> Extent.atom(k);
            case Extent.Atom.Open o ->
                trail.extent(o.number()).map(this::known).orElse(Extent.open(o.number()));
          };
      sum = sum.plus(part, e.getValue());
    }
    return sum;
  }

  /** Equations between lengths that are not settled yet, each a length that must be 0. */
  public List<Extent> open() {
    return trail.zeros().stream().map(this::known).filter(z -> !z.isConstant()).toList();
  }

  private Optional<Reason> equate(Type left, Type right) {
    Type a = head(left);
    Type b = head(right);
    if (a instanceof Type.Unknown u) {
      return settle(u, b);
    }
    if (b instanceof Type.Unknown u) {
      return settle(u, a);
    }
    return switch (a) {
      case Type.Real n when b instanceof Type.Real -> Optional.empty();
      case Type.Time t when b instanceof Type.Time -> Optional.empty();
      case Type.Tensor t when b instanceof Type.Tensor other -> tensors(t, other);
      case Type.Function f when b instanceof Type.Function other -> functions(f, other);
      case Type.Index i when b instanceof Type.Index other ->
          equate(i.lower(), other.lower()).or(() -> equate(i.upper(), other.upper()));
      case Type.Law l when b instanceof Type.Law other -> equate(l.outcome(), other.outcome());
      case Type.Set s when b instanceof Type.Set other -> equate(s.members(), other.members());
      case Type.Real n -> kinds(a, b);
      case Type.Time t -> kinds(a, b);
      case Type.Tensor t -> kinds(a, b);
      case Type.Function f -> kinds(a, b);
      case Type.Index i -> kinds(a, b);
      case Type.Law l -> kinds(a, b);
      case Type.Set s -> kinds(a, b);
      case Type.Unknown u -> settle(u, b);
    };
  }

  private Optional<Reason> kinds(Type a, Type b) {
    return Optional.of(new Reason.Kinds(known(a), known(b)));
  }

  private Optional<Reason> tensors(Type.Tensor a, Type.Tensor b) {
    if (a.sizes().size() != b.sizes().size()) {
      return Optional.of(new Reason.Sides(a.sizes().size(), b.sizes().size()));
    }
    for (int k = 0; k < a.sizes().size(); k++) {
      Optional<Reason> reason = equate(a.sizes().get(k), b.sizes().get(k));
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> functions(Type.Function a, Type.Function b) {
    if (a.arguments().size() != b.arguments().size()) {
      return Optional.of(new Reason.Arity(a.arguments().size(), b.arguments().size()));
    }
    for (int k = 0; k < a.arguments().size(); k++) {
      Optional<Reason> reason = equate(a.arguments().get(k), b.arguments().get(k));
      if (reason.isPresent()) {
        return reason;
      }
    }
    return equate(a.value(), b.value());
  }

  private Optional<Reason> settle(Type.Unknown unknown, Type type) {
    if (unknown.equals(type)) {
      return Optional.empty();
    }
    Type known = known(type);
    if (holds(known, unknown)) {
      return Optional.of(new Reason.Endless(unknown, known));
    }
    trail.settle(unknown.number(), type.plain());
    return Optional.empty();
  }

  private Type head(Type type) {
    Type at = type;
    while (at instanceof Type.Unknown u && trail.type(u.number()).isPresent()) {
      at = trail.type(u.number()).get();
    }
    return at;
  }

  private static boolean holds(Type type, Type.Unknown unknown) {
    return switch (type) {
      case Type.Unknown u -> u.equals(unknown);
      case Type.Function f ->
          f.arguments().stream().anyMatch(a -> holds(a, unknown)) || holds(f.value(), unknown);
      case Type.Law l -> holds(l.outcome(), unknown);
      case Type.Set s -> holds(s.members(), unknown);
      case Type.Real n -> false;
      case Type.Tensor t -> false;
      case Type.Index i -> false;
      case Type.Time t -> false;
    };
  }

  private Optional<Reason> equate(Extent left, Extent right) {
    Extent zero = known(left).minus(known(right));
    if (zero.isKnown()) {
      return zero.equals(Extent.of(0))
          ? Optional.empty()
          : Optional.of(new Reason.Lengths(known(left), known(right)));
    }
    Optional<Solution> solution = Solution.of(zero);
    if (solution.isEmpty()) {
      trail.postpone(zero);
      return Optional.empty();
    }
    Extent value = solution.get().value();
    if (value.isConstant() && value.constant() < 1) {
      return Optional.of(new Reason.Lengths(known(left), known(right)));
    }
    trail.settle(solution.get().unknown(), value);
    return Optional.empty();
  }

  /** Tries again what was postponed, until nothing more is settled by it. */
  private Optional<Reason> postponed() {
    boolean settles = true;
    while (settles) {
      settles = false;
      for (Extent zero : trail.zeros()) {
        Extent now = known(zero);
        if (now.isConstant() && now.constant() == 0) {
          continue;
        }
        if (now.isKnown() || Solution.of(now).isPresent()) {
          int before = trail.mark();
          Optional<Reason> reason = equate(now, Extent.of(0));
          if (reason.isPresent()) {
            return reason;
          }
          settles |= trail.mark() > before;
        }
      }
    }
    return Optional.empty();
  }
}
