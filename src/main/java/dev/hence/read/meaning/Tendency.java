package dev.hence.read.meaning;

import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.List;

/**
 * Where something goes: {@code \eta \to 0}, {@code h \downarrow 0}, {@code T \to \infty}.
 *
 * @param target what stands behind the arrow, its signs of a side included
 * @param note what stands over or beside the arrow
 */
record Tendency(Syntax parameter, Syntax target, String note, Span span) {
  /** Notes of arrows that say from which side. */
  static final String DOWN = "\\downarrow";

  static final String UP = "\\uparrow";

  /** All that a statement of nothing else says. */
  static List<Tendency> of(Clause clause) {
    return clause.first().map(first -> of(first, clause.links())).orElse(List.of());
  }

  /** What stands under a limit: {@code x \to a}. */
  static List<Tendency> under(Syntax lower) {
    return lower instanceof Syntax.Chain chain ? of(chain.first(), chain.links()) : List.of();
  }

  /** What stands over an arrow. */
  static List<Tendency> over(String note) {
    if (note.isBlank()) {
      return List.of();
    }
    Problems unread = new Problems();
    return MathParser.parseEntry(MathText.of(note), unread)
        .filter(clauses -> clauses.size() == 1)
        .map(clauses -> of(clauses.getFirst()))
        .orElse(List.of());
  }

  /**
   * Whether a statement says where something goes, as far as can be seen without its meaning. One
   * that is itself said of a limit, {@code \theta_T \to 0 \quad (T \to \infty)}, claims it.
   */
  static boolean isSaid(Clause clause) {
    return !of(clause).isEmpty()
        && of(clause).stream().allMatch(t -> t.isOfName() && t.hasPlainTarget())
        && clause.conditions().stream()
            .flatMap(condition -> condition.clauses().stream())
            .allMatch(said -> of(said).isEmpty());
  }

  private boolean isOfName() {
    return Written.of(parameter).isPresent();
  }

  /** A number, infinity, or a name: no formula. */
  private boolean hasPlainTarget() {
    Syntax value = target;
    if (value instanceof Syntax.Terms t && t.terms().size() == 1) {
      value = t.terms().getFirst().value();
    }
    if (value instanceof Syntax.Scripted s && s.base() instanceof Syntax.Numeral) {
      return true;
    }
    return value instanceof Syntax.Numeral
        || value instanceof Syntax.Infinity
        || Written.of(value).isPresent();
  }

  private static List<Tendency> of(Syntax first, List<Syntax.Link> links) {
    if (links.size() != 1 || links.getFirst().relation() != Relation.TENDS_TO) {
      return List.of();
    }
    Syntax.Link link = links.getFirst();
    return Clause.items(first).stream().map(p -> of(p, link)).toList();
  }

  /** That a size goes to 0 says that what has it does. */
  private static Tendency of(Syntax parameter, Syntax.Link link) {
    boolean small = link.operand() instanceof Syntax.Numeral n && n.value().signum() == 0;
    Syntax moves =
        switch (parameter) {
          case Syntax.Absolute a when small -> a.body();
          case Syntax.Norm n when small -> n.body();
          default -> parameter;
        };
    Span span = parameter.span();
    return new Tendency(
        moves,
        link.operand(),
        link.note(),
        span.start() <= link.operand().span().start() ? span.to(link.operand().span()) : span);
  }
}
