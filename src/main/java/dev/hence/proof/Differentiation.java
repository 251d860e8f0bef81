package dev.hence.proof;

import dev.hence.expr.Size;
import dev.hence.proof.Refused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of differentiation, each as what it makes of one derivative. */
final class Differentiation {
  private final Term.Target target;
  private final Function<Term.Variable, Term> velocity;

  /**
   * @param velocity of a state at the end of time
   */
  Differentiation(Term.Target target, Function<Term.Variable, Term> velocity) {
    this.target = target;
    this.velocity = velocity;
  }

  private Term d(Term body) {
    return new Term.Derivative(body, target);
  }

  /**
   * The derivative of a body by a rule.
   *
   * @param letters new ones, for the sums that the rule brings in
   * @throws Refused if the rule does not fit
   */
  Term by(Rule rule, Term body, List<String> letters) {
    if (Terms.any(body, t -> t instanceof Term.Derivative || t instanceof Term.Let)) {
      throw new Refused(Reason.OPEN_DERIVATIVE, "a derivative of what still holds one");
    }
    return switch (rule) {
      case CONSTANT -> constant(body);
      case VARIABLE -> variable(body);
      case SUM ->
          new Term.Sum(fitting(rule, Term.Sum.class, body).terms().stream().map(this::d).toList());
      case PRODUCT -> product(fitting(rule, Term.Product.class, body));
      case POWER -> power(body);
      case ELEMENTARY -> elementary(fitting(rule, Term.Elementary.class, body));
      case CHAIN -> chain(fitting(rule, Term.Function.class, body), letters);
      case INDEX_SUM -> over(fitting(rule, Term.Over.class, body));
      case INTEGRAL -> integral(fitting(rule, Term.Integral.class, body));
      case SUBSTITUTE,
          NORMAL_FORM,
          FUNDAMENTAL_THEOREM,
          UNIQUENESS,
          RECURSION,
          LAST_TERM,
          INDUCTION,
          ANTIDERIVATIVE,
          LEMMA,
          PREMISE,
          EQUALS,
          FACTOR,
          SQUARES,
          SIGN ->
          throw doesNotFit(rule, body);
    };
  }

  private Term elementary(Term.Elementary e) {
    return Term.times(Slopes.of(e.function(), e.argument()), d(e.argument()));
  }

  private static <T extends Term> T fitting(Rule rule, Class<T> kind, Term body) {
    if (!kind.isInstance(body)) {
      throw doesNotFit(rule, body);
    }
    return kind.cast(body);
  }

  private static Refused doesNotFit(Rule rule, Term body) {
    boolean kink =
        body instanceof Term.Opaque o
            && (o.kind().equals("max")
                || o.kind().equals("min")
                || o.kind().equals("absolute value"));
    return kink
        ? new Refused(Reason.KINK, "a derivative of " + ((Term.Opaque) body).kind())
        : new Refused(Reason.RULE_DOES_NOT_FIT, rule.text());
  }

  // What moves

  boolean moves(Term body) {
    return switch (target) {
      case Term.Entry e ->
          Terms.any(
              body,
              t ->
                  t instanceof Term.Variable v
                      && v.name().equals(e.variable().name())
                      && v.copy() == e.variable().copy());
      case Term.EndOfTime end -> Terms.speaksOf(body, Time.END);
      case Term.Inside inside -> Terms.speaksOf(body, new Time.Running(inside.variable()));
    };
  }

  private Term constant(Term body) {
    if (moves(body)) {
      throw new Refused(Reason.NOT_CONSTANT, "what is called constant moves");
    }
    return Term.ZERO;
  }

