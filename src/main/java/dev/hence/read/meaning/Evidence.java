package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Clause;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Display;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The letters that a document treats as vectors or matrices somewhere: they are transposed,
 * inverted, stand under a trace, a determinant, a norm or a ∇. Where nothing declares such a letter
 * it is not taken for a number.
 */
final class Evidence {
  private static final Set<String> OF_MATRICES =
      Set.of("tr", "Tr", "trace", "Trace", "det", "Det", "rank", "diag", "Diag");

  private final Map<String, String> found = new LinkedHashMap<>();

  /** Looks at all that a display says. */
  void see(Display display) {
    display.rows().forEach(row -> row.clauses().forEach(this::see));
  }

  private void see(Clause clause) {
    clause.first().ifPresent(this::see);
    clause.links().forEach(link -> see(link.operand()));
  }

  /** What is done to a letter that no number bears; empty if nothing. */
  Optional<String> of(Name name) {
    return Optional.ofNullable(found.get(name.latex()));
  }

  private void see(Syntax syntax) {
    switch (syntax) {
      case Syntax.Scripted s when s.sup().filter(Evidence::transposes).isPresent() ->
          letters(s.base(), "is transposed");
      case Syntax.Scripted s when s.sup().filter(Evidence::inverts).isPresent() ->
          capital(s.base());
      case Syntax.Norm n -> normed(n.body());
      case Syntax.Derivative d when d.kind() == DerivativeKind.NABLA ->
          d.variables().forEach(v -> letters(v.name(), "stands below a ∇"));
      case Syntax.Product p -> operators(p);
      default -> {}
    }
    Pieces.children(syntax).forEach(this::see);
  }

  /** {@code \operatorname{tr}(A B)}, {@code \det A}. */
  private void operators(Syntax.Product product) {
    List<Syntax.Factor> factors = product.factors();
    for (int k = 0; k + 1 < factors.size(); k++) {
      Syntax head =
          factors.get(k).value() instanceof Syntax.Scripted s ? s.base() : factors.get(k).value();
      if (head instanceof Syntax.FunctionName f && OF_MATRICES.contains(f.name())) {
        String what = "stands in " + f.name();
        capitals(factors.get(k + 1).value(), what);
      }
    }
  }

  private void normed(Syntax body) {
    if (body instanceof Syntax.Terms t) {
      t.terms().forEach(term -> normed(term.value()));
    } else if (body instanceof Syntax.Product p) {
      normed(p.factors().getLast().value());
    } else if (body instanceof Syntax.Name) {
      letters(body, "stands in a norm");
    }
  }

  private void capitals(Syntax syntax, String what) {
    if (syntax instanceof Syntax.Name n && isCapital(n)) {
      found.putIfAbsent(n.key(), what);
    }
    Pieces.children(syntax).forEach(child -> capitals(child, what));
  }

  private void capital(Syntax base) {
    if (base instanceof Syntax.Name n && isCapital(n)) {
      found.putIfAbsent(n.key(), "is inverted");
    }
  }

  private static boolean isCapital(Syntax.Name n) {
    return n.base().matches("[A-Z]|\\\\[A-Z][a-z]+");
  }

  /** The letters of a name, or of the products and sums in parentheses. */
  private void letters(Syntax syntax, String what) {
    switch (syntax) {
      case Syntax.Name n -> found.putIfAbsent(n.key(), what);
      case Syntax.Group g -> g.items().forEach(item -> letters(item, what));
      case Syntax.Terms t -> t.terms().forEach(term -> letters(term.value(), what));
      case Syntax.Product p when isPlain(p) ->
          p.factors().forEach(factor -> letters(factor.value(), what));
      default -> {}
    }
  }

  /** A product of names, {@code A B}: no call, no quotient. */
  private static boolean isPlain(Syntax.Product product) {
    return product.factors().stream()
        .allMatch(f -> f.operator() == Operator.JUXTAPOSED && f.value() instanceof Syntax.Name);
  }

  private static boolean transposes(Syntax sup) {
    return Powers.isTransposeMark(sup)
        || (sup instanceof Syntax.Terms t
            && t.terms().size() == 1
            && t.terms().getFirst().sign() == Sign.MINUS
            && Powers.isTransposeMark(t.terms().getFirst().value()));
  }

  private static boolean inverts(Syntax sup) {
    return sup instanceof Syntax.Terms t
        && t.terms().size() == 1
        && t.terms().getFirst().sign() == Sign.MINUS
        && t.terms().getFirst().value() instanceof Syntax.Numeral n
        && n.text().equals("1");
  }
}
