package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notation of a formula, by the scope in which it stands. */
public final class ScopeNotation implements Notation {
  private final Scope scope;

  public ScopeNotation(Scope scope) {
    this.scope = scope;
  }

  @Override
  public boolean isState(Name name) {
    return scope.isState(name);
  }

  @Override
  public boolean isFixed(Name name, int indices) {
    return isFixed(name, indices, new HashSet<>());
  }

  @Override
  public Optional<Range> range(String letter) {
    return Optional.ofNullable(scope.ranges().get(letter));
  }

  @Override
  public boolean isBound(Name name, int indices, Name variable) {
    return !mentions(name, indices, variable, new HashSet<>());
  }

  @Override
  public boolean takesSubscript(Name function, int indices) {
    List<Parameter> parameters = parameters(function, indices);
    return !parameters.isEmpty()
        && function.subscript().equals(Optional.of(parameters.getLast().name()));
  }

  @Override
  public List<Parameter> parameters(Name function, int indices) {
    return scope
        .definition(function, indices)
        .map(definition -> definition.lambda().parameters())
        .or(() -> scope.function(function, indices).map(Declaration.Function::parameters))
        .orElse(List.of());
  }

  /** Whether a variable occurs in what stands behind a name, not as one of its parameters. */
  private boolean mentions(Name name, int indices, Name variable, Set<String> met) {
    Optional<Definition> definition = scope.definition(name, indices);
    if (definition.isEmpty() || !met.add(name.key(indices))) {
      return false;
    }
    Lambda lambda = definition.get().lambda();
    return lambda.parameters().stream().noneMatch(p -> p.name().equals(variable))
        && Trees.any(
            lambda.body(),
            e ->
                switch (e) {
                  case Expr.Ref r ->
                      r.name().equals(variable)
                          || mentions(r.name(), r.indices().size(), variable, met);
                  case Expr.Call c -> mentions(c.function(), c.indices().size(), variable, met);
                  default -> false;
                });
  }

  private boolean isTime(Name name) {
    return name.equals(Name.TIME)
        && scope.dynamics().isPresent()
        && scope.variable(name, 0).isEmpty();
  }

  /** Follows definitions; {@code met} keeps it from following one twice. */
  private boolean isFixed(Name name, int indices, Set<String> met) {
    if (isState(name) || isTime(name)) {
      return false;
    }
    Optional<Definition> definition = scope.definition(name, indices);
    return definition.isEmpty() || !met.add(name.key(indices)) || isFixed(definition.get(), met);
  }

  private boolean isFixed(Definition definition, Set<String> met) {
    Set<Name> given = new HashSet<>();
    definition.lambda().parameters().stream().map(Parameter::name).forEach(given::add);
    return !Trees.any(
        definition.lambda().body(),
        e ->
            switch (e) {
              case Expr.Ref r ->
                  !given.contains(r.name()) && !isFixed(r.name(), r.indices().size(), met);
              case Expr.Call c -> !isFixed(c.function(), c.indices().size(), met);
              case Expr.TimeDerivative t -> true;
              default -> false;
            });
  }
}
