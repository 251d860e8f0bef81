package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Font;
import dev.hence.read.symbol.Mark;
import dev.hence.read.symbol.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/** The names that expressions have for symbols. Nothing looks into one again. */
final class Naming {
  private Naming() {}

  static Name of(Symbol symbol) {
    StringBuilder text = new StringBuilder(letter(symbol));
    symbol.marks().forEach(mark -> text.append(mark(mark)));
    return new Name(text.toString());
  }

  /** The name of a family whose index stands high, in parentheses, in brackets, or bare. */
  static Name raised(Name name, String fence) {
    return new Name(name.latex() + "^{" + fence + "}");
  }

  /** The name of a family found without the member of an index. */
  static Name leftOut(Name name) {
    return new Name(name.latex() + Name.LEFT_OUT);
  }

  private static String letter(Symbol symbol) {
    String base = symbol.letter().replace("_", "\\_");
    Font font = symbol.font();
    String text =
        font.style().command().isEmpty() ? base : font.style().command() + "{" + base + "}";
    if (font.bold()) {
      text = "\\boldsymbol{" + text + "}";
    }
    for (Accent accent : symbol.accents()) {
      text = accent.command().strip() + "{" + text + "}";
    }
    return text;
  }

  private static String mark(Mark mark) {
    return switch (mark) {
      case Mark.Primes p -> "'".repeat(p.count());
      case Mark.Label l -> sign(l.place()) + "{" + words(l.symbols()) + "}";
      case Mark.Arguments a ->
          sign(a.place())
              + a.symbols().stream()
                  .map(x -> of(x).latex())
                  .collect(Collectors.joining(",", "{(", ")}"));
      case Mark.Numbered n ->
          sign(n.place()) + (n.inParentheses() ? "{(" + n.number() + ")}" : "{" + n.number() + "}");
      case Mark.Sign s -> sign(s.place()) + "{" + sign(s.sign()) + "}";
      case Mark.Without w -> Name.LEFT_OUT;
      case Mark.Bar b -> "^{|" + b.behind() + "}";
      case Mark.Next n -> "^{+}";
    };
  }

  private static String sign(String written) {
    return written.equals("*") ? "\\ast" : written;
  }

  private static String words(List<Symbol> symbols) {
    return symbols.stream().map(s -> of(s).latex()).collect(Collectors.joining());
  }

  private static String sign(Mark.Place place) {
    return place == Mark.Place.LOW ? "_" : "^";
  }
}
