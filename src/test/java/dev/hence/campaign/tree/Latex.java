package dev.hence.campaign.tree;

import dev.hence.campaign.tree.Tree.Operation;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Writes formulas as an author would. */
public final class Latex {
  private final Taste taste;

  public Latex(Taste taste) {
    this.taste = taste;
  }

  public String of(Tree tree) {
    return switch (tree) {
      case Tree.Rational n -> number(n);
      case Tree.Pi pi -> "\\pi";
      case Tree.Letter l -> l.name();
      case Tree.Named n -> n.latex();
      case Tree.Member m -> m.family() + script("_", of(m.index()));
      case Tree.Entry e -> entry(e);
      case Tree.Iterate i -> i.name() + script("_", of(i.step()));
      case Tree.At a -> a.name() + "(" + of(a.time()) + ")";
      case Tree.Sum s -> sum(s.terms());
      case Tree.Negative n -> negative(n.of());
      case Tree.Product p -> product(p.factors());
      case Tree.Quotient q -> quotient(q);
      case Tree.Power p -> power(p);
      case Tree.Call c -> call(c);
      case Tree.Applied a ->
          a.function() + "'".repeat(a.primes()) + "(" + list(a.arguments()) + ")";
      case Tree.Of o -> operation(o);
      case Tree.Entrywise e -> factor(e.left()) + " \\odot " + factor(e.right());
      case Tree.Identity i -> "I";
      case Tree.Big b ->
          (b.product() ? "\\prod" : "\\sum")
              + "_{"
              + b.index()
              + "="
              + of(b.from())
              + "}"
              + script("^", of(b.to()))
              + " "
              + body(b.body());
      case Tree.Delta d -> "\\delta_{" + of(d.left()) + " " + of(d.right()) + "}";
      case Tree.Derivative d -> derivative(d);
      case Tree.Rate r -> "\\frac{d}{dt} " + factor(r.body());
      case Tree.Integral i ->
          "\\int"
              + script("_", of(i.from()))
              + script("^", of(i.to()))
              + " "
              + body(i.body())
              + " \\,d"
              + i.variable();
      case Tree.Mean m -> mean(m);
      case Tree.Cases c ->
          "\\begin{cases} "
              + of(c.then())
              + " & \\text{if } "
              + of(c.low())
              + " < "
              + of(c.high())
              + " \\\\ "
              + of(c.otherwise())
              + " & \\text{otherwise} \\end{cases}";
    };
  }

  private static String script(String mark, String text) {
    return text.length() == 1 ? mark + text : mark + "{" + text + "}";
  }

  private String number(Tree.Rational n) {
    if (n.denominator().equals(BigInteger.ONE)) {
      return n.numerator().toString();
    }
    String sign = n.numerator().signum() < 0 ? "-" : "";
    return sign + "\\frac{" + n.numerator().abs() + "}{" + n.denominator() + "}";
  }

  private String list(List<Tree> trees) {
    return trees.stream().map(this::of).collect(Collectors.joining(", "));
  }

  String parentheses(Tree tree) {
    String inside = of(tree);
    boolean large = taste.large() || inside.contains("\\frac") || inside.contains("\\sum");
    return large ? "\\left(" + inside + "\\right)" : "(" + inside + ")";
  }

  private String entry(Tree.Entry e) {
    String of = e.of() instanceof Tree.Letter l ? l.name() : parentheses(e.of());
    String indices = e.indices().stream().map(this::of).collect(Collectors.joining());
    boolean long0 = e.indices().stream().anyMatch(i -> of(i).length() > 1);
    if (long0 && e.indices().size() > 1) {
      indices = list(e.indices());
    }
    return of + script("_", indices);
  }

