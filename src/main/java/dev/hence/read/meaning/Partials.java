package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.FamilyLetters;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derivatives by names, entries and families: which partials there are, and how they are laid out.
 */
final class Partials {
  private static final UnicodePrinter PRINTER = new UnicodePrinter(Notation.UNKNOWN);

  private final Context context;
  private final Syntax.Derivative d;
  private final Dependence reach;
  private final Layout layout;

  Partials(Context context, Syntax.Derivative d) {
    this.context = context;
    this.d = d;
    this.reach = new Dependence(context.scope());
    this.layout = context.ledger().layout();
  }

  /** The derivative by a variable, a defined name, an entry or a transpose of one. */
  Expr by(Expr variable, Expr body) {
    return switch (variable) {
      case Expr.Ref ref -> byName(new Wholes(context).unaliased(ref), body);
      case Expr.Transpose t when t.body() instanceof Expr.Ref ref -> laidOut(body, ref, true);
      case Expr.Entry entry -> byEntry(entry, body);
      case Expr.Family f when f.body() instanceof Expr.Ref -> byFamily(f, body);
      case Expr.Stack stack -> byStack(stack, body);
      case Expr.Call call -> byValue(call, body);
      case Expr.At at -> new Expr.At(by(at.body(), Times.stripped(body, at.time())), at.time());
      default -> throw noName();
    };
  }

  /** By the vector of a family: the vector of the derivatives by its members. */
  private Expr byName(Expr.Ref variable, Expr body) {
    Optional<Expr.Family> family =
        variable.indices().isEmpty() && !context.locals().containsKey(variable.name())
            ? new Wholes(context).members(variable.name())
            : Optional.empty();
    return family.isPresent() ? byFamily(family.get(), body) : laidOut(body, variable, false);
  }

  private Misread noName() {
    return new Misread(
        ProblemId.DERIVATIVE_UNCLEAR,
        d.span(),
        "a derivative by something that is no name",
        "define a name for it");
  }

  // Entry by entry

  /** By an entry of a vector or matrix, for every entry of the body. */
  private Expr byEntry(Expr.Entry entry, Expr body) {
    if (entry.body() instanceof Expr.Call call && body.shape().isScalar()) {
      return new Expr.Entry(byValue(call, body), entry.indices());
    }
    if (!(entry.body() instanceof Expr.Ref ref)) {
      if (entry.body() instanceof Expr.At at) {
        Expr inside = Times.stripped(body, at.time());
        return new Expr.At(byEntry(new Expr.Entry(at.body(), entry.indices()), inside), at.time());
      }
      throw noName();
    }
    return new Entrywise(context)
        .each(body, part -> new Expr.Entry(raw(part, ref), entry.indices()));
  }

  /** By a vector whose entries are the members of a family: the vector of the derivatives. */
  private Expr byFamily(Expr.Family written, Expr body) {
    Expr.Family family = FamilyLetters.primed(written);
    Expr.Ref member = (Expr.Ref) family.body();
    Shapes.requireScalar(body, "a derivative by a family", d.span());
    return new Expr.Family(family.letters(), family.ranges(), raw(body, member), family.shape());
  }

  private Expr byStack(Expr.Stack stack, Expr body) {
    Shapes.requireScalar(body, "a derivative by a vector written out", d.span());
    List<Expr> partials = stack.entries().stream().map(v -> by(v, body)).toList();
    return new Expr.Stack(partials, stack.shape());
  }

  /** {@code \frac{\partial\ell(f(x), y)}{\partial f(x)}}: by the slot in which the value stands. */
  private Expr byValue(Expr.Call value, Expr body) {
    boolean call = body instanceof Expr.Call c && c.slots().isEmpty() && c.shape().isScalar();
    if (!call) {
      throw noName();
    }
    Expr.Call of = (Expr.Call) body;
    int slot = of.arguments().indexOf(value);
    boolean alone =
        slot >= 0
            && of.arguments().stream()
                .filter(a -> !a.equals(value))
                .noneMatch(a -> reach.any(a, e -> isOf(e, value)));
    if (!alone) {
      throw noName();
    }
    boolean numerator = layout == Layout.NUMERATOR && d.kind() != DerivativeKind.NABLA;
    Shape shape = Shape.derivative(of.shape(), value.shape()).orElseThrow(this::noName);
    Expr derivative =
        new Expr.Call(of.function(), of.indices(), of.arguments(), List.of(slot), shape);
    return numerator && !value.shape().isScalar() ? new Expr.Transpose(derivative) : derivative;
  }

