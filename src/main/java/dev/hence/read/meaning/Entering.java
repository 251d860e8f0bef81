package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds entries to what is known. An entry of a section or a display may hide what the header says
 * of a name; formulas that speak of the name speak of the new one then, and those that no longer
 * fit it can no longer be read.
 */
final class Entering {
  /**
   * What was added.
   *
   * @param names those of which the entries speak on their left, by {@link dev.hence.expr.Name#key}
   * @param deferred definitions that could not be read yet: they may speak of names that the
   *     display defines
   */
  record Entered(Set<String> names, List<Clause> deferred) {
    static final Entered NOTHING = new Entered(Set.of(), List.of());
  }

  private final Knowledge known;
  private final Problems problems;
  private final List<Clause> endings = new ArrayList<>();
  private final List<Clause> starts = new ArrayList<>();

  private Entering(Knowledge known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /** Adds the entries of the header or of a section. */
  static void enter(Knowledge known, Entries entries, Problems problems) {
    Entering entering = new Entering(known, problems);
    Entries all = startsToSteps(entries);
    Entered entered = entering.enter(all);
    Setting setting = entering.setting(problems);
    setting.define(entered.deferred());
    setting.assume(entering.restricting(all.assume()));
    known.become(setting.scope());
    entering.steps(all.step());
  }

  /** Adds the entries of a display or a row. */
  static Entered enterPart(Knowledge known, Entries entries, Problems problems) {
    Entering entering = new Entering(known, problems);
    Entries all = startsToSteps(entries);
    Entered entered = entering.enter(all);
    Setting setting = entering.setting(problems);
    setting.assume(entering.restricting(all.assume()));
    known.become(setting.scope());
    entering.steps(all.step());
    return entered;
  }

  /** The assumptions that restrict points; where letters go is kept. */
  private List<Clause> restricting(List<Clause> assumptions) {
    List<Clause> restricting = new ArrayList<>();
    for (Clause clause : assumptions) {
      List<Tendency> said = Tendency.of(clause);
      said.forEach(known::tends);
      if (said.isEmpty()) {
        restricting.add(clause);
      }
    }
    return restricting;
  }

  /** {@code m_0 = 0} under `let` is a first value where a step makes the other m_t. */
  private static Entries startsToSteps(Entries entries) {
    Entries sorted = Entries.none().and(entries);
    List<Clause> starts =
        entries.let().stream()
            .filter(c -> c.first().filter(Start::isNumbered).isPresent())
            .filter(c -> c.links().stream().allMatch(Start::isEquation))
            .filter(c -> entries.step().stream().anyMatch(s -> Start.isOf(c, s)))
            .toList();
    sorted.let().removeAll(starts);
    sorted.step().addAll(starts);
    return sorted;
  }

  private Setting setting(Problems reported) {
    return new Setting(known.scope(), known.ledger(), reported, known.refused());
  }

  private Entered enter(Entries entries) {
    Set<String> names = own(entries.let());
    Scope outside = known.scope();
    Map<String, String> hidden = hide(names);
    Map<String, List<Parameter>> parameters = parameters(outside, hidden.keySet());
    known.refused().addAll(entries.refused());
    Setting setting = setting(problems);
    List<Clause> definitions = setting.declare(entries.let(), Motion.of(entries.flow()));
    List<Flows.Equation> flow = flow(entries.flow(), setting.scope(), setting.solutions());
    setting.move(flow);
    known.become(Flows.withPrimes(setting.scope(), entries.flow(), flow));
    List<Clause> deferred = define(definitions, parameters);
    known.await(flow);
    Setting values = setting(problems);
    values.begin(starts);
    known.become(values.scope());
    endings.forEach(this::ending);
    Set<String> fresh = new LinkedHashSet<>(names);
    flow.forEach(e -> fresh.add(e.velocity().key(e.state().indices().size())));
    hidden.forEach((key, before) -> dropMisfits(key, before, fresh));
    return new Entered(names, deferred);
  }

  /** Defines what can be defined by now, in the order of the entries; returns the rest. */
  private List<Clause> define(List<Clause> definitions, Map<String, List<Parameter>> parameters) {
    List<Clause> left = new ArrayList<>(definitions);
    while (!left.isEmpty()) {
      Problems found = new Problems();
      Setting trial =
          new Setting(known.scope(), known.ledger(), found, new ArrayList<>(known.refused()));
      trial.hiding(parameters).define(left.subList(0, 1));
      if (!found.toList().isEmpty()) {
        return left;
      }
      known.become(trial.scope());
      left.removeFirst();
    }
    return left;
  }

  /** The names that the entries declare or define. */
  private Set<String> own(List<Clause> entries) {
    Set<String> names = new LinkedHashSet<>();
    for (Clause entry : entries) {
      for (Syntax name : entry.names()) {
        Pattern.of(name, known.context())
            .ifPresent(p -> names.add(p.name().key(p.indices().size())));
        if (name instanceof Syntax.Name letter
            && known.scope().ranges().containsKey(letter.key())) {
          names.add(letter.key());
        }
      }
      Refused.names(entry).forEach(known.refused()::remove);
    }
    return names;
  }

  // Hiding

  /** The parameters of the functions among some names, if they keep their meaning. */
  private static Map<String, List<Parameter>> parameters(Scope scope, Set<String> names) {
    Map<String, List<Parameter>> all = allParameters(scope, names);
    all.values().removeIf(ps -> ps.stream().anyMatch(p -> names.contains(p.name().key(0))));
    return all;
  }

  private static Map<String, List<Parameter>> allParameters(Scope scope, Set<String> names) {
    Map<String, List<Parameter>> parameters = new HashMap<>();
    for (String name : names) {
      Declaration.Function function = scope.functions().get(name);
      Definition definition = scope.definitions().get(name);
      if (definition != null) {
        parameters.put(name, definition.lambda().parameters());
      } else if (function != null) {
        parameters.put(name, function.parameters());
      }
    }
    return parameters;
  }

  private Map<String, String> hide(Set<String> names) {
    Map<String, String> hidden = new HashMap<>();
    for (String key : names) {
      Optional<String> before = type(known.scope(), key);
      if (before.isPresent()) {
        hidden.put(key, before.get());
        known.become(known.scope().without(key));
        known.ledger().note(key.replaceFirst("#.*", "") + " is given another meaning for a part");
      }
    }
    return hidden;
  }

  /** What must be the same of a name so that formulas that speak of it can still be read. */
  private static Optional<String> type(Scope scope, String key) {
    Definition definition = scope.definitions().get(key);
    Declaration.Function function = scope.functions().get(key);
    Declaration.Variable variable = scope.variables().get(key);
    if (definition != null) {
      return Optional.of(type(definition.lambda().parameters(), definition.shape()));
    }
    if (function != null) {
      return Optional.of(type(function.parameters(), function.shape()));
    }
    if (variable != null) {
      return Optional.of(type(List.of(), variable.shape()));
    }
    return Optional.ofNullable(scope.ranges().get(key)).map(range -> "range");
  }

  private static String type(List<Parameter> parameters, Shape shape) {
    return parameters.stream().map(Parameter::shape).toList() + " to " + shape;
  }

  /**
   * Formulas that speak of a name that now is of another type.
   *
   * @param fresh names whose formulas are given now: they speak of the name as it is
   */
  private void dropMisfits(String key, String before, Set<String> fresh) {
    if (type(known.scope(), key).filter(before::equals).isPresent()) {
      return;
    }
    Set<String> misfits = new LinkedHashSet<>(Set.of(key));
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Definition> d : known.scope().definitions().entrySet()) {
        boolean speaks =
            !d.getKey().equals(key)
                && !fresh.contains(d.getKey())
                && Trees.any(d.getValue().lambda().body(), Knowledge.speaksOf(misfits));
        more |= speaks && misfits.add(d.getKey());
      }
    }
    misfits.remove(key);
    for (String misfit : misfits) {
      Definition definition = known.scope().definitions().get(misfit);
      boolean sub = !definition.lambda().indices().isEmpty();
      known.refused().add(Refused.of(definition.name(), sub));
      known.become(known.scope().without(misfit));
    }
  }

  // Dynamics

  /** Steps, then their first values, for an iterate has a number only once it is one. */
  private void steps(List<Clause> clauses) {
    List<Clause> starts = new ArrayList<>();
    for (Clause clause : clauses) {
      boolean first = clause.first().filter(Start::isNumbered).isPresent();
      if (first) {
        starts.add(clause);
      } else {
        read(clause, () -> known.step(Steps.of(clause, known.context())));
      }
    }
    for (Clause clause : starts) {
      read(clause, () -> known.starts(Start.of(clause, known.context(), known.steps())));
    }
  }

  /** What an entry that cannot be read speaks of is not known to be free. */
  private void read(Clause clause, Runnable reading) {
    try {
      Refused.check(clause, known.refused());
      Contained.run(clause.span(), reading);
    } catch (Misread misread) {
      problems.report(misread.problem());
      known.refused().addAll(Refused.iterates(clause, known.scope()));
    }
  }

  private List<Flows.Equation> flow(
      List<Clause> clauses, Scope scope, Map<Name, List<Name>> solutions) {
    List<Flows.Equation> equations = new ArrayList<>();
    Motion motion = Motion.of(clauses);
    for (Clause clause : clauses) {
      try {
        Refused.check(clause, known.refused());
        Contained.read(clause.span(), () -> moving(clause, motion, scope, solutions))
            .ifPresent(equations::add);
      } catch (Misread misread) {
        problems.report(misread.problem());
      }
    }
    return equations;
  }

  /** The equation of an entry of the dynamics; empty if it gives a value instead, which is kept. */
  private Optional<Flows.Equation> moving(
      Clause clause, Motion motion, Scope scope, Map<Name, List<Name>> solutions) {
    Optional<Motion.Value> value = Motion.value(clause, motion.names());
    if (value.isEmpty()) {
      if (clause.first().filter(Starting::isAtStart).isEmpty()) {
        return Optional.of(equation(clause, Context.of(scope, known.ledger())));
      }
      starts.add(clause);
    } else if (isAtEnd(value.get(), motion)) {
      endings.add(clause);
    } else if (isAlone(value.get(), solutions)) {
      starts.add(clause);
    } else {
      new InitialValue(Context.of(scope, known.ledger()), motion)
          .check(
              clause,
              value.get(),
              solutions.getOrDefault(value.get().name(), List.of()),
              known.refused());
    }
    return Optional.empty();
  }

  private static boolean isAtEnd(Motion.Value value, Motion motion) {
    Syntax time = value.arguments().getFirst();
    return value.arguments().size() == 1 && Written.of(time).isPresent() && !motion.isStart(time);
  }

  /** {@code w(0)}, without parameters. */
  private static boolean isAlone(Motion.Value value, Map<Name, List<Name>> solutions) {
    return value.arguments().size() == 1 && !solutions.containsKey(value.name());
  }

  private void ending(Clause clause) {
    try {
      Refused.check(clause, known.refused());
      Contained.run(
          clause.span(),
          () -> known.become(known.scope().with(new Endings(known.context()).with(clause))));
    } catch (Misread misread) {
      problems.report(misread.problem());
      known.refused().addAll(Refused.names(clause));
    }
  }

  private static Flows.Equation equation(Clause clause, Context context) {
    if (clause.first().isEmpty() || clause.links().size() != 1) {
      throw new Misread(
          ProblemId.HEADER_BAD_ENTRY,
          clause.span(),
          "an entry of the dynamics must be one equation",
          "write \\dot\\theta = -\\nabla_\\theta L");
    }
    Syntax right = clause.links().getFirst().operand();
    return Flows.equation(clause.first().orElseThrow(), right, context, clause.span());
  }
}
