package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints syntax as canonical LaTeX, which reads back as the same syntax. */
public final class SyntaxPrinter {
  private static final Set<String> COMMANDS =
      Set.of(
          "exp", "log", "ln", "lg", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh",
          "tanh", "coth", "arcsin", "arccos", "arctan", "max", "min", "sup", "inf", "det");

  private SyntaxPrinter() {}

  public static String print(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> n.text();
      case Syntax.Name n -> n.key();
      case Syntax.FunctionName f -> function(f.name());
      case Syntax.Infinity i -> "\\infty";
      case Syntax.Dots d -> "\\dots";
      case Syntax.Placeholder p -> "\\cdot";
      case Syntax.Text t -> text(t.text());
      case Syntax.Accented a -> a.accent().command() + braces(a.body());
      case Syntax.Annotated a -> annotated(a);
      case Syntax.Scripted s -> scripted(s);
      case Syntax.Factorial f -> base(f.body()) + "!";
      case Syntax.Terms t -> terms(t);
      case Syntax.Product p -> product(p);
      case Syntax.Sequence s -> all(s.items(), ", ");
      case Syntax.Group g -> group(g);
      case Syntax.Parted p -> print(p.left()) + " \\middle\\| " + print(p.right());
      case Syntax.Fraction f -> "\\frac" + braces(f.numerator()) + braces(f.denominator());
      case Syntax.Binomial b -> "\\binom" + braces(b.upper()) + braces(b.lower());
      case Syntax.Root r ->
          "\\sqrt" + r.degree().map(d -> "[" + print(d) + "]").orElse("") + braces(r.body());
      case Syntax.Absolute a -> "\\left|" + print(a.body()) + "\\right|";
      case Syntax.Norm n -> "\\left\\|" + print(n.body()) + "\\right\\|";
      case Syntax.Evaluation e ->
          "\\left." + print(e.body()) + "\\right|" + scripts(e.lower(), e.upper());
      case Syntax.BigOperator b ->
          b.kind().latex() + scripts(b.lower(), b.upper()) + " " + print(b.body());
      case Syntax.Integral i ->
          "\\int"
              + scripts(i.lower(), i.upper())
              + " "
              + print(i.body())
              + "\\,d"
              + spaced(print(i.variable()));
      case Syntax.Derivative d -> derivative(d);
      case Syntax.Chain c -> print(c.first()) + links(c.links());
      case Syntax.Cases c -> cases(c);
      case Syntax.Matrix m -> matrix(m);
    };
  }

  /** The clause without its separator, its conditions behind it. */
  public static String print(Clause clause) {
    String body = clause.first().map(SyntaxPrinter::print).orElse("") + links(clause.links());
    String conditions =
        clause.conditions().stream()
            .map(condition -> " \\quad " + print(condition))
            .collect(Collectors.joining());
    return body + conditions;
  }

  private static String print(Condition condition) {
    String clauses =
        condition.clauses().stream()
            .map(clause -> joint(clause.separator()) + print(clause))
            .collect(Collectors.joining());
    return switch (condition.kind()) {
      case PARENTHESISED -> "(" + clauses + ")";
      case FOR_ALL, IF, WHERE ->
          (condition.words().isEmpty() ? "" : text(condition.words()) + " ") + clauses;
      case OTHERWISE -> text(condition.words());
      case NOTE -> condition.words().startsWith("\\") ? condition.words() : text(condition.words());
    };
  }

  private static String joint(Separator separator) {
    return switch (separator) {
      case NONE -> "";
      case SPACE -> " \\quad ";
      case COMMA -> ", ";
      case SEMICOLON -> "; ";
      case IMPLIES -> " \\implies ";
      case IFF -> " \\iff ";
      case WORD -> " \\text{ and } ";
      case OR -> " \\text{ or } ";
    };
  }

  private static String links(List<Link> links) {
    StringBuilder latex = new StringBuilder();
    for (Link link : links) {
      String sign = link.relation().latex();
      latex.append(' ');
      latex.append(link.note().isEmpty() ? sign : "\\overset{" + link.note() + "}{" + sign + "}");
      latex.append(' ').append(print(link.operand()));
    }
    return latex.toString();
  }

  private static String function(String name) {
    return COMMANDS.contains(name) ? "\\" + name : "\\operatorname{" + name + "}";
  }

  private static String text(String words) {
    return "\\text{" + words.replaceAll("[_&%#$]", "\\\\$0") + "}";
  }

  private static String annotated(Syntax.Annotated a) {
    return a.note().isEmpty()
        ? "\\boxed" + braces(a.body())
        : "\\underbrace" + braces(a.body()) + "_{\\text{" + a.note() + "}}";
  }

  private static String scripted(Syntax.Scripted s) {
    return base(s.base()) + "'".repeat(s.primes()) + scripts(s.sub(), s.sup());
  }

  /** A base to which scripts can be attached without going into it. */
  private static String base(Syntax base) {
    return base instanceof Syntax.Scripted ? braces(base) : print(base);
  }

  private static String scripts(Optional<Syntax> sub, Optional<Syntax> sup) {
    return sub.map(s -> "_" + braces(s)).orElse("") + sup.map(s -> "^" + braces(s)).orElse("");
  }

  private static String terms(Syntax.Terms terms) {
    StringBuilder latex = new StringBuilder();
    boolean isFirst = true;
    for (Syntax.Term term : terms.terms()) {
      boolean hidesSign = isFirst && term.sign() == Sign.PLUS;
      latex.append(hidesSign ? "" : isFirst ? "" : " ");
      latex.append(hidesSign ? "" : term.sign().latex() + (isFirst ? "" : " "));
      latex.append(
          term.sign().latex().startsWith("\\") ? spaced(print(term.value())) : print(term.value()));
      isFirst = false;
    }
    return latex.toString();
  }

  private static String product(Syntax.Product product) {
    StringBuilder latex = new StringBuilder();
    for (Factor factor : product.factors()) {
      latex.append(latex.isEmpty() ? "" : " ");
      latex.append(
          switch (factor.operator()) {
            case JUXTAPOSED -> "";
            case BROADCAST -> ".";
            case CDOT, TIMES, STAR, SLASH, ODOT, OSLASH, CIRC, OTIMES, SETMINUS ->
                factor.operator().latex() + " ";
          });
      latex.append(factor.negated() ? "-" : "");
      latex.append(
          factor.operator() == Operator.BROADCAST ? plain(factor.value()) : print(factor.value()));
    }
    return latex.toString();
  }

  private static String group(Syntax.Group g) {
    return "\\left" + g.open().open() + " " + items(g) + "\\right" + g.close().close();
  }

  /** Behind the dot of a broadcast there is no {@code \left}. */
  private static String plain(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Group g -> g.open().open() + items(g) + g.close().close();
      case Syntax.Scripted s ->
          plain(s.base()) + "'".repeat(s.primes()) + scripts(s.sub(), s.sup());
      case Syntax.Factorial f -> plain(f.body()) + "!";
      default -> print(syntax);
    };
  }

  private static String items(Syntax.Group g) {
    StringBuilder latex = new StringBuilder();
    for (int i = 0; i < g.items().size(); i++) {
      String separator = i == 0 ? "" : g.separators().get(i - 1);
      latex.append(separator.equals("|") ? " \\mid " : i == 0 ? "" : separator + " ");
      latex.append(print(g.items().get(i)));
    }
    return latex.toString();
  }

  private static String derivative(Syntax.Derivative d) {
    if (d.kind() == DerivativeKind.NABLA) {
      String names = all(d.variables().stream().map(Syntax.Variable::name).toList(), ", ");
      return "\\nabla"
          + (names.isEmpty() ? "" : "_{" + names + "}")
          + (d.order() == 1 ? "" : "^{" + d.order() + "}");
    }
    String sign = d.kind() == DerivativeKind.TOTAL ? "d" : "\\partial";
    String above = sign + (d.order() == 1 ? "" : "^{" + d.order() + "}");
    String below =
        d.variables().stream()
            .map(
                v ->
                    sign + spaced(print(v.name())) + (v.order() == 1 ? "" : "^{" + v.order() + "}"))
            .collect(Collectors.joining(" "));
    String operand = d.operand().map(o -> spaced(print(o))).orElse("");
    return "\\frac{" + above + operand + "}{" + below + "}";
  }

  private static String cases(Syntax.Cases cases) {
    return cases.rows().stream()
        .map(
            row ->
                print(row.value())
                    + row.conditions().stream()
                        .map(condition -> " & " + print(condition))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(" \\\\ ", "\\begin{cases}", "\\end{cases}"));
  }

  private static String matrix(Syntax.Matrix matrix) {
    String name =
        matrix
            .fence()
            .map(
                fence ->
                    switch (fence) {
                      case PARENTHESIS -> "pmatrix";
                      case BRACKET -> "bmatrix";
                      case BRACE -> "Bmatrix";
                      case BAR -> "vmatrix";
                      case DOUBLE_BAR -> "Vmatrix";
                      case ANGLE, FLOOR, CEILING -> "matrix";
                    })
            .orElse("matrix");
    return matrix.rows().stream()
        .map(row -> row.stream().map(SyntaxPrinter::cell).collect(Collectors.joining(" & ")))
        .collect(Collectors.joining(" \\\\ ", "\\begin{" + name + "}", "\\end{" + name + "}"));
  }

  private static String cell(Syntax cell) {
    return cell instanceof Syntax.Placeholder ? "" : print(cell);
  }

  private static String all(List<Syntax> items, String separator) {
    return items.stream().map(SyntaxPrinter::print).collect(Collectors.joining(separator));
  }

  private static String braces(Syntax syntax) {
    return "{" + print(syntax) + "}";
  }

  private static String spaced(String latex) {
    return latex.startsWith("\\") ? latex : " " + latex;
  }
}
