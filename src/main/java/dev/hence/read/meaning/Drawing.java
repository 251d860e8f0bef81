package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.SyntaxPrinter;
import dev.hence.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Over what one mean is taken: what its subscript names, or without one, all random names that its
 * body depends on.
 */
final class Drawing {
  private final Context outside;
  private final boolean all;
  private final List<Chosen> chosen = new ArrayList<>();
  private final List<Syntax> distributions = new ArrayList<>();
  private Context inside;

  Drawing(Context context, Optional<Syntax> sub) {
    this.outside = context;
    this.inside = context;
    this.all = sub.isEmpty();
    List<Syntax> waiting = new ArrayList<>();
    for (Syntax item : Means.items(sub)) {
      if (item instanceof Syntax.Chain chain) {
        Syntax law = law(chain);
        waiting.forEach(name -> choose(name, Optional.of(law)));
        waiting.clear();
        choose(chain.first(), Optional.of(law));
      } else {
        waiting.add(item);
      }
    }
    waiting.forEach(name -> choose(name, Optional.empty()));
  }

  private static Syntax law(Syntax.Chain chain) {
    if (chain.links().size() != 1 || chain.links().getFirst().relation() != Relation.DISTRIBUTED) {
      throw Formulas.unsupported(chain, "this subscript of a mean");
    }
    return chain.links().getFirst().operand();
  }

  // The subscript

  private void choose(Syntax item, Optional<Syntax> written) {
    boolean alone =
        written.isEmpty()
            && Pieces.any(item, Syntax.Placeholder.class::isInstance)
            && outside.ledger().draws().all().stream().anyMatch(d -> isSame(d.law(), item));
    if (alone) {
      distributions.add(item);
      return;
    }
    Written w =
        Written.of(item)
            .filter(x -> x.sup().isEmpty())
            .orElseThrow(() -> Formulas.unsupported(item, "this subscript of a mean"));
    Pattern pattern =
        Pattern.of(item, outside)
            .filter(p -> p.parameters().isEmpty())
            .orElse(new Pattern(w.primed(), List.of(), List.of(), List.of()));
    if (written.isEmpty() && chooseDeclared(pattern, item)) {
      return;
    }
    Syntax law = written.orElseThrow(() -> undrawn(item));
    if (isLetter(pattern, law)) {
      letter(pattern.name().latex(), Optional.of(law), item);
    } else {
      chosen.add(value(new Draws.Draw(pattern.name(), pattern.indices(), law), item.span()));
    }
  }

  /** A name whose law is known, a letter, or a law that the names of the body are drawn by. */
  private boolean chooseDeclared(Pattern pattern, Syntax item) {
    Draws draws = outside.ledger().draws();
    Optional<Draws.Draw> draw = draws.of(pattern.name(), pattern.indices().size());
    if (draw.isPresent()) {
      add(draw.get(), item.span());
      return true;
    }
    boolean plain = pattern.indices().isEmpty();
    if (plain && outside.isLetter(pattern.name().latex())) {
      letter(pattern.name().latex(), Optional.empty(), item);
      return true;
    }
    List<Draws.Draw> family = draws.of(pattern.name());
    if (plain && family.size() == 1) {
      add(family.getFirst(), item.span());
      return true;
    }
    boolean law = draws.all().stream().anyMatch(d -> isSame(d.law(), item));
    if (law) {
      distributions.add(item);
    }
    return law;
  }

  private static boolean isSame(Syntax law, Syntax item) {
    return key(head(law)).isPresent() && key(head(law)).equals(key(head(item)));
  }

  /** π of {@code \pi(\cdot)}. */
  private static Syntax head(Syntax law) {
    return law instanceof Syntax.Product p && Pieces.any(p, Syntax.Placeholder.class::isInstance)
        ? p.factors().getFirst().value()
        : law;
  }

  private static Optional<Name> key(Syntax syntax) {
    return Written.of(syntax).flatMap(w -> Written.labelled(w.primed(), w.sub(), w.sup()));
  }