  private Term variable(Term body) {
    return switch (target) {
      case Term.Entry e when body instanceof Term.Variable v && moves(v) ->
          new Term.Product(deltas(v, e.variable()));
      case Term.EndOfTime end when body instanceof Term.Variable v && moves(v) -> velocity.apply(v);
      case Term.EndOfTime end when body instanceof Term.Clock c && moves(c) -> Term.ONE;
      case Term.Inside inside when body instanceof Term.Clock c && moves(c) -> Term.ONE;
      default -> throw new Refused(Reason.RULE_DOES_NOT_FIT, "not the variable");
    };
  }

  private static List<Term> deltas(Term.Variable v, Term.Variable by) {
    List<Size> left = new ArrayList<>(v.indices());
    left.addAll(v.entry());
    List<Size> right = new ArrayList<>(by.indices());
    right.addAll(by.entry());
    if (left.size() != right.size()) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "entries with different numbers of indices");
    }
    List<Term> deltas = new ArrayList<>();
    for (int k = 0; k < left.size(); k++) {
      deltas.add(new Term.Delta(left.get(k), right.get(k)));
    }
    return deltas;
  }

  // Arithmetic

  private Term product(Term.Product p) {
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < p.factors().size(); k++) {
      List<Term> factors = new ArrayList<>(p.factors());
      factors.set(k, d(factors.get(k)));
      terms.add(new Term.Product(factors));
    }
    return new Term.Sum(terms);
  }

  private Term power(Term body) {
    return switch (body) {
      case Term.Power p when p.exponent() == 0 -> Term.ZERO;
      case Term.Power p when p.exponent() == 1 -> d(p.base());
      case Term.Power p ->
          new Term.Product(
              List.of(
                  Term.of(p.exponent()), new Term.Power(p.base(), p.exponent() - 1), d(p.base())));
      case Term.Opaque o when o.kind().equals("power") && !moves(o.parts().get(1)) ->
          new Term.Product(
              List.of(
                  o.parts().get(1),
                  o,
                  new Term.Power(o.parts().getFirst(), -1),
                  d(o.parts().getFirst())));
      default -> throw doesNotFit(Rule.POWER, body);
    };
  }

  private Term over(Term.Over o) {
    if (target instanceof Term.Entry e && mentions(e.variable(), o.letter().name())) {
      throw new Refused(Reason.CAPTURE, "the index " + o.letter().name() + " of the sum");
    }
    return new Term.Over(o.letter(), d(o.body()));
  }

  private static boolean mentions(Term.Variable variable, String letter) {
    return Terms.speaksOf(variable, letter);
  }

  private Term integral(Term.Integral i) {
    Term inside = new Term.Integral(i.variable(), i.lower(), i.upper(), d(i.body()));
    if (moves(i.lower())) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "the lower end of an integral moves");
    }
    if (!moves(i.upper())) {
      return inside;
    }
    if (!i.upper().equals(new Term.Clock(Time.END)) || !(target instanceof Term.EndOfTime)) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "the upper end of an integral is no time");
    }
    Term end = Terms.at(i.body(), new Time.Running(i.variable()), Time.END);
    return new Term.Sum(List.of(end, inside));
  }

  // Functions

  /** Σ over the slots, and over new letters for the entries of each, that move. */
  private Term chain(Term.Function f, List<String> letters) {
    if (f.isExponential()) {
      return exponential(f, letters);
    }
    if (f.isMatrixPower()) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "the power of a matrix that moves");
    }
    List<Term> terms = new ArrayList<>();
    int next = 0;
    for (int slot = 0; slot < f.arguments().size(); slot++) {
      Term.Argument argument = f.arguments().get(slot);
      if (!moves(argument.body())) {
        continue;
      }
      int end = next + argument.letters().size();
      if (end > letters.size()) {
        throw new Refused(Reason.RULE_DOES_NOT_FIT, "too few letters");
      }
      terms.add(term(f, slot, argument, letters.subList(next, end)));
      next = end;
    }
    return new Term.Sum(terms);
  }

  private Term term(Term.Function f, int slot, Term.Argument argument, List<String> names) {
    Map<String, Size> renaming =
        java.util.stream.IntStream.range(0, names.size())
            .boxed()
            .collect(
                Collectors.toMap(
                    k -> argument.letters().get(k).name(), k -> Size.letter(names.get(k))));
    List<Size> entry = names.stream().map(Size::letter).toList();
    List<Term.Partial> partials = new ArrayList<>(f.partials());
    partials.add(new Term.Partial(slot, entry));
    Term outer =
        f.isInverse()
            ? ofInverse(f, entry)
            : new Term.Function(f.name(), f.indices(), partials, f.arguments(), f.entry());
    Term term = Term.times(outer, d(Terms.with(argument.body(), renaming)));
    for (int k = names.size() - 1; k >= 0; k--) {
      Letter letter = argument.letters().get(k).with(renaming).renamed(names.get(k));
      term = new Term.Over(letter, term);
    }
    return term;
  }

  /** exp(s C)' = s' C exp(s C) for a C that rests. */
  private Term exponential(Term.Function f, List<String> letters) {
    Term.Argument core = f.arguments().getLast();
    if (moves(core.body()) || letters.size() != 1) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "the exponential of a matrix that moves");
    }
    Size inner = Size.letter(letters.getFirst());
    Map<String, Size> place =
        Map.of(
            core.letters().getFirst().name(),
            f.entry().getFirst(),
            core.letters().getLast().name(),
            inner);
    Term rest =
        new Term.Function(
            f.name(),
            f.indices(),
            f.partials(),
            f.arguments(),
            List.of(inner, f.entry().getLast()));
    Letter letter = core.letters().getLast().renamed(letters.getFirst());
    return Term.times(
        d(f.arguments().getFirst().body()),
        new Term.Over(letter, Term.times(Terms.with(core.body(), place), rest)));
  }

  /** The derivative of M⁻¹_{ij} by M_{kl} is −M⁻¹_{ik} M⁻¹_{lj}. */
  private static Term ofInverse(Term.Function f, List<Size> by) {
    List<Size> first = List.of(f.entry().getFirst(), by.getFirst());
    List<Size> second = List.of(by.getLast(), f.entry().getLast());
    return Term.negative(Term.times(inverse(f, first), inverse(f, second)));
  }

  private static Term inverse(Term.Function f, List<Size> entry) {
    return new Term.Function(f.name(), f.indices(), f.partials(), f.arguments(), entry);
  }

  /** The letters that the chain rule needs for a function, see {@link #by}. */
  int lettersFor(Term.Function f) {
    if (f.isExponential()) {
      return 1;
    }
    return f.arguments().stream()
        .filter(a -> moves(a.body()))
        .mapToInt(a -> a.letters().size())
        .sum();
  }

  /** A bound variable given its value, where no derivative is left. */
  static Term substituted(Term.Let let) {
    if (Terms.any(let.body(), t -> t instanceof Term.Derivative || t instanceof Term.Let)) {
      throw new Refused(Reason.OPEN_DERIVATIVE, "a derivative inside is still to be taken");
    }
    Set<String> free = Terms.free(let.value());
    let.letters().forEach(l -> free.remove(l.name()));
    return Terms.leaves(let.body(), leaf -> value(let, leaf), free);
  }

  private static Term value(Term.Let let, Term leaf) {
    if (!(leaf instanceof Term.Variable v)
        || !v.name().equals(let.name())
        || v.copy() != let.copy()) {
      return leaf;
    }
    List<Size> place = new ArrayList<>(v.indices());
    place.addAll(v.entry());
    if (place.size() != let.letters().size()) {
      throw new Refused(Reason.RULE_DOES_NOT_FIT, "an entry with another number of indices");
    }
    Map<String, Size> letters =
        java.util.stream.IntStream.range(0, place.size())
            .boxed()
            .collect(Collectors.toMap(k -> let.letters().get(k).name(), place::get));
    return Terms.with(let.value(), letters);
  }
}
