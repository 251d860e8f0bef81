package dev.hence.search;

import dev.hence.claim.Scope;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions: σ for σ′, another argument, arguments in the other order, another function. */
final class CallEdits implements Editor {
  private final Pool pool;
  private final UnicodePrinter printer;

  CallEdits(Pool pool, UnicodePrinter printer) {
    this.pool = pool;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    switch (spot.node()) {
      case Expr.Call c -> {
        swapped(c, offers);
        derivatives(c, offers);
        functions(c, offers);
        for (int k = 0; k < c.arguments().size(); k++) {
          arguments(c, k, spot, offers);
        }
      }
      case Expr.Apply a -> {
        for (ElementaryFunction other : ElementaryFunction.values()) {
          if (other != a.function() && family(other) == family(a.function())) {
            write(Rank.FUNCTION, a, new Expr.Apply(other, a.argument()), offers);
          }
        }
        pool.arguments(a.argument().shape(), spot)
            .forEach(
                other -> write(Rank.OTHER_NAME, a, new Expr.Apply(a.function(), other), offers));
      }
      case Expr.Derivative d -> variables(d, spot, offers);
      default -> {}
    }
  }

  /** Functions that are taken for each other. */
  private static int family(ElementaryFunction function) {
    return switch (function) {
      case EXP, LOG, SQRT -> 0;
      case SIN, COS, TAN -> 1;
      case SINH, COSH, TANH -> 2;
      case ARCSIN, ARCCOS, ARCTAN -> 3;
      case ARSINH, ARCOSH, ARTANH -> 4;
      case ERF -> 5;
    };
  }

  private void swapped(Expr.Call call, Offers offers) {
    List<Expr> arguments = call.arguments();
    for (int a = 0; a < arguments.size(); a++) {
      for (int b = a + 1; b < arguments.size(); b++) {
        if (arguments.get(a).shape().equals(arguments.get(b).shape())) {
          List<Expr> other = new ArrayList<>(arguments);
          Collections.swap(other, a, b);
          Expr changed = call(call, other, call.slots());
          int rank = call.slots().isEmpty() ? Rank.TOKEN : Rank.MOVED + 5;
          offers.offer(rank, "swap the arguments of " + text(call), changed);
        }
      }
    }
  }

  /** A derivative more, a derivative less, the derivative in another argument. */
  private void derivatives(Expr.Call call, Offers offers) {
    List<Integer> slots = call.slots();
    if (slots.stream().anyMatch(slot -> !isNumber(call, slot))) {
      return;
    }
    if (!slots.isEmpty()) {
      List<Integer> fewer = slots.subList(1, slots.size());
      Expr less = call(call, call.arguments(), fewer);
      String what = fewer.isEmpty() ? "drop the derivative of " + text(less) : write(call, less);
      offers.offer(Rank.TOKEN, what, less);
    }
    for (int slot = call.arguments().size() - 1; slot >= 0; slot--) {
      if (isNumber(call, slot)) {
        List<Integer> more = new ArrayList<>(slots);
        more.add(slot);
        Collections.sort(more);
        write(Rank.TOKEN, call, call(call, call.arguments(), more), offers);
        if (slots.size() == 1) {
          write(Rank.MOVED, call, call(call, call.arguments(), List.of(slot)), offers);
        }
      }
    }
  }

  /** Whether a slot takes a number, so that the derivative has the shape of the value. */
  private boolean isNumber(Expr.Call call, int slot) {
    List<Parameter> parameters = parameters(call.function(), call.indices().size());
    return slot < parameters.size() && parameters.get(slot).shape().isScalar();
  }

  private List<Parameter> parameters(Name name, int indices) {
    Scope scope = pool.step().scope();
    return scope
        .function(name, indices)
        .map(f -> f.parameters())
        .or(() -> scope.definition(name, indices).map(d -> d.lambda().parameters()))
        .orElse(List.of());
  }

  /** Another function that takes the same. */
  private void functions(Expr.Call call, Offers offers) {
    int indices = call.indices().size();
    List<Shape> wanted = shapes(parameters(call.function(), indices));
    Scope scope = pool.step().scope();
    Map<Name, List<Parameter>> all = new LinkedHashMap<>();
    scope
        .functions()
        .values()
        .forEach(
            f -> {
              if (f.indices().size() == indices && f.shape().equals(call.shape())) {
                all.put(f.name(), f.parameters());
              }
            });
    scope
        .definitions()
        .values()
        .forEach(
            d -> {
              if (d.lambda().indices().size() == indices && d.shape().equals(call.shape())) {
                all.put(d.name(), d.lambda().parameters());
              }
            });
    all.forEach(
        (name, parameters) -> {
          if (!name.equals(call.function()) && shapes(parameters).equals(wanted)) {
            int rank = Pool.areKin(name, call.function()) ? Rank.MOVED : Rank.OTHER_NAME;
            Expr other =
                new Expr.Call(name, call.indices(), call.arguments(), call.slots(), call.shape());
            write(rank + (pool.isMentioned(name) ? 0 : Rank.FAR), call, other, offers);
          }
        });
  }

  private static List<Shape> shapes(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::shape).toList();
  }

  private void arguments(Expr.Call call, int k, Spot spot, Offers offers) {
    for (Expr other : pool.arguments(call.arguments().get(k).shape(), spot)) {
      List<Expr> changed = new ArrayList<>(call.arguments());
      changed.set(k, other);
      write(Rank.OTHER_NAME, call, call(call, changed, call.slots()), offers);
    }
  }

  private void variables(Expr.Derivative d, Spot spot, Offers offers) {
    for (Expr.Ref other : pool.names(d.variable().shape(), spot)) {
      write(Rank.MOVED, d, new Expr.Derivative(d.body(), other), offers);
    }
  }

  private static Expr call(Expr.Call call, List<Expr> arguments, List<Integer> slots) {
    return new Expr.Call(call.function(), call.indices(), arguments, slots, call.shape());
  }

  private void write(int rank, Expr old, Expr now, Offers offers) {
    offers.offer(rank, write(old, now), now);
  }

  private String write(Expr old, Expr now) {
    return "write " + text(now) + " for " + text(old);
  }

  private String text(Expr expr) {
    return printer.print(expr);
  }
}
