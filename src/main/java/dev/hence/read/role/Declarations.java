package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.claim.ValueSets;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.Draws;
import dev.hence.read.elaborate.Integers;
import dev.hence.read.elaborate.Layout;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Motion;
import dev.hence.read.elaborate.NamedWholes;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.RandomNames;
import dev.hence.read.elaborate.Sets;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Declarations of {@code let}: ranges of index letters, members of sets, functions, bounds. Their
 * order does not matter.
 */
final class Declarations {
  private static final Set<String> ORDERS = Set.of("<", ">", "<=", ">=");

  private final boolean timeIsNumber;
  private final Motion motion;
  private final Map<Name, List<Name>> solutions = new HashMap<>();
  private final Set<Name> timed = new HashSet<>();
  private final Set<Name> ends = new HashSet<>();
  private final Map<String, Declaration> declared = new HashMap<>();
  private final Set<String> contested = new HashSet<>();
  private final List<String> defaults = new ArrayList<>();
  private List<Clause> definitions = List.of();
  private Scope scope;

  /**
   * @param timeIsNumber whether t is declared, and nothing moves: functions of it are functions
   * @param motion what the dynamics beside them say
   */
  Declarations(Scope scope, boolean timeIsNumber, Motion motion) {
    this.scope = scope;
    this.timeIsNumber = timeIsNumber;
    this.motion = motion;
  }

  Scope scope() {
    return scope;
  }

  /** On what solutions are declared to depend besides the time, by what moves. */
  Map<Name, List<Name>> solutions() {
    return Map.copyOf(solutions);
  }

  /** Names that are declared with the time alone. */
  Set<Name> timed() {
    return Set.copyOf(timed);
  }

  /** How the ends of trajectories are called, where their start has a name. */
  Optional<Dynamics.Clock> clock() {
    return motion.start().map(start -> new Dynamics.Clock(start, ends));
  }

  /** Names of which entries say different things. */
  Set<String> contested() {
    return Set.copyOf(contested);
  }

  /** What was taken for granted, in sentences. */
  List<String> defaults() {
    return List.copyOf(defaults);
  }

  private void declare(String key, Name name, Declaration declaration) {
    Declaration before = declared.putIfAbsent(key, declaration);
    if (before != null && !isSame(before, declaration)) {
      contested.add(name.latex());
    }
    scope = scope.with(declaration);
  }

  private static boolean isSame(Declaration a, Declaration b) {
    return switch (a) {
      case Declaration.Variable v ->
          b instanceof Declaration.Variable w
              && v.shape().equals(w.shape())
              && v.domain().equals(w.domain());
      case Declaration.Function f ->
          b instanceof Declaration.Function g
              && f.shape().equals(g.shape())
              && f.parameters().equals(g.parameters());
      case Declaration.IndexRange r ->
          b instanceof Declaration.IndexRange q && r.range().equals(q.range());
    };
  }

  /** Declares what the entries declare, and returns those that are left. */
  List<Clause> declare(List<Clause> entries) {
    List<Clause> left = new ArrayList<>(entries);
    boolean more = true;
    while (more) {
      int before = left.size();
      left.removeIf(this::range);
      more = left.size() < before;
    }
    left.forEach(c -> drawnRange(c, left));
    // Sets whose sizes have scripts tell families of sizes from sizes with a label.
    left.removeIf(c -> speaksOfIndices(c) && variable(c));
    left.removeIf(this::variable);
    dropSizes();
    definitions = List.copyOf(left);
    more = true;
    while (more) {
      List<Clause> before = List.copyOf(left);
      left.removeIf(c -> !takesValues(c, before) && function(c));
      more = left.size() < before.size();
    }
    left.removeIf(this::function);
    left.removeIf(this::bound);
    return left;
  }

  private Context context() {
    return Context.of(scope, Set.of(), Draws.NONE, Layout.GRADIENT);
  }

  private static boolean speaksOfIndices(Clause clause) {
    return clause.says("in") && Names.holdsScripts(clause.right());
  }

  // Ranges

  static boolean isRange(Clause clause) {
    return clause.says("=")
        && clause.first().isPresent()
        && clause.right() instanceof Tree.Listed l
        && l.items().stream().anyMatch(Clauses::isDots);
  }

  /** {@code i = 1, 2, 3}: whole numbers, each one more than the one before. */
  private static boolean isCounted(Clause clause) {
    if (!clause.says("=") || !(clause.right() instanceof Tree.Listed l)) {
      return false;
    }
    List<Rational> values = l.items().stream().flatMap(i -> Sets.number(i).stream()).toList();
    boolean row = values.size() == l.items().size();
    for (int k = 1; k < values.size(); k++) {
      row &= values.get(k).equals(values.get(k - 1).plus(Rational.ONE));
    }
    return row && clause.first().isPresent();
  }

