package dev.hence.read.meaning;

import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.SyntaxPrinter;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name whose entry could not be read. What mentions it must not be read as if nothing had been
 * said of it.
 *
 * @param key the name without scripts and primes
 * @param sub its subscript: empty, {@code *} for an index, or the text of a label
 * @param sup its superscript likewise
 */
record Refused(String key, int primes, String sub, String sup) {
  private static final String INDEX = "*";

  /** Any name: where part of a header is lost, nobody knows of which names it spoke. */
  static final Refused ANY = new Refused("", 0, "", "");

  private static final Pattern RELATION =
      Pattern.compile("\\\\in\\b|\\\\leftarrow\\b|:=|\\\\coloneqq\\b|=|<|>|\\\\[gl]eq?\\b");

  /** A letter with font and accents, alone and with an index. */
  static List<Refused> any(String key) {
    return List.of(new Refused(key, 0, "", ""), new Refused(key, 0, INDEX, ""));
  }

  /** The names that an entry would have given a meaning. */
  static List<Refused> names(Clause clause) {
    List<Refused> names = new ArrayList<>();
    clause.names().forEach(name -> add(name, names));
    if (names.isEmpty() && !clause.links().isEmpty()) {
      add(clause.links().getFirst().operand(), names);
    }
    return names;
  }

  /** The names on the left of an entry that cannot be parsed as a whole. */
  static List<Refused> names(MathText entry) {
    Matcher relation = RELATION.matcher(entry.text());
    if (!relation.find()) {
      return List.of();
    }
    MathText left = entry.slice(0, relation.start()).strip();
    return left.isBlank()
        ? List.of()
        : MathParser.parseEntry(left, new Problems())
            .map(clauses -> clauses.stream().flatMap(c -> names(c).stream()).toList())
            .orElse(List.of());
  }

  /** The name on the left of an equation in the text; empty if something else says what it is. */
  static Optional<Refused> defined(Syntax left, Context context) {
    Syntax head = left instanceof Syntax.Product p ? p.factors().getFirst().value() : left;
    return Written.of(head)
        .filter(w -> !Means.isChance(w.base()))
        .map(w -> isPower(w) ? w.withoutSup() : w)
        .filter(w -> !isKnown(w, context))
        .filter(w -> !new Undeclared(context).isExponentialBase(w))
        .map(Refused::of);
  }

  /** The name that was to have a new formula, whatever it stood for before. */
  static Optional<Refused> redefined(Syntax left) {
    Syntax head = left instanceof Syntax.Product p ? p.factors().getFirst().value() : left;
    return Written.of(head).map(w -> isPower(w) ? w.withoutSup() : w).map(Refused::of);
  }

  private static boolean isPower(Written w) {
    return w.sub().isEmpty() && w.sup().filter(Syntax.Numeral.class::isInstance).isPresent();
  }

  private static boolean isKnown(Written w, Context context) {
    Name name = w.primed();
    Optional<Name> whole = Written.labelled(name, w.sub(), w.sup());
    return context.knows(name, 0)
        || context.knows(name, 1)
        || context.knows(name, 2)
        || context.isLetter(name.latex())
        || whole.filter(n -> context.knows(n, 0)).isPresent();
  }

  /** All names that an entry speaks of, but for the letters of indices. */
  static List<Refused> mentioned(Clause clause, Scope scope) {
    List<Refused> names = new ArrayList<>();
    clause.first().ifPresent(first -> collect(first, names));
    clause.links().forEach(link -> collect(link.operand(), names));
    names.removeIf(name -> scope.ranges().containsKey(name.key()));
    names.addAll(names.stream().flatMap(name -> name.whole(scope).stream()).toList());
    return names;
  }

  /** What is said of θ_0 is said of θ, where there is no family of that letter. */
  private Optional<Refused> whole(Scope scope) {
    Name name = new Name(key);
    boolean member = scope.variable(name, 1).isPresent() || scope.definition(name, 1).isPresent();
    return (isNumber(sub) || sub.equals(INDEX)) && !member && scope.variable(name, 0).isPresent()
        ? Optional.of(new Refused(key, primes, "", ""))
        : Optional.empty();
  }

