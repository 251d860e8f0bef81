package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.math.Syntax;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Times: what can be one, what speaks of them, and the horizon of a statement. */
final class Times {
  /** The time of a state in the limit. */
  static final Expr.Ref FOREVER = new Expr.Ref(Name.FOREVER, List.of(), Shape.SCALAR);

  /** Among the times of a context: where functions of the state stand at letters that are times. */
  static final Name ZERO = new Name("0");

  private static final Pattern LETTER = Pattern.compile("\\\\[a-zA-Z]+");

  /** Greek letters, which never name an instant: only τ does. */
  private static final Pattern GREEK = Pattern.compile("\\\\(?!tau\\b)[a-zA-Z]+([_^'].*)?");

  private final Context context;

  Times(Context context) {
    this.context = context;
  }

  /** Whether a name is the variable of time: bound by an integral over time, or a free t. */
  boolean isTimeVariable(Name name) {
    if (context.times().contains(name)) {
      return true;
    }
    boolean free = !context.locals().containsKey(name) && !context.isLetter(name.latex());
    return free && name.equals(Name.TIME) && context.scope().dynamics().isPresent();
  }

  /** A time written as a script or an argument: 0, the variable of time, a declared number. */
  Optional<Expr> time(Syntax syntax) {
    if (context.scope().dynamics().isEmpty()) {
      return Optional.empty();
    }
    if (syntax instanceof Syntax.Numeral n && n.value().signum() == 0) {
      return Optional.of(new Expr.Literal(n.value()));
    }
    if (syntax instanceof Syntax.Infinity) {
      return Optional.of(FOREVER);
    }
    Optional<Name> name = Written.of(syntax).filter(w -> w.sup().isEmpty()).map(this::name);
    if (name.isPresent()
        && context.scope().dynamics().get().clock().map(Dynamics.Clock::start).equals(name)) {
      return Optional.of(new Expr.Literal(Rational.ZERO));
    }
    return name.filter(this::isTime).map(n -> new Expr.Ref(n, List.of(), Shape.SCALAR));
  }

  /** Whether a function of the state alone stands at a letter that is a time: {@code L(t)}. */
  boolean takesValues(Syntax syntax) {
    boolean here =
        syntax instanceof Syntax.Product p
            && IntStream.range(1, p.factors().size())
                .anyMatch(k -> isValue(p.factors().get(k - 1).value(), p.factors().get(k).value()));
    return here || Pieces.children(syntax).stream().anyMatch(this::takesValues);
  }

  private boolean isValue(Syntax function, Syntax argument) {
    boolean atLetter =
        argument instanceof Syntax.Group g
            && g.items().size() == 1
            && time(g.items().getFirst()).filter(Expr.Ref.class::isInstance).isPresent();
    return atLetter && isOfStates(function);
  }

  /** Whether a function is one of the state alone. */
  boolean isOfStates(Syntax function) {
    List<Parameter> parameters =
        Written.of(function)
            .map(this::name)
            .flatMap(
                n ->
                    context
                        .function(n, 0)
                        .map(Declaration.Function::parameters)
                        .or(() -> context.definition(n, 0).map(d -> d.lambda().parameters())))
            .orElse(List.of());
    return !parameters.isEmpty()
        && parameters.stream().allMatch(q -> context.scope().isState(q.name()));
  }

  /** Whether this is reckoned from times: 2T, T/2, −h, t + h; but a + b may be numbers. */
  boolean isReckoned(Syntax syntax) {
    List<Syntax> leaves = leaves(syntax).toList();
    List<Syntax> letters = leaves.stream().filter(l -> !(l instanceof Syntax.Numeral)).toList();
    boolean times = letters.stream().allMatch(l -> time(l).isPresent());
    boolean one = letters.size() == 1 && leaves.size() + signs(syntax) > 1 && !isSum(syntax);
    boolean fromNow =
        isSum(syntax)
            && letters.stream()
                .anyMatch(l -> Written.of(l).filter(w -> isTimeVariable(name(w))).isPresent());
    return times && (one || fromNow);
  }

