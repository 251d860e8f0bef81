package dev.hence.read.meaning;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Display;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Row;
import dev.hence.read.math.Syntax;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header's {@code read}: how notation is to be read that has no meaning of its own, {@code
 * A^\ast = A^\top}. Letters on both sides that no one declares stand for any piece; all others for
 * themselves. Rules are applied to what is written, before it has a meaning, once: what a rule puts
 * in is not read by rules again, only what its letters stand for.
 */
final class ReadingRules {
  /** What is written, what it means, and which letters stand for anything. */
  private record Rule(
      String text, Syntax pattern, Syntax meaning, Set<String> wildcards, Span span) {}

  static final ReadingRules NONE = new ReadingRules(List.of(), false);

  private final List<Rule> rules;
  private final Map<String, Integer> uses = new LinkedHashMap<>();
  private final boolean total;

  private ReadingRules(List<Rule> rules, boolean total) {
    this.rules = rules;
    this.total = total;
    rules.forEach(rule -> uses.put(rule.text(), 0));
  }

  /**
   * Reads the rules; what is wrong with one is reported.
   *
   * @param declared the names that the header declares, without scripts
   */
  static ReadingRules of(List<MathText> entries, Set<String> declared, Problems problems) {
    List<Rule> rules = new ArrayList<>();
    boolean total = false;
    for (MathText entry : entries) {
      if (entry.text().replaceAll("\\s", "").equals("\\partial=d")) {
        total = true;
        continue;
      }
      for (Clause clause : MathParser.parseEntry(entry, problems).orElse(List.of())) {
        rule(clause, entry, declared).ifPresentOrElse(rules::add, () -> bad(clause, problems));
      }
    }
    return new ReadingRules(rules, total);
  }

  private static Optional<Rule> rule(Clause clause, MathText entry, Set<String> declared) {
    boolean equation =
        clause.first().isPresent()
            && clause.links().size() == 1
            && clause.links().getFirst().relation() == Relation.EQUAL;
    if (!equation) {
      return Optional.empty();
    }
    Syntax pattern = clause.first().get();
    Syntax meaning = clause.links().getFirst().operand();
    Set<String> wildcards = letters(pattern);
    wildcards.retainAll(letters(meaning));
    wildcards.removeAll(declared);
    wildcards.removeAll(scripts(pattern, declared));
    boolean any = pattern instanceof Syntax.Name n && wildcards.contains(n.key());
    return any
        ? Optional.empty()
        : Optional.of(new Rule(entry.text().strip(), pattern, meaning, wildcards, clause.span()));
  }

  /**
   * The letters in the scripts of declared names: {@code w_{hx}} is a name, whatever h and x are.
   */
  private static Set<String> scripts(Syntax pattern, Set<String> declared) {
    Set<String> letters = new HashSet<>();
    for (Syntax.Scripted s : Pieces.scripted(pattern)) {
      if (s.base() instanceof Syntax.Name n && declared.contains(n.key())) {
        s.sub().ifPresent(sub -> letters.addAll(letters(sub)));
        s.sup().ifPresent(sup -> letters.addAll(letters(sup)));
      }
    }
    return letters;
  }

  private static void bad(Clause clause, Problems problems) {
    problems.report(
        Problem.of(
            ProblemId.HEADER_BAD_ENTRY,
            clause.span(),
            "this is no reading rule",
            "write what stands in the text, =, and what it means: A^\\ast = A^\\top"));
  }

  /** The names in a piece, those under accents without them too. */
  private static Set<String> letters(Syntax syntax) {
    Set<String> letters = new HashSet<>();
    if (syntax instanceof Syntax.Name n) {
      letters.add(n.key());
      for (int k = 0; k < n.accents().size(); k++) {
        letters.add(
            new Syntax.Name(n.base(), n.font(), n.bold(), n.accents().subList(0, k), n.span())
                .key());
      }
    }
    Pieces.children(syntax).forEach(part -> letters.addAll(letters(part)));
    return letters;
  }

  boolean isEmpty() {
    return rules.isEmpty() && !total;
  }

  /** The clause as it is to be read. */
  Clause read(Clause clause) {
    return isEmpty() ? clause : Rebuilding.of(clause, this::replacement);
  }

  /** The display as it is to be read. */
  Display read(Display display) {
    return isEmpty()
        ? display
        : new Display(
            display.rows().stream().map(this::read).toList(),
            display.tag(),
            display.label(),
            display.span());
  }

  private Row read(Row row) {
    return new Row(
        row.clauses().stream().map(this::read).toList(), row.tag(), row.label(), row.span());
  }

  private Syntax read(Syntax syntax) {
    return isEmpty() ? syntax : Rebuilding.of(syntax, this::replacement);
  }

