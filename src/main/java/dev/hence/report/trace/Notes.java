package dev.hence.report.trace;

import dev.hence.claim.Definition;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.report.CounterexampleText;
import dev.hence.report.Reach;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notes on a statement, in the order in which they are printed. */
public final class Notes {
  private final Trace trace;
  private final Answer answer;
  private final StatementReport report;
  private final List<Note> notes = new ArrayList<>();

  private Notes(Trace trace, Answer answer) {
    this.trace = trace;
    this.answer = answer;
    this.report = answer.report();
  }

  public static List<Note> of(Trace trace, Answer answer) {
    Notes notes = new Notes(trace, answer);
    switch (answer.report().statement()) {
      case Statement.Step step -> notes.step(step);
      case Statement.Given given -> notes.given(given);
      case Statement.NoStatement none -> notes.verdict(none.why());
      case Statement.Unread unread -> {
        notes.verdict("unread" + notes.expectation());
        notes.sentence(Note.Kind.PROBLEM, unread.problem().message());
      }
    }
    return List.copyOf(notes.notes);
  }

  private void given(Statement.Given given) {
    verdict(given.what() + " of");
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(given.scope()));
    notes.add(Note.math(Note.Kind.VERDICT, printer.print(given.left())));
  }

  private void verdict(String text) {
    sentence(Note.Kind.VERDICT, text);
  }

  private void sentence(Note.Kind kind, String text) {
    if (!text.isBlank()) {
      notes.add(Note.sentence(kind, text));
    }
  }

  private void step(Statement.Step step) {
    Verdict verdict = report.verdict();
    String inferred = report.inferred().isEmpty() ? "" : ", as inferred";
    verdict(verdict.outcome().text() + inferred + reach(verdict) + expectation());
    verdict.sideConditions().forEach(c -> notes.add(Note.math(Note.Kind.CONDITION, c)));
    if (report.holds()) {
      holds(step, verdict);
    } else {
      verdict.refutation().ifPresent(this::counterexample);
      report.diagnosis().forEach(this::edit);
    }
    sentence(Note.Kind.REASON, verdict.reason());
    step.notes().forEach(note -> sentence(Note.Kind.REASON, note));
  }

  private static String reach(Verdict verdict) {
    return switch (verdict.outcome()) {
      case VERIFIED, CONFIRMED -> " on " + Reach.text(verdict);
      case PROVED, REFUTED, GIVEN, UNDECIDED, UNREAD, CONFLICTED -> "";
    };
  }

  private String expectation() {
    return !report.expectsRefutation()
        ? ""
        : report.verdict().outcome() == Outcome.REFUTED
            ? ", as expected"
            : ", but expected to be refuted";
  }

  private void holds(Statement.Step step, Verdict verdict) {
    if (answer.argument().isEmpty()) {
      definitions(step);
      sentence(Note.Kind.PROOF, rules(verdict));
    }
    if (!InstancesText.of(verdict).equals(trace.usualInstances())) {
      InstancesText.of(verdict).forEach(i -> notes.add(Note.math(Note.Kind.INSTANCES, i)));
    }
    if (verdict.outcome() != Outcome.PROVED) {
      sentence(Note.Kind.ALGEBRA, algebra(verdict));
    }
  }

  /** The rules that lead from left − right to 0, each once, in the order of their first use. */
  private static String rules(Verdict verdict) {
    List<dev.hence.proof.Proof> proofs =
        verdict.outcome() != Outcome.PROVED
            ? List.of()
            : verdict.evidence().stream()
                .filter(Evidence.Proof.class::isInstance)
                .map(e -> ((Evidence.Proof) e).proof())
                .toList();
    if (proofs.isEmpty()) {
      return "";
    }
    int moves = proofs.getFirst().moves().size();
    String rules =
        proofs.getFirst().moves().stream()
            .map(m -> m.rule().text())
            .distinct()
            .collect(Collectors.joining(", "));
    return moves == 0
        ? "both sides have one normal form"
        : rules + (moves == 1 ? " (1 rewrite)" : " (" + moves + " rewrites)");
  }

  /** The definitions that the step unfolds, with the displays that give them. */
  private void definitions(Statement.Step step) {
    Set<Definition> used = new LinkedHashSet<>();
    collect(step.left(), step, used);
    collect(step.right(), step, used);
    used.stream()
        .map(
            d ->
                new Note(Note.Kind.DEFINITIONS, UnicodePrinter.print(d.name()), true, reference(d)))
        .distinct()
        .forEach(notes::add);
  }

  private static void collect(Expr expr, Statement.Step step, Set<Definition> used) {
    Trees.walk(expr, node -> step.scope().definition(node).ifPresent(used::add));
  }

  private Optional<String> reference(Definition definition) {
    return trace.report().statements().stream()
        .map(StatementReport::statement)
        .filter(Statement.Given.class::isInstance)
        .filter(s -> s.span().equals(definition.span()))
        .findFirst()
        .map(Statement::id);
  }

  /** How algebra came to an end, without how much it had to do for it. */
  private static String algebra(Verdict verdict) {
    String methods =
        verdict.evidence().stream()
            .filter(Evidence.SymbolicZero.class::isInstance)
            .flatMap(e -> Stream.of(((Evidence.SymbolicZero) e).method().split("; ")))
            .map(WrittenOut::method)
            .distinct()
            .collect(Collectors.joining("; "));
    Reach reach = Reach.of(verdict);
    String where =
        reach.symbolic() == reach.instances()
            ? ""
            : ", on " + reach.symbolic() + " of " + reach.instances() + " instances";
    return methods.isEmpty() ? "" : methods + where;
  }

  private void counterexample(Counterexample c) {
    String instance = c.instance().label();
    if (!instance.isEmpty()) {
      notes.add(Note.math(Note.Kind.INSTANCE, instance));
    }
    String point = CounterexampleText.point(c);
    if (!point.isEmpty()) {
      notes.add(Note.math(Note.Kind.POINT, point));
    }
    sentence(Note.Kind.VALUES, CounterexampleText.sides(c));
    sentence(Note.Kind.CERTIFICATE, CounterexampleText.certificate(c));
  }

  private void edit(Edit edit) {
    edit.order()
        .ifPresentOrElse(
            order -> notes.add(Note.math(Note.Kind.HOLDS_TO, order)),
            () -> {
              sentence(Note.Kind.EDIT, edit.what());
              notes.add(Note.math(Note.Kind.EDIT, edit.mended()));
            });
  }
}
