package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Separator;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The definitions among the statements of one display. They serve the whole display, wherever in it
 * they stand, and so they are read first: one that speaks of another's name after the other.
 */
final class TextDefinitions {
  /**
   * A statement that may define.
   *
   * @param conjunct whether it stands beside others between the arrows of an inference: then not
   */
  record Candidate(Clause clause, Steering steering, boolean conjunct) {
    Candidate(Clause clause, Steering steering) {
      this(clause, steering, false);
    }
  }

  /** An entry of a comment defines, whatever is known of its name. */
  private static final Steering ENTRY = Steering.NONE.saying(Steering.Word.DEFINE);

  private final Knowledge known;
  private final Map<Clause, Definition> definitions = new HashMap<>();

  /** By the second relation of a statement. */
  private final Map<Clause, Definition> seconds = new HashMap<>();

  /** Those of the statements, in the order in which they were read. */
  private final List<Definition> made = new ArrayList<>();

  private final Map<Clause, Misread> failed = new HashMap<>();

  private TextDefinitions(Knowledge known) {
    this.known = known;
  }

  /**
   * Reads the definitions among some statements and adds them to what is known.
   *
   * @param entries definitions that a comment adds to them
   */
  static TextDefinitions of(
      List<Candidate> statements, List<Clause> entries, Knowledge known, Problems problems) {
    TextDefinitions all = new TextDefinitions(known);
    statements.forEach(s -> all.declareLetters(s.clause()));
    statements.forEach(s -> StepCounts.register(s.clause(), known.context()));
    Composed composed =
        Composed.of(statements.stream().map(Candidate::clause).toList(), known.context());
    List<Candidate> left =
        all.defining(
            statements.stream()
                .map(s -> new Candidate(composed.plain(s.clause()), s.steering(), s.conjunct()))
                .toList());
    entries.forEach(entry -> left.add(new Candidate(entry, ENTRY)));
    all.defineAll(left);
    for (Clause entry : entries) {
      Misread misread = all.failed.get(entry);
      if (misread != null) {
        problems.report(misread.problem());
        known.refused().addAll(Refused.names(entry));
      }
    }
    entries.stream().map(all.definitions::remove).forEach(all.made::remove);
    statements.forEach(s -> all.keep(s.clause(), composed.plain(s.clause())));
    return all;
  }

  /** What became of a statement, by the statement as it is written. */
  private void keep(Clause written, Clause read) {
    Optional.ofNullable(definitions.get(read)).ifPresent(d -> definitions.put(written, d));
    Optional.ofNullable(failed.get(read)).ifPresent(misread -> failed.put(written, misread));
  }

  private void defineAll(List<Candidate> candidates) {
    List<Candidate> left = new ArrayList<>(candidates);
    while (!left.isEmpty()) {
      Candidate next =
          left.stream().filter(c -> isFree(c, left)).findFirst().orElse(left.getFirst());
      left.remove(next);
      if (next.steering().equals(ENTRY) || defines(next)) {
        define(next);
      }
    }
  }

  /** The definition that a statement makes. */
  Optional<Definition> of(Clause clause) {
    return Optional.ofNullable(definitions.get(clause));
  }

  boolean defines(Clause clause) {
    return definitions.containsKey(clause) || failed.containsKey(clause);
  }

  /**
   * Refuses a statement that would define and cannot be read.
   *
   * @throws Misread the reason
   */
  void check(Clause clause) {
    Misread misread = failed.get(clause);
    if (misread != null) {
      throw misread;
    }
  }

  List<Definition> toList() {
    return List.copyOf(made);
  }

  /** {@code r_i = …, i = 1, \dots, n}: a letter of which nothing is known runs from here on. */
  private void declareLetters(Clause clause) {
    Restrictions restrictions = new Restrictions(known.scope(), known.ledger());
    for (dev.hence.read.math.Condition condition : clause.conditions()) {
      try {
        restrictions.add(condition);
      } catch (Misread reportedLater) {
        return;
      }
    }
    restrictions
        .scope()
        .ranges()
        .forEach(
            (letter, range) -> {
              if (!known.scope().ranges().containsKey(letter)) {
                known.become(
                    known.scope().with(new Declaration.IndexRange(letter, range, clause.span())));
              }
            });
  }