  private boolean range(Clause clause) {
    if (!isRange(clause) && !isCounted(clause)) {
      return false;
    }
    for (Tree letter : clause.allNames()) {
      Optional<Name> name = Names.bare(letter);
      Optional<Range> range = name.flatMap(n -> range(clause, n));
      if (range.isEmpty()) {
        return false;
      }
      String key = name.get().latex();
      declare(key, name.get(), new Declaration.IndexRange(key, range.get(), clause.span()));
    }
    return true;
  }

  private Optional<Range> range(Clause clause, Name letter) {
    return range(clause, letter, context());
  }

  /** What a range says of a letter. */
  static Optional<Range> range(Clause clause, Name letter, Context context) {
    List<Tree> items = ((Tree.Listed) clause.right()).items();
    Integers integers = new Integers(context);
    Optional<Expr> lower = integers.end(items.getFirst());
    Optional<Expr> upper =
        Clauses.isDots(items.getLast())
            ? Optional.of(SizeForm.expr(Size.endless(letter.latex())))
            : integers.end(items.getLast());
    return lower.flatMap(l -> upper.map(u -> new Range(l, u)));
  }

  /** {@code j \sim \{1, \dots, N\}} of a letter that nothing else declares gives its range. */
  private void drawnRange(Clause clause, List<Clause> others) {
    for (Tree name : clause.says("sim") ? clause.allNames() : List.<Tree>of()) {
      boolean alone =
          others.stream().filter(c -> !c.equals(clause)).noneMatch(c -> declares(c, name));
      if (alone) {
        RandomNames.range(name, clause.right(), context(), clause.span())
            .ifPresent(r -> declare(r.letter(), new Name(r.letter()), r));
      }
    }
  }

  private static boolean declares(Clause clause, Tree name) {
    return clause.allNames().stream()
        .flatMap(n -> Names.bare(n).stream())
        .anyMatch(n -> Names.bare(name).filter(n::equals).isPresent());
  }

  // Members of sets

  private boolean variable(Clause clause) {
    if (!clause.says("in")) {
      return false;
    }
    Optional<Sets.Members> members = new Sets(context()).set(clause.right());
    List<LeftSide> names = sides(clause);
    boolean plain =
        members.isPresent()
            && names.size() == clause.allNames().size()
            && names.stream().allMatch(n -> n.slots().isEmpty());
    if (plain) {
      names.forEach(n -> declare(n, members.get(), clause.span()));
    }
    return plain;
  }

  /** The left sides; what moves has no arguments but the time, and what its solution depends on. */
  private List<LeftSide> sides(Clause clause) {
    return clause.allNames().stream()
        .flatMap(n -> LeftSide.of(n, context()).stream())
        .map(this::withoutTime)
        .toList();
  }

  /**
   * {@code w_j(t)} is what moves with time, no function, and {@code u(t, p)} a solution; but {@code
   * f(u, t)}, where u moves, is a function of the state and of the time.
   */
  private LeftSide withoutTime(LeftSide left) {
    List<Name> slots = left.slots().stream().map(LeftSide.Slot::name).toList();
    List<Name> others = slots.stream().filter(n -> !n.equals(Name.TIME)).toList();
    boolean moves = motion.names().contains(left.name());
    if (slots.isEmpty()
        || timeIsNumber
        || slots.stream().anyMatch(motion.names()::contains)
        || !(moves || others.isEmpty())) {
      return left;
    }
    if (others.isEmpty()) {
      timed.add(left.name());
    } else {
      solutions.put(left.name(), others);
    }
    return left.alone();
  }

  private void declare(LeftSide left, Sets.Members members, Span span) {
    declare(
        left.name().key(left.indices().size()),
        left.name(),
        new Declaration.Variable(
            left.name(), left.indices(), members.shape(), members.domain(), false, span));
  }

  /** {@code n \in \mathbb{N}} of a letter that is a size says nothing new. */
  private void dropSizes() {
    Context context = context();
    for (Declaration.Variable v : List.copyOf(scope.variables().values())) {
      boolean natural =
          v.domain() instanceof Domain.Integers i
              && i.from().isPresent()
              && v.indices().isEmpty()
              && v.shape().isScalar();
      if (natural && context.sizes().contains(v.name().latex())) {
        scope = scope.without(v.name().key(0));
      }
    }
  }

  // Functions

