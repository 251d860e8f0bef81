package dev.hence.freeze;

import dev.hence.claim.Derivation;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes down one document as it was understood: a line for each problem and each default, and for
 * each statement its sides and the part of its scope that it can reach. A declaration or definition
 * is written out where it is first reached and named afterwards, until it changes.
 */
final class Understood {
  private final Derivation derivation;
  private final SourceText source;
  private final Map<String, String> written = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Understood(Derivation derivation) {
    this.derivation = derivation;
    this.source = derivation.source();
  }

  /** The lines of one document; those of a statement behind its first are indented. */
  static List<String> lines(Derivation derivation) {
    return new Understood(derivation).lines();
  }

  private List<String> lines() {
    for (Problem problem : derivation.problems()) {
      lines.add("problem " + problem.id().code() + " " + place(problem.span()));
    }
    derivation.assumptions().forEach(a -> lines.add("default " + a));
    derivation.statements().forEach(this::statement);
    return lines;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Step s -> {
        head(s, "step " + ValueText.of(s.kind()));
        field("left", s.left());
        field(s.relation().text(), s.right());
        s.conditions().forEach(c -> field("if", c));
        s.horizon().ifPresent(h -> field("until", h));
        s.approach().ifPresent(a -> field("approach", a));
        s.otherwise().ifPresent(o -> field("otherwise", o));
        if (s.round().isPresent()) {
          field("round", s.round());
        }
        if (!s.trial().entries().isEmpty()) {
          field("try", s.trial());
        }
        if (s.expected().refuted()) {
          field("expected", s.expected());
        }
        s.notes().forEach(n -> field("note", n));
        scope(s, s.scope());
      }
      case Statement.Given g -> {
        head(g, "given " + g.what());
        field("left", g.left());
        field("right", g.right());
        scope(g, g.scope());
      }
      case Statement.NoStatement n -> head(n, "none " + n.why());
      case Statement.Unread u ->
          head(u, "unread " + u.problem().id().code() + " " + place(u.problem().span()));
    }
  }

  private void head(Statement s, String what) {
    String label = s.label().map(l -> " [" + l + "]").orElse("");
    lines.add(
        "statement " + s.id() + label + " " + place(s.span()) + " " + what.replace('\n', ' '));
  }

  private void field(String name, Object value) {
    lines.add("  " + name + ": " + ValueText.of(value).replace('\n', ' '));
  }

  private void scope(Statement statement, Scope scope) {
    Map<String, Object> facts = facts(scope);
    Set<String> reached = new HashSet<>();
    Set<String> words = new HashSet<>();
    ValueText.words(statementWithoutScope(statement), words);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Map.Entry<String, Object> fact : facts.entrySet()) {
        if (isReached(fact.getKey(), words) && reached.add(fact.getKey())) {
          ValueText.words(fact.getValue(), words);
          grows = true;
        }
      }
    }
    List<String> known = new ArrayList<>();
    facts.forEach(
        (key, value) -> {
          if (reached.contains(key)) {
            fact(key, ValueText.of(value), known);
          }
        });
    if (!known.isEmpty()) {
      lines.add("  as before: " + String.join("; ", known));
    }
  }

  private void fact(String key, String text, List<String> known) {
    if (text.equals(written.put(key, text))) {
      known.add(key);
    } else {
      lines.add("  " + key + ": " + text.replace('\n', ' '));
    }
  }

  private static Map<String, Object> facts(Scope scope) {
    Map<String, Object> facts = new LinkedHashMap<>();
    scope.variables().forEach((k, v) -> facts.put("let " + k, v));
    scope.functions().forEach((k, v) -> facts.put("let function " + k, v));
    scope.ranges().forEach((k, v) -> facts.put("let index " + k, v));
    scope.definitions().forEach((k, v) -> facts.put("definition " + k, v));
    scope.dynamics().ifPresent(d -> facts.put("dynamics", d));
    if (!scope.assumptions().isEmpty()) {
      facts.put("assumed", scope.assumptions());
    }
    return facts;
  }

  /** The dynamics and what is assumed concern every statement, a name those that reach it. */
  private static boolean isReached(String key, Set<String> words) {
    if (key.equals("dynamics") || key.equals("assumed")) {
      return true;
    }
    String name = key.replaceFirst("^(let function|let index|let|definition) ", "");
    return words.contains(name.replaceFirst("#[0-9]+$", ""));
  }

  private static List<Object> statementWithoutScope(Statement statement) {
    return ValueText.parts((Record) statement).stream()
        .filter(part -> !(part instanceof Scope))
        .toList();
  }

  private String place(Span span) {
    return source.position(span.start()) + "-" + source.position(span.end());
  }
}
