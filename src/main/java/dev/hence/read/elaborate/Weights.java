package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The probabilities of a choice among finitely many: {@code p}, {@code \pi_\theta(\cdot)}. */
final class Weights {
  private final Reading reading;
  private final Context context;

  Weights(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** The range of the numbers that a vector of probabilities speaks of, where it is one. */
  Optional<Range> range(Tree law) {
    return vector(law)
        .flatMap(v -> Tensors.rows(v).size())
        .map(n -> new Range(new Expr.Literal(Rational.ONE), SizeForm.expr(n)));
  }

  /** The probability of the value with an index. */
  Typed of(Tree law, String letter, Range range) {
    Typed weight =
        vector(law).map(v -> entry(law, letter, range)).orElseGet(() -> at(law, letter, range));
    reading.inference().same(weight.type(), Type.real(), law.span(), Refusal.Where.NUMBER);
    return Typed.of(
        Type.real(),
        build -> {
          Expr made = weight.draft().build(build);
          return isOpen(made) ? build.refuse(open(law.span())) : made;
        });
  }

  /** The type of a law that is a vector of probabilities. */
  private Optional<Type> vector(Tree law) {
    boolean family = ScriptedName.of(law).filter(this::isFamily).isPresent();
    if (isPlaced(law) || family || law instanceof Tree.Group) {
      return Optional.empty();
    }
    int mark = reading.inference().mark();
    int before = reading.inference().refusals().size();
    Type type = reading.inference().known(reading.read(law, context).type());
    boolean fits = reading.inference().refusals().size() == before && Tensors.isVector(type);
    reading.inference().undo(mark);
    return fits ? Optional.of(type) : Optional.empty();
  }

  private boolean isFamily(ScriptedName n) {
    return n.isBare() && !context.knows(n.name(), 0) && context.knows(n.name(), 1);
  }

  private static boolean isPlaced(Tree law) {
    return Pieces.all(law).stream().anyMatch(Pieces::isPlace);
  }

  private Typed entry(Tree law, String letter, Range range) {
    return range(law).filter(range::equals).isPresent()
        ? new Entries(reading)
            .entry(reading.read(law, context), List.of(new Expr.Index(letter)), law.span())
        : reading.refused(
            new Refusal.Lawless(
                law.span(), "The probabilities are not as many as the values of " + letter + "."));
  }

  /** The member, or the value of the function, at the letter. */
  private Typed at(Tree law, String letter, Range range) {
    Expr index = new Expr.Index(letter);
    if (isPlaced(law)) {
      Typed placed = reading.read(law, context.withLetter(Pieces.PLACE, range));
      return Typed.of(
          placed.type(),
          build ->
              Trees.map(
                  placed.draft().build(build),
                  e -> e.equals(new Expr.Index(Pieces.PLACE)) ? index : e));
    }
    Context inside = context.withLetter(letter, range);
    Optional<ScriptedName> name = ScriptedName.of(law);
    Optional<Supplier<Typed>> member =
        name.flatMap(n -> new IndexArguments(reading, inside).at(n, index));
    return member
        .map(Supplier::get)
        .or(() -> name.flatMap(n -> called(n, index, inside)))
        .orElseGet(() -> reading.refused(Laws.unknown(law.span())));
  }

  private Optional<Typed> called(ScriptedName n, Expr index, Context inside) {
    return new Names(reading, inside)
        .find(n)
        .filter(Found.Function.class::isInstance)
        .map(f -> called((Found.Function) f, index, inside));
  }

  private Typed called(Found.Function f, Expr index, Context inside) {
    List<Typed> arguments = new java.util.ArrayList<>(List.of(Typed.of(Type.real(), index)));
    arguments.addAll(f.subscripts());
    return f.after().apply(new Calls(reading, inside).call(f.callee(), arguments));
  }

  // Distributions

  private static Refusal open(Span span) {
    return new Refusal.Lawless(
        span, "Nothing says that these probabilities are positive and sum to 1.");
  }

  /** What is declared without a formula must be declared to sum to 1. */
  private boolean isOpen(Expr weight) {
    Expr head = weight instanceof Expr.Entry e ? e.body() : weight;
    return switch (head) {
      case Expr.Ref r -> isOpen(r);
      case Expr.Call c -> context.scope().function(c.function(), c.indices().size()).isPresent();
      default -> false;
    };
  }

  private boolean isOpen(Expr.Ref ref) {
    boolean assumed =
        context.scope().assumptions().stream()
            .anyMatch(c -> c.relation() == Relation.EQUAL && speaksOf(c, ref.name()));
    return !assumed
        && context.definition(ref.name(), ref.indices().size()).isEmpty()
        && context
            .variable(ref.name(), ref.indices().size())
            .map(Declaration.Variable::domain)
            .filter(d -> !isDistribution(d))
            .isPresent();
  }

  private static boolean isDistribution(Domain domain) {
    return domain instanceof Domain.Special s
        && (s.kind() == Domain.Kind.SIMPLEX || s.kind() == Domain.Kind.ONE_HOT);
  }

  private static boolean speaksOf(Condition condition, Name name) {
    return Trees.any(condition.left(), e -> e instanceof Expr.Ref r && r.name().equals(name))
        || Trees.any(condition.right(), e -> e instanceof Expr.Ref r && r.name().equals(name));
  }

  /** One over how many numbers there are in a range. */
  static Expr uniform(Range range) {
    Expr one = new Expr.Literal(Rational.ONE);
    Expr count =
        range.lower().equals(one)
            ? range.upper()
            : new Expr.Add(List.of(range.upper(), new Expr.Negate(range.lower()), one));
    return new Expr.Divide(one, count);
  }
}
