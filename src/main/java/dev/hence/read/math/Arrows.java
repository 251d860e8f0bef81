package dev.hence.read.math;

import dev.hence.read.math.Syntax.Link;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells arrows that separate statements from arrows that say where something tends. */
final class Arrows {
  private Arrows() {}

  /** Notes that a relation is {@code =:}, which names what stands before it. */
  static final String NAMES = "=:";

  /** {@code a = b =: c} says that a = b, and c := b. */
  static List<Clause> named(Clause clause) {
    List<Clause> clauses = new ArrayList<>();
    Optional<Syntax> before = clause.first();
    Optional<Syntax> first = clause.first();
    List<Link> links = new ArrayList<>();
    Separator separator = clause.separator();
    for (Link link : clause.links()) {
      if (link.note().equals(NAMES) && before.isPresent()) {
        if (!links.isEmpty()) {
          clauses.add(part(separator, first, links));
          separator = Separator.COMMA;
        }
        Link definition = new Link(Relation.DEFINES, "", link.sign(), before.get());
        clauses.add(part(separator, Optional.of(link.operand()), List.of(definition)));
        separator = Separator.COMMA;
        first = Optional.of(link.operand());
        links = new ArrayList<>();
      } else {
        links.add(link);
      }
      before = Optional.of(link.operand());
    }
    if (!links.isEmpty() || clauses.isEmpty()) {
      clauses.add(clauses.isEmpty() ? clause : part(separator, first, links));
    }
    return clauses;
  }

  /** Cuts a chain at each arrow that has a complete relation on either side. */
  static List<Clause> split(Clause clause) {
    List<Clause> clauses = new ArrayList<>();
    Separator separator = clause.separator();
    Optional<Syntax> first = clause.first();
    List<Link> links = new ArrayList<>();
    List<Link> all = clause.links();
    for (int i = 0; i < all.size(); i++) {
      Link link = all.get(i);
      boolean leads = first.isEmpty() && links.isEmpty();
      if (link.relation() == Relation.TENDS_TO
          && (leads || !links.isEmpty())
          && relates(all, i + 1)) {
        if (!leads) {
          clauses.add(part(separator, first, links));
        }
        separator = Separator.IMPLIES;
        first = Optional.of(link.operand());
        links = new ArrayList<>();
      } else {
        links.add(link);
      }
    }
    clauses.add(part(separator, first, links));
    return clauses;
  }

  /** Whether the statement that begins with a link's operand has a relation of its own. */
  private static boolean relates(List<Link> links, int next) {
    return next < links.size() && links.get(next).relation() != Relation.TENDS_TO;
  }

  private static Clause part(Separator separator, Optional<Syntax> first, List<Link> links) {
    Span span = first.map(Syntax::span).orElseGet(() -> links.get(0).sign());
    for (Link link : links) {
      span = span.to(link.operand().span());
    }
    return new Clause(separator, first, links, List.of(), span);
  }
}
