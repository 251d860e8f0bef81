package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** Declares the names of {@code x \sim …}, where nothing else does, and remembers their laws. */
public final class RandomNames {
  /** What is known of names once one of them is drawn. */
  public record Drawn(Scope scope, Draw draw) {}

  private final Context context;
  private final LeftSide side;
  private final Tree law;
  private final Span span;

  private RandomNames(Context context, LeftSide side, Tree law, Span span) {
    this.context = context;
    this.side = side;
    this.law = law;
    this.span = span;
  }

  /** The range that a law gives to a letter which nothing else declares. */
  public static Optional<Declaration.IndexRange> range(
      Tree name, Tree law, Context context, Span span) {
    return Names.bare(name)
        .filter(n -> !context.knows(n, 0) && !context.isLetter(n.latex()))
        .flatMap(
            n ->
                LawForm.of(law, context)
                    .range(context)
                    .map(r -> new Declaration.IndexRange(n.latex(), r, span)));
  }

  /** What a name is and how it is drawn. */
  public static Outcome<Drawn> of(Tree name, Tree law, Context context, Span span) {
    Optional<LeftSide> side = LeftSide.of(name, context).filter(s -> s.slots().isEmpty());
    return side.isEmpty()
        ? refused(new Refusal.NoMeaning(name.span(), "how this is drawn"))
        : new RandomNames(context, side.get(), law, span).declared();
  }

  private static Outcome<Drawn> refused(Refusal refusal) {
    return new Outcome.Refused<>(List.of(refusal));
  }

  private Outcome<Drawn> declared() {
    Name name = side.name();
    int indices = side.indices().size();
    if (indices == 0 && context.isLetter(name.latex())) {
      return drawn(context.scope(), side.indices());
    }
    Optional<Shape> whole =
        context.variable(name, 0).map(Declaration.Variable::shape).filter(s -> !s.isScalar());
    if (context.variable(name, indices).isPresent()) {
      boolean entries = whole.isPresent() && indices == 0 && LawForm.of(law, context).isOfEntries();
      return entries
          ? entrywise(whole.get(), new Entrywise(context).fresh(whole.get(), List.of()))
          : drawn(context.scope(), side.indices());
    }
    return whole.isPresent() && indices > 0 ? ofEntries(whole.get()) : undeclared();
  }

  private Outcome<Drawn> drawn(Scope scope, List<String> letters) {
    return new Outcome.Read<>(new Drawn(scope, new Draw(side.name(), letters, law)), List.of());
  }

  private Outcome<Drawn> ofEntries(Shape whole) {
    List<Range> ranges = side.indices().stream().flatMap(l -> context.range(l).stream()).toList();
    return ranges.equals(Entrywise.ranges(whole))
        ? entrywise(whole, side.indices())
        : refused(
            new Refusal.Lawless(
                side.span(), "The indices do not run over the entries of " + side.name() + "."));
  }

  /** The entries are drawn, each by itself; the whole is made of them. */
  private Outcome<Drawn> entrywise(Shape shape, List<String> letters) {
    Name name = side.name();
    List<Range> ranges = Entrywise.ranges(shape);
    Scope scope = context.scope().without(name.key(0));
    for (int k = 0; k < letters.size(); k++) {
      if (context.range(letters.get(k)).isEmpty()) {
        scope = scope.with(new Declaration.IndexRange(letters.get(k), ranges.get(k), span));
      }
    }
    List<Expr> indices = letters.stream().<Expr>map(Expr.Index::new).toList();
    Expr member = new Expr.Ref(name, indices, Shape.SCALAR);
    Lambda whole = Lambda.constant(new Expr.Family(letters, ranges, member, shape));
    return drawn(
        scope.with(variable(letters, Shape.SCALAR)).with(new Definition(name, whole, shape, span)),
        letters);
  }

  private Declaration.Variable variable(List<String> letters, Shape shape) {
    return new Declaration.Variable(
        side.name(), letters, shape, new Laws(reader(), context).domain(law), false, span);
  }

  private static Reading reader() {
    return new Elaborator(new Inference(), new Decisions());
  }

  /** A letter where the law is a choice by probabilities, else a variable shaped by its law. */
  private Outcome<Drawn> undeclared() {
    Optional<Range> range =
        side.indices().isEmpty() ? new Laws(reader(), context).ownRange(law) : Optional.empty();
    if (range.isPresent()) {
      Declaration letter = new Declaration.IndexRange(side.name().latex(), range.get(), span);
      return drawn(context.scope().with(letter), List.of());
    }
    return switch (Elaboration.made(this::task)) {
      case Outcome.Read<Law> r when r.inferred().isEmpty() ->
          drawn(context.scope().with(variable(side.indices(), r.value().shape())), side.indices());
      case Outcome.Read<Law> r ->
          refused(new Refusal.Unknown(law.span(), r.inferred().getFirst().name().latex()));
      case Outcome.Refused<Law> r -> new Outcome.Refused<>(r.refusals());
    };
  }

  private Task<Law> task(Reading reading) {
    Context inside = context;
    for (String letter : side.indices()) {
      inside = inside.withLetter(letter, context.range(letter).orElseThrow());
    }
    Laws.Distribution read =
        new Laws(reading, inside).value(law, Optional.empty(), Optional.empty());
    return new Task<>(List.of(), build -> read.make().apply(build));
  }
}
