package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.instantiate.Instances;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.time.Deadline;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Point;
import dev.hence.verdict.Verdict;
import dev.hence.verdict.Verdicts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Machinery that does what a document tells it to. Every line that begins with {@code $} is a step,
 * {@code $ id word word}; it is tried on one instance for each word, and the word says what the
 * roads find there.
 */
final class FakeMachinery {
  /** Every question that a road was asked, {@code numeric 4.1 ok seed 1}. */
  final List<String> asked = new ArrayList<>();

  Machinery machinery() {
    return new Machinery(
        FakeMachinery::read,
        FakeMachinery::instances,
        (instance, seed, time) -> examine("numeric", instance, seed, time),
        (instance, seed, time) -> examine("search", instance, seed, time),
        (instance, seed, time) -> examine("symbolic", instance, seed, time),
        (step, earlier) -> Optional.empty(),
        new Court(),
        (counterexample, time) -> counterexample,
        (step, beside, counterexample, time) -> List.of());
  }

  static Derivation read(SourceText source) {
    if (source.content().contains("unreadable")) {
      throw new IllegalStateException("reader");
    }
    List<Statement> statements = new ArrayList<>();
    int at = 0;
    for (String line : source.content().lines().toList()) {
      if (line.startsWith("$ ")) {
        statements.add(step(line.substring(2).split(" ", -1)[0], at, line));
      }
      at += line.length() + 1;
    }
    return new Derivation(
        source, "", List.of(), List.of(), statements, List.of(), List.of(), Optional.of(7L));
  }

  private static Statement.Step step(String id, int at, String line) {
    Expr side = new Expr.Ref(new Name("x"), List.of(), Shape.SCALAR);
    Expectation expected = line.contains(" expected") ? Expectation.REFUTED : Expectation.HOLDS;
    LinkedHashMap<String, Trial.Entry> entries = new LinkedHashMap<>();
    List<String> words = List.of(line.substring(2).split(" ", -1));
    Span span = new Span(at, at + line.length());
    entries.put("f", new Trial.Entry(words.subList(1, words.size()), span));
    return new Statement.Step(
        id,
        Optional.of(id.split("\\.", -1)[0]),
        span,
        Kind.POINTWISE,
        Optional.empty(),
        side,
        Relation.EQUAL,
        side,
        List.of(),
        Scope.EMPTY,
        new Trial(entries),
        expected);
  }

  private static Instances instances(Statement.Step step, Problems problems) {
    List<String> words = step.trial().entries().get("f").values();
    if (words.contains("none")) {
      return new Instances(List.of(), List.of());
    }
    Interpretation nothing = new Interpretation(Map.of(), Map.of(), Map.of(), Optional.empty());
    return new Instances(
        words.stream()
            .map(
                word ->
                    new Instance(
                        step,
                        nothing,
                        List.of(new Instance.Choice("f", word)),
                        List.of(new TreeMap<>())))
            .toList(),
        List.of());
  }

  private List<Evidence> examine(String road, Instance instance, long seed, Duration time) {
    String word = instance.choices().getFirst().value();
    String question = road + " " + instance.step().id() + " " + word + " seed " + seed;
    boolean first;
    synchronized (asked) {
      first = !asked.contains(question);
      asked.add(question);
    }
    if (first && question.startsWith("numeric") && word.equals("late")) {
      compute(time.plusMillis(1));
      return List.of(new Evidence.NumericOpen(instance, "no time left"));
    }
    return switch (road + " " + word) {
      case "numeric crash" -> throw new IllegalStateException("no such branch");
      case "numeric overflow" -> throw new StackOverflowError();
      case "numeric wrong", "numeric expected" ->
          List.of(counterexample(instance, new Certificate.Enclosed()));
      case "numeric doubtful" ->
          List.of(counterexample(instance, new Certificate.Integrated(1, 1, 1e-9)));
      case "numeric open" -> List.of(new Evidence.NumericOpen(instance, "nothing to see"));
      case "numeric partly" ->
          List.of(agreement(road, instance), new Evidence.NumericOpen(instance, "stiff"));
      case "symbolic hard" -> List.of(new Evidence.SymbolicOpen(instance, "too hard"));
      default -> List.of(agreement(road, instance));
    };
  }

  private static Evidence agreement(String road, Instance instance) {
    if (instance.choices().getFirst().value().equals("slow")) {
      compute(Duration.ofMillis(60));
    }
    return road.equals("symbolic")
        ? new Evidence.SymbolicZero(instance, "Expand", List.of())
        : new Evidence.PointAgreement(instance, 64, 64, new Evidence.Lost(0, 0, 0), 1e-16);
  }

  private static void compute(Duration time) {
    Deadline deadline = Deadline.in(time);
    while (!deadline.passed()) {
      Thread.onSpinWait();
    }
  }

  private static Evidence counterexample(Instance instance, Certificate certificate) {
    LinkedHashMap<dev.hence.eval.Variable, List<Rational>> values = new LinkedHashMap<>();
    values.put(new dev.hence.eval.Variable(new Name("x"), List.of(), 1, 1), List.of(Rational.ONE));
    return new Evidence.Counterexample(instance, new Point(values), 0, "1", "2", certificate);
  }

  /** Judges by the evidence alone. */
  private static final class Court implements Machinery.Court {
    @Override
    public Verdict judge(Statement.Step step, List<Instance> instances, List<Evidence> evidence) {
      Evidence[] heard = evidence.toArray(Evidence[]::new);
      for (Evidence e : evidence) {
        if (e instanceof Evidence.Counterexample c) {
          return Verdicts.refuted(c, "");
        }
        if (e instanceof Evidence.NumericOpen o) {
          return Verdicts.open(Outcome.UNDECIDED, o.reason(), heard);
        }
      }
      boolean open = evidence.stream().anyMatch(Evidence.SymbolicOpen.class::isInstance);
      return Verdicts.holds(open ? Outcome.CONFIRMED : Outcome.VERIFIED, "", List.of(), heard);
    }

    @Override
    public Verdict untried(Statement.Step step, String reason) {
      return Verdicts.open(Outcome.UNDECIDED, reason);
    }

    @Override
    public Verdict given(Statement.Given given) {
      return Verdicts.open(Outcome.GIVEN, "");
    }

    @Override
    public Verdict none(Statement.NoStatement none) {
      return Verdicts.open(Outcome.GIVEN, "");
    }

    @Override
    public Verdict unread(Statement.Unread unread) {
      return Verdicts.open(Outcome.UNREAD, "");
    }
  }
}
