package dev.hence.proof;

import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Integers in place of letters. What speaks of none of the letters is not made anew, so that the
 * comparisons that tell it meet the very same objects.
 */
final class Substituting {
  private Substituting() {}

  /**
   * The term with integers in place of free letters; itself if it speaks of none of them.
   *
   * @throws Refused if a binder would catch a letter of one of them
   */
  static Term in(Term term, Map<String, Size> values) {
    if (values.isEmpty()) {
      return term;
    }
    Term own = here(term, values);
    List<Term> parts = Terms.children(own);
    List<Term> changed = new ArrayList<>(parts.size());
    for (int k = 0; k < parts.size(); k++) {
      changed.add(in(parts.get(k), under(Terms.binds(own, k), values, parts.get(k))));
    }
    return changed.equals(parts) ? own : Terms.rebuilt(own, changed);
  }

  /** Each changed; the list itself if none is. */
  private static <P> List<P> each(List<P> parts, UnaryOperator<P> change) {
    if (parts.isEmpty()) {
      return parts;
    }
    List<P> changed = new ArrayList<>(parts.size());
    for (P part : parts) {
      changed.add(change.apply(part));
    }
    return changed.equals(parts) ? parts : List.copyOf(changed);
  }

  private static Map<String, Size> under(List<Letter> bound, Map<String, Size> values, Term body) {
    if (bound.isEmpty()) {
      return values;
    }
    Map<String, Size> inside = new HashMap<>(values);
    bound.forEach(l -> inside.remove(l.name()));
    inside.keySet().removeIf(name -> !Terms.speaksOf(body, name));
    for (Letter l : bound) {
      if (inside.values().stream().anyMatch(s -> s.speaksOf(l.name()))) {
        throw new Refused(Refused.Reason.CAPTURE, "the bound letter " + l.name());
      }
    }
    return inside;
  }

  private static List<Size> all(List<Size> sizes, Map<String, Size> values) {
    return each(sizes, s -> s.with(values));
  }

  /** The integers of the node itself replaced; ranges of letters it binds lie outside of them. */
  private static Term here(Term term, Map<String, Size> values) {
    return switch (term) {
      case Term.Whole w -> {
        Size value = w.value().with(values);
        yield value.equals(w.value()) ? w : new Term.Whole(value);
      }
      case Term.Variable v -> here(v, values);
      case Term.Delta d -> {
        Size left = d.left().with(values);
        Size right = d.right().with(values);
        yield left.equals(d.left()) && right.equals(d.right()) ? d : new Term.Delta(left, right);
      }
      case Term.Below b -> {
        Size left = b.left().with(values);
        Size right = b.right().with(values);
        yield left.equals(b.left()) && right.equals(b.right()) ? b : new Term.Below(left, right);
      }
      case Term.Function f -> here(f, values);
      case Term.Over o -> {
        Letter letter = o.letter().with(values);
        yield letter.equals(o.letter()) ? o : new Term.Over(letter, o.body());
      }
      case Term.Derivative d when d.target() instanceof Term.Entry e -> {
        Term.Variable variable = here(e.variable(), values);
        yield variable.equals(e.variable())
            ? d
            : new Term.Derivative(d.body(), new Term.Entry(variable));
      }
      case Term.Let l -> {
        List<Letter> letters = each(l.letters(), x -> x.with(values));
        yield letters.equals(l.letters())
            ? l
            : new Term.Let(l.name(), l.copy(), letters, l.value(), l.body());
      }
      default -> term;
    };
  }

  private static Term.Variable here(Term.Variable v, Map<String, Size> values) {
    List<Size> indices = all(v.indices(), values);
    List<Size> entry = all(v.entry(), values);
    return indices.equals(v.indices()) && entry.equals(v.entry())
        ? v
        : new Term.Variable(v.name(), v.copy(), indices, entry, v.time());
  }

  private static Term.Function here(Term.Function f, Map<String, Size> values) {
    List<Size> indices = all(f.indices(), values);
    List<Term.Partial> partials = each(f.partials(), p -> here(p, values));
    List<Term.Argument> arguments = each(f.arguments(), a -> here(a, values));
    List<Size> entry = all(f.entry(), values);
    boolean same =
        indices.equals(f.indices())
            && partials.equals(f.partials())
            && arguments.equals(f.arguments())
            && entry.equals(f.entry());
    return same ? f : new Term.Function(f.name(), indices, partials, arguments, entry);
  }

  private static Term.Partial here(Term.Partial p, Map<String, Size> values) {
    List<Size> entry = all(p.entry(), values);
    return entry.equals(p.entry()) ? p : new Term.Partial(p.slot(), entry);
  }

  private static Term.Argument here(Term.Argument a, Map<String, Size> values) {
    List<Letter> letters = each(a.letters(), l -> l.with(values));
    return letters.equals(a.letters()) ? a : new Term.Argument(letters, a.body());
  }
}