  private String sum(List<Tree> terms) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < terms.size(); k++) {
      String term = of(terms.get(k));
      boolean last = k == terms.size() - 1;
      if (!last && terms.get(k) instanceof Tree.Cases) {
        term = parentheses(terms.get(k));
      }
      if (text.isEmpty()) {
        text.append(terms.get(k) instanceof Tree.Sum ? parentheses(terms.get(k)) : term);
      } else if (terms.get(k) instanceof Tree.Sum) {
        text.append(" + ").append(parentheses(terms.get(k)));
      } else if (term.startsWith("-")) {
        text.append(" - ").append(term.substring(1));
      } else {
        text.append(" + ").append(term);
      }
    }
    return text.toString();
  }

  /** Sums and what could run on behind itself in parentheses. */
  private String factor(Tree tree) {
    return switch (tree) {
      case Tree.Sum s -> parentheses(tree);
      case Tree.Negative n -> parentheses(tree);
      case Tree.Rational n when n.numerator().signum() < 0 -> parentheses(tree);
      case Tree.Cases c -> parentheses(tree);
      case Tree.Product p -> parentheses(tree);
      case Tree.Entrywise e -> parentheses(tree);
      case Tree.Quotient q when taste.slash() && simple(q.top()) && simple(q.bottom()) ->
          parentheses(tree);
      default -> of(tree);
    };
  }

  /** What stands behind a sum sign or an integral. */
  private String body(Tree tree) {
    boolean negative = tree instanceof Tree.Product p && product(p.factors()).startsWith("-");
    return tree instanceof Tree.Product p && !negative ? product(p.factors()) : enclosed(tree);
  }

  private String enclosed(Tree tree) {
    return tree instanceof Tree.Product ? parentheses(tree) : factor(tree);
  }

  private static boolean open(Tree tree) {
    return tree instanceof Tree.Big
        || tree instanceof Tree.Derivative
        || tree instanceof Tree.Rate
        || tree instanceof Tree.Integral;
  }

  private String negative(Tree of) {
    String plain = of instanceof Tree.Product p ? product(p.factors()) : factor(of);
    return plain.startsWith("-") ? "-" + parentheses(of) : "-" + plain;
  }

  private String product(List<Tree> factors) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < factors.size(); k++) {
      Tree tree = factors.get(k);
      boolean last = k == factors.size() - 1;
      boolean first = k == 0 && tree instanceof Tree.Rational;
      String factor = first ? of(tree) : open(tree) && !last ? parentheses(tree) : factor(tree);
      if (!text.isEmpty()) {
        boolean digits = Character.isDigit(factor.charAt(0)) || factor.startsWith("\\frac{d");
        boolean number = tree instanceof Tree.Rational;
        text.append((taste.dot() && k == 1) || digits || number ? " \\cdot " : " ");
      }
      text.append(factor);
    }
    return text.toString();
  }

  private static boolean simple(Tree tree) {
    return tree instanceof Tree.Letter
        || (tree instanceof Tree.Rational n && n.denominator().equals(BigInteger.ONE));
  }

  private String quotient(Tree.Quotient q) {
    if (taste.slash() && simple(q.top()) && simple(q.bottom())) {
      return of(q.top()) + "/" + of(q.bottom());
    }
    return "\\frac{" + of(q.top()) + "}{" + of(q.bottom()) + "}";
  }

  private String power(Tree.Power p) {
    String exponent = script("^", of(p.exponent()));
    return switch (p.base()) {
      case Tree.Letter l -> marked(l) + exponent;
      case Tree.Pi pi -> "\\pi" + exponent;
      case Tree.Rational n
          when n.numerator().signum() >= 0 && n.denominator().equals(BigInteger.ONE) ->
          of(n) + exponent;
      case Tree.Member m -> of(m) + exponent;
      case Tree.Entry e when !(e.of() instanceof Tree.Letter) -> parentheses(e) + exponent;
      case Tree.Entry e -> of(e) + exponent;
      case Tree.Iterate i -> of(i) + exponent;
      case Tree.At a -> of(a) + exponent;
      case Tree.Applied a -> of(a) + exponent;
      case Tree.Of o when o.operation() == Operation.NORM -> of(o) + exponent;
      case Tree.Call c when c.function() != Elementary.EXP && c.function() != Elementary.SQRT ->
          of(c) + exponent;
      default -> parentheses(p.base()) + exponent;
    };
  }

  private String call(Tree.Call c) {
    String argument = of(c.argument());
    return switch (c.function()) {
      case EXP ->
          taste.exp() || argument.contains("\\frac")
              ? "\\exp" + parentheses(c.argument())
              : "e" + script("^", argument);
      case SQRT -> "\\sqrt{" + argument + "}";
      case ABS -> "\\lvert " + argument + " \\rvert";
      case RELU -> "\\max(0, " + argument + ")";
      case LOG, SIN, COS, TAN, ARCTAN, SINH, COSH, TANH, SIGN ->
          c.function().latex() + parentheses(c.argument());
    };
  }

  private String operation(Tree.Of o) {
    return switch (o.operation()) {
      case TRANSPOSE -> atom(o.argument()) + "^\\top";
      case INVERSE -> atom(o.argument()) + "^{-1}";
      case TRACE -> "\\operatorname{tr}" + parentheses(o.argument());
      case DETERMINANT -> "\\det" + parentheses(o.argument());
      case NORM -> {
        String inside = of(o.argument());
        yield "\\lVert " + inside + " \\rVert";
      }
    };
  }

  /** In parentheses if it bears a mark above already. */
  private static String marked(Tree.Letter letter) {
    boolean above = letter.name().contains("^") || letter.name().contains("'");
    return above ? "(" + letter.name() + ")" : letter.name();
  }

  private String atom(Tree tree) {
    return switch (tree) {
      case Tree.Letter l -> marked(l);
      case Tree.Member m -> of(m);
      default -> parentheses(tree);
    };
  }

  private String derivative(Tree.Derivative d) {
    String by = of(d.by());
    if (d.gradient()) {
      return "\\nabla" + script("_", by) + " " + operand(d.body());
    }
    return taste.partial()
        ? "\\frac{\\partial}{\\partial " + by + "} " + operand(d.body())
        : "\\frac{d}{d" + by + "} " + operand(d.body());
  }

  private String operand(Tree tree) {
    return tree instanceof Tree.Letter
            || tree instanceof Tree.Applied
            || tree instanceof Tree.Named
            || tree instanceof Tree.Derivative
        ? of(tree)
        : parentheses(tree);
  }

  private String mean(Tree.Mean m) {
    String body = of(m.body());
    return "\\mathbb{E}" + script("_", m.random()) + "\\left[" + body + "\\right]";
  }
}