  private List<Candidate> defining(List<Candidate> statements) {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Candidate before = null;
    boolean conditional = false;
    for (int k = 0; k < statements.size(); k++) {
      Candidate s = statements.get(k);
      conditional = follows(s.clause()) && (conditional || !candidates.contains(before));
      before = s;
      Optional<Pattern> pattern =
          Head.of(s.clause(), known.context())
              .clause()
              .first()
              .flatMap(l -> Pattern.of(l, known.context()));
      if (pattern.isPresent()
          && !conditional
          && !s.conjunct()
          && !isEquivalent(statements, k)
          && defines(s)
          && names.add(pattern.get().name().key(pattern.get().indices().size()))) {
        candidates.add(s);
      }
    }
    return candidates;
  }

  /** {@code a = b \iff a^2 = b^2}: what is equivalent to something else is no definition. */
  private static boolean isEquivalent(List<Candidate> statements, int k) {
    Candidate s = statements.get(k);
    return k + 1 < statements.size()
        && statements.get(k + 1).clause().separator() == Separator.IFF
        && !s.clause().links().isEmpty()
        && s.clause().links().getFirst().relation() == dev.hence.read.math.Relation.EQUAL
        && !s.steering().says(Steering.Word.DEFINE);
  }

  /** Whether a statement is said to follow from the one before it. */
  private static boolean follows(Clause clause) {
    return clause.separator() == Separator.IMPLIES || clause.separator() == Separator.IFF;
  }

  private boolean defines(Candidate s) {
    Clause clause = Head.of(s.clause(), known.context()).clause();
    if (clause.first().isEmpty()
        || clause.links().isEmpty()
        || s.steering().says(Steering.Word.GIVEN)) {
      return false;
    }
    Syntax.Link link = clause.links().getFirst();
    boolean equation =
        switch (link.relation()) {
          case EQUAL, DEFINES, EQUIVALENT -> true;
          default -> false;
        };
    try {
      Syntax left = clause.first().get();
      return equation
          && (Flows.moved(left, Context.of(known.scope(), known.ledger().scratch())).isEmpty()
              || (Flows.isPrimed(left) && link.relation() != dev.hence.read.math.Relation.EQUAL))
          && new NewNames(known.context()).defines(left, link, s.steering());
    } catch (Misread reportedLater) {
      return false;
    }
  }

  /** Whether a definition speaks of no name that another of these defines. */
  private boolean isFree(Candidate candidate, List<Candidate> others) {
    Syntax left = candidate.clause().first().orElseThrow();
    Syntax right = candidate.clause().links().getFirst().operand();
    List<Refused> names = new ArrayList<>();
    for (Candidate other : others) {
      if (!other.equals(candidate)) {
        names.addAll(Refused.names(other.clause()));
      }
    }
    return !Refused.mentions(left, names) && !Refused.mentions(right, names);
  }

  /**
   * {@code \hat\mu = \bar x = \frac1n \sum_i x_i}, of which both names are new: the second one is
   * defined by what stands behind it.
   */
  private void defineSecond(Candidate candidate) {
    List<Syntax.Link> links = candidate.clause().links();
    boolean chain =
        links.size() > 1
            && links.get(1).relation() == dev.hence.read.math.Relation.EQUAL
            && Written.of(links.get(0).operand()).isPresent();
    if (!chain) {
      return;
    }
    Syntax name = links.get(0).operand();
    Clause inner =
        new Clause(
            Separator.COMMA,
            Optional.of(name),
            List.of(links.get(1)),
            List.of(),
            name.span().to(links.get(1).operand().span()));
    Candidate second = new Candidate(inner, candidate.steering());
    boolean plain = Written.of(name).filter(w -> !w.base().accents().isEmpty()).isPresent();
    if (plain && defines(second)) {
      define(second);
      if (definitions.containsKey(inner)) {
        seconds.put(candidate.clause(), definitions.remove(inner));
      } else {
        failed.remove(inner);
      }
    }
  }

  /** The definition that the second relation of a statement makes. */
  Optional<Definition> second(Clause clause) {
    return Optional.ofNullable(seconds.get(clause));
  }

  private void define(Candidate candidate) {
    Clause clause = candidate.clause();
    try {
      Contained.run(clause.span(), () -> defineSecond(candidate));
      Contained.run(clause.span(), () -> defineFirst(candidate));
    } catch (Misread misread) {
      if (known.reshapes(misread)) {
        define(candidate);
      } else {
        failed.put(clause, misread);
      }
    }
  }