  private static Stream<Syntax> leaves(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Terms t -> t.terms().stream().flatMap(term -> leaves(term.value()));
      case Syntax.Product p -> p.factors().stream().flatMap(factor -> leaves(factor.value()));
      case Syntax.Fraction f -> Stream.concat(leaves(f.numerator()), leaves(f.denominator()));
      default -> Stream.of(syntax);
    };
  }

  private static boolean isSum(Syntax syntax) {
    return syntax instanceof Syntax.Terms t && t.terms().size() > 1;
  }

  private static long signs(Syntax syntax) {
    return syntax instanceof Syntax.Terms t ? t.terms().size() : 0;
  }

  private Name name(Written written) {
    return Written.labelled(written.primed(), written.sub(), Optional.empty())
        .orElse(written.primed());
  }

  /** A number that is declared and rests, or a letter that no one has given another meaning. */
  private boolean isTime(Name name) {
    if (context.locals().containsKey(name)) {
      return context.times().contains(name);
    }
    boolean declared =
        context.variable(name, 0).filter(v -> v.shape().isScalar()).isPresent()
            && !context.scope().isState(name);
    boolean instant = !GREEK.matcher(name.latex()).matches();
    return isTimeVariable(name) || (instant && (declared || isFree(name)));
  }

  private boolean isFree(Name name) {
    boolean letter = name.latex().length() == 1 || LETTER.matcher(name.latex()).matches();
    return letter
        && !context.knows(name, 0)
        && !context.isLetter(name.latex())
        && !context.isSize(name.latex());
  }

  /**
   * Whether an integral runs over the time of a trajectory: it takes the state at the time that it
   * binds, or ends at a letter that says time, T or a positive number.
   */
  boolean isAlongTrajectory(Expr.Integral integral) {
    Expr time = new Expr.Ref(integral.variable(), List.of(), Shape.SCALAR);
    boolean state =
        new Dependence(context.scope())
            .any(integral.body(), e -> e instanceof Expr.At a && a.time().equals(time));
    boolean start = integral.lower() instanceof Expr.Literal l && l.value().signum() == 0;
    return state || (start && integral.upper() instanceof Expr.Ref end && isEnd(end.name()));
  }

  private boolean isEnd(Name name) {
    if (context.times().contains(name)) {
      return true;
    }
    return context
        .variable(name, 0)
        .map(
            v ->
                v.domain() instanceof Domain.Interval i
                    && i.lower().filter(lower -> lower.signum() >= 0).isPresent())
        .orElse(!context.knows(name, 0));
  }

  /** The times that a formula and the definitions behind it speak of and do not bind. */
  Set<Expr> free(Expr expr, Dependence reach) {
    Set<Expr> times = new HashSet<>();
    free(expr, reach, Set.of(), times, new HashSet<>());
    return times;
  }

  private void free(Expr expr, Dependence reach, Set<Name> bound, Set<Expr> out, Set<Expr> seen) {
    Set<Name> inside = bound;
    switch (expr) {
      case Expr.At a -> add(a.time(), bound, out);
      case Expr.Integral i when isAlongTrajectory(i) -> {
        add(i.lower(), bound, out);
        add(i.upper(), bound, out);
        Set<Name> more = new HashSet<>(bound);
        more.add(i.variable());
        inside = more;
      }
      default -> {}
    }
    Set<Name> below = inside;
    reach
        .definition(expr)
        .filter(d -> seen.add(d.lambda().body()))
        .ifPresent(d -> free(d.lambda().body(), reach, below, out, seen));
    Trees.children(expr).forEach(child -> free(child, reach, below, out, seen));
  }

  private static void add(Expr time, Set<Name> bound, Set<Expr> out) {
    boolean known = time instanceof Expr.Ref r && bound.contains(r.name());
    if (!known) {
      out.add(time);
    }
  }

  /** The formula with the state at one time written as the current state. */
  static Expr stripped(Expr expr, Expr time) {
    return Trees.map(expr, e -> e instanceof Expr.At a && a.time().equals(time) ? a.body() : e);
  }

  /** The one time at which a formula takes the state, if it takes it at one only. */
  static Optional<Expr> single(Expr expr) {
    Set<Expr> times = new HashSet<>();
    Trees.walk(
        expr,
        e -> {
          if (e instanceof Expr.At a) {
            times.add(a.time());
          }
        });
    return times.size() == 1 ? times.stream().findFirst() : Optional.empty();
  }
}