  private static boolean isOf(Expr node, Expr.Call value) {
    return node instanceof Expr.Call c && c.function().equals(value.function());
  }

  // By vectors and matrices

  private Expr laidOut(Expr body, Expr.Ref variable, boolean transposed) {
    Shape of = body.shape();
    Shape by = variable.shape();
    if (of.isScalar()) {
      boolean numerator = layout == Layout.NUMERATOR && d.kind() != DerivativeKind.NABLA;
      Expr gradient = raw(body, variable);
      if (numerator && !by.isScalar()) {
        note("∂f/∂x of a number is a row for a column x (layout: numerator)");
      }
      return (numerator || transposed) && !by.isScalar() ? new Expr.Transpose(gradient) : gradient;
    }
    if (by.isScalar()) {
      return raw(body, variable);
    }
    if (of instanceof Shape.Vector && by instanceof Shape.Vector) {
      return jacobian(body, variable, transposed);
    }
    if (of instanceof Shape.Row && by instanceof Shape.Vector && !transposed) {
      return jacobianOfRow(body, variable);
    }
    throw new Misread(
        ProblemId.SHAPE_MISMATCH,
        d.span(),
        "the derivative of " + Shapes.a(of) + " by " + Shapes.a(by),
        by instanceof Shape.Matrix || of instanceof Shape.Matrix
            ? "it has more than two indices; take it by an entry: \\frac{\\partial A}{\\partial"
                + " x_{ij}}, or take the derivative of an entry"
            : "write rows as transposes of columns");
  }

  /** (∂y/∂x)ᵢⱼ = ∂yᵢ/∂xⱼ, transposed where the layout has a column for each entry of y. */
  private Expr jacobian(Expr body, Expr.Ref variable, boolean transposed) {
    Expr jacobian = raw(body, variable);
    boolean columns = layout == Layout.DENOMINATOR && !transposed;
    if (!transposed) {
      note(
          "a vector differentiated by a vector has a "
              + (columns ? "column" : "row")
              + " for each entry of what is differentiated (layout: "
              + layout.name().toLowerCase(java.util.Locale.ROOT)
              + ")");
    }
    return columns ? new Expr.Transpose(jacobian) : jacobian;
  }

