package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Derivative;
import dev.hence.read.type.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code \nabla\cdot F}, {@code \operatorname{div} F} and {@code \Delta p}, and finds by what
 * they are taken where they do not say it: by the one vector of which all functions behind them are
 * functions.
 */
final class FieldOperators {
  private static final Name DIVERGENCE = new Name("\\mathrm{div}");
  private static final Name LAPLACE = new Name("\\Delta");

  private final Reading reading;
  private final Context context;

  FieldOperators(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** Whether a tree is such an operator by its name. */
  boolean isOperator(Tree head) {
    return ScriptedName.of(head)
        .filter(n -> n.high().isEmpty() && n.primes() == 0)
        .filter(n -> n.name().equals(DIVERGENCE) || n.name().equals(LAPLACE))
        .filter(n -> !context.isLetter(n.name().latex()) && !context.knows(n.name(), 0))
        .filter(n -> new Names(reading, context).find(n).isEmpty())
        .isPresent();
  }

  /** What an operator makes of its operand. */
  Typed read(Tree head, Tree operand) {
    ScriptedName n = ScriptedName.of(head).orElseThrow();
    Optional<Typed> by =
        n.lowTree().map(low -> reading.read(low, context)).or(() -> taken(operand));
    boolean laplace = n.name().equals(LAPLACE);
    if (by.isEmpty()) {
      return reading.refused(laplace ? unclear(head) : unsaid(head));
    }
    return laplace
        ? laplacian(head, by.get(), reading.read(operand, context))
        : divergence(nabla(head), by.get(), reading.read(operand, context));
  }

  /** {@code \nabla_x \cdot F}. */
  Typed divergence(Derivative nabla, Tree operand) {
    Optional<Typed> by =
        nabla.variables().isEmpty()
            ? taken(operand)
            : Optional.of(reading.read(nabla.variables().getFirst(), context));
    return by.map(x -> divergence(nabla, x, reading.read(operand, context)))
        .orElseGet(() -> reading.refused(unsaid(nabla)));
  }

  /** {@code \Delta p}, written as one name, where p is a function of a vector. */
  Optional<Typed> joined(ScriptedName n) {
    List<Accent> accents = n.letter().accents();
    if (accents.isEmpty() || accents.getLast() != Accent.DELTA || !n.isBare()) {
      return Optional.empty();
    }
    Symbol letter = n.letter();
    List<Accent> fewer = accents.subList(0, accents.size() - 1);
    ScriptedName function =
        n.withLetter(new Symbol(letter.letter(), letter.font(), fewer, letter.marks()));
    return new Calls(reading, context)
        .callee(function.name(), List.of(), n.span())
        .filter(f -> f.parameters().size() == 1)
        .filter(f -> f.parameters().getFirst().shape() instanceof Shape.Vector)
        .map(f -> f.parameters().getFirst())
        .map(
            p ->
                laplacian(
                    new Tree.Empty(n.span()),
                    Calls.reference(p.name(), Tensors.of(p.shape()), n.span()),
                    new Names(reading, context).value(function)));
  }

  private static Refusal unsaid(Tree head) {
    return new Refusal.Derived(
        head.span(),
        "This does not say by what, and what follows is made of no function of one vector.");
  }

  private static Refusal unclear(Tree head) {
    return new Refusal.Several(
        head.span(), "Δ", List.of("a number", "a change of what follows", "the Laplace operator"));
  }

  // By what

  private Optional<Typed> taken(Tree operand) {
    Optional<Expr.Ref> by = common(operand);
    by.ifPresent(x -> reading.inference().take("∇ and Δ without a subscript are by " + x.name()));
    return by.map(Calls::reference);
  }

  /** The one vector of which all functions in a formula are functions. */
  Optional<Expr.Ref> common(Tree operand) {
    boolean open =
        context.locals().values().stream()
            .anyMatch(t -> Tensors.shape(reading.inference().known(t)).isEmpty());
    return !open && Elaboration.made(r -> whole(r, operand)) instanceof Outcome.Read<Expr> read
        ? common(read.value())
        : Optional.empty();
  }

  private Task<Expr> whole(Reading reader, Tree operand) {
    Context known = context.withLocals(reading.inference()::known);
    Typed read = reader.read(operand, known);
    return new Task<>(List.of(), build -> read.draft().build(build));
  }

  private static Optional<Expr.Ref> common(Expr body) {
    Set<Expr> arguments = new LinkedHashSet<>();
    Trees.walk(
        body,
        e -> {
          if (e instanceof Expr.Call c) {
            c.arguments().stream()
                .filter(a -> a instanceof Expr.Ref || c.arguments().size() > 1)
                .forEach(arguments::add);
          }
        });
    return arguments.size() == 1
            && arguments.iterator().next() instanceof Expr.Ref r
            && r.shape() instanceof Shape.Vector
        ? Optional.of(r)
        : Optional.empty();
  }

  // What they are

  private static Derivative nabla(Tree head) {
    return new Derivative(Derivative.Kind.NABLA, head, Optional.empty(), List.of());
  }

  private Typed divergence(Derivative nabla, Typed by, Typed body) {
    Typed jacobian = new Derivatives(reading).once(nabla, by, body, context);
    Type vector = Type.vector(reading.inference().extent());
    reading.inference().same(vector, by.type(), nabla.span(), Refusal.Where.DIVERGENCE);
    reading.inference().same(vector, body.type(), nabla.span(), Refusal.Where.DIVERGENCE);
    return trace(jacobian);
  }

  private Typed laplacian(Tree head, Typed by, Typed body) {
    reading.inference().take("Δ is the Laplace operator");
    reading.inference().same(Type.real(), body.type(), head.span(), Refusal.Where.NUMBER);
    Derivatives derivatives = new Derivatives(reading);
    Typed gradient = derivatives.once(nabla(head), by, body, context);
    return trace(derivatives.once(nabla(head), by, gradient, context));
  }

  static Typed trace(Typed square) {
    return Typed.of(Type.real(), build -> new Expr.Trace(square.draft().build(build)));
  }
}
