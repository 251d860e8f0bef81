package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.claim.ValueSets;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.SyntaxPrinter;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Makes a scope of the entries of {@code let}. Their order does not matter for declarations: ranges
 * first, then variables, then functions, whose parameters may be variables, then bounds;
 * definitions last, in their order.
 */
final class Setting {
  private static final Domains.Kind POSITIVE = new Domains.Kind(Shape.SCALAR, Domain.POSITIVE);

  private final Problems problems;
  private final Ledger ledger;
  private final List<Refused> refused;
  private final Map<String, List<Parameter>> hidden = new HashMap<>();
  private Scope scope;

  /** Whether t is a number like others, of which functions may be: nothing moves with it. */
  private boolean timeIsNumber;

  private Motion motion = Motion.of(List.of());
  private final Map<Name, List<Name>> solutions = new HashMap<>();
  private final Set<Name> timed = new HashSet<>();
  private final Set<Name> ends = new HashSet<>();
  private final Map<String, Declaration> declared = new HashMap<>();

  /**
   * @param refused names whose entries could not be read; more are added here
   */
  Setting(Scope scope, Ledger ledger, Problems problems, List<Refused> refused) {
    this.scope = scope;
    this.ledger = ledger;
    this.problems = problems;
    this.refused = refused;
  }

  Scope scope() {
    return scope;
  }

  /**
   * Declares what the entries declare, and returns those that are left: the definitions.
   *
   * @param moving the dynamics that are given beside them
   */
  List<Clause> declare(List<Clause> entries, Motion moving) {
    motion = moving;
    List<Clause> left = new ArrayList<>(entries);
    timeIsNumber = !moving.given() && scope.dynamics().isEmpty() && declareTime(entries);
    drawnRanges(left);
    ranges(left);
    left.sort(Comparator.comparing(Setting::dependsOnNoIndex));
    pass(left, this::variable);
    dropSizes();
    for (Clause clause : entries) {
      if (is(clause, Relation.IN)) {
        clause.names().forEach(name -> dropMember(name, clause));
      }
    }
    List<Clause> definitions = List.copyOf(left);
    functions(left, definitions);
    pass(left, this::bound);
    pass(left, (clause, name) -> is(clause, Relation.DISTRIBUTED) && drawn(clause, name));
    left.sort(Comparator.comparing(c -> !c.first().map(Shifts::isMember).orElse(false)));
    refuseLoneMembers(left);
    return left;
  }

  /** Functions of the values of others come after those. */
  private void functions(List<Clause> left, List<Clause> definitions) {
    List<Clause> later = left.stream().filter(clause -> isOfValues(clause, left)).toList();
    left.removeAll(later);
    pass(left, (clause, name) -> function(clause, name, definitions));
    left.addAll(later);
    pass(left, (clause, name) -> function(clause, name, definitions));
  }

  /** Whether an argument in {@code f(u) \in \mathbb{R}} is a function in another entry. */
  private boolean isOfValues(Clause clause, List<Clause> all) {
    List<Name> heads =
        all.stream()
            .filter(c -> !c.equals(clause))
            .flatMap(c -> c.names().stream())
            .flatMap(n -> pattern(n).stream())
            .filter(p -> !p.parameters().isEmpty() && p.indices().isEmpty())
            .map(Pattern::name)
            .toList();
    return clause.names().stream()
        .flatMap(n -> pattern(n).stream())
        .anyMatch(p -> p.parameters().stream().anyMatch(q -> heads.contains(q.name())));
  }

  private boolean declareTime(List<Clause> entries) {
    return scope.variable(Name.TIME, 0).isPresent()
        || entries.stream()
            .flatMap(c -> c.names().stream())
            .anyMatch(n -> n instanceof Syntax.Name t && t.key().equals(Name.TIME.latex()));
  }

  /** Ranges whose ends depend on other letters come after those. */
  private void ranges(List<Clause> left) {
    List<Clause> later = new ArrayList<>();
    do {
      left.addAll(later);
      later.clear();
      List<String> open =
          left.stream()
              .filter(IndexRanges::isRange)
              .flatMap(c -> c.names().stream())
              .flatMap(n -> n instanceof Syntax.Name l ? Stream.of(l.key()) : Stream.empty())
              .toList();
      left.stream()
          .filter(c -> IndexRanges.isRange(c) && IndexRanges.speaksOf(c, open))
          .forEach(later::add);
      if (left.stream().filter(IndexRanges::isRange).allMatch(later::contains)) {
        later.clear();
      }
      left.removeAll(later);
      pass(left, this::range);
    } while (!later.isEmpty());
  }

