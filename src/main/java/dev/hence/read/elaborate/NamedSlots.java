package dev.hence.read.elaborate;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a derivative by a name says of functions that have an argument of that name. {@code
 * \partial_\lambda f(w^\star(\lambda), \lambda)} is by the argument λ alone, with the value of the
 * other held, as implicit differentiation writes it; the total derivative is written with a d.
 * {@code \nabla_\theta (f(x; \theta_s) - y)^2} is by the argument θ, taken at θ_s: taken as the
 * derivative of what f is worth there it would be 0 for every f.
 */
final class NamedSlots {
  private final Context context;
  private final Dependence dependence;

  NamedSlots(Context context) {
    this.context = context;
    this.dependence = new Dependence(context.scope());
  }

  /**
   * What is differentiated, with names in place of values.
   *
   * @param names in places of the values
   */
  record Held(Expr body, List<Expr.Ref> names, List<Expr> values) {
    /** A derivative of the body, at the values. */
    Expr at(Expr derivative) {
      Expr all = derivative;
      for (int k = 0; k < names.size(); k++) {
        all = new Expr.Substituted(all, names.get(k), values.get(k));
      }
      return all;
    }
  }

  private List<Name> parameters(Expr.Call c) {
    return context.parameters(c.function(), c.indices().size()).orElse(List.of()).stream()
        .map(Parameter::name)
        .toList();
  }

  // Where the name stands in its own argument

  /** The other arguments to be held; empty where the name enters in one way only. */
  Optional<Held> beside(Expr body, Expr.Ref variable) {
    if (!(body instanceof Expr.Call c) || !c.slots().isEmpty() || !variable.indices().isEmpty()) {
      return Optional.empty();
    }
    List<Name> parameters = parameters(c);
    int slot = parameters.indexOf(variable.name());
    if (slot < 0 || !c.arguments().get(slot).equals(variable)) {
      return Optional.empty();
    }
    List<Expr> arguments = new ArrayList<>(c.arguments());
    List<Expr.Ref> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      Expr argument = arguments.get(k);
      if (k != slot && followsBehindName(argument, variable)) {
        Expr.Ref name = new Expr.Ref(free(parameters.get(k), c), List.of(), argument.shape());
        arguments.set(k, name);
        names.add(name);
        values.add(argument);
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Held(with(c, arguments), names, values));
  }

  private static Expr.Call with(Expr.Call c, List<Expr> arguments) {
    return new Expr.Call(c.function(), c.indices(), arguments, c.slots(), c.shape());
  }

  /** Whether an argument moves with a name by way of another name: w⋆(λ), ŵ, but not 2λ. */
  private boolean followsBehindName(Expr argument, Expr.Ref variable) {
    return dependence.depends(argument, variable.name(), 0)
        && Trees.any(
            argument,
            e ->
                (e instanceof Expr.Call || (e instanceof Expr.Ref r && !r.equals(variable)))
                    && dependence.depends(e, variable.name(), 0));
  }

  private Name free(Name parameter, Expr.Call c) {
    boolean taken =
        context.scope().isState(parameter)
            || c.arguments().stream().anyMatch(a -> dependence.mentions(a, parameter));
    return taken ? new Name("\\bar{" + parameter.latex() + "}") : parameter;
  }

  // Where another value stands there

  /** Whether a formula that does not depend on a name has functions with such an argument. */
  boolean names(Expr body, Name name) {
    return Trees.any(body, e -> e instanceof Expr.Call c && parameters(c).contains(name));
  }

  /** The formula at the name itself, if one value stands in its place and nowhere else. */
  Optional<Held> elsewhere(Expr body, Expr.Ref variable) {
    Set<Expr> values = new HashSet<>();
    Trees.walk(
        body,
        e -> {
          if (e instanceof Expr.Call c && parameters(c).contains(variable.name())) {
            values.add(c.arguments().get(parameters(c).indexOf(variable.name())));
          }
        });
    if (values.size() != 1
        || !(values.iterator().next() instanceof Expr.Ref value)
        || !value.name().equals(variable.name())
        || !value.shape().equals(variable.shape())) {
      return Optional.empty();
    }
    Expr moving = Trees.map(body, e -> e instanceof Expr.Call c ? at(c, variable, value) : e);
    return Trees.any(moving, value::equals)
        ? Optional.empty()
        : Optional.of(new Held(moving, List.of(variable), List.of(value)));
  }

  private Expr at(Expr.Call c, Expr.Ref variable, Expr value) {
    int slot = parameters(c).indexOf(variable.name());
    if (slot < 0 || !c.arguments().get(slot).equals(value)) {
      return c;
    }
    List<Expr> arguments = new ArrayList<>(c.arguments());
    arguments.set(slot, variable);
    return with(c, arguments);
  }
}