  private void defineFirst(Candidate candidate) {
    Clause clause = candidate.clause();
    Refused.check(clause, known.refused());
    Head head = Head.of(clause, known.context());
    Syntax left = head.clause().first().orElseThrow();
    Syntax.Link link = head.clause().links().getFirst();
    Sizes.register(left, known.context());
    Sizes.register(link.operand(), known.context());
    Pattern pattern =
        Pattern.of(left, known.context())
            .orElseThrow(() -> Formulas.unsupported(left, "a definition of anything but a name"));
    Definition definition =
        new ParameterShapes(known.context(), head)
            .define(pattern, link.operand(), left.span().to(link.operand().span()));
    refuseConditions(clause);
    definition = withoutTime(definition);
    refuseFollowers(definition);
    known.settle();
    known.define(definition);
    known.resolvePending();
    definitions.put(clause, definition);
    made.add(definition);
  }

  /** What is defined through a name may keep its old formula, or follow the new one. */
  private void refuseFollowers(Definition definition) {
    Name name = definition.name();
    int indices = definition.lambda().indices().size();
    if (known.scope().definition(name, indices).isEmpty()) {
      return;
    }
    Optional<Definition> follower =
        known.scope().definitions().values().stream()
            .filter(d -> !d.name().equals(name))
            .filter(d -> Trees.any(d.lambda().body(), e -> speaksOf(e, name)))
            .findFirst();
    if (follower.isPresent()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          definition.span(),
          follower.get().name()
              + " is defined through "
              + name
              + ", and may keep the old formula"
              + " or follow the new one",
          "give what is new a name of its own, or begin a section with <!-- hence: new -->");
    }
  }

  private static boolean speaksOf(Expr expr, Name name) {
    return switch (expr) {
      case Expr.Ref r -> r.name().equals(name);
      case Expr.Call c -> c.function().equals(name);
      default -> false;
    };
  }

  /** A name has one formula: it cannot have it under a condition. */
  private void refuseConditions(Clause clause) {
    Restrictions restrictions = new Restrictions(known.scope(), known.ledger());
    clause.conditions().forEach(restrictions::add);
    for (Condition condition : restrictions.conditions()) {
      if (!isDeclared(condition)) {
        throw new Misread(
            ProblemId.CONDITION_OR_CLAIM,
            clause.span(),
            "a definition under a condition that the declarations do not say",
            "declare the domain in `let`, or define it by cases");
      }
    }
  }

  /** {@code x > 0} of an x that is declared so. */
  private boolean isDeclared(Condition condition) {
    return condition.left() instanceof Expr.Ref r
        && condition.right() instanceof Expr.Literal l
        && known
            .scope()
            .variable(r.name(), r.indices().size())
            .filter(
                v ->
                    v.domain() instanceof Domain.Interval i
                        && implies(i, condition.relation(), l.value()))
            .isPresent();
  }

  private static boolean implies(Domain.Interval interval, Relation relation, Rational end) {
    Optional<Integer> above = interval.lower().map(lower -> lower.compareTo(end));
    Optional<Integer> below = interval.upper().map(upper -> upper.compareTo(end));
    return switch (relation) {
      case GREATER -> above.filter(c -> c > 0 || (c == 0 && !interval.lowerIncluded())).isPresent();
      case GREATER_OR_EQUAL -> above.filter(c -> c >= 0).isPresent();
      case LESS -> below.filter(c -> c < 0 || (c == 0 && !interval.upperIncluded())).isPresent();
      case LESS_OR_EQUAL -> below.filter(c -> c <= 0).isPresent();
      case NOT_EQUAL -> !interval.contains(end);
      case EQUAL, APPROXIMATELY -> false;
    };
  }

  /** Whether a formula takes the state without saying when; not so ∫₀ᵗ x(s) ds. */
  private boolean takesStateNow(Expr expr) {
    return switch (expr) {
      case Expr.At at -> false;
      case Expr.Ref r when known.scope().isState(r.name()) -> true;
      default -> Trees.children(expr).stream().anyMatch(this::takesStateNow);
    };
  }

  /**
   * {@code u(t) = X w(t)} defines u = X w, a value that moves; {@code V(t) = t \\|x(t)\\|^2} one
   * that changes with the time besides.
   */
  private Definition withoutTime(Definition definition) {
    Lambda lambda = definition.lambda();
    Scope scope = known.scope();
    List<Parameter> others =
        lambda.parameters().stream().filter(p -> !p.name().equals(Name.TIME)).toList();
    if (scope.dynamics().isEmpty() || others.size() == lambda.parameters().size()) {
      return definition;
    }
    Expr time = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
    Expr body = Times.stripped(lambda.body(), time);
    boolean moves = !body.equals(lambda.body()) || takesStateNow(body);
    if (!moves && Trees.any(body, e -> e.equals(time))) {
      return definition;
    }
    return new Definition(
        definition.name(),
        new Lambda(lambda.indices(), others, body),
        definition.shape(),
        definition.span());
  }
}