  /** Sets whose sizes have scripts tell families of sizes from sizes with a label. */
  private static boolean dependsOnNoIndex(Clause clause) {
    return !is(clause, Relation.IN)
        || Pieces.scripted(clause.links().getFirst().operand()).stream()
            .noneMatch(s -> s.sup().isPresent() && !Pieces.scripted(s.sup().get()).isEmpty());
  }

  /** {@code n \in \mathbb{N}} of a letter that is a size says nothing new. */
  private void dropSizes() {
    for (Declaration.Variable v : List.copyOf(scope.variables().values())) {
      boolean natural =
          v.domain() instanceof Domain.Integers i
              && i.from().isPresent()
              && v.indices().isEmpty()
              && v.shape().isScalar();
      if (natural && Sizes.of(scope).contains(v.name().latex())) {
        scope = scope.without(v.name().key(0));
      }
    }
  }

  private void dropMember(Syntax name, Clause clause) {
    try {
      scope = Members.without(name, scope, ledger);
    } catch (Misread misread) {
      problems.report(misread.problem());
      refused.addAll(Refused.names(clause));
    }
  }

  /** {@code j \sim \{1, \dots, N\}} of a letter that nothing else declares gives its range. */
  private void drawnRanges(List<Clause> left) {
    for (Clause clause : left) {
      for (Syntax name : is(clause, Relation.DISTRIBUTED) ? clause.names() : List.<Syntax>of()) {
        boolean declared = left.stream().anyMatch(c -> !c.equals(clause) && declares(c, name));
        Optional<Range> range =
            name instanceof Syntax.Name && !declared
                ? new Laws(context()).range(clause.links().getFirst().operand())
                : Optional.empty();
        range.ifPresent(
            r -> {
              String letter = ((Syntax.Name) name).key();
              scope = scope.with(new Declaration.IndexRange(letter, r, clause.span()));
            });
      }
    }
  }

  private static boolean declares(Clause clause, Syntax name) {
    return clause.names().stream()
        .anyMatch(
            other ->
                other instanceof Syntax.Name n
                    && name instanceof Syntax.Name m
                    && n.key().equals(m.key()));
  }

  private boolean drawn(Clause clause, Syntax name) {
    Syntax law = clause.links().getFirst().operand();
    Pattern pattern =
        pattern(name)
            .filter(p -> p.parameters().isEmpty())
            .orElseThrow(() -> Formulas.unsupported(name, "how this is drawn"));
    scope = new RandomNames(context(), clause.span()).declare(pattern, law);
    return true;
  }

  /** Whether the number of a member lies before the range of the others: y_0 beside y_1, y_2, … */
  private boolean isBefore(Written member) {
    Optional<Range> range =
        scope.variable(member.primed(), 1).map(v -> scope.ranges().get(v.indices().getFirst()));
    return range.isPresent()
        && range.get().lower() instanceof Expr.Literal lower
        && member.sub().orElseThrow() instanceof Syntax.Numeral n
        && n.value().compareTo(lower.value()) < 0;
  }

  /** {@code x_1 = 3} beside declared x_i that no formula defines. */
  private void refuseLoneMembers(List<Clause> definitions) {
    for (Clause clause : List.copyOf(definitions)) {
      Optional<Written> member = clause.first().filter(Shifts::isMember).flatMap(Written::of);
      Optional<Name> family =
          member
              .filter(w -> !isBefore(w))
              .map(Written::primed)
              .filter(n -> scope.variable(n, 1).isPresent());
      boolean others =
          family.isPresent()
              && definitions.stream()
                  .map(c -> new Shifts(context()).unshifted(c))
                  .flatMap(c -> c.first().flatMap(this::pattern).stream())
                  .anyMatch(p -> p.name().equals(family.get()) && p.indices().size() == 1);
      if (family.isPresent() && !others) {
        definitions.remove(clause);
        refused.addAll(Refused.names(clause));
        problems.report(
            Problem.of(
                ProblemId.NOT_YET_SUPPORTED,
                clause.span(),
                "a formula for one member of the declared family " + family.get() + " alone",
                "define the others too, or declare them apart"));
      }
    }
  }

  private Optional<Dynamics.Clock> clock() {
    return motion.start().map(start -> new Dynamics.Clock(start, ends));
  }