  private static Misread undrawn(Syntax item) {
    return new Misread(
        ProblemId.UNKNOWN_NAME,
        item.span(),
        "nothing says how this is drawn",
        "write \\mathbb{E}_{x \\sim p}, or add x \\sim p to `let`");
  }

  private boolean isLetter(Pattern pattern, Syntax law) {
    String letter = pattern.name().latex();
    boolean free = !outside.knows(pattern.name(), 0) && new Laws(outside).isOfNumbers(law);
    boolean index =
        outside.isLetter(letter)
            || (!outside.knows(pattern.name(), 0)
                && (!free || new Laws(outside).range(law).isPresent()));
    return pattern.indices().isEmpty() && index;
  }

  private void letter(String letter, Optional<Syntax> law, Syntax at) {
    Range range =
        outside
            .range(letter)
            .or(() -> law.flatMap(l -> new Laws(outside).ownRange(l)))
            .orElseThrow(
                () ->
                    new Misread(
                        ProblemId.UNKNOWN_NAME,
                        at.span(),
                        "nothing says over which range " + letter + " runs",
                        "add " + letter + " = 1, \\dots, N to `let`"));
    Optional<Expr> weight = law.flatMap(l -> new Laws(outside).weight(l, letter, range));
    chosen.add(new Chosen.Letter(letter, range, weight));
    inside = inside.withLetter(letter, range);
    if (weight.isEmpty()) {
      outside.ledger().note("the mean over " + letter + " is over all its values alike");
    }
  }

  // Names and their laws

  private void add(Draws.Draw draw, Span span) {
    String letter = draw.name().latex();
    if (draw.indices().isEmpty() && outside.isLetter(letter)) {
      Range range = outside.range(letter).orElseThrow();
      chosen.add(
          new Chosen.Letter(letter, range, new Laws(outside).weight(draw.law(), letter, range)));
    } else {
      chosen.add(value(draw, span));
    }
  }

