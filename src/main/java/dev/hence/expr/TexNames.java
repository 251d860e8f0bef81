package dev.hence.expr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes names, their members and numbers in LaTeX. */
final class TexNames {
  private TexNames() {}

  /** A name, without the braces that TeX does not need. */
  static String of(Name name) {
    return name.withoutBar().latex().replaceAll("([_^])\\{([A-Za-z0-9]|\\\\[A-Za-z]+)}", "$1$2");
  }

  /** A member of a family; of a name that ends in an open superscript the last index is high. */
  static String member(Name name, List<String> indices) {
    if (indices.isEmpty()) {
      return of(name);
    }
    if (name.latex().endsWith(Name.LEFT_OUT)) {
      String base = name.latex().substring(0, name.latex().length() - Name.LEFT_OUT.length());
      return indexed(of(new Name(base)), List.of("-" + withoutSigns(indices.getFirst())));
    }
    for (String open : List.of("^{()}", "^{[]}", "^{}")) {
      if (name.latex().endsWith(open)) {
        String base = name.latex().substring(0, name.latex().length() - open.length());
        String last = open.substring(2, open.length() - 1);
        String high =
            last.isEmpty()
                ? indices.getLast()
                : last.charAt(0) + indices.getLast() + last.charAt(1);
        String below = indexed(of(new Name(base)), indices.subList(0, indices.size() - 1));
        return (endsHigh(below) ? "(" + below + ")" : below) + script("^", high);
      }
    }
    return indexed(of(name), indices);
  }

  private static String withoutSigns(String index) {
    return index.matches("\\\\?[A-Za-z]+|[0-9]+") ? index : "(" + index + ")";
  }

  /** A name with indices low; parentheses where it ends in something low already. */
  static String indexed(String name, List<String> indices) {
    if (indices.isEmpty()) {
      return name;
    }
    String base = endsLow(name) ? "(" + name + ")" : name;
    boolean letters = indices.stream().allMatch(i -> i.matches("[A-Za-z]|\\\\[A-Za-z]+"));
    return base + script("_", String.join(letters ? " " : ",", indices));
  }

  /** Something set low or high. */
  static String script(String mark, String text) {
    return text.matches("[A-Za-z0-9]|\\\\[A-Za-z]+") ? mark + text : mark + "{" + text + "}";
  }

  /** Whether something is set low on a name, not inside of its accents. */
  static boolean endsLow(String name) {
    return carries(name, '_');
  }

  /** Whether something is set high on a name. */
  static boolean endsHigh(String name) {
    return carries(name, '^');
  }

  private static boolean carries(String name, char mark) {
    int depth = 0;
    for (int k = 0; k < name.length(); k++) {
      char c = name.charAt(k);
      depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
      if (c == mark && depth == 0) {
        return true;
      }
    }
    return false;
  }

  /** An exact number: {@code -3}, {@code 0.25}, {@code \frac{1}{3}}. */
  static Piece number(Rational value) {
    Optional<String> decimal = decimal(value);
    if (decimal.isPresent()) {
      return value.signum() < 0
          ? Piece.closed(decimal.get(), Piece.Level.SUM)
          : Piece.atom(decimal.get());
    }
    Rational size = value.signum() < 0 ? value.negate() : value;
    String fraction = "\\frac{%s}{%s}".formatted(size.numerator(), size.denominator());
    return value.signum() < 0
        ? Piece.closed("-" + fraction, Piece.Level.SUM)
        : Piece.closed(fraction, Piece.Level.SCRIPTED);
  }

  /** All digits of the number, if they end. */
  private static Optional<String> decimal(Rational value) {
    try {
      return Optional.of(
          new BigDecimal(value.numerator())
              .divide(new BigDecimal(value.denominator()))
              .toPlainString());
    } catch (ArithmeticException endless) {
      return Optional.empty();
    }
  }

  static Piece size(Size size) {
    if (size.isFixed()) {
      return number(Rational.of(size.offset()));
    }
    StringBuilder text = new StringBuilder();
    for (Size.Term term : size.terms()) {
      text.append(term.coefficient() < 0 ? "-" : text.isEmpty() ? "" : "+").append(product(term));
    }
    Size.Term only = size.terms().getFirst();
    if (size.terms().size() > 1 || only.coefficient() < 0) {
      return Piece.closed(text.toString(), Piece.Level.SUM);
    }
    boolean atom = only.coefficient() == 1 && only.parts().size() == 1;
    return atom ? Piece.atom(text.toString()) : Piece.closed(text.toString(), Piece.Level.PRODUCT);
  }

  private static String product(Size.Term term) {
    int coefficient = Math.abs(term.coefficient());
    String number =
        coefficient == 1 && !term.parts().isEmpty() ? "" : Integer.toString(coefficient);
    return number + term.parts().stream().map(TexNames::part).collect(Collectors.joining(" "));
  }

  private static String part(Size.Part part) {
    return switch (part) {
      case Size.Part.Letter l -> of(new Name(l.letter()));
      case Size.Part.Named n ->
          member(new Name(n.name()), n.indices().stream().map(i -> size(i).text()).toList());
    };
  }
}