  /** On what the moving names are declared to depend besides the time. */
  Map<Name, List<Name>> solutions() {
    return Map.copyOf(solutions);
  }

  /** Makes the names of these equations move. */
  void move(List<Flows.Equation> equations) {
    if (!equations.isEmpty()) {
      scope = Flows.moving(scope, equations);
      scope = Solutions.declared(scope, equations, solutions, clock());
      scope = FunctionsOfTime.moving(scope, timed);
    }
  }

  void define(List<Clause> entries) {
    entries.forEach(this::definition);
  }

  private Context context() {
    return Context.of(scope, ledger);
  }

  /** Tries every entry that is left; those of whose names all are taken are done. */
  private void pass(List<Clause> left, BiPredicate<Clause, Syntax> taker) {
    for (Clause clause : List.copyOf(left)) {
      try {
        Refused.check(clause, refused);
        boolean all = !clause.names().isEmpty();
        for (Syntax name : clause.names()) {
          all &= Contained.read(clause.span(), () -> taker.test(clause, name));
        }
        if (all) {
          left.remove(clause);
        }
      } catch (Misread misread) {
        problems.report(misread.problem());
        refused.addAll(Refused.names(clause));
        left.remove(clause);
      }
    }
  }

  /** {@code j = 1, \dots, N}. */
  private boolean range(Clause clause, Syntax name) {
    if (!IndexRanges.isRange(clause) || !(name instanceof Syntax.Name letter)) {
      return false;
    }
    List<Syntax> items = ((Syntax.Sequence) clause.links().getFirst().operand()).items();
    Range ends = IndexRanges.of(items, letter, context());
    declare(letter.key(), new Declaration.IndexRange(letter.key(), ends, clause.span()));
    return true;
  }

  private static boolean is(Clause clause, Relation relation) {
    return clause.links().size() == 1 && clause.links().getFirst().relation() == relation;
  }

  private Optional<Pattern> pattern(Syntax name) {
    return Pattern.of(name, context());
  }

  private boolean variable(Clause clause, Syntax name) {
    if (!is(clause, Relation.IN)) {
      return false;
    }
    Optional<Pattern> pattern = Pattern.declared(name, context()).map(this::withoutTime);
    if (pattern.isEmpty()) {
      throw new Misread(
          ProblemId.HEADER_BAD_ENTRY,
          name.span(),
          "this cannot be declared",
          "declare a name, a family x_j, or a function f(x; \\theta)");
    }
    Pattern named = withoutParameters(pattern.get());
    if (!named.parameters().isEmpty()) {
      return false;
    }
    Domains.Kind kind = kind(clause);
    declare(named, kind, clause);
    if (isWithTime(name)) {
      timed.add(named.name());
    }
    return true;
  }

  private Domains.Kind kind(Clause clause) {
    return new Domains(context()).set(clause.links().getFirst().operand());
  }

  private void declare(Pattern pattern, Domains.Kind kind, Clause clause) {
    declare(
        pattern.name().key(pattern.indices().size()),
        new Declaration.Variable(
            pattern.name(), pattern.indices(), kind.shape(), kind.domain(), false, clause.span()));
  }

  /**
   * @throws Misread if entries of one list say different things of a name: none of them counts more
   *     than another
   */
  private void declare(String key, Declaration declaration) {
    Optional<Declaration> before = Optional.ofNullable(declared.putIfAbsent(key, declaration));
    if (before.filter(b -> !isSame(b, declaration)).isPresent()) {
      throw new Misread(
          ProblemId.DECLARED_TWICE,
          declaration.span(),
          "another entry declares this name differently",
          "keep one of them; say bounds in an entry of their own, such as x > 0");
    }
    scope = scope.with(declaration);
  }

  private boolean isSame(Declaration a, Declaration b) {
    return switch (a) {
      case Declaration.Variable v ->
          b instanceof Declaration.Variable w
              && v.shape().equals(w.shape())
              && v.domain().equals(w.domain())
              && over(v.indices()).equals(over(w.indices()));
      case Declaration.Function f ->
          b instanceof Declaration.Function g
              && f.shape().equals(g.shape())
              && f.parameters().equals(g.parameters())
              && over(f.indices()).equals(over(g.indices()));
      case Declaration.IndexRange r ->
          b instanceof Declaration.IndexRange q && r.range().equals(q.range());
    };
  }

  private List<Optional<Range>> over(List<String> letters) {
    return letters.stream().map(l -> Optional.ofNullable(scope.ranges().get(l))).toList();
  }

