package dev.hence.read.role;

import dev.hence.claim.Trial;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.document.TryEntry;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Tree;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What the author wants to be tried: {@code f: [linear, polynomial(3)], N: 3}. */
final class Tries {
  private final SequencedMap<String, Trial.Entry> entries = new LinkedHashMap<>();
  private final List<Refusal> refusals;

  private Tries(List<Refusal> refusals) {
    this.refusals = refusals;
  }

  /** What the header says. */
  static Trial of(List<TryEntry> header, List<Refusal> refusals) {
    Tries tries = new Tries(refusals);
    header.forEach(t -> tries.add(t.name(), values(t.value()), t.value().span()));
    return new Trial(tries.entries);
  }

  /** What a comment says. */
  static Trial of(MathText text, List<Refusal> refusals) {
    Tries tries = new Tries(refusals);
    text.split(',').forEach(tries::item);
    return new Trial(tries.entries);
  }

  private void item(MathText item) {
    int colon = item.text().indexOf(':');
    if (colon < 0) {
      refusals.add(
          told(
              item,
              "`"
                  + item.text().strip()
                  + "` names no value: write f: [linear, polynomial(3)], N: 3."));
      return;
    }
    MathText values = item.slice(colon + 1, item.length()).strip();
    add(item.slice(0, colon).strip(), values(values.text()), item.span());
  }

  private void add(MathText text, List<String> values, Span span) {
    Optional<Name> name = name(text);
    name.ifPresentOrElse(
        n -> entries.put(n.latex(), new Trial.Entry(values, span)),
        () -> refusals.add(told(text, "`" + text.text() + "` is no name.")));
  }

  /** A name as the mathematics writes it, in canonical form. */
  private static Optional<Name> name(MathText text) {
    Tree tree = Parser.entry(new Source(text.text(), text::span)).tree();
    List<Clause> said = Clauses.of(tree);
    return said.size() == 1 && said.getFirst().links().isEmpty()
        ? said.getFirst().first().flatMap(Names::labelled)
        : Optional.empty();
  }

  private static Refusal told(MathText text, String message) {
    return new Refusal.Unparsed(text.span(), ProblemId.BAD_TRY, message);
  }

  private static List<String> values(TryEntry.Value value) {
    return switch (value) {
      case TryEntry.One one -> List.of(one.text().text());
      case TryEntry.Many many -> many.values().stream().map(Tries::text).toList();
    };
  }

  private static String text(TryEntry.Value value) {
    return switch (value) {
      case TryEntry.One one -> one.text().text();
      case TryEntry.Many many -> many.values().stream().map(Tries::text).toList().toString();
    };
  }

  private static List<String> values(String text) {
    boolean list = text.startsWith("[") && text.endsWith("]");
    String inside = list ? text.substring(1, text.length() - 1) : text;
    return MathText.of(inside).split(',').stream()
        .map(MathText::text)
        .map(Tries::unquoted)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() >= 2
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }
}
