package dev.hence.report.junitxml;

import dev.hence.report.record.Answer;
import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.Details;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.ShardRecord;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.UnopenedRecord;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A suite for each document, a case for each of its steps. A step that has not the verdict that is
 * expected of it is a failure; what could not be read, what is in conflict, and every problem is an
 * error. Valid by the schema junit-10.xsd of Jenkins.
 */
public final class JunitReport {
  private JunitReport() {}

  /**
   * A case.
   *
   * @param fault what is wrong, if anything is
   */
  private record Case(String suite, String name, Optional<Fault> fault, String said) {}

  /** A failure or an error: {@code element} says which. */
  private record Fault(String element, String type, String message, String text) {}

  private record Suite(String file, List<Case> cases) {
    String count(String element) {
      return Long.toString(
          cases.stream().flatMap(c -> c.fault().stream()).filter(f -> is(f, element)).count());
    }

    private static boolean is(Fault fault, String element) {
      return fault.element().equals(element);
    }
  }

  /** The document, with a line feed at its end. */
  public static String of(RunRecord run) {
    List<Suite> suites = suites(run);
    Suite all = new Suite("", suites.stream().flatMap(s -> s.cases().stream()).toList());
    XmlText xml = new XmlText();
    xml.open(
        "testsuites",
        "name",
        "hence",
        "tests",
        Integer.toString(all.cases().size()),
        "failures",
        all.count("failure"),
        "errors",
        all.count("error"));
    suites.forEach(s -> write(xml, s, run.shard()));
    return xml.close("testsuites").toString();
  }

  private static List<Suite> suites(RunRecord run) {
    List<Suite> suites = new ArrayList<>();
    for (DocumentRecord document : run.documents()) {
      List<Case> cases = cases(document);
      if (!cases.isEmpty() || document.elsewhere().isEmpty()) {
        suites.add(new Suite(document.file(), cases));
      }
    }
    run.unopened().forEach(u -> suites.add(new Suite(u.file(), List.of(unopened(u)))));
    if (!run.defects().isEmpty()) {
      suites.add(
          new Suite("internal errors", run.defects().stream().map(JunitReport::defect).toList()));
    }
    return suites;
  }

  private static void write(XmlText xml, Suite suite, Optional<ShardRecord> shard) {
    xml.open(
        "testsuite",
        "name",
        suite.file(),
        "tests",
        Integer.toString(suite.cases().size()),
        "failures",
        suite.count("failure"),
        "errors",
        suite.count("error"),
        "skipped",
        "0",
        "file",
        suite.file());
    shard.ifPresent(s -> properties(xml, s));
    suite.cases().forEach(c -> write(xml, c));
    xml.close("testsuite");
  }

  private static void properties(XmlText xml, ShardRecord shard) {
    xml.open("properties")
        .empty("property", "name", "hence.shard", "value", shard.toString())
        .empty("property", "name", "hence.elsewhere", "value", shard.elsewhere() + " steps")
        .close("properties");
  }

  private static void write(XmlText xml, Case test) {
    xml.open("testcase", "classname", className(test.suite()), "name", test.name());
    test.fault()
        .ifPresent(f -> xml.leaf(f.element(), f.text(), "type", f.type(), "message", f.message()));
    if (!test.said().isEmpty()) {
      xml.leaf("system-out", test.said());
    }
    xml.close("testcase");
  }

  /** The path with points, as servers take names apart: {@code notes/flow.md} is notes.flow. */
  private static String className(String file) {
    String name = file.replace('\\', '/').replaceFirst("^(?:\\.{0,2}/)+", "");
    int extension = name.lastIndexOf('.');
    String stem = extension > name.lastIndexOf('/') + 1 ? name.substring(0, extension) : name;
    return stem.replace('.', '_').replace('/', '.');
  }

  private static List<Case> cases(DocumentRecord document) {
    List<Case> cases = new ArrayList<>();
    document.statements().stream()
        .filter(StatementRecord::isStep)
        .forEach(s -> cases.add(step(document, s)));
    document.ownProblems().forEach(p -> cases.add(problem(document, p)));
    return cases;
  }

  private static Case step(DocumentRecord document, StatementRecord step) {
    String name = step.id() + "  " + step.text();
    Optional<Fault> fault =
        step.answer().passed() ? Optional.empty() : Optional.of(fault(document, step));
    return new Case(document.file(), name, fault, fault.isEmpty() ? said(step) : "");
  }

  private static Fault fault(DocumentRecord document, StatementRecord step) {
    Outcome outcome = step.answer().outcome();
    boolean error = outcome == Outcome.UNREAD || outcome == Outcome.CONFLICTED;
    String place = step.place().in(document.file());
    String message =
        step.answer()
            .counterexample()
            .map(c -> ": " + c.text())
            .orElse(step.answer().reason().isEmpty() ? "" : ": " + step.answer().reason());
    return new Fault(
        error ? "error" : "failure",
        outcome.text(),
        Details.verdict(step) + message,
        place + "\n" + Details.text(step));
  }

  /** {@code verified, all 24 instances; worst residual 2e-16 at 60 points}. */
  private static String said(StatementRecord step) {
    Answer answer = step.answer();
    String reach = answer.reach().isEmpty() ? "" : ", " + answer.reach();
    String measured = answer.measured().full().isEmpty() ? "" : "; " + answer.measured().full();
    String conditions =
        answer.sideConditions().isEmpty()
            ? ""
            : "; if " + String.join(", ", answer.sideConditions());
    String nothing = answer.saysNothing() ? "; " + answer.reason() : "";
    return Details.verdict(step) + reach + measured + conditions + nothing;
  }

  private static Case problem(DocumentRecord document, ProblemRecord problem) {
    String help = problem.help().isEmpty() ? "" : "\nhelp: " + problem.help();
    String place = problem.place().in(document.file());
    Fault fault =
        new Fault(
            "error", problem.id(), problem.message(), place + "\n" + problem.message() + help);
    String name = problem.id() + " at " + problem.place();
    return new Case(document.file(), name, Optional.of(fault), "");
  }

  private static Case unopened(UnopenedRecord unopened) {
    String help = unopened.help().isEmpty() ? "" : "\nhelp: " + unopened.help();
    Fault fault = new Fault("error", unopened.id(), unopened.message(), unopened.message() + help);
    return new Case(unopened.file(), "is opened", Optional.of(fault), "");
  }

  private static Case defect(DefectRecord defect) {
    Fault fault = new Fault("error", "internal error", defect.message(), defect.message());
    return new Case("hence", defect.place(), Optional.of(fault), "");
  }
}
