package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads known names with their arguments. */
final class Entities {
  private final Context context;
  private final Reach reach;

  Entities(Context context) {
    this.context = context;
    this.reach = new Reach(context.scope());
  }

  Optional<List<Parameter>> parameters(Name name, int indices) {
    return context
        .function(name, indices)
        .map(Declaration.Function::parameters)
        .or(
            () ->
                context
                    .definition(name, indices)
                    .map(d -> d.lambda().parameters())
                    .filter(p -> !p.isEmpty()));
  }

  /** A known name at its indices, with the arguments that a subscript gave and those behind it. */
  Expr of(Name name, List<Expr> indices, List<Expr> subscript, Written w, Factors factors) {
    Optional<List<Parameter>> parameters = parameters(name, indices.size());
    if (parameters.isPresent() && !context.locals().containsKey(name)) {
      return call(name, indices, parameters.get(), subscript, List.of(), w, factors);
    }
    Expr.Ref ref = new Expr.Ref(name, indices, memberShape(name, indices, w));
    return atTime(ref, factors).orElse(ref);
  }

  /** The shape of a member, its sizes depending on its indices. */
  private Shape memberShape(Name name, List<Expr> indices, Written w) {
    Shape shape = shape(name, indices.size());
    List<String> letters =
        context
            .definition(name, indices.size())
            .map(d -> d.lambda().indices())
            .or(() -> context.variable(name, indices.size()).map(v -> v.indices()))
            .orElse(List.of());
    return Sizes.at(shape, letters, indices, w.span());
  }

  Shape shape(Name name, int indices) {
    if (indices == 0 && context.locals().containsKey(name)) {
      return context.locals().get(name);
    }
    return context
        .definition(name, indices)
        .map(Definition::shape)
        .or(() -> context.variable(name, indices).map(Declaration.Variable::shape))
        .orElseThrow();
  }

  /** {@code w(t)}, {@code u(0)}: a value that moves, at a time. */
  private Optional<Expr> atTime(Expr value, Factors factors) {
    return factors
        .arguments()
        .filter(g -> g.items().size() == 1)
        .flatMap(g -> new Times(context).time(g.items().getFirst()))
        .filter(time -> reach.mentionsState(value))
        .map(time -> factors.called(new Expr.At(value, time)));
  }

  /**
   * A function at its arguments.
   *
   * @param slots by which it is differentiated
   */
  Expr call(
      Name name,
      List<Expr> indices,
      List<Parameter> parameters,
      List<Expr> subscript,
      List<Integer> slots,
      Written w,
      Factors factors) {
    Optional<Syntax.Group> group = factors.arguments();
    List<Expr> arguments = new ArrayList<>();
    if (group.isPresent()) {
      Optional<Expr> time = timeOnly(group.get(), parameters);
      if (time.isPresent()) {
        Expr bare = new Calls(context).build(name, indices, parameters, subscript, slots, w);
        return factors.called(new Expr.At(bare, time.get()));
      }
      group.get().items().forEach(item -> arguments.add(new Formulas(context).expr(item)));
    }
    arguments.addAll(subscript);
    Expr value = new Calls(context).build(name, indices, parameters, arguments, slots, w);
    return group.isPresent() ? factors.called(value) : value;
  }

  /** {@code L(t)} where L has the state as its only parameter: the value at that time. */
  private Optional<Expr> timeOnly(Syntax.Group group, List<Parameter> parameters) {
    boolean states = parameters.stream().allMatch(p -> context.scope().isState(p.name()));
    return states && group.items().size() == 1
        ? new Times(context)
            .time(group.items().getFirst())
            .filter(t -> !(t instanceof Expr.Literal))
        : Optional.empty();
  }
}