  private Optional<Syntax> replacement(Syntax written) {
    Map<Rule, Matching.Match> matches = new LinkedHashMap<>();
    for (Rule rule : rules) {
      Matching.of(rule.pattern(), written, rule.wildcards()).ifPresent(m -> matches.put(rule, m));
    }
    boolean whole = matches.values().stream().anyMatch(m -> m.sup().isEmpty());
    matches.values().removeIf(m -> whole && m.sup().isPresent());
    if (matches.size() > 1) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          written.span(),
          "two rules of `read` fit here",
          "leave one of them out");
    }
    for (Map.Entry<Rule, Matching.Match> match : matches.entrySet()) {
      uses.merge(match.getKey().text(), 1, Integer::sum);
      return Optional.of(result(match.getKey(), match.getValue(), written.span()));
    }
    return total(written).or(() -> among(written));
  }

  /** {@code u(0) e^t H(w) z}: where a rule speaks of a call, its factors among others. */
  private Optional<Syntax> among(Syntax written) {
    if (!(written instanceof Syntax.Product product)) {
      return Optional.empty();
    }
    List<Syntax.Factor> factors = new ArrayList<>();
    boolean found = false;
    int k = 0;
    while (k < product.factors().size()) {
      Syntax.Factor first = product.factors().get(k);
      Optional<Syntax.Product> call = callAt(product, k);
      Syntax value = call.isPresent() ? replacement(call.get()).orElseThrow() : read(first.value());
      boolean open = value instanceof Syntax.Integral || value instanceof Syntax.BigOperator;
      factors.add(
          new Syntax.Factor(
              first.operator(),
              first.negated(),
              call.isPresent() && open ? grouped(value, value.span()) : value,
              call.map(Syntax.Product::span).orElse(first.span())));
      k += call.map(c -> c.factors().size()).orElse(1);
      found |= call.isPresent();
    }
    return found ? Optional.of(new Syntax.Product(factors, product.span())) : Optional.empty();
  }

  /** The factors from one on that are the call of a rule, if they are not all that there is. */
  private Optional<Syntax.Product> callAt(Syntax.Product product, int from) {
    for (Rule rule : rules) {
      int size = isCall(rule.pattern()) ? ((Syntax.Product) rule.pattern()).factors().size() : 0;
      if (size > 0 && size < product.factors().size() && from + size <= product.factors().size()) {
        Syntax.Product part = part(product.factors().subList(from, from + size));
        if (Matching.of(rule.pattern(), part, rule.wildcards()).isPresent()) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  private static Syntax.Product part(List<Syntax.Factor> factors) {
    List<Syntax.Factor> alone = new ArrayList<>(factors);
    Syntax.Factor first = factors.getFirst();
    alone.set(0, new Syntax.Factor(Operator.JUXTAPOSED, false, first.value(), first.span()));
    return new Syntax.Product(alone, first.span().to(factors.getLast().span()));
  }

  /** A name, or a derivative of one, with its arguments in parentheses. */
  private static boolean isCall(Syntax pattern) {
    List<Syntax.Factor> factors =
        pattern instanceof Syntax.Product p ? p.factors() : List.<Syntax.Factor>of();
    boolean derived =
        factors.size() == 3
            && factors.getFirst().value() instanceof Syntax.Derivative
            && factors.stream().allMatch(f -> f.operator() == Operator.JUXTAPOSED);
    return (factors.size() == 2 || derived)
        && Written.of(factors.get(factors.size() - 2).value()).isPresent()
        && factors.getLast().value() instanceof Syntax.Group;
  }

  private Syntax result(Rule rule, Matching.Match match, Span span) {
    Syntax meaning =
        Rebuilding.of(
            rule.meaning(),
            part ->
                part instanceof Syntax.Name n && match.wildcards().containsKey(n.key())
                    ? Optional.of(read(match.wildcards().get(n.key())))
                    : Optional.empty());
    Syntax placed = placed(meaning, span);
    return match
        .sup()
        .<Syntax>map(
            sup ->
                read(
                    new Syntax.Scripted(
                        grouped(placed, span), Optional.empty(), Optional.of(sup), 0, span)))
        .orElse(placed);
  }

  private static Syntax grouped(Syntax syntax, Span span) {
    return new Syntax.Group(
        Delimiter.PARENTHESIS, Delimiter.PARENTHESIS, List.of(syntax), List.of(), span);
  }

  /** The meaning where the pattern stood; sums and products in parentheses. */
  private static Syntax placed(Syntax meaning, Span span) {
    return switch (meaning) {
      case Syntax.Name n -> new Syntax.Name(n.base(), n.font(), n.bold(), n.accents(), span);
      case Syntax.Scripted s -> new Syntax.Scripted(s.base(), s.sub(), s.sup(), s.primes(), span);
      case Syntax.Derivative d ->
          new Syntax.Derivative(d.kind(), d.order(), d.variables(), d.operand(), span);
      case Syntax.Integral i ->
          new Syntax.Integral(i.lower(), i.upper(), i.body(), i.variable(), span);
      case Syntax.Numeral n -> new Syntax.Numeral(n.value(), n.text(), span);
      case Syntax.Fraction f -> new Syntax.Fraction(f.numerator(), f.denominator(), span);
      default -> grouped(meaning, span);
    };
  }

  /** {@code \partial = d}. */
  private Optional<Syntax> total(Syntax written) {
    if (!total || !(written instanceof Syntax.Derivative d) || d.kind() != DerivativeKind.PARTIAL) {
      return Optional.empty();
    }
    return Optional.of(
        new Syntax.Derivative(
            DerivativeKind.TOTAL,
            d.order(),
            d.variables().stream()
                .map(v -> new Syntax.Variable(read(v.name()), v.order()))
                .toList(),
            d.operand().map(this::read),
            d.span()));
  }

  /** Reports the rules that nothing in the document fits. */
  void reportIdle(Problems problems) {
    for (Rule rule : rules) {
      if (uses.getOrDefault(rule.text(), 0) == 0) {
        problems.report(
            Problem.of(
                ProblemId.HEADER_BAD_ENTRY,
                rule.span(),
                "nothing in the document fits this reading rule, so that it is without effect",
                "write it as it stands in the text, or take it out"));
      }
    }
  }

  /** What was read by the rules, a sentence for each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    uses.forEach(
        (rule, count) ->
            sentences.add(
                "`"
                    + rule
                    + "` is read so in "
                    + (count == 0
                        ? "no place: nothing in the document fits it"
                        : count + (count == 1 ? " place" : " places"))));
    if (total) {
      sentences.add("∂ is read as d: the total derivative, through all definitions");
    }
    return sentences;
  }
}
