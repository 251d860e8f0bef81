package dev.hence.read.elaborate;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a definition of a left side and a formula. */
final class Defining {
  private final Elaborator elaborator;
  private final LeftSide left;
  private final Tree right;
  private final Context context;
  private final List<Type> types = new ArrayList<>();

  Defining(Elaborator elaborator, LeftSide left, Tree right, Context context) {
    this.elaborator = elaborator;
    this.left = left;
    this.right = right;
    this.context = context;
  }

  Task<Definition> task() {
    Context inside =
        left.offset() == 0 ? context : context.shifted(left.indices().getFirst(), left.offset());
    for (LeftSide.Slot slot : left.slots()) {
      if (context.scope().function(slot.name(), 0).isPresent()) {
        elaborator.refused(new Refusal.NoMeaning(left.span(), "an argument named as a function"));
      }
      Type type = slot.declared().orElseGet(elaborator.inference()::unknown);
      types.add(type);
      inside = isTime(slot) ? inside.withTime(slot.name()) : inside.withLocal(slot.name(), type);
    }
    Typed body = value(elaborator.read(right, inside), inside);
    Typed fitted = declared().map(type -> fit(body, type)).orElse(body);
    return new Task<>(types, build -> definition(fitted, build));
  }

  /** The value of the name, by what is said of it. */
  private Typed value(Typed said, Context inside) {
    return switch (left.says()) {
      case LeftSide.Says.Value v -> said;
      case LeftSide.Says.Logarithm l -> {
        elaborator.inference().same(said.type(), Type.real(), right.span(), Refusal.Where.NUMBER);
        yield Functions.exponential(said);
      }
      case LeftSide.Says.EntryOf e ->
          new Wholes(elaborator, inside)
              .family(said, List.of(e.letter()), left.span())
              .orElseGet(() -> elaborator.refused(new Refusal.Unranged(left.span(), e.letter())));
    };
  }

  private Typed fit(Typed body, Type type) {
    return new Fitting(elaborator.inference())
        .fit(body, type, right.span(), Refusal.Where.DEFINITION);
  }

  /** The type that the name was declared with. */
  private Optional<Type> declared() {
    int indices = left.indices().size();
    boolean variable =
        left.slots().isEmpty()
            && context.variable(left.name(), indices).filter(v -> !v.assumed()).isPresent();
    boolean function =
        !left.slots().isEmpty() && context.scope().function(left.name(), indices).isPresent();
    return (variable || function) && context.definition(left.name(), indices).isEmpty()
        ? Optional.of(
            context.type(left.name(), left.indices().stream().<Expr>map(Expr.Index::new).toList()))
        : Optional.empty();
  }

  private boolean isTime(LeftSide.Slot slot) {
    return slot.name().equals(Name.TIME) && context.moves();
  }

  private Definition definition(Typed body, Build build) {
    List<Parameter> parameters = new ArrayList<>();
    for (int k = 0; k < types.size(); k++) {
      LeftSide.Slot slot = left.slots().get(k);
      parameters.add(new Parameter(slot.name(), build.shape(types.get(k), left.span())));
    }
    Expr whole = members(body.draft().build(build), parameters, build);
    refuseOpen(whole, build);
    refuseCircle(whole, build);
    new Captures(context).refusal(whole, right.span()).ifPresent(build::refuse);
    Expr closed =
        left.indices().isEmpty() ? whole : new Recursions(context, left).closed(whole, build);
    Lambda lambda = withoutTime(new Lambda(left.indices(), parameters, closed));
    return new Definition(left.name(), lambda, whole.shape(), left.span().to(right.span()));
  }

  /**
   * {@code u(t) = X w(t)} defines u = X w, a value that moves; {@code V(t) = t \|x(t)\|^2} one that
   * changes with the time besides.
   */
  private Lambda withoutTime(Lambda lambda) {
    List<Parameter> others =
        lambda.parameters().stream().filter(p -> !p.name().equals(Name.TIME)).toList();
    if (!context.moves() || others.size() == lambda.parameters().size()) {
      return lambda;
    }
    Expr now = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
    Expr body = Differentiation.stripped(lambda.body(), now);
    boolean moves = !body.equals(lambda.body()) || takesStateNow(body);
    return moves || !Trees.any(body, now::equals)
        ? new Lambda(lambda.indices(), others, body)
        : lambda;
  }

  /** Whether a formula takes the state without saying when; not so ∫₀ᵗ x(s) ds. */
  private boolean takesStateNow(Expr expr) {
    return switch (expr) {
      case Expr.At at -> false;
      case Expr.Ref r when context.scope().isState(r.name()) -> true;
      default -> Trees.children(expr).stream().anyMatch(this::takesStateNow);
    };
  }

  /** A parameter x_j stands for the member wherever the formula mentions it. */
  private Expr members(Expr body, List<Parameter> parameters, Build build) {
    Expr result = body;
    for (int k = 0; k < parameters.size(); k++) {
      Parameter p = parameters.get(k);
      Optional<Expr.Ref> member = left.slots().get(k).member();
      if (member.isPresent()) {
        Expr.Ref plain = new Expr.Ref(p.name(), List.of(), p.shape());
        result = Trees.map(result, e -> e.equals(member.get()) ? plain : e);
      }
      result = inEntries(result, p, build);
    }
    return result;
  }

  /** Of an argument that is named as the whole of a family, the members are its entries. */
  private Expr inEntries(Expr body, Parameter p, Build build) {
    NamedWholes wholes = new NamedWholes(context.scope());
    return wholes.isDerivedByMembers(body, p.name())
        ? build.refuse(
            new Refusal.NoMeaning(right.span(), "a derivative by an entry of the argument"))
        : wholes.inEntries(body, new Expr.Ref(p.name(), List.of(), p.shape()));
  }

  /** An index that stands free on the right must stand on the left. */
  private void refuseOpen(Expr body, Build build) {
    for (String letter : context.scope().ranges().keySet()) {
      if (!left.indices().contains(letter) && FreeLetters.has(body, letter)) {
        build.refuse(new Refusal.Unranged(right.span(), letter));
      }
    }
  }

  private void refuseCircle(Expr body, Build build) {
    boolean returns =
        left.indices().isEmpty() && new Dependence(context.scope()).any(body, this::isItself);
    if (returns) {
      build.refuse(new Refusal.Circular(right.span(), left.name().latex(), "itself"));
    }
  }

  private boolean isItself(Expr node) {
    return switch (node) {
      case Expr.Ref r ->
          r.indices().isEmpty()
              && r.name().equals(left.name())
              && left.slots().stream().noneMatch(s -> s.name().equals(r.name()));
      case Expr.Call c -> c.indices().isEmpty() && c.function().equals(left.name());
      default -> false;
    };
  }
}