  /** The names of which a step may make new values: what is assigned, and what has an index k+1. */
  static List<Refused> iterates(Clause clause, Scope scope) {
    List<Refused> names = new ArrayList<>(names(clause));
    for (Refused name : mentioned(clause, scope)) {
      if (name.sub.equals(INDEX) || name.sup.equals(INDEX)) {
        names.add(name);
      }
    }
    return names;
  }

  private static void collect(Syntax syntax, List<Refused> names) {
    Written.of(syntax).map(Refused::of).ifPresent(name -> names.addAll(name.relatives()));
    Definitions.below(syntax).forEach(part -> collect(part, names));
  }

  /** What is said of x² is said of x, and what is said of w_1 of its family. */
  private List<Refused> relatives() {
    String low = isNumber(sub) ? INDEX : sub;
    boolean raised = sup.equals(INDEX) || isNumber(sup);
    List<Refused> all = new ArrayList<>(List.of(new Refused(key, primes, low, sup)));
    if (raised) {
      all.add(new Refused(key, primes, low, ""));
    }
    return all;
  }

  private static void add(Syntax name, List<Refused> names) {
    Syntax head = name instanceof Syntax.Product p ? p.factors().getFirst().value() : name;
    Written.of(head).map(Refused::of).ifPresent(names::add);
  }

  static Refused of(Written written) {
    return new Refused(
        written.base().key(), written.primes(), script(written.sub()), script(written.sup()));
  }

  /** A name that has indices, or none. */
  static Refused of(Name name, boolean indices) {
    return new Refused(name.latex(), 0, indices ? INDEX : "", "");
  }

  /** A label is told from an index by what cannot be an index: parentheses, accents, words. */
  private static String script(Optional<Syntax> script) {
    return script.map(s -> isIndex(s) ? INDEX : SyntaxPrinter.print(s)).orElse("");
  }

  private static boolean isIndex(Syntax script) {
    return switch (script) {
      case Syntax.Name n -> n.accents().isEmpty();
      case Syntax.Group g -> g.items().size() == 1 && isIndex(g.items().getFirst());
      case Syntax.Terms t -> true;
      case Syntax.Product p -> true;
      case Syntax.Sequence s -> true;
      case Syntax.Scripted s -> true;
      default -> false;
    };
  }

  /** Refuses what mentions one of these names. */
  static void check(Syntax syntax, List<Refused> refused) {
    Written.of(syntax)
        .filter(w -> refused.stream().anyMatch(r -> r.matches(w)))
        .ifPresent(w -> fail(w.base().key(), syntax.span()));
    Definitions.below(syntax).forEach(part -> check(part, refused));
  }

  /** Whether a formula mentions one of some names. */
  static boolean mentions(Syntax syntax, List<Refused> names) {
    return Written.of(syntax).filter(w -> names.stream().anyMatch(r -> r.matches(w))).isPresent()
        || Definitions.below(syntax).stream().anyMatch(part -> mentions(part, names));
  }

  static void check(Clause clause, List<Refused> refused) {
    if (!refused.isEmpty()) {
      clause.first().ifPresent(first -> check(first, refused));
      clause.links().forEach(link -> check(link.operand(), refused));
    }
  }

  /** What stands high on a name may be a power or a transpose of it. */
  private boolean matches(Written w) {
    String above = script(w.sup());
    return equals(ANY)
        || (key.equals(w.base().key())
            && primes <= w.primes()
            && matches(sub, script(w.sub()))
            && (matches(sup, above)
                || (sup.isEmpty() && (above.equals(INDEX) || isNumber(above)))));
  }

  /** An index may stand for any number, a number for itself alone. */
  private static boolean matches(String script, String other) {
    return script.equals(other) || (script.equals(INDEX) && isNumber(other));
  }

  private static boolean isNumber(String script) {
    return script.matches("[0-9]+");
  }

  private static void fail(String name, Span span) {
    throw lost(name, span);
  }

  /** That a name is used of which nobody knows what it is, for a reason that is told elsewhere. */
  static Misread lost(String name, Span span) {
    return new Misread(
        ProblemId.REFUSED_ENTRY,
        span,
        "`" + name + "` is used here, and what says what it is could not be read",
        "mend that first");
  }
}