  /** {@code \partial y^\top/\partial x}: the row runs to the right, x downwards. */
  private Expr jacobianOfRow(Expr body, Expr.Ref variable) {
    if (layout == Layout.NUMERATOR) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          d.span(),
          "the derivative of a row by a column has no place in the layout numerator",
          "differentiate the column");
    }
    note("∂yᵀ/∂x has a row for each entry of x and a column for each entry of y");
    Expr column = body instanceof Expr.Transpose t ? t.body() : new Expr.Transpose(body);
    return new Expr.Transpose(raw(column, variable));
  }

  private void note(String sentence) {
    context.ledger().note(sentence);
  }

  // Twice

  /** The second derivatives of a number by two vectors: rows by the first, columns by the last. */
  Optional<Expr> second(Expr first, Expr last, Expr body) {
    boolean turned = first instanceof Expr.Transpose;
    Expr a = first instanceof Expr.Transpose t ? t.body() : first;
    Expr b = last instanceof Expr.Transpose t ? t.body() : last;
    boolean scalars = a.shape().isScalar() || b.shape().isScalar();
    if (scalars || !body.shape().isScalar()) {
      return Optional.empty();
    }
    if (!(a instanceof Expr.Ref rows) || !(b instanceof Expr.Ref columns)) {
      return Optional.empty();
    }
    boolean vectors = a.shape() instanceof Shape.Vector && b.shape() instanceof Shape.Vector;
    if (!vectors) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          d.span(),
          "a second derivative by " + Shapes.a(vectorOf(a, b)),
          "it has more than two indices; take it by entries");
    }
    boolean said = turned != last instanceof Expr.Transpose;
    if (!said && !rows.equals(columns)) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          "mixed second derivatives by two vectors, in rows and columns that are not said",
          "write \\partial x\\,\\partial y^\\top for rows by x and columns by y");
    }
    Expr.Ref outer = turned ? columns : rows;
    Expr.Ref inner = turned ? rows : columns;
    return Optional.of(raw(raw(body, outer), inner));
  }

  private static Shape vectorOf(Expr a, Expr b) {
    return a.shape() instanceof Shape.Vector ? b.shape() : a.shape();
  }

  // What moves

  /** The derivative as {@link Expr.Derivative} lays it out. */
  private Expr raw(Expr body, Expr.Ref variable) {
    Optional<Expr> time = Times.single(body);
    if (time.isPresent() && context.scope().isState(variable.name())) {
      Expr inside = Times.stripped(body, time.get());
      return new Expr.At(checked(inside, variable), time.get());
    }
    return checked(body, variable);
  }

  private Expr checked(Expr body, Expr.Ref variable) {
    refuseConstrained(variable);
    Optional<Expr> sensitivity = new Sensitivities(context, d).of(body, variable);
    if (sensitivity.isPresent()) {
      return sensitivity.get();
    }
    if (!reach.depends(body, variable.name(), variable.indices().size())) {
      return independent(body, variable);
    }
    Optional<SlotAlone.Held> held =
        d.kind() == DerivativeKind.TOTAL
            ? Optional.empty()
            : new SlotAlone(context).of(body, variable);
    if (held.isPresent()) {
      note(
          "the derivative of "
              + PRINTER.print(body)
              + " by "
              + UnicodePrinter.print(variable.name())
              + " is by that argument alone; the total one is written with d");
      return held.get().at(new Expr.Derivative(held.get().call(), variable));
    }
    boolean two = d.kind() != DerivativeKind.TOTAL && hasTwoReadings(body, variable);
    if (two && d.kind() == DerivativeKind.NABLA && !isInSlots(body, variable)) {
      note(through(body, variable));
    } else if (two) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          variable.name()
              + " stands in the formula both openly and behind another defined name, which may"
              + " move with it or stay fixed",
          "write d for the total derivative, or put the definition into the formula");
    }
    HeldFixed.sentence(body, variable, reach).ifPresent(this::note);
    return new Expr.Derivative(body, variable);
  }

  /** {@code \frac{d}{dx}[1]}, ∂y_i/∂x of labels y_i: what cannot move. */
  private boolean isConstant(Expr body) {
    return switch (body) {
      case Expr.Literal l -> true;
      case Expr.Negate n -> isConstant(n.body());
      case Expr.Ref r ->
          context
              .variable(r.name(), r.indices().size())
              .map(Declaration.Variable::domain)
              .filter(
                  domain ->
                      domain instanceof Domain.Finite
                          || domain instanceof Domain.Integers
                          || domain instanceof Domain.Labels)
              .isPresent();
      default -> false;
    };
  }

  /** A formula written out that does not depend on a name has the derivative 0 by it. */
  private Expr independent(Expr body, Expr.Ref variable) {
    OwnSlot own = new OwnSlot(context, d);
    Optional<Expr.Ref> value =
        own.value(body, variable.name())
            .filter(v -> v.name().equals(variable.name()))
            .filter(v -> v.shape().equals(variable.shape()));
    if (value.isPresent() && variable.indices().isEmpty()) {
      Expr moving = checked(own.at(body, variable.name(), value.get()), variable);
      return new Expr.Substituted(moving, variable, value.get());
    }
    if (Trees.any(body, e -> own.isNamed(e, variable.name()))) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          variable.name() + " names an argument that stands at another value here",
          "put the derivative at the function: \\nabla_w L(\\hat w)");
    }
    boolean formula =
        Trees.any(body, e -> e instanceof Expr.Ref || e instanceof Expr.Call)
            && !isName(body)
            && !(body instanceof Expr.Negate n && isName(n.body()));
    boolean nabla = d.kind() == DerivativeKind.NABLA;
    if (!formula && (nabla || !isConstant(body))) {
      boolean prefix = d.operand().isEmpty() && nabla;
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          d.span(),
          "what is differentiated does not depend on " + variable.name(),
          prefix
              ? "∇ acts on the next factor; put parentheses around all that is meant, or write 0"
              : "write 0 if that is meant, or define it through " + variable.name());
    }
    note(
        "the derivative of "
            + PRINTER.print(body)
            + " by "
            + UnicodePrinter.print(variable.name())
            + " is 0: nothing in it depends on "
            + UnicodePrinter.print(variable.name()));
    return new Expr.Derivative(body, variable);
  }

  private static boolean isName(Expr body) {
    return switch (body) {
      case Expr.Ref r -> true;
      case Expr.Call c -> c.arguments().stream().allMatch(Partials::isName);
      case Expr.Entry e -> isName(e.body());
      case Expr.Transpose t -> isName(t.body());
      default -> false;
    };
  }

  /** The entries of a symmetric or orthogonal matrix cannot move one by one. */
  private void refuseConstrained(Expr.Ref variable) {
    Optional<Domain.Kind> kind =
        context
            .variable(variable.name(), variable.indices().size())
            .map(Declaration.Variable::domain)
            .filter(Domain.Special.class::isInstance)
            .map(domain -> ((Domain.Special) domain).kind())
            .filter(k -> k != Domain.Kind.INVERTIBLE);
    if (kind.isEmpty()) {
      return;
    }
    String what =
        switch (kind.get()) {
          case SYMMETRIC, POSITIVE_SEMIDEFINITE, POSITIVE_DEFINITE -> "symmetric";
          case ORTHOGONAL -> "orthogonal";
          case ORTHONORMAL_COLUMNS -> "of orthonormal columns";
          case SIMPLEX -> "in a simplex";
          case ONE_HOT -> "one-hot";
          case INVERTIBLE -> "invertible";
        };
    throw new Misread(
        ProblemId.DERIVATIVE_UNCLEAR,
        d.span(),
        "a derivative by "
            + UnicodePrinter.print(variable.name())
            + ", which is "
            + what
            + ": its entries may move one by one, or only along the constraint",
        "declare it without the constraint, as in \\mathbb{R}^{n\\times n}, and give the constraint"
            + " in `assume`: then the entries move one by one");
  }

  /** Whether a name is the vector of all members of a family: to move one moves the other. */
  private boolean isWhole(Name name, Name family) {
    return new Wholes(context)
        .members(name)
        .filter(f -> ((Expr.Ref) f.body()).name().equals(family))
        .isPresent();
  }

  /** Whether a formula mentions a name both openly and through another defined name. */
  private boolean hasTwoReadings(Expr body, Expr.Ref variable) {
    Expr formula = formula(body);
    return isOpen(formula, variable) && isHidden(formula, variable);
  }

  /** What is differentiated; of a name alone, what it is defined as. */
  private Expr formula(Expr body) {
    Expr formula = body;
    while (formula instanceof Expr.Derivative inner) {
      formula = inner.body();
    }
    Optional<Definition> whole = reach.definition(formula);
    return whole.isPresent() ? whole.get().lambda().body() : formula;
  }

  /**
   * Whether a function is given the name in one argument and, behind another name, in another one:
   * {@code \nabla_\lambda f(w^\star, \lambda)} may be by the one argument alone.
   */
  private boolean isInSlots(Expr body, Expr.Ref variable) {
    return Trees.any(
        body,
        e ->
            e instanceof Expr.Call c
                && c.arguments().stream().anyMatch(a -> isOpen(a, variable))
                && c.arguments().stream().anyMatch(a -> isHidden(a, variable)));
  }

  /** A gradient is by all that moves: what moves on the way is listed. */
  private String through(Expr body, Expr.Ref variable) {
    String names =
        hidden(formula(body), variable)
            .map(r -> UnicodePrinter.print(r.name()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "∇ by "
        + UnicodePrinter.print(variable.name())
        + " of "
        + PRINTER.print(body)
        + " is taken also through "
        + names;
  }

  /** Whether a name stands in a formula; what a derivative in it is taken by does not count. */
  private static boolean isOpen(Expr formula, Expr.Ref variable) {
    return switch (formula) {
      case Expr.Ref r when isSame(r, variable) -> true;
      case Expr.Derivative inner -> isOpen(inner.body(), variable);
      default -> Trees.children(formula).stream().anyMatch(part -> isOpen(part, variable));
    };
  }

  private static boolean isSame(Expr.Ref ref, Expr.Ref variable) {
    return ref.name().equals(variable.name()) && ref.indices().size() == variable.indices().size();
  }

  private boolean isHidden(Expr formula, Expr.Ref variable) {
    return hidden(formula, variable).findAny().isPresent();
  }

  /** The other names in a formula that are defined through a name. */
  private Stream<Expr.Ref> hidden(Expr formula, Expr.Ref variable) {
    List<Expr.Ref> names = new ArrayList<>();
    Trees.walk(
        formula,
        e -> {
          if (e instanceof Expr.Ref r && !isSame(r, variable)) {
            names.add(r);
          }
        });
    return names.stream()
        .filter(
            r ->
                reach
                    .definition(r)
                    .filter(
                        def ->
                            reach.depends(
                                def.lambda().body(), variable.name(), variable.indices().size()))
                    .filter(def -> !isWhole(r.name(), variable.name()))
                    .isPresent());
  }
}
