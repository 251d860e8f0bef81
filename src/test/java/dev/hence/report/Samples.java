package dev.hence.report;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.eval.Interpretation;
import dev.hence.eval.Variable;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.report.record.Recording;
import dev.hence.report.record.RunRecord;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Outcome;
import dev.hence.verdict.Point;
import dev.hence.verdict.Verdict;
import dev.hence.verdict.Verdicts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A run made up by hand, with one of everything that a report can hold. */
public final class Samples {
  private static final SourceText SOURCE =
      new SourceText(
          "notes/flow.md",
          """
          ---
          title: A flow
          ---
          $$L(\\theta) = \\sum_j \\ell(y_j, f(x_j; \\theta)) \\tag{1}$$
          $$\\dot\\theta = -\\nabla_\\theta L \\tag{2}$$
          $$\\frac{dL}{dt} = -\\|\\nabla_\\theta L\\|^2 \\tag{3}$$
          $$f(x; \\theta_T) = f(x; \\theta_0) + \\int_0^T \\ell' K dt \\tag{4}$$
          $$\\alpha_j(x) = \\alpha_j(z) \\tag{5}$$
          $$w^2 = 2 w \\tag{6}$$
          $$\\sqrt{w} \\ge 0 \\tag{7}$$
          $$w \\sim \\mathcal{N} \\tag{8}$$
          $$\\text{as } N \\to \\infty$$
          """);

  private static final Shape PARAMETERS = Shape.vector(Size.named("p"));
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Range SAMPLES = new Range(ONE, new Expr.SizeOf(Size.named("N")));
  private static final Expr.Ref THETA = new Expr.Ref(new Name("\\theta"), List.of(), PARAMETERS);
  private static final Expr.Ref X =
      new Expr.Ref(new Name("x"), List.of(), Shape.vector(Size.named("d")));
  private static final Expr.Ref W = scalar("w");
  private static final Expr T = scalar("T");
  private static final Expr J = new Expr.Index("j");
  private static final Expr LOSS = call("L", THETA);
  private static final Scope SCOPE = scope();

  private Samples() {}

  public static RunReport run() {
    Unopened missing =
        new Unopened("gone.md", ProblemId.FILE_UNREADABLE, "The file cannot be read.", "");
    Unopened binary =
        new Unopened(
            "image.md",
            ProblemId.NOT_UTF8,
            "The file is not UTF-8: byte 34, at 3:14.",
            "save it as UTF-8");
    Defect defect = new Defect("notes/flow.md, step 7", new IllegalStateException("no branch"));
    return new RunReport(
        List.of(derivation(), passing()), List.of(missing, binary), List.of(defect));
  }

  /** The record of {@link #run}. */
  public static RunRecord recorded() {
    return Recording.of(run(), "1.2.3");
  }

  /** The record of a run over some documents. */
  public static RunRecord recorded(DerivationReport... documents) {
    return Recording.of(new RunReport(List.of(documents), List.of(), List.of()), "1.2.3");
  }

  /** A document in which everything is as it should be. */
  public static DerivationReport passing() {
    SourceText source = new SourceText("good.md", "$$w + w = 2 w$$\n");
    Expr sum = new Expr.Add(List.of(W, W));
    Expr two = new Expr.Multiply(number(2), W);
    Statement.Step step = step("1", Kind.POINTWISE, sum, two, Expectation.HOLDS, new Span(2, 13));
    Instance instance = instance(step);
    Verdict verdict =
        Verdicts.holds(
            Outcome.VERIFIED,
            "",
            List.of(),
            agreement(instance, 0),
            new Evidence.SymbolicZero(instance, "Expand", List.of()));
    Derivation derivation =
        new Derivation(
            source,
            "",
            List.of(),
            List.of(),
            List.of(step),
            List.of(),
            List.of(),
            Optional.empty());
    return new DerivationReport(derivation, List.of(report(step, verdict)), List.of());
  }

  public static DerivationReport derivation() {
    List<StatementReport> reports =
        List.of(
            definition(), decrease(), path(), independence(), wrong(), root(), unread(), none());
    Problem unknown =
        Problem.of(
            ProblemId.UNKNOWN_NAME,
            span("\\mathcal{N}"),
            "`\\mathcal{N}` is used but nothing says what it is",
            "define it or add it to `let`");
    Definition definition =
        new Definition(
            new Name("L"),
            new Lambda(List.of(), List.of(new Parameter(THETA.name(), PARAMETERS)), lossBody()),
            Shape.SCALAR,
            span("L(\\theta) ="));
    List<Problem> problems =
        List.of(unknown, ((Statement.Unread) reports.get(6).statement()).problem());
    Derivation derivation =
        new Derivation(
            SOURCE,
            "A flow \u001b[31mdrawn red\u001b[0m",
            List.of("A. Author, 2020, arXiv:2001.00001", "An | older [book]"),
            List.of(definition),
            reports.stream().map(StatementReport::statement).toList(),
            List.of("w is a real number"),
            problems,
            Optional.empty());
    return new DerivationReport(derivation, reports, problems);
  }

