package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Syntax without places, in a form that a table of expectations can hold. */
final class SExpression {
  private SExpression() {}

  static String of(Display display) {
    return display.rows().stream().map(SExpression::of).collect(Collectors.joining(" // "))
        + display.tag().map(tag -> " #" + tag).orElse("")
        + display.label().map(label -> " @" + label).orElse("");
  }

  static String of(Row row) {
    return ofClauses(row.clauses())
        + row.tag().map(tag -> " #" + tag).orElse("")
        + row.label().map(label -> " @" + label).orElse("");
  }

  static String ofClauses(List<Clause> clauses) {
    return clauses.stream().map(SExpression::of).collect(Collectors.joining(" "));
  }

  static String of(Clause clause) {
    String separator = clause.separator() == Separator.NONE ? "" : "[" + clause.separator() + "] ";
    String first = clause.first().map(SExpression::of).orElse("_");
    String body = links(first, clause.links());
    String conditions =
        clause.conditions().stream().map(c -> " " + of(c)).collect(Collectors.joining());
    return separator + body + conditions;
  }

  private static String of(Condition condition) {
    String words = condition.words().isEmpty() ? "" : " \"" + condition.words() + "\"";
    String clauses = condition.clauses().isEmpty() ? "" : " " + ofClauses(condition.clauses());
    return "{" + condition.kind() + words + clauses + "}";
  }

  private static String links(String first, List<Link> links) {
    StringBuilder text = new StringBuilder(first);
    for (Link link : links) {
      String note = link.note().isEmpty() ? "" : "^\"" + link.note() + "\"";
      text.append(' ').append(relation(link.relation())).append(note);
      text.append(' ').append(of(link.operand()));
    }
    return text.toString();
  }

  private static String relation(Relation relation) {
    return relation == Relation.INDEPENDENT ? "independent-of" : relation.latex();
  }

  static String of(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> n.value().toString();
      case Syntax.Name n -> n.key();
      case Syntax.FunctionName f -> "fn:" + f.name();
      case Syntax.Infinity i -> "infinity";
      case Syntax.Dots d -> "dots";
      case Syntax.Placeholder p -> "placeholder";
      case Syntax.Text t -> "\"" + t.text() + "\"";
      case Syntax.Accented a -> "(accent " + a.accent() + " " + of(a.body()) + ")";
      case Syntax.Annotated a -> "(note \"" + a.note() + "\" " + of(a.body()) + ")";
      case Syntax.Scripted s -> scripted(s);
      case Syntax.Factorial f -> "(factorial " + of(f.body()) + ")";
      case Syntax.Terms t ->
          t.terms().stream()
              .map(term -> term.sign().latex() + of(term.value()))
              .collect(Collectors.joining(" ", "(", ")"));
      case Syntax.Product p ->
          p.factors().stream().map(SExpression::factor).collect(Collectors.joining(" ", "[", "]"));
      case Syntax.Sequence s -> "(seq " + all(s.items()) + ")";
      case Syntax.Group g -> group(g);
      case Syntax.Parted p -> "(parted " + of(p.left()) + " " + of(p.right()) + ")";
      case Syntax.Fraction f -> "(frac " + of(f.numerator()) + " " + of(f.denominator()) + ")";
      case Syntax.Binomial b -> "(binom " + of(b.upper()) + " " + of(b.lower()) + ")";
      case Syntax.Root r ->
          "(root " + of(r.body()) + r.degree().map(d -> " " + of(d)).orElse("") + ")";
      case Syntax.Absolute a -> "(abs " + of(a.body()) + ")";
      case Syntax.Norm n -> "(norm " + of(n.body()) + ")";
      case Syntax.Evaluation e ->
          "(at " + of(e.body()) + script("_", e.lower()) + script("^", e.upper()) + ")";
      case Syntax.BigOperator b ->
          "("
              + b.kind()
              + script("_", b.lower())
              + script("^", b.upper())
              + " "
              + of(b.body())
              + ")";
      case Syntax.Integral i ->
          "(int"
              + script("_", i.lower())
              + script("^", i.upper())
              + " "
              + of(i.body())
              + " d"
              + of(i.variable())
              + ")";
      case Syntax.Derivative d -> derivative(d);
      case Syntax.Chain c -> "(" + links(of(c.first()), c.links()) + ")";
      case Syntax.Cases c ->
          c.rows().stream()
              .map(
                  row ->
                      of(row.value())
                          + row.conditions().stream()
                              .map(condition -> " " + of(condition))
                              .collect(Collectors.joining()))
              .collect(Collectors.joining("; ", "(cases ", ")"));
      case Syntax.Matrix m ->
          m.rows().stream()
              .map(SExpression::all)
              .collect(
                  Collectors.joining(
                      "; ", "(matrix" + m.fence().map(f -> f.open()).orElse("") + " ", ")"));
    };
  }

  private static String scripted(Syntax.Scripted s) {
    return "("
        + of(s.base())
        + "'".repeat(s.primes())
        + script("_", s.sub())
        + script("^", s.sup())
        + ")";
  }

  private static String script(String sign, Optional<Syntax> content) {
    return content.map(c -> " " + sign + of(c)).orElse("");
  }

  private static String factor(Factor factor) {
    return factor.operator().latex() + (factor.negated() ? "-" : "") + of(factor.value());
  }

  private static String group(Syntax.Group g) {
    StringBuilder text = new StringBuilder("<" + g.open().open());
    for (int i = 0; i < g.items().size(); i++) {
      text.append(i == 0 ? "" : g.separators().get(i - 1) + " ").append(of(g.items().get(i)));
    }
    return text + g.close().close() + ">";
  }

  private static String derivative(Syntax.Derivative d) {
    String variables =
        d.variables().stream()
            .map(v -> of(v.name()) + (v.order() == 1 ? "" : "**" + v.order()))
            .collect(Collectors.joining(","));
    return "("
        + d.kind()
        + (d.order() == 1 ? "" : d.order())
        + (variables.isEmpty() ? "" : "/" + variables)
        + d.operand().map(o -> " " + of(o)).orElse("")
        + ")";
  }

  private static String all(List<Syntax> items) {
    return items.stream().map(SExpression::of).collect(Collectors.joining(" "));
  }
}
