package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares the names of {@code x \sim …}, where nothing else does, and remembers their laws. */
final class RandomNames {
  private final Context context;
  private final Span span;

  RandomNames(Context context, Span span) {
    this.context = context;
    this.span = span;
  }

  /**
   * The scope in which the name is declared.
   *
   * @throws Misread if it cannot be
   */
  Scope declare(Pattern pattern, Syntax law) {
    Name name = pattern.name();
    int indices = pattern.indices().size();
    Scope scope = context.scope();
    if (indices == 0 && context.isLetter(name.latex())) {
      return drawn(scope, name, List.of(), law);
    }
    Optional<Shape> whole = context.variable(name, 0).map(Declaration.Variable::shape);
    if (context.variable(name, indices).isPresent()) {
      boolean entries =
          whole.filter(s -> indices == 0 && !s.isScalar()).isPresent()
              && new Laws(context).isOfEntries(law);
      return entries
          ? entrywise(name, whole.get(), fresh(whole.get()), law)
          : drawn(scope, name, pattern.indices(), law);
    }
    if (whole.isPresent() && indices > 0) {
      requireEntries(pattern, whole.get());
      return entrywise(name, whole.get(), pattern.indices(), law);
    }
    return undeclared(pattern, law);
  }

  private Scope drawn(Scope scope, Name name, List<String> letters, Syntax law) {
    context.ledger().draws().add(new Draws.Draw(name, letters, law));
    return scope;
  }

  private List<String> fresh(Shape shape) {
    return new Entrywise(context).fresh(shape, List.of());
  }

  private void requireEntries(Pattern pattern, Shape whole) {
    List<Range> entries = Entrywise.ranges(whole);
    List<Range> ranges =
        pattern.indices().stream().flatMap(l -> context.range(l).stream()).toList();
    if (!ranges.equals(entries)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          "the indices do not run over the entries of " + pattern.name(),
          "declare their ranges so that they do");
    }
  }

  /** The entries are drawn, each by itself; the whole is made of them. */
  private Scope entrywise(Name name, Shape shape, List<String> letters, Syntax law) {
    List<Range> ranges = Entrywise.ranges(shape);
    Scope scope = context.scope().without(name.key(0));
    for (int k = 0; k < letters.size(); k++) {
      if (context.range(letters.get(k)).isEmpty()) {
        scope = scope.with(new Declaration.IndexRange(letters.get(k), ranges.get(k), span));
      }
    }
    Domain domain = new Laws(context).domain(law);
    scope = scope.with(new Declaration.Variable(name, letters, Shape.SCALAR, domain, false, span));
    List<Expr> indices = letters.stream().<Expr>map(Expr.Index::new).toList();
    Expr member = new Expr.Ref(name, indices, Shape.SCALAR);
    Expr whole = new Expr.Family(letters, ranges, member, shape);
    context.ledger().note(name + " is made of its entries, which are drawn one by one");
    return drawn(
        scope.with(new Definition(name, Lambda.constant(whole), shape, span)), name, letters, law);
  }

  /** A letter where the law is a choice by probabilities, else a variable shaped by its law. */
  private Scope undeclared(Pattern pattern, Syntax law) {
    Name name = pattern.name();
    Laws laws = new Laws(inside(pattern));
    Optional<Range> range = pattern.indices().isEmpty() ? laws.ownRange(law) : Optional.empty();
    if (range.isPresent()) {
      return drawn(
          context.scope().with(new Declaration.IndexRange(name.latex(), range.get(), span)),
          name,
          List.of(),
          law);
    }
    Law read = laws.value(law, Optional.empty(), Optional.empty());
    Scope scope =
        context
            .scope()
            .with(
                new Declaration.Variable(
                    name, pattern.indices(), read.shape(), laws.domain(law), false, span));
    return drawn(scope, name, pattern.indices(), law);
  }

  private Context inside(Pattern pattern) {
    Context here = context;
    for (String letter : new ArrayList<>(pattern.indices())) {
      here = here.withLetter(letter, context.range(letter).orElseThrow());
    }
    return here;
  }
}
