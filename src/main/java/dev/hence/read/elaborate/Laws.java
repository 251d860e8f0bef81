package dev.hence.read.elaborate;

import dev.hence.claim.Covariances;
import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Law;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.read.elaborate.LawForm.Word;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads laws: {@code \mathcal N(0, I)}, {@code \mathrm{Bernoulli}(q)}, {@code \{1, \dots, N\}}. */
final class Laws {
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  private static final String LETTER = "ω";

  /** A law, made once all types are known. */
  record Distribution(Type.Law type, Function<Build, Law> make) {}

  private final Reading reading;
  private final Context context;

  Laws(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  static Refusal unknown(Span span) {
    return new Refusal.Lawless(span, "This is no law that Hence knows.");
  }

  // Letters

  /** The probability of each value of an index letter; empty if all are equally likely. */
  Optional<Typed> weight(Tree law, String letter, Range range) {
    LawForm form = LawForm.of(law, context);
    Optional<Range> uniform = form.range(context);
    boolean other = uniform.filter(r -> !r.equals(range)).isPresent();
    if (other || (uniform.isEmpty() && form.isOfNumbers())) {
      String what = "The law does not give its values to the index " + letter + ".";
      return Optional.of(reading.refused(new Refusal.Lawless(law.span(), what)));
    }
    boolean alike = uniform.isPresent() || (form.is(Word.UNIFORM) && form.group().isEmpty());
    return alike
        ? Optional.empty()
        : Optional.of(new Weights(reading, context).of(choice(law, form), letter, range));
  }

  private static Tree choice(Tree law, LawForm form) {
    return form.is(Word.CHOICE) && form.arguments().size() == 1 ? form.arguments().getFirst() : law;
  }

  /** The range of a letter that only the law gives. */
  Optional<Range> ownRange(Tree law) {
    LawForm form = LawForm.of(law, context);
    Optional<Range> uniform = form.range(context);
    return uniform.isPresent() || form.isOfNumbers()
        ? uniform
        : new Weights(reading, context).range(choice(law, form));
  }

  // Values

  /**
   * The law of a name.
   *
   * @param declared what one member is; empty where the law is to say it
   * @param labels the range of a name that takes labels
   */
  Distribution value(Tree law, Optional<Type> declared, Optional<Range> labels) {
    LawForm form = LawForm.of(law, context);
    if (form.is(Word.NORMAL)) {
      return normal(form, declared, law.span());
    }
    declared.ifPresent(
        type ->
            reading.inference().same(Type.real(), type, law.span(), Refusal.Where.LAW_OF_NUMBERS));
    if (form.is(Word.BERNOULLI)) {
      return bernoulli(form, law.span());
    }
    if (form.is(Word.RADEMACHER)) {
      return among(List.of(Rational.of(-1), Rational.ONE));
    }
    Optional<Range> range = labels.or(() -> ownRange(law));
    if (range.isPresent()) {
      return labelled(law, range.get());
    }
    return form.set()
        .flatMap(g -> Sets.finite(Pieces.items(g.content())))
        .map(finite -> among(finite.values()))
        .orElseGet(() -> refused(unknown(law.span())));
  }

  private Distribution refused(Refusal refusal) {
    reading.inference().refuse(refusal);
    return number(build -> new Law.Gaussian(ZERO, ZERO));
  }

  private static Distribution number(Function<Build, Law> make) {
    return new Distribution(new Type.Law(Type.real()), make);
  }

  private Distribution labelled(Tree law, Range range) {
    Optional<Typed> weight = weight(law, LETTER, range);
    return number(
        build ->
            new Law.Finite(
                LETTER,
                range,
                weight.map(w -> w.draft().build(build)).orElseGet(() -> Weights.uniform(range)),
                new Expr.Index(LETTER)));
  }

  private Distribution normal(LawForm form, Optional<Type> declared, Span span) {
    List<Tree> items = form.arguments();
    if (items.size() != 2) {
      return refused(unknown(span));
    }
    Typed mean = reading.read(items.get(0), context);
    Typed covariance = reading.read(items.get(1), context);
    Type outcome = reading.inference().known(declared.orElseGet(() -> outcome(mean, covariance)));
    if (!Tensors.isReal(outcome) && !Tensors.isVector(outcome)) {
      return refused(new Refusal.Lawless(span, "A normal law is one of a number or of a vector."));
    }
    Type square = Tensors.matrix(Tensors.rows(outcome), Tensors.rows(outcome));
    Fitting fitting = new Fitting(reading.inference());
    Typed centre = fitting.fit(mean, outcome, items.get(0).span(), Refusal.Where.LAW);
    Typed spread = fitting.fit(covariance, square, items.get(1).span(), Refusal.Where.LAW);
    return new Distribution(
        new Type.Law(outcome),
        build ->
            new Law.Gaussian(
                centre.draft().build(build), covariance(spread, items.get(1).span(), build)));
  }

  private Type outcome(Typed mean, Typed covariance) {
    Type square = reading.inference().known(covariance.type());
    return Tensors.isMatrix(square) && Tensors.rows(square).isKnown()
        ? Type.vector(Tensors.rows(square))
        : mean.type().plain();
  }

  private Expr covariance(Typed spread, Span span, Build build) {
    Expr made = spread.draft().build(build);
    return new Covariances(context.scope()).isCovariance(made)
        ? made
        : build.refuse(
            new Refusal.Lawless(
                span,
                made.shape().isScalar()
                    ? "Nothing says that this variance is not negative."
                    : "Nothing says that this covariance is positive semidefinite."));
  }

  private Distribution bernoulli(LawForm form, Span span) {
    if (form.arguments().size() != 1) {
      return refused(unknown(span));
    }
    Tree item = form.arguments().getFirst();
    Typed chance = reading.number(item, context);
    return number(
        build -> {
          Expr made = chance.draft().build(build);
          if (!isProbability(made)) {
            build.refuse(
                new Refusal.Lawless(item.span(), "Nothing says that this is a probability."));
          }
          Condition hit = new Condition(new Expr.Index(LETTER), Relation.EQUAL, ONE);
          Expr miss = new Expr.Add(List.of(ONE, new Expr.Negate(made)));
          Expr weight = new Expr.Cases(hit, made, miss);
          return new Law.Finite(LETTER, new Range(ZERO, ONE), weight, new Expr.Index(LETTER));
        });
  }

  /** A bare name must be declared between 0 and 1; a formula is taken at its word. */
  private boolean isProbability(Expr chance) {
    return switch (chance) {
      case Expr.Literal l -> l.value().signum() >= 0 && l.value().compareTo(Rational.ONE) <= 0;
      case Expr.Ref r ->
          context.definition(r.name(), r.indices().size()).isPresent()
              || context
                  .variable(r.name(), r.indices().size())
                  .map(Declaration.Variable::domain)
                  .filter(Laws::isOfProbabilities)
                  .isPresent();
      default -> true;
    };
  }

  private static boolean isOfProbabilities(Domain domain) {
    return domain instanceof Domain.Interval i
        && i.lower().filter(l -> l.signum() >= 0).isPresent()
        && i.upper().filter(u -> u.compareTo(Rational.ONE) <= 0).isPresent();
  }

  /** Equally likely numbers. */
  private static Distribution among(List<Rational> values) {
    Expr index = new Expr.Index(LETTER);
    Expr value = new Expr.Literal(values.getLast());
    for (int k = values.size() - 2; k >= 0; k--) {
      Condition here = new Condition(index, Relation.EQUAL, new Expr.Literal(Rational.of(k + 1L)));
      value = new Expr.Cases(here, new Expr.Literal(values.get(k)), value);
    }
    Expr weight = new Expr.Literal(Rational.of(1, values.size()));
    Range range = new Range(ONE, new Expr.Literal(Rational.of(values.size())));
    Law law = new Law.Finite(LETTER, range, weight, value);
    return number(build -> law);
  }

  /** The domain that a law gives to a name that nothing else declares. */
  Domain domain(Tree law) {
    LawForm form = LawForm.of(law, context);
    if (form.is(Word.BERNOULLI)) {
      return new Domain.Finite(List.of(Rational.ZERO, Rational.ONE));
    }
    if (form.is(Word.RADEMACHER)) {
      return new Domain.Finite(List.of(Rational.of(-1), Rational.ONE));
    }
    return form.range(context).<Domain>map(Domain.Labels::new).orElse(Domain.REALS);
  }
}