  private boolean isWithTime(Syntax name) {
    return !timeIsNumber
        && pattern(name)
            .filter(p -> p.parameters().stream().anyMatch(q -> q.name().equals(Name.TIME)))
            .isPresent();
  }

  /** {@code u(t, p)} of what moves: a solution, and what it depends on besides the time. */
  private Pattern withoutParameters(Pattern pattern) {
    if (pattern.parameters().isEmpty() || !motion.names().contains(pattern.name())) {
      return pattern;
    }
    solutions.put(pattern.name(), pattern.parameters().stream().map(Parameter::name).toList());
    return new Pattern(pattern.name(), pattern.indices(), List.of(), List.of());
  }

  /**
   * {@code w_j(t)} declares what moves with time, not a function; unless t is declared too. But
   * {@code f(u, t)}, where u moves, is a function of the state and of the time.
   */
  private Pattern withoutTime(Pattern pattern) {
    if (timeIsNumber
        || pattern.parameters().stream().anyMatch(p -> motion.names().contains(p.name()))) {
      return pattern;
    }
    List<Parameter> others =
        pattern.parameters().stream().filter(p -> !p.name().equals(Name.TIME)).toList();
    return others.size() == pattern.parameters().size()
        ? pattern
        : new Pattern(
            pattern.name(),
            pattern.indices(),
            others,
            others.stream().map(p -> Optional.<dev.hence.expr.Expr.Ref>empty()).toList());
  }

  private boolean function(Clause clause, Syntax name, List<Clause> definitions) {
    if (is(clause, Relation.IN)) {
      pattern(name).stream()
          .flatMap(p -> p.parameters().stream())
          .forEach(p -> defineWhole(p.name(), name.span()));
    }
    Optional<Pattern> pattern =
        Pattern.declared(name, context())
            .map(this::withoutTime)
            .map(this::withoutParameters)
            .map(p -> ofDefined(p, definitions))
            .map(p -> new Families(context()).parameters(p, definitions));
    boolean function =
        is(clause, Relation.IN) && pattern.isPresent() && !pattern.get().parameters().isEmpty();
    if (function) {
      Pattern p = pattern.get();
      Domains.Kind kind = kind(clause);
      Declaration.Function declaration =
          new Declaration.Function(
              p.name(), p.indices(), p.parameters(), kind.shape(), clause.span());
      declare(p.name().key(p.indices().size()), declaration);
      if (ValueSets.restricts(kind.domain())) {
        within(declaration, kind.domain(), clause);
      }
      return true;
    }
    return pattern.filter(p -> p.parameters().isEmpty()).isPresent() && is(clause, Relation.IN);
  }

  /** The values of a function lie in a set: it is written through one that is free. */
  private void within(Declaration.Function function, Domain set, Clause clause) {
    ValueSets.Written written =
        ValueSets.of(function, set)
            .orElseThrow(
                () ->
                    new Misread(
                        ProblemId.NOT_YET_SUPPORTED,
                        clause.span(),
                        "a function whose values lie in this set is not drawn",
                        "kept are intervals and symmetric, positive definite and semidefinite"
                            + " matrices; or give it a formula"));
    Name name = function.name();
    scope =
        scope
            .without(name.key(function.indices().size()))
            .with(written.free())
            .with(written.definition());
    ledger.note(
        name
            + " is written through an arbitrary "
            + written.free().name()
            + ", so that its values lie where they are declared");
  }

  /** {@code \ell(W) \in \mathbb{R}} beside {@code W = W_2 W_1}: a function of such a matrix. */
  private Pattern ofDefined(Pattern function, List<Clause> definitions) {
    List<Parameter> parameters =
        function.parameters().stream()
            .map(
                p ->
                    p.shape().isScalar() && !context().knows(p.name(), 0)
                        ? formulaOf(p.name(), definitions)
                            .map(shape -> new Parameter(p.name(), shape))
                            .orElse(p)
                        : p)
            .toList();
    return new Pattern(function.name(), function.indices(), parameters, function.members());
  }

