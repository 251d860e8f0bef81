package dev.hence.verdict;

import dev.hence.expr.Size;
import dev.hence.expr.UnicodePrinter;
import dev.hence.proof.Demand;
import dev.hence.proof.Letter;
import dev.hence.proof.Term;
import dev.hence.proof.Time;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers in components as readable mathematics: what a proof asks for, entry by entry. */
final class TermText {
  private TermText() {}

  static String of(Demand demand) {
    return of(demand.term()) + (demand.positive() ? " > 0" : " ≠ 0");
  }

  private static String of(Term term) {
    return switch (term) {
      case Term.Numeral n -> UnicodePrinter.print(n.value());
      case Term.Whole w -> w.value().toString();
      case Term.Clock c -> time(c.time());
      case Term.Variable v ->
          UnicodePrinter.print(v.name()) + scripts(v.indices(), v.entry()) + at(v.time());
      case Term.Function f -> function(f);
      case Term.Sum s -> s.terms().stream().map(TermText::of).collect(Collectors.joining(" + "));
      case Term.Product p -> joined(p.factors(), " ");
      case Term.Power p -> factor(p.base()) + "^" + p.exponent();
      case Term.Elementary e ->
          e.function().name().toLowerCase(Locale.ROOT) + "(" + of(e.argument()) + ")";
      case Term.Opaque o when o.parts().isEmpty() -> o.kind();
      case Term.Opaque o ->
          o.kind()
              + "("
              + o.parts().stream().map(TermText::of).collect(Collectors.joining(", "))
              + ")";
      case Term.Over o -> "∑_" + letter(o.letter()) + " " + factor(o.body());
      case Term.Delta d -> "δ_{" + d.left() + "," + d.right() + "}";
      case Term.Below b -> "(1 if " + b.left() + " < " + b.right() + ", else 0)";
      case Term.Integral i ->
          "∫_{"
              + of(i.lower())
              + "}^{"
              + of(i.upper())
              + "} "
              + factor(i.body())
              + " d"
              + i.variable();
      case Term.Derivative d -> "∂(" + of(d.body()) + ")";
      case Term.Let l -> of(l.body());
    };
  }

  private static String joined(List<Term> factors, String between) {
    return factors.stream().map(TermText::factor).collect(Collectors.joining(between));
  }

  private static String factor(Term term) {
    boolean plain = !(term instanceof Term.Sum || term instanceof Term.Over);
    return plain ? of(term) : "(" + of(term) + ")";
  }

  private static String function(Term.Function f) {
    String partials =
        f.partials().stream()
            .map(p -> "∂_" + (p.slot() + 1) + scripts(List.of(), p.entry()) + " ")
            .collect(Collectors.joining());
    String arguments =
        f.arguments().stream().map(a -> of(a.body())).collect(Collectors.joining(", "));
    return partials
        + UnicodePrinter.print(f.name())
        + scripts(f.indices(), f.entry())
        + "("
        + arguments
        + ")";
  }

  private static String letter(Letter letter) {
    return "{" + letter.name() + "=" + letter.lower() + ".." + letter.upper() + "}";
  }

  private static String scripts(List<Size> indices, List<Size> entry) {
    String all =
        Stream.concat(indices.stream(), entry.stream())
            .map(Size::toString)
            .collect(Collectors.joining(","));
    return all.isEmpty() ? "" : "_{" + all + "}";
  }

  private static String at(Time time) {
    return time.equals(Time.NOW) ? "" : "(" + time(time) + ")";
  }

  private static String time(Time time) {
    return switch (time) {
      case Time.Now n -> "t";
      case Time.Start s -> "0";
      case Time.End e -> "T";
      case Time.Running r -> r.variable();
    };
  }
}
