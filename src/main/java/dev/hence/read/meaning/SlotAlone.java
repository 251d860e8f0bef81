package dev.hence.read.meaning;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code \partial_\lambda f(w^\star(\lambda), \lambda)} where f is a function of w and λ: the
 * derivative by the argument λ of f, with the value of the other argument held, as implicit
 * differentiation writes it. The total derivative is written with a d.
 */
final class SlotAlone {
  private final Context context;
  private final Dependence reach;

  SlotAlone(Context context) {
    this.context = context;
    this.reach = new Dependence(context.scope());
  }

  /**
   * What is held fixed at its value.
   *
   * @param call with names in place of the arguments that are held
   * @param names those names, beside the arguments
   */
  record Held(Expr.Call call, List<Expr.Ref> names, List<Expr> values) {
    /** A derivative of the call, at the values. */
    Expr at(Expr derivative) {
      Expr all = derivative;
      for (int k = 0; k < names.size(); k++) {
        all = new Expr.Substituted(all, names.get(k), values.get(k));
      }
      return all;
    }
  }

  /** The arguments to be held; empty where the name enters in one way only. */
  Optional<Held> of(Expr body, Expr.Ref variable) {
    if (!(body instanceof Expr.Call c) || !c.slots().isEmpty() || !variable.indices().isEmpty()) {
      return Optional.empty();
    }
    List<Parameter> parameters = context.parameters(c);
    List<Name> names = parameters.stream().map(Parameter::name).toList();
    int slot = names.indexOf(variable.name());
    if (slot < 0 || !c.arguments().get(slot).equals(variable)) {
      return Optional.empty();
    }
    List<Expr> arguments = new ArrayList<>(c.arguments());
    List<Expr.Ref> held = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      Expr argument = arguments.get(k);
      if (k != slot && followsBehindName(argument, variable)) {
        Expr.Ref name = new Expr.Ref(free(names.get(k), c), List.of(), argument.shape());
        arguments.set(k, name);
        held.add(name);
        values.add(argument);
      }
    }
    Expr.Call call = new Expr.Call(c.function(), c.indices(), arguments, c.slots(), c.shape());
    return held.isEmpty() ? Optional.empty() : Optional.of(new Held(call, held, values));
  }

  /** Whether an argument moves with a name by way of another name: w⋆(λ), ŵ, but not 2λ. */
  private boolean followsBehindName(Expr argument, Expr.Ref variable) {
    return reach.depends(argument, variable.name(), 0)
        && Trees.any(
            argument,
            e ->
                (e instanceof Expr.Call || (e instanceof Expr.Ref r && !r.equals(variable)))
                    && reach.depends(e, variable.name(), 0));
  }

  private Name free(Name parameter, Expr.Call c) {
    boolean taken =
        context.scope().isState(parameter)
            || c.arguments().stream().anyMatch(a -> reach.mentions(a, parameter));
    return taken ? new Name("\\bar{" + parameter.latex() + "}") : parameter;
  }
}
