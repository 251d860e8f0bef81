package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads known names with their arguments. */
final class Entities {
  private final Context context;
  private final Dependence reach;

  Entities(Context context) {
    this.context = context;
    this.reach = new Dependence(context.scope());
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
    return solution(ref, factors)
        .or(() -> atTime(ref, factors))
        .or(() -> spelled(ref, w, factors))
        .orElse(ref);
  }

  /**
   * {@code L(w)} of an L that is defined through w, without parameters of its own: the value, with
   * what it depends on spelled out. Nobody writes a product with parentheses around a lone name,
   * unless to hang an index on them: in {@code y_i (x_i)_k} the number y_i, which has no entries,
   * stands beside an entry of x_i.
   */
  private Optional<Expr> spelled(Expr.Ref ref, Written w, Factors factors) {
    Optional<Syntax.Group> group = factors.arguments();
    boolean names =
        group.isPresent()
            && group.get().open() == Delimiter.PARENTHESIS
            && group.get().items().stream().allMatch(this::isLoneName);
    if (!names) {
      return group.filter(g -> isOwnList(ref, g)).map(g -> factors.called(ref));
    }
    boolean depends =
        group.get().items().stream()
            .map(item -> new Formulas(context).expr(item))
            .allMatch(a -> a instanceof Expr.Ref r && reach.mentions(ref, r.name()));
    boolean value = depends && reach.definition(ref).isPresent();
    boolean picked = factors.argumentScripts().filter(s -> s.sub().isPresent()).isPresent();
    if (!value && (picked || !ref.shape().isScalar())) {
      return Optional.empty();
    }
    if (!value) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "`"
              + ref.name()
              + "` is no function, so this may be its product with what stands in parentheses or"
              + " its value there",
          "write the product without parentheses, or declare the function in `let`");
    }
    return Optional.of(factors.called(ref));
  }

  /** {@code L(x_1, \dots, x_T)} of an L that is defined through the x_i. */
  private boolean isOwnList(Expr.Ref ref, Syntax.Group group) {
    List<List<Syntax>> lists = ListedArguments.apart(group.items());
    return lists.size() == 1
        && lists.getFirst().size() > 1
        && reach.definition(ref).isPresent()
        && new ListedArguments(context)
            .parameter(lists.getFirst())
            .filter(p -> reach.mentions(ref, p.name()))
            .isPresent();
  }

  private boolean isLoneName(Syntax item) {
    return Written.of(item)
        .filter(w -> w.sup().isEmpty())
        .filter(w -> !context.isLetter(w.primed().latex()))
        .isPresent();
  }

  /** The shape of a member, its sizes depending on its indices. */
  Shape memberShape(Name name, List<Expr> indices, Written w) {
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
        .or(() -> context.function(name, indices).map(Declaration.Function::shape))
        .orElseThrow();
  }

  /** {@code w(t)}, {@code u(0)}: a value that moves, at a time. */
  Optional<Expr> atTime(Expr value, Factors factors) {
    Times times = new Times(context);
    Optional<Syntax> argument =
        factors
            .arguments()
            .filter(g -> g.items().size() == 1 && reach.mentionsState(value))
            .map(g -> g.items().getFirst());
    argument.filter(times::isReckoned).ifPresent(Entities::refuseReckonedTime);
    return argument.flatMap(times::time).map(time -> factors.called(new Expr.At(value, time)));
  }

  /** {@code u(t, p)}: a solution that depends on p, at a time. */
  private Optional<Expr> solution(Expr.Ref state, Factors factors) {
    List<Name> parameters =
        context
            .scope()
            .dynamics()
            .map(x -> x.parameters().getOrDefault(state.name(), List.of()))
            .orElse(List.of());
    Optional<Syntax.Group> group =
        factors
            .arguments()
            .filter(g -> state.indices().isEmpty() && !parameters.isEmpty())
            .filter(g -> g.items().size() == parameters.size() + 1);
    Optional<Expr> time = group.flatMap(g -> new Times(context).time(g.items().getFirst()));
    boolean itself =
        time.isPresent()
            && parameters.equals(
                group.get().items().stream()
                    .skip(1)
                    .flatMap(item -> Written.of(item).stream())
                    .map(Written::primed)
                    .toList());
    return itself ? Optional.of(factors.called(new Expr.At(state, time.get()))) : Optional.empty();
  }

  private static void refuseReckonedTime(Syntax time) {
    throw new Misread(
        ProblemId.AMBIGUOUS,
        time.span(),
        "this may be a time, at which values are not read, or a factor in parentheses",
        "take values at 0 and at one more time that is a letter; write \\cdot for a product");
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
    group.ifPresent(Entities::refuseConditional);
    if (group.isPresent()) {
      refuseProductWithItself(name, parameters, group.get(), w);
      Optional<Expr> time = timeOnly(group.get(), parameters);
      if (time.isPresent()) {
        Expr bare = new Calls(context).build(name, indices, parameters, subscript, slots, w);
        return factors.called(new Expr.At(bare, time.get()));
      }
      ListedArguments.apart(Pieces.arguments(group.get()))
          .forEach(list -> arguments.add(new ListedArguments(context).value(list)));
    }
    arguments.addAll(subscript);
    if (isFactor(group, arguments, parameters)) {
      context
          .ledger()
          .note(
              name
                  + " before parentheses with a number is multiplied by it, for it takes a "
                  + Shapes.text(parameters.getFirst().shape()));
      return new Calls(context).build(name, indices, parameters, List.of(), slots, w);
    }
    group.ifPresent(g -> new Beside(context).refuse(name, parameters, g, w));
    Expr value = new Calls(context).build(name, indices, parameters, arguments, slots, w);
    return group.isPresent() ? factors.called(value) : value;
  }

  /**
   * {@code \\pi (\\Delta h - \\nabla U \\cdot \\nabla h)} where π is a function of a vector: a
   * number that is reckoned is no argument of it.
   */
  static boolean isFactor(
      Optional<Syntax.Group> group, List<Expr> arguments, List<Parameter> parameters) {
    return group.isPresent()
        && arguments.size() == 1
        && parameters.size() == 1
        && !(arguments.getFirst() instanceof Expr.Literal)
        && group.get().items().getFirst() instanceof Syntax.Terms
        && arguments.getFirst().shape().isScalar()
        && !parameters.getFirst().shape().isScalar();
  }

  /** {@code \sigma(1 - \sigma)}: a value of σ, or the product of σ and 1 − σ? */
  private static void refuseProductWithItself(
      Name name, List<Parameter> parameters, Syntax.Group group, Written w) {
    if (parameters.size() == 1 && Pieces.standsBare(name, group)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span().to(group.span()),
          "this may be the value of "
              + name
              + " at a value of itself, or the product of "
              + name
              + " and the parentheses",
          "write \\cdot before the parentheses for a product, and " + name + "(…) for a value");
    }
  }

  /** In {@code p(y|x)} the names say which p is meant, so that it is no function of two slots. */
  private static void refuseConditional(Syntax.Group group) {
    if (group.separators().contains("|")) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          group.span(),
          "what stands behind a bar in parentheses is not read as an argument",
          "give conditional probabilities names of their own, with commas between arguments");
    }
  }

  /**
   * {@code L(t)} where L has the state as its only parameter: the value at that time; {@code L(0)}
   * too, beside L(t).
   */
  private Optional<Expr> timeOnly(Syntax.Group group, List<Parameter> parameters) {
    boolean states = parameters.stream().allMatch(p -> context.scope().isState(p.name()));
    return states && group.items().size() == 1
        ? new Times(context)
            .time(group.items().getFirst())
            .filter(t -> !(t instanceof Expr.Literal) || context.times().contains(Times.ZERO))
        : Optional.empty();
  }
}