  private static StatementReport definition() {
    Statement.Given given =
        new Statement.Given(
            "1", Optional.of("1"), span("L(\\theta) ="), "definition", LOSS, lossBody(), SCOPE);
    return report(given, Verdicts.open(Outcome.GIVEN, ""));
  }

  private static StatementReport decrease() {
    Expr gradient = new Expr.Norm(new Expr.Derivative(LOSS, THETA));
    Expr right = new Expr.Negate(new Expr.Power(gradient, number(2)));
    Statement.Step step =
        step(
            "3",
            Kind.POINTWISE,
            new Expr.TimeDerivative(LOSS),
            right,
            Expectation.HOLDS,
            span("\\frac{dL}{dt}"));
    Instance linear = instance(step, "f", "linear", "N", "3");
    Instance network = instance(step, "f", "mlp(3, tanh)", "N", "1");
    Verdict verdict =
        Verdicts.holds(
            Outcome.CONFIRMED,
            "not verified on f = mlp(3, tanh), N = 1: out of time",
            List.of("K(x, xⱼ) ≠ 0"),
            agreement(linear, 2.3e-16),
            new Evidence.SymbolicZero(linear, "Together", List.of()),
            agreement(network, 1.6e-15),
            new Evidence.TrajectoryAgreement(
                network,
                4,
                List.of("DormandPrince853", "GraggBulirschStoer"),
                List.of(1e-8, 1e-11),
                3.2e-12,
                List.of("1 left out: it explodes at t = 0.7")),
            new Evidence.SymbolicOpen(network, "out of time after 10 s"));
    return report(step, verdict);
  }

  private static StatementReport path() {
    Expr model = call("f", X, THETA);
    Name t = new Name("t");
    Expr kernel = call("K_{\\theta}", X, new Expr.Ref(new Name("x"), List.of(J), X.shape()));
    Expr integral =
        new Expr.Integral(
            t,
            number(0),
            T,
            new Expr.At(new Expr.Multiply(slope(), kernel), new Expr.Ref(t, List.of(), T.shape())));
    Expr right =
        new Expr.Add(
            List.of(
                new Expr.At(model, number(0)),
                new Expr.Sum(false, "j", SAMPLES, List.of(), integral)));
    Statement.Step step =
        step(
            "4",
            Kind.TRAJECTORY,
            new Expr.At(model, T),
            right,
            Expectation.HOLDS,
            span("f(x; \\theta_T)"));
    Evidence.Counterexample counterexample =
        new Evidence.Counterexample(
            instance(step, "f", "linear", "\\ell", "squared"),
            point(),
            0,
            "-4.000",
            "4.000",
            new Certificate.Jet(1));
    Edit edit = new Edit("change the sign of the sum", "f(x; θ_T) = f(x; θ₀) − …", span("+ \\int"));
    return StatementReport.of(
        step,
        Verdicts.refuted(counterexample, "the symbolic road said 0, which is wrong"),
        List.of(edit),
        List.of("N = 1: x_2 does not exist"),
        Outcome.CONFIRMED);
  }

  private static StatementReport independence() {
    Expr left = new Expr.Call(new Name("\\alpha"), List.of(J), List.of(X), List.of(), Shape.SCALAR);
    Expr z = new Expr.Ref(new Name("z"), List.of(), X.shape());
    Expr right =
        new Expr.Call(new Name("\\alpha"), List.of(J), List.of(z), List.of(), Shape.SCALAR);
    Statement.Step step =
        step("5", Kind.INDEPENDENCE, left, right, Expectation.REFUTED, span("\\alpha_j(x) ="));
    Evidence.Counterexample counterexample =
        new Evidence.Counterexample(
            instance(step, "f", "mlp(3, tanh)"),
            point(),
            0,
            "0.125",
            "0.25",
            new Certificate.Integrated(1, 0.125, 2e-13));
    return report(step, Verdicts.refuted(counterexample, ""));
  }

  private static StatementReport wrong() {
    Expr left = new Expr.Power(W, number(2));
    Expr right = new Expr.Multiply(number(2), W);
    Statement.Step step = step("6", Kind.POINTWISE, left, right, Expectation.REFUTED, span("w^2"));
    Verdict verdict =
        Verdicts.holds(Outcome.CONFIRMED, "", List.of(), agreement(instance(step), 1e-9));
    return report(step, verdict);
  }