  /** Whether a function takes the value of one that another entry declares, as {@code q(u)} may. */
  private boolean takesValues(Clause clause, List<Clause> others) {
    Set<Name> values = new HashSet<>();
    others.stream()
        .filter(c -> c.says("in") && !c.equals(clause))
        .flatMap(c -> sides(c).stream())
        .filter(l -> !l.slots().isEmpty())
        .forEach(l -> values.add(l.name()));
    return sides(clause).stream()
        .flatMap(l -> l.slots().stream())
        .anyMatch(s -> values.contains(s.name()));
  }

  private boolean function(Clause clause) {
    Optional<Sets.Members> members =
        clause.says("in") ? new Sets(context()).set(clause.right()) : Optional.empty();
    List<LeftSide> names = sides(clause);
    if (members.isEmpty() || names.size() != clause.allNames().size()) {
      return false;
    }
    List<Declaration.Function> functions =
        names.stream()
            .filter(n -> !n.slots().isEmpty())
            .map(n -> function(n, members.get().shape(), clause.span()))
            .toList();
    Domain values = members.get().domain();
    List<ValueSets.Written> written =
        functions.stream().flatMap(f -> ValueSets.of(f, values).stream()).toList();
    boolean free = values.equals(Domain.REALS);
    if (!free && written.size() < functions.size()) {
      return false;
    }
    names.stream()
        .filter(n -> n.slots().isEmpty())
        .forEach(n -> declare(n, members.get(), clause.span()));
    functions.forEach(f -> declare(f.name().key(f.indices().size()), f.name(), f));
    if (!free) {
      written.forEach(this::restrict);
    }
    return true;
  }

  /** A function with values in a set is written through one without a restriction. */
  private void restrict(ValueSets.Written w) {
    scope =
        scope
            .without(w.definition().name().key(w.definition().lambda().indices().size()))
            .with(w.free())
            .with(w.definition());
  }

  private Declaration.Function function(LeftSide left, Shape shape, Span span) {
    List<Parameter> parameters =
        left.slots().stream()
            .map(
                s ->
                    new Parameter(
                        s.name(),
                        s.declared()
                            .flatMap(t -> t.shape())
                            .or(() -> whole(s.name(), span))
                            .orElse(Shape.SCALAR)))
            .toList();
    return new Declaration.Function(left.name(), left.indices(), parameters, shape, span);
  }

  /** What all members of a family are together, where nothing else says what an argument is. */
  private Optional<Shape> whole(Name name, Span span) {
    OpenArguments open = new OpenArguments(scope, definitions);
    List<Definition> wholes = context().knows(name, 0) ? List.of() : open.wholes(name, span);
    if (wholes.size() > 1) {
      contested.add(name.latex());
    }
    for (Definition whole : wholes) {
      scope = scope.with(whole);
      defaults.add(NamedWholes.sentence(name, name));
    }
    return wholes.stream().map(Definition::shape).findFirst().or(() -> open.vector(name));
  }

  // Bounds

  private boolean bound(Clause clause) {
    boolean ordered =
        !clause.links().isEmpty()
            && clause.links().stream().allMatch(l -> ORDERS.contains(l.sign()))
            && clause.first().isPresent();
    if (!ordered) {
      return false;
    }
    if (isEnd(clause)) {
      return true;
    }
    if (clause.links().size() == 2) {
      Optional<Domain> between = Bounds.between(clause);
      return between.isPresent() && positive(clause.right(), between.get(), clause.span());
    }
    Optional<Domain> domain = Bounds.above(clause.links().getFirst());
    return clause.links().size() == 1
        && domain.isPresent()
        && clause.allNames().stream().allMatch(n -> positive(n, domain.get(), clause.span()));
  }

  private boolean positive(Tree tree, Domain domain, Span span) {
    Optional<LeftSide> left =
        LeftSide.of(tree, context()).filter(l -> l.slots().isEmpty()).filter(this::isNew);
    left.ifPresent(l -> declare(l, new Sets.Members(Shape.SCALAR, domain), span));
    return left.isPresent();
  }

  /** {@code t_0 < T}: times are counted from the start, and T is a later one. */
  private boolean isEnd(Clause clause) {
    if (!clause.says("<") || !motion.isNamedStart(clause.first().orElseThrow())) {
      return false;
    }
    positive(clause.right(), Domain.POSITIVE, clause.span());
    Optional<Name> end =
        LeftSide.of(clause.right(), context())
            .map(LeftSide::name)
            .filter(
                n ->
                    scope
                        .variable(n, 0)
                        .filter(v -> v.domain().equals(Domain.POSITIVE))
                        .isPresent());
    end.ifPresent(ends::add);
    return end.isPresent();
  }

  private boolean isNew(LeftSide left) {
    return !context().knows(left.name(), left.indices().size());
  }
}