  private Chosen value(Draws.Draw draw, Span span) {
    Name name = draw.name();
    int indices = draw.indices().size();
    if (outside.definition(name, indices).isPresent()) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          name + " has a formula, so that its law is known",
          "take the mean over what its formula is made of");
    }
    Optional<Declaration.Variable> variable = outside.variable(name, indices);
    Optional<Shape> shape =
        indices == 0 && outside.locals().containsKey(name)
            ? Optional.of(outside.locals().get(name))
            : variable.map(Declaration.Variable::shape);
    Optional<Range> labels =
        variable
            .map(Declaration.Variable::domain)
            .flatMap(d -> d instanceof Domain.Labels l ? Optional.of(l.range()) : Optional.empty());
    Context here = outside;
    List<Range> ranges = new ArrayList<>();
    for (String letter : draw.indices()) {
      Range range = outside.range(letter).orElseThrow();
      ranges.add(range);
      here = here.withLetter(letter, range);
    }
    Law law = new Laws(here).value(draw.law(), shape, labels);
    if (indices == 0 && variable.isEmpty()) {
      inside = inside.withLocal(name, law.shape());
    }
    note(draw, here);
    return new Chosen.Value(name, draw.indices(), ranges, law);
  }

  private void note(Draws.Draw draw, Context here) {
    String members = draw.indices().isEmpty() ? "" : ", each member independently of the others";
    // In a sentence fences have one size.
    String law = SyntaxPrinter.print(draw.law()).replaceAll("\\\\(left|right)(?![A-Za-z])\\s*", "");
    outside
        .ledger()
        .note(draw.name() + " \\sim " + law + " " + new Laws(here).sentence(draw.law()) + members);
  }

  // The mean

  /** The formula whose mean is taken. */
  Expr body(Syntax syntax) {
    return new Formulas(inside).expr(syntax);
  }

  /** The mean of a body, over what it depends on where nothing is named. */
  Expr mean(Expr body, Span span) {
    List<Chosen> over = over(body, span);
    Dependence reach = new Dependence(outside.scope());
    Expr result = body;
    while (!over.isEmpty()) {
      Chosen next =
          over.stream()
              .filter(c -> over.stream().noneMatch(o -> !o.equals(c) && leadsTo(o, c, reach)))
              .findFirst()
              .orElse(over.getFirst());
      over.remove(next);
      result = next.mean(result);
    }
    return result;
  }

  /** Whether the law of one speaks of another, which is drawn first. */
  private static boolean leadsTo(Chosen one, Chosen other, Dependence reach) {
    return one.law().stream().anyMatch(part -> other.isIn(part, reach));
  }

  private List<Chosen> over(Expr body, Span span) {
    List<Chosen> over = new ArrayList<>(chosen);
    if (all || !distributions.isEmpty()) {
      Dependence reach = new Dependence(outside.scope());
      List<Expr> parts = withSteps(body, reach);
      for (Draws.Draw draw : outside.ledger().draws().all()) {
        if (parts.stream().anyMatch(part -> isMentioned(draw, part, reach)) && isWanted(draw)) {
          over.add(single(draw, span));
        }
      }
      addLawsOf(over, reach, span);
    }
    if (over.isEmpty()) {
      throw new Misread(
          ProblemId.UNKNOWN_NAME,
          span,
          "nothing in this mean is random",
          "say how it is drawn: write \\mathbb{E}_{x \\sim p}, or add x \\sim p to `let`");
    }
    return over;
  }

  /** A formula, and what the steps say that make the iterates in it, and those in these. */
  private List<Expr> withSteps(Expr body, Dependence reach) {
    SequencedSet<Expr> all = new LinkedHashSet<>(List.of(body));
    Deque<Expr> open = new ArrayDeque<>(all);
    while (!open.isEmpty()) {
      reach.any(
          open.pop(),
          e -> {
            if (e instanceof Expr.Ref r) {
              outside
                  .definition(dev.hence.read.iteration.Step.next(r.name()), r.indices().size())
                  .map(step -> step.lambda().body())
                  .filter(all::add)
                  .ifPresent(open::push);
            }
            return false;
          });
    }
    return List.copyOf(all);
  }

  private boolean isWanted(Draws.Draw draw) {
    return all || distributions.stream().anyMatch(d -> isSame(draw.law(), d));
  }

  private boolean isMentioned(Draws.Draw draw, Expr body, Dependence reach) {
    boolean letter = draw.indices().isEmpty() && outside.isLetter(draw.name().latex());
    return letter
        ? Binders.mentionsFree(body, draw.name().latex())
        : reach.depends(body, draw.name());
  }

  private Chosen single(Draws.Draw draw, Span span) {
    int before = chosen.size();
    add(draw, span);
    return chosen.remove(before);
  }

  /** What the laws themselves depend on is random too. */
  private void addLawsOf(List<Chosen> over, Dependence reach, Span span) {
    for (int k = 0; k < over.size() && all; k++) {
      for (Draws.Draw draw : outside.ledger().draws().all()) {
        boolean needed =
            over.get(k).law().stream().anyMatch(part -> isMentioned(draw, part, reach));
        Chosen other = needed ? single(draw, span) : over.get(k);
        if (needed && !over.contains(other)) {
          over.add(other);
        }
      }
    }
  }

  /** The mean inside a variance: its index letters are others than those around it. */
  Expr inner(Expr body, Span span) {
    List<Chosen> over = over(body, span);
    Expr renamed = body;
    List<String> letters =
        over.stream()
            .flatMap(
                c ->
                    c instanceof Chosen.Letter l
                        ? List.of(l.letter()).stream()
                        : List.<String>of().stream())
            .toList();
    Expr mean = mean(renamed, span);
    return letters.isEmpty() ? mean : renamed(mean, letters);
  }

  private static Expr renamed(Expr mean, List<String> letters) {
    return Trees.map(
        mean,
        e ->
            switch (e) {
              case Expr.Index i when letters.contains(i.letter()) ->
                  new Expr.Index(i.letter() + "'");
              case Expr.Sum s when letters.contains(s.letter()) ->
                  new Expr.Sum(s.fold(), s.letter() + "'", s.range(), s.conditions(), s.body());
              default -> e;
            });
  }
}