  private static StatementReport root() {
    Statement.Step step =
        new Statement.Step(
            "7",
            Optional.of("7"),
            span("\\sqrt{w}"),
            Kind.INEQUALITY,
            Optional.empty(),
            new Expr.Root(W, 2),
            Relation.GREATER_OR_EQUAL,
            number(0),
            List.of(new Condition(W, Relation.LESS, number(0))),
            SCOPE,
            Trial.EMPTY,
            Expectation.HOLDS);
    Evidence lost =
        new Evidence.NumericOpen(instance(step), "none of 64 points lies in the domain");
    return report(step, Verdicts.open(Outcome.UNDECIDED, "no evaluable point", lost));
  }

  private static StatementReport unread() {
    Problem problem =
        Problem.of(
            ProblemId.UNSUPPORTED_NOTATION,
            span("\\sim"),
            "`\\sim` is not a relation that Hence knows",
            "write = or an inequality");
    Statement.Unread unread =
        new Statement.Unread(
            "8", Optional.of("8"), span("w \\sim \\mathcal{N}"), problem, Expectation.HOLDS);
    return report(unread, Verdicts.open(Outcome.UNREAD, ""));
  }

  private static StatementReport none() {
    Statement.NoStatement none =
        new Statement.NoStatement(
            "#9", Optional.empty(), span("\\text{as }"), "it has no relation");
    return report(none, Verdicts.open(Outcome.GIVEN, ""));
  }

  private static StatementReport report(Statement statement, Verdict verdict) {
    return StatementReport.of(statement, verdict, List.of(), List.of(), Outcome.CONFIRMED);
  }

  private static Statement.Step step(
      String id, Kind kind, Expr left, Expr right, Expectation expected, Span span) {
    return new Statement.Step(
        id,
        Optional.of(id),
        span,
        kind,
        Optional.empty(),
        left,
        Relation.EQUAL,
        right,
        List.of(),
        SCOPE,
        Trial.EMPTY,
        expected);
  }

  private static Instance instance(Statement.Step step, String... choices) {
    List<Instance.Choice> list = new java.util.ArrayList<>();
    for (int k = 0; k < choices.length; k += 2) {
      list.add(new Instance.Choice(choices[k], choices[k + 1]));
    }
    Interpretation interpretation =
        new Interpretation(Map.of(), Map.of(), Map.of(), Optional.empty());
    return new Instance(step, interpretation, list, List.of(new TreeMap<>()));
  }

  private static Evidence agreement(Instance instance, double worst) {
    return new Evidence.PointAgreement(instance, 64, 12, new Evidence.Lost(1, 2, 0), worst);
  }

  private static Point point() {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    values.put(new Variable(new Name("w"), List.of(), 1, 1), List.of(Rational.of(-1, 3)));
    values.put(
        new Variable(new Name("x"), List.of(1), 2, 1), List.of(Rational.of(1), Rational.of(-2)));
    return new Point(values);
  }

  /** The place of a text in the sample. */
  private static Span span(String part) {
    int start = SOURCE.content().indexOf(part);
    return new Span(start, start + part.length());
  }

  private static Expr slope() {
    Expr target = new Expr.Ref(new Name("y"), List.of(J), Shape.SCALAR);
    Expr output = call("f", new Expr.Ref(new Name("x"), List.of(J), X.shape()), THETA);
    return new Expr.Call(
        new Name("\\ell"), List.of(), List.of(target, output), List.of(1), Shape.SCALAR);
  }

  private static Expr lossBody() {
    Expr target = new Expr.Ref(new Name("y"), List.of(J), Shape.SCALAR);
    Expr output = call("f", new Expr.Ref(new Name("x"), List.of(J), X.shape()), THETA);
    return new Expr.Sum(false, "j", SAMPLES, List.of(), call("\\ell", target, output));
  }

  private static Scope scope() {
    Span none = Span.at(0);
    Lambda velocity = Lambda.constant(new Expr.Negate(new Expr.Derivative(LOSS, THETA)));
    Definition kernel =
        new Definition(
            new Name("K_{\\theta}"),
            new Lambda(
                List.of(),
                List.of(
                    new Parameter(new Name("x"), X.shape()),
                    new Parameter(new Name("x'"), X.shape())),
                new Expr.Derivative(call("f", X, THETA), THETA)),
            Shape.SCALAR,
            none);
    return Scope.EMPTY
        .with(
            new Declaration.Variable(
                THETA.name(), List.of(), PARAMETERS, Domain.REALS, false, none))
        .with(new Declaration.IndexRange("j", SAMPLES, none))
        .with(kernel)
        .with(new Dynamics(Map.of(THETA.name(), velocity), none));
  }

  private static Expr.Ref scalar(String name) {
    return new Expr.Ref(new Name(name), List.of(), Shape.SCALAR);
  }

  private static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }

  private static Expr call(String name, Expr... arguments) {
    return new Expr.Call(new Name(name), List.of(), List.of(arguments), List.of(), Shape.SCALAR);
  }
}
