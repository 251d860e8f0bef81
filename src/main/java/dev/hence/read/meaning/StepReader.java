package dev.hence.read.meaning;

import dev.hence.claim.Backwards;
import dev.hence.claim.Beginnings;
import dev.hence.claim.Decimals;
import dev.hence.claim.Dependence;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.iteration.Iterates;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Makes steps of relations: what they claim, under what, and how exactly. */
final class StepReader {
  private final DisplayReader.Manner manner;
  private final Knowledge known;

  StepReader(DisplayReader.Manner manner, Knowledge known) {
    this.manner = manner;
    this.known = known;
  }

  /** What the comment says that a display is claimed under. */
  Restrictions said(Steering own) {
    Restrictions restrictions = new Restrictions(known.scope(), known.ledger());
    own.conditions().forEach(restrictions::add);
    return restrictions;
  }

  /** The conditions behind a statement that restrict it. */
  List<Condition> restricting(Clause clause) {
    Restrictions restrictions = new Restrictions(known.scope(), known.ledger());
    restricting(clause, restrictions, new ArrayList<>());
    return restrictions.conditions();
  }

  /** Adds what restricts a statement; where it says that letters go is put aside. */
  private static void restricting(
      Clause clause, Restrictions restrictions, List<Tendency> tending) {
    for (dev.hence.read.math.Condition condition : clause.conditions()) {
      List<Tendency> said = tending(condition);
      if (said.isEmpty()) {
        restrictions.add(condition);
      } else {
        tending.addAll(said);
      }
    }
  }

  /** {@code \text{as } \eta \to 0}, {@code (h \to 0)}. */
  private static List<Tendency> tending(dev.hence.read.math.Condition condition) {
    List<List<Tendency>> said = condition.clauses().stream().map(Tendency::of).toList();
    return said.stream().anyMatch(List::isEmpty)
        ? List.of()
        : said.stream().flatMap(List::stream).toList();
  }

