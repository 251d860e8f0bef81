package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Prints sums, products, quotients, powers and roots. */
final class Products {
  private static final Map<Rational, String> VULGAR =
      Map.of(
          Rational.of(1, 2), "½",
          Rational.of(1, 3), "⅓",
          Rational.of(2, 3), "⅔",
          Rational.of(1, 4), "¼",
          Rational.of(3, 4), "¾");

  private final UnicodePrinter printer;

  Products(UnicodePrinter printer) {
    this.printer = printer;
  }

  private Piece piece(Expr expr) {
    return printer.piece(expr);
  }

  Piece sum(Expr.Add add) {
    StringBuilder text = new StringBuilder();
    for (Expr term : Forms.flat(add)) {
      Optional<Expr> negated = Forms.negated(term);
      String sign = negated.isPresent() ? "−" : "+";
      text.append(text.isEmpty() ? sign.replace("+", "") : " " + sign + " ");
      text.append(piece(negated.orElse(term)).at(Level.ENTRYWISE));
    }
    return Piece.closed(text.toString(), Level.SUM);
  }

  Piece product(Expr.Multiply m) {
    Piece left = piece(m.left());
    Piece right = piece(m.right());
    String before = isQuotient(left) ? left.parenthesised() : left.before(Level.PRODUCT);
    String behind = isQuotient(right) ? right.parenthesised() : right.at(Level.PRODUCT);
    if (m.right() instanceof Expr.Multiply inner && !Forms.associates(m, inner)) {
      behind = right.parenthesised();
    }
    boolean open = right.open() && behind.equals(right.text());
    return new Piece(before + sign(before, behind) + behind, Level.PRODUCT, open);
  }

  /** A quotient among factors could reach too far: {@code a/b c}. */
  private static boolean isQuotient(Piece factor) {
    return factor.level() == Level.QUOTIENT;
  }

  /** A dot where two factors side by side would be read as a number or as a call. */
  private static String sign(String left, String right) {
    int first = right.codePointAt(0);
    boolean number = Character.isDigit(first) || VULGAR.containsValue(Character.toString(first));
    boolean call = first == '(' && !endsClosed(left);
    return number || call ? " · " : " ";
  }

  private static boolean endsClosed(String left) {
    char last = left.charAt(left.length() - 1);
    boolean number = left.codePoints().allMatch(c -> Character.isDigit(c) || c == '.');
    return number || ")]}⟩|‖ᵀ".indexOf(last) >= 0 || VULGAR.containsValue(left);
  }

  Piece entrywise(Expr.Hadamard h) {
    String text = factor(h.left(), true) + " ⊙ " + factor(h.right(), false);
    return Piece.closed(text, Level.ENTRYWISE);
  }

  /** Both factors in parentheses, but for names: others read it as reaching farther. */
  Piece kronecker(Expr.Kronecker k) {
    Piece left = piece(k.left());
    Piece right = piece(k.right());
    String text = left.before(Level.SCRIPTED) + " ⊗ " + right.before(Level.SCRIPTED);
    return Piece.closed(text, Level.ENTRYWISE);
  }

  private String factor(Expr side, boolean first) {
    Piece piece = piece(side);
    if (side instanceof Expr.Hadamard) {
      return piece.text();
    }
    return first ? piece.before(Level.PREFIX) : piece.at(Level.PREFIX);
  }

  Piece quotient(Expr.Divide d) {
    if (d.numerator() instanceof Expr.Literal a
        && d.denominator() instanceof Expr.Literal b
        && b.value().signum() != 0) {
      String vulgar = VULGAR.get(a.value().dividedBy(b.value()));
      if (vulgar != null && isLowest(a.value(), b.value())) {
        return Piece.atom(vulgar);
      }
    }
    String text =
        piece(d.numerator()).before(Level.SCRIPTED)
            + "/"
            + piece(d.denominator()).before(Level.SCRIPTED);
    return Piece.closed(text, Level.QUOTIENT);
  }

  private static boolean isLowest(Rational a, Rational b) {
    return a.isInteger()
        && b.isInteger()
        && b.signum() > 0
        && a.numerator().gcd(b.numerator()).equals(BigInteger.ONE);
  }

  Piece power(Expr.Power p) {
    Piece base = piece(p.base());
    boolean bracketed = VULGAR.containsValue(base.text()) || Forms.isInverseOfEntry(p);
    String below = bracketed ? base.parenthesised() : base.before(Level.ATOM);
    String above =
        small(p.exponent()).orElseGet(() -> "^" + piece(p.exponent()).before(Level.ATOM));
    return Piece.closed(below + above, Level.SCRIPTED);
  }

  private Optional<String> small(Expr exponent) {
    return switch (exponent) {
      case Expr.Literal l when l.value().isInteger() -> Scripts.high(printer.print(l));
      case Expr.Negate(Expr.Literal l) when l.value().isInteger() && l.value().signum() > 0 ->
          Scripts.high("−" + printer.print(l));
      default -> {
        String letter = printer.print(exponent);
        yield Scripts.isOneLetter(letter) && !letter.equals("T")
            ? Scripts.high(letter)
            : Optional.empty();
      }
    };
  }

  Piece root(int degree, Expr body) {
    String sign =
        switch (degree) {
          case 2 -> "√";
          case 3 -> "∛";
          case 4 -> "∜";
          default -> Scripts.high(Integer.toString(degree)).orElseThrow() + "√";
        };
    String inside = printer.print(body);
    boolean brief = inside.codePoints().allMatch(Character::isLetterOrDigit);
    return brief
        ? Piece.open(sign + inside, Level.PREFIX)
        : Piece.open(sign + "(" + inside + ")", Level.PREFIX);
  }
}
