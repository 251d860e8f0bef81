package dev.hence.read.math;

import dev.hence.expr.Rational;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An untyped piece of mathematics, as it was written.
 *
 * <p>Whether {@code a(b+c)} is a call or a product, how far the argument of {@code \log} or of
 * {@code \nabla} reaches, and whether a superscript is a power, a label or an index is not decided
 * here: a {@link Product} keeps its factors side by side. What TeX decides is decided: braces,
 * fractions, scripts, environments.
 */
public sealed interface Syntax {
  /** Where it stands in the original file. */
  Span span();

  /** A decimal, exactly; {@code text} is what was written, {@code 0.10}. */
  record Numeral(Rational value, String text, Span span) implements Syntax {}

  /**
   * One name: a letter, a command such as {@code \theta}, a digit in a font ({@code \mathbb{1}}),
   * an operator name such as {@code softmax}, or a mark that stands in a script ({@code \ast},
   * {@code \top}, {@code +}, {@code ++}).
   *
   * <p>{@code \boldsymbol}, {@code \mathbf}, {@code \bm} and {@code \bf} are one font; so are
   * {@code \mathrm}, {@code \text}, {@code \operatorname}; so are {@code \hat} and {@code
   * \widehat}, {@code \bar} and {@code \overline}, {@code \tilde} and {@code \widetilde}.
   *
   * @param base without font and accents: {@code x}, {@code \theta}, {@code softmax}, {@code 1}
   * @param bold besides the font, so that {@code \boldsymbol{\mathcal{L}}} is both
   * @param accents from the inside out: {@code \dot{\hat{x}}} has hat, dot
   */
  record Name(String base, Font font, boolean bold, List<Accent> accents, Span span)
      implements Syntax {
    private static final Set<String> MARKS =
        Set.of("\\dagger", "\\ddagger", "\\ast", "\\star", "*", "+", "++", "-", "\\perp", "\\bot");

    public Name {
      accents = List.copyOf(accents);
    }

    /** Whether it is written with a sign, as in A^\dagger, w^\ast or x^+, and with no letter. */
    public boolean isMark() {
      return MARKS.contains(base);
    }

    public static Name plain(String base, Span span) {
      return new Name(base, Font.PLAIN, false, List.of(), span);
    }

    /** Canonical LaTeX; two names are the same name exactly if their keys are equal. */
    public String key() {
      String key = font.wrap(base.replace("_", "\\_"));
      if (bold) {
        key = "\\boldsymbol{" + key + "}";
      }
      for (Accent accent : accents) {
        key = accent.command() + "{" + key + "}";
      }
      return key;
    }
  }

  /**
   * An elementary function or another operator that takes what follows it as its argument: {@code
   * \log}, {@code \tanh}, {@code \det}, {@code \max} without limits. {@code \operatorname{log}},
   * {@code \mathrm{log}} and a bare {@code log(} are the same.
   *
   * @param name without backslash, as {@link Vocabulary#isFunction} knows it
   */
  record FunctionName(String name, Span span) implements Syntax {}

  record Infinity(Span span) implements Syntax {}

  /** {@code \dots}, {@code \cdots}, {@code \vdots} and their like. */
  record Dots(Span span) implements Syntax {}

  /** A lone {@code \cdot} where an expression is due, as in {@code f(\cdot)}, or an empty cell. */
  record Placeholder(Span span) implements Syntax {}

  /** Words inside mathematics, spaces at the ends taken off. */
  record Text(String text, Span span) implements Syntax {}

  /** An accent over more than one name, {@code \overline{AB}}. */
  record Accented(Accent accent, Syntax body, Span span) implements Syntax {}

  /**
   * A brace under or over a body, with its note, or {@code \boxed{x}} with an empty note: stands
   * for its body, as if in parentheses.
   */
  record Annotated(Syntax body, String note, Span span) implements Syntax {}

  /**
   * Scripts on a base, at least one of them. The primes come before the superscript: {@code f'^2}
   * has both; where the order written is another, as in {@code \lambda^{\ast\prime}}, the nodes are
   * nested. A comma list in a script is a {@link Sequence}; {@code ^{(l)}} keeps its parentheses;
   * letters without a comma, {@code _{ij}}, are a {@link Product}.
   */
  record Scripted(Syntax base, Optional<Syntax> sub, Optional<Syntax> sup, int primes, Span span)
      implements Syntax {}

  /** {@code n!}. */
  record Factorial(Syntax body, Span span) implements Syntax {}

  /** A sum of two or more signed terms, or one term with a minus. */
  record Terms(List<Term> terms, Span span) implements Syntax {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /**
   * One summand with its sign.
   *
   * @param sign PLUS for a first term without a sign
   */
  record Term(Sign sign, Syntax value, Span span) {}

  /**
   * Two or more factors side by side, or one with a minus before it. Kept flat from left to right,
   * so that {@code a/b c} is [a, /b, c], {@code f'(x)^2} is [f', (x)^2], {@code \log p_y} is [log,
   * p_y], {@code \nabla_\theta f(x;\theta)} is [nabla, f, (x;θ)]. Braces leave no trace. A {@link
   * BigOperator} is always the last factor; an {@link Integral} is, unless its differential ended
   * it. A value is never itself a product.
   */
  record Product(List<Factor> factors, Span span) implements Syntax {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /**
   * One factor of a product.
   *
   * @param operator what joins it to the factor before; JUXTAPOSED for the first
   * @param negated whether a minus stands between the operator and the value, {@code \cdot -1}
   */
  record Factor(Operator operator, boolean negated, Syntax value, Span span) {}