  /** The shape of the formula that an entry gives to a name, as far as it can be read by now. */
  private Optional<Shape> formulaOf(Name name, List<Clause> definitions) {
    Context scratch = Context.of(scope, ledger.scratch());
    for (Clause clause : definitions) {
      boolean own =
          is(clause, Relation.EQUAL)
              && clause
                  .first()
                  .flatMap(this::pattern)
                  .filter(p -> p.name().equals(name) && p.indices().isEmpty())
                  .filter(p -> p.parameters().isEmpty())
                  .isPresent();
      if (own) {
        try {
          return Optional.of(
              new Formulas(scratch).expr(clause.links().getFirst().operand()).shape());
        } catch (Misread readLater) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** The parameter w of {@code L(w)} is the whole of a family w_{ij} of several indices. */
  private void defineWhole(Name name, Span span) {
    Wholes wholes = new Wholes(context());
    List<Map.Entry<Name, Integer>> families =
        context().knows(name, 0)
            ? List.of()
            : wholes.families(name).stream().filter(f -> f.getValue() > 1).toList();
    if (families.size() > 1) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          "`" + name + "` may stand for more than one family",
          "give one of them another letter");
    }
    for (Map.Entry<Name, Integer> family : families) {
      Expr.Family whole = wholes.whole(family.getKey(), family.getValue(), span);
      ledger.note(name + " is the whole of all " + name + " with indices");
      scope = scope.with(new Definition(name, Lambda.constant(whole), whole.shape(), span));
    }
  }

  /** {@code T > 0}, {@code 0 < \beta < 1}: an interval for a new name, else an assumption. */
  private boolean bound(Clause clause, Syntax name) {
    List<Syntax.Link> links = clause.links();
    boolean ordered =
        !links.isEmpty()
            && links.stream()
                .allMatch(
                    l -> Relations.of(l.relation()).filter(r -> r.isInequality()).isPresent());
    if (!ordered) {
      return false;
    }
    if (links.size() == 1 && links.getFirst().relation() == Relation.LESS && motion.isStart(name)) {
      Syntax end = links.getFirst().operand();
      newName(end).ifPresent(p -> declare(p, POSITIVE, clause));
      if (isPositive(end)) {
        ends.add(pattern(end).orElseThrow().name());
        ledger.note("times are counted from " + SyntaxPrinter.print(name) + ", which is 0 then");
        return true;
      }
    }
    if (links.size() == 1 && Comparisons.isNumber(links.getFirst().operand())) {
      newName(name).ifPresent(p -> declare(p, Comparisons.above(links.getFirst()), clause));
      if (newlyDeclared(name)) {
        return true;
      }
    }
    boolean between =
        links.size() == 2
            && Comparisons.isNumber(name)
            && Comparisons.isNumber(links.get(1).operand())
            && newName(links.get(0).operand()).isPresent();
    if (between) {
      Pattern p = newName(links.get(0).operand()).orElseThrow();
      declare(p, Comparisons.between(name, links), clause);
      return true;
    }
    new Formulas(context())
        .conditions(Optional.of(name), links, clause.span())
        .forEach(c -> scope = scope.assuming(c));
    return true;
  }

  private boolean isPositive(Syntax name) {
    return pattern(name)
        .flatMap(p -> scope.variable(p.name(), p.indices().size()))
        .filter(v -> v.domain().equals(Domain.POSITIVE))
        .isPresent();
  }

  private boolean newlyDeclared(Syntax name) {
    return pattern(name)
        .flatMap(p -> scope.variable(p.name(), p.indices().size()))
        .filter(v -> v.domain() instanceof Domain.Interval i && !i.equals(Domain.REALS))
        .isPresent();
  }

  private Optional<Pattern> newName(Syntax syntax) {
    return pattern(syntax)
        .filter(p -> p.parameters().isEmpty())
        .filter(p -> !context().knows(p.name(), p.indices().size()));
  }

  /** Says what parameters functions had that the entries hide: theirs are of the same shapes. */
  Setting hiding(Map<String, List<Parameter>> parameters) {
    hidden.putAll(parameters);
    return this;
  }

  private Pattern asBefore(Pattern pattern) {
    List<Parameter> before =
        hidden.getOrDefault(pattern.name().key(pattern.indices().size()), List.of());
    boolean same =
        before.stream()
            .map(Parameter::name)
            .toList()
            .equals(pattern.parameters().stream().map(Parameter::name).toList());
    return same
        ? new Pattern(pattern.name(), pattern.indices(), before, pattern.members())
        : pattern;
  }

  private void definition(Clause clause) {
    try {
      Contained.run(clause.span(), () -> defined(new Shifts(context()).unshifted(clause)));
    } catch (Misread misread) {
      problems.report(misread.problem());
      refused.addAll(Refused.names(clause));
    }
  }

  private void defined(Clause clause) {
    Refused.check(clause, refused);
    boolean equation =
        is(clause, Relation.EQUAL)
            || is(clause, Relation.DEFINES)
            || is(clause, Relation.EQUIVALENT);
    Head head = Head.of(clause, context());
    Optional<Pattern> pattern = head.clause().first().flatMap(this::pattern).map(this::asBefore);
    if (!equation || pattern.isEmpty()) {
      throw new Misread(
          ProblemId.HEADER_BAD_ENTRY,
          clause.span(),
          "this entry declares nothing",
          "write a declaration x \\in \\mathbb{R}^d, a range j = 1, \\dots, N, a bound T > 0, or"
              + " a definition A = B");
    }
    Syntax right = head.clause().links().getFirst().operand();
    Sizes.register(right, context());
    Definition definition =
        new ParameterShapes(context(), head).define(pattern.get(), right, clause.span());
    scope = new Demands(scope).with(definition);
    clause.first().flatMap(Written::of).ifPresent(w -> defineRoot(w, definition));
  }

  /** {@code \sigma^2 = …} names the square; σ is its root, at least 0. */
  private void defineRoot(Written square, Definition definition) {
    boolean isSquare =
        square.sup().filter(s -> s instanceof Syntax.Numeral n && n.text().equals("2")).isPresent()
            && definition.lambda().indices().isEmpty()
            && definition.shape().isScalar();
    Optional<Name> root =
        Written.labelled(square.primed(), square.sub(), Optional.empty())
            .filter(n -> isSquare && !context().knows(n, 0));
    if (root.isPresent()) {
      Expr value = new Expr.Ref(definition.name(), List.of(), definition.shape());
      Lambda lambda = Lambda.constant(new Expr.Root(value, 2));
      scope = scope.with(new Definition(root.get(), lambda, Shape.SCALAR, definition.span()));
    }
  }

  /** Values with which trajectories begin, among the dynamics. */
  void begin(List<Clause> entries) {
    for (Clause clause : entries) {
      try {
        Refused.check(clause, refused);
        Contained.run(clause.span(), () -> conditions(clause).forEach(c -> begin(c, clause)));
      } catch (Misread misread) {
        problems.report(misread.problem());
        refused.addAll(Refused.mentioned(clause, scope));
        moving().forEach(name -> refused.add(Refused.of(name, false)));
      }
    }
  }

  private List<Condition> conditions(Clause clause) {
    return new Formulas(context()).conditions(clause.first(), clause.links(), clause.span());
  }

  private Set<Name> moving() {
    return scope.dynamics().map(d -> d.velocities().keySet()).orElse(Set.of());
  }

  private void begin(Condition condition, Clause clause) {
    if (!Starting.isValue(condition, scope)) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          clause.span(),
          "a value among the dynamics that is not one of what moves at the start",
          "write w(0) = w_0");
    }
    scope = Starting.with(condition, scope, clause.span());
    ledger.note(Starting.sentence(condition, scope));
  }

  /**
   * Entries of {@code assume}. If one cannot be read, nothing that it speaks of can be checked: it
   * might be said of other points only.
   */
  void assume(List<Clause> entries) {
    for (Clause clause : entries) {
      try {
        Refused.check(clause, refused);
        Contained.run(
            clause.span(),
            () ->
                new Quantified(context())
                    .of(clause, conditions(clause))
                    .forEach(c -> assume(c, clause)));
      } catch (Misread misread) {
        problems.report(misread.problem());
        refused.addAll(Refused.mentioned(clause, scope));
      }
    }
  }

  /** A value at the start is assumed of trajectories alone; what else is said, of all points. */
  private void assume(Condition condition, Clause clause) {
    if (Starting.isValue(condition, scope)) {
      begin(condition, clause);
    } else {
      requireSolvable(condition, clause);
      scope = scope.assuming(condition);
    }
  }

  /** Trajectories must be found on which an equation holds. */
  private void requireSolvable(Condition condition, Clause clause) {
    if (condition.relation() == dev.hence.expr.Relation.EQUAL
        && new Dependence(scope).any(condition.left(), Expr.At.class::isInstance)
        && !new Degrees(scope).solvable(condition.left(), condition.right())) {
      throw new Misread(
          ProblemId.NOT_LINEAR,
          clause.span(),
          "this says something of trajectories, and gives no name its value at the start",
          "write w(0) = w_0, name by name, and say in `let` what w_0 is");
    }
  }
}