  /** Two sides that are said to be equal as something goes somewhere: in the limit, or always? */
  private static void refuseIdle(
      Clause clause, Claims.Claim claim, List<Tendency> tending, Context context) {
    boolean idle = claim.approach().isEmpty() && !takesLimits(clause, tending, context);
    Optional<dev.hence.read.math.Condition> said =
        clause.conditions().stream().filter(c -> !tending(c).isEmpty()).findFirst();
    if (idle && said.isPresent()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          said.get().span(),
          "this says where a letter goes, but the statement before it is no limit",
          "write \\lim, \\to, \\approx or an order: A = B + O(\\eta^2)");
    }
  }

  /**
   * The claim of one relation; before an order of matrices, that they are symmetric.
   *
   * @throws Misread if a side, or what it is claimed under, has no single meaning
   */
  List<Statement.Step> steps(Syntax left, Syntax.Link link, Part part, Premise premise, Span span) {
    Restrictions restrictions = said(part.steering());
    List<Tendency> tending = new ArrayList<>();
    restricting(part.clause(), restrictions, tending);
    Set<String> letters = restrictions.addEntries(List.of(left, link.operand()));
    part.steering().conditions().forEach(c -> tending.addAll(Tendency.of(c)));
    tending.addAll(known.tending());
    Context plain = Context.of(restrictions.scope(), known.ledger());
    Context said = plain.withInstants(Limits.instants(part.clause(), tending, plain));
    Times times = new Times(said);
    boolean valued = Stream.of(left, link.operand()).anyMatch(times::takesValues);
    if (!valued) {
      new AtNaught(said).refuse(left, link.operand());
    }
    Context context = valued ? said.withInstants(Set.of(Times.ZERO)) : said;
    int gradients = known.ledger().gradients().size();
    Claims claims = claims(context, restrictions, premise);
    Claims.Claim claim = claims.claim(left, link, tending);
    refuseIdle(part.clause(), claim, tending, context);
    EntryLetters.refusePairs(letters, List.of(claim.left(), claim.right()), span);
    Captures.refuse(claim, span);
    SumsLeftOpen.refuse(claim, part.clause(), restrictions.conditions(), span);
    refuseDoubtful(claim, part, span);
    if (resolves(claim, span)) {
      return steps(left, link, part, premise, span);
    }
    known.settle();
    List<Condition> conditions = new ArrayList<>(claims.premises());
    conditions.addAll(premise.excluded());
    conditions.addAll(restrictions.conditions());
    List<String> doubtful = known.ledger().gradients();
    Optional<Statement.Otherwise> otherwise =
        doubtful.size() == gradients
            ? Optional.empty()
            : otherwise(left, link, tending, context, restrictions, premise, doubtful.getLast());
    if (premise.equals(Premise.NONE)
        && Stationarity.isOpen(part, link, plain)
        && !Stationarity.isExplicit(left, claim.left())) {
      otherwise = otherwise.or(() -> Optional.of(Stationarity.condition(claim)));
    }
    return Stream.concat(
            claims.symmetry(left, link).map(c -> step(c, part, conditions, premise, span)).stream(),
            Stream.of(step(claim, part, conditions, premise, span).orOtherwise(otherwise)))
        .toList();
  }

  private Claims claims(Context context, Restrictions restrictions, Premise premise) {
    return new Claims(
        context,
        new Iterates(
            context.scope(),
            known.steps(),
            known.starts(),
            restrictions.conditions(),
            premise.conditions()));
  }

  /** The claim where what f is worth at another point is a constant to derivatives. */
  private Optional<Statement.Otherwise> otherwise(
      Syntax left,
      Syntax.Link link,
      List<Tendency> tending,
      Context context,
      Restrictions restrictions,
      Premise premise,
      String function) {
    Context constants = context.with(context.ledger().readingConstants());
    try {
      Claims.Claim claim = claims(constants, restrictions, premise).claim(left, link, tending);
      String reading =
          "false if the derivative of "
              + function
              + " at another point is meant to be taken there (\\nabla "
              + function
              + " says so), and not refuted if it is the derivative of a constant, which is 0";
      return Optional.of(new Statement.Otherwise(claim.left(), claim.right(), reading));
    } catch (Misread noOtherReading) {
      return Optional.empty();
    }
  }

  /**
   * What speaks of something, if only through the dynamics, of which it is not known what it is.
   */
  private void refuseDoubtful(Claims.Claim claim, Part part, Span span) {
    Dependence reach = new Dependence(claim.scope());
    Optional<Name> doubtful =
        known.doubtful().stream()
            .filter(
                name ->
                    Stream.of(claim.left(), claim.right())
                        .anyMatch(side -> reach.mentions(side, name) || moves(side, name, reach)))
            .findFirst();
    if (doubtful.isPresent() && !part.steering().says(Steering.Word.CLAIM)) {
      throw Refused.lost(doubtful.get().latex(), span);
    }
  }

  private boolean moves(Expr side, Name name, Dependence reach) {
    return reach.any(side, e -> e instanceof Expr.TimeDerivative || e instanceof Expr.At)
        && known.scope().dynamics().stream()
            .flatMap(d -> d.velocities().values().stream())
            .anyMatch(v -> reach.mentions(v.body(), name));
  }

  private Statement.Step step(
      Claims.Claim claim, Part part, List<Condition> said, Premise premise, Span span) {
    List<Condition> conditions = new ArrayList<>(said);
    conditions.addAll(claim.conditions());
    Endings.refuseRestricted(claim.scope(), List.of(claim.left(), claim.right()), conditions, span);
    Optional<String> label = manner.ids().label(part.row());
    Steering own = part.steering();
    return new Statement.Step(
        manner.ids().next(label),
        label,
        span,
        claim.kind(),
        claim.horizon(),
        claim.left(),
        claim.relation(),
        claim.right(),
        conditions,
        premise.excluded(),
        known.withAssumed(claim.scope()),
        manner.trial().with(own.trial()),
        own.round().isPresent() ? own.round() : round(claim),
        claim.approach(),
        notes(claim, own),
        Optional.empty(),
        manner.expectation());
  }

  /** What the author says of it, and that counterexamples begin at the end. */
  private static List<String> notes(Claims.Claim claim, Steering own) {
    List<String> notes = new ArrayList<>(own.notes());
    if (!Backwards.ended(claim.scope(), List.of(claim.left(), claim.right())).isEmpty()) {
      notes.add("followed backwards from the end, where a value is given; states are those there");
    }
    functions(claim)
        .forEach(
            f ->
                notes.add(
                    f
                        + " is written "
                        + Beginnings.arbitrary(f)
                        + " less its value at the initial state, plus the value that is given"
                        + " there"));
    return List.copyOf(notes);
  }

  /** The functions with a value at the start of which a claim about trajectories speaks. */
  private static List<Name> functions(Claims.Claim claim) {
    Dependence reach = new Dependence(claim.scope());
    return claim.scope().dynamics().filter(d -> claim.horizon().isPresent()).stream()
        .flatMap(d -> d.starts().keySet().stream().filter(n -> !d.moves(n)))
        .filter(
            n ->
                Stream.of(claim.left(), claim.right())
                    .anyMatch(
                        side ->
                            reach.any(
                                side, e -> e instanceof Expr.Call c && c.function().equals(n))))
        .sorted()
        .toList();
  }

  /** What the header says of rounding is said of numbers in decimals, and of ≈. */
  private OptionalInt round(Claims.Claim claim) {
    boolean rounds = claim.kind() == Kind.APPROXIMATION || Decimals.in(claim.left(), claim.right());
    return rounds ? manner.round() : OptionalInt.empty();
  }

  /** Whether a link of a chain is a limit, so that what is said of one is said of it. */
  private static boolean takesLimits(Clause clause, List<Tendency> tending, Context context) {
    Optional<Syntax> left = clause.first();
    for (Syntax.Link link : clause.links()) {
      if (left.flatMap(l -> Limits.of(l, link, tending, context)).isPresent()) {
        return true;
      }
      left = Optional.of(link.operand());
    }
    return false;
  }

  /** Reads the dynamics that a claim speaks of; whether there were any that had not been read. */
  private boolean resolves(Claims.Claim claim, Span span) {
    Dependence reach = new Dependence(claim.scope());
    List<Flows.Equation> needed =
        known.pending().stream()
            .filter(
                equation ->
                    reach.any(claim.left(), e -> moves(e, equation))
                        || reach.any(claim.right(), e -> moves(e, equation)))
            .toList();
    needed.forEach(equation -> known.resolve(equation, span));
    return !needed.isEmpty();
  }

  private static boolean moves(Expr e, Flows.Equation equation) {
    return e instanceof Expr.TimeDerivative
        || e instanceof Expr.At
        || (e instanceof Expr.Ref r && r.name().equals(equation.velocity()));
  }
}