  /** A comma list outside delimiters: {@code _{i,j}}, {@code x, y \in S}, {@code 1, \dots, N}. */
  record Sequence(List<Syntax> items, Span span) implements Syntax {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A pair of delimiters with one or more items, or none: {@code (x;\theta)}, {@code [0, T)},
   * {@code \{0,1\}}, {@code \langle a, b \rangle}.
   *
   * @param separators between the items: one of {@code , ; | :}; one fewer than items
   */
  record Group(
      Delimiter open, Delimiter close, List<Syntax> items, List<String> separators, Span span)
      implements Syntax {
    public Group {
      items = List.copyOf(items);
      separators = List.copyOf(separators);
    }
  }

  /**
   * Two formulas with a double bar between them, all that stands in parentheses or brackets: what
   * {@code q \| p} means is for the name before them to say.
   */
  record Parted(Syntax left, Syntax right, Span span) implements Syntax {}

  /** {@code \frac}, {@code \cfrac}, {@code {a \over b}} that is no derivative. */
  record Fraction(Syntax numerator, Syntax denominator, Span span) implements Syntax {}

  /** {@code \binom{n}{k}}. */
  record Binomial(Syntax upper, Syntax lower, Span span) implements Syntax {}

  record Root(Syntax body, Optional<Syntax> degree, Span span) implements Syntax {}

  /** {@code |x|}; with both scripts on it, {@code |E|_a^b}, it may be an evaluation. */
  record Absolute(Syntax body, Span span) implements Syntax {}

  /** {@code \|x\|}, {@code \lVert x \rVert}, {@code ||x||}; {@code _2^2} are scripts on it. */
  record Norm(Syntax body, Span span) implements Syntax {}

  /**
   * {@code E|_{t=0}}, {@code \left. E \right|_a^b}: the body is what {@code \left.} opens, else all
   * factors of the product to the left of the bar.
   */
  record Evaluation(Syntax body, Optional<Syntax> lower, Optional<Syntax> upper, Span span)
      implements Syntax {}

  /**
   * {@code \sum}, {@code \max_j}, {@code \lim_{\eta \to 0}} with its body: the product that
   * follows, up to the next plus, minus or relation.
   *
   * @param lower {@code i}, a {@link Sequence}, or a {@link Chain} such as {@code j \ne i}
   */
  record BigOperator(
      BigOperatorKind kind, Optional<Syntax> lower, Optional<Syntax> upper, Syntax body, Span span)
      implements Syntax {}

  /**
   * An integral. Its body reaches, sums included, to its differential; where the differential comes
   * first, {@code \int_0^T dt\, f}, the body is the product that follows; where nothing is left,
   * {@code \int dt}, it is 1.
   *
   * @param variable a {@link Name}, perhaps with scripts
   */
  record Integral(
      Optional<Syntax> lower, Optional<Syntax> upper, Syntax body, Syntax variable, Span span)
      implements Syntax {}

  /**
   * A derivative. Without an operand it is a prefix in the factor list, {@code \frac{d}{dt}},
   * {@code \nabla_\theta}, {@code \partial_t}, and takes what follows; how far is not decided here.
   *
   * @param order the total order, at least 1
   * @param variables empty for a bare {@code \nabla}; else their orders add up to {@code order},
   *     except for {@code \nabla}, where all of them are moved at once
   * @param operand from the numerator, or before the slash of {@code \partial L/\partial f}
   */
  record Derivative(
      DerivativeKind kind, int order, List<Variable> variables, Optional<Syntax> operand, Span span)
      implements Syntax {
    public Derivative {
      variables = List.copyOf(variables);
    }
  }

  /**
   * What a derivative is taken by.
   *
   * @param name a {@link Name}, perhaps with scripts; with arguments, {@code \partial f(x)}, a
   *     {@link Product} of it and a {@link Group}; in {@code \partial (wx)} a group
   */
  record Variable(Syntax name, int order) {}

  /** A relation inside delimiters, scripts or limits: {@code y_i = k}, {@code 1 \le i < j}. */
  record Chain(Syntax first, List<Link> links, Span span) implements Syntax {
    public Chain {
      links = List.copyOf(links);
    }
  }

  /**
   * A relation sign and what follows it.
   *
   * @param note what stood over the sign, {@code \overset{(a)}{=}}, or empty
   */
  record Link(Relation relation, String note, Span sign, Syntax operand) {}

  record Cases(List<Case> rows, Span span) implements Syntax {
    public Cases {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row of a case distinction.
   *
   * @param conditions at most one; none is "otherwise" only if it is the text of the condition
   */
  record Case(Syntax value, List<Condition> conditions, Span span) {
    public Case {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A matrix; every row has the same number of cells, an empty cell is a {@link Placeholder}.
   *
   * @param fence the delimiter of the environment; empty for {@code matrix} and {@code array}
   */
  record Matrix(Optional<Delimiter> fence, List<List<Syntax>> rows, Span span) implements Syntax {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
