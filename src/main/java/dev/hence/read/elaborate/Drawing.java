package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.TreeText;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * Over what one mean is taken: what its subscript names, or without one, all random names that its
 * body depends on.
 */
final class Drawing {
  private final Reading reading;
  private final Context outside;
  private final Span span;
  private final boolean all;
  private final List<Function<Build, Optional<Chosen>>> named = new ArrayList<>();
  private final List<Name> distributions = new ArrayList<>();
  private Context inside;

  Drawing(Reading reading, Context context, Optional<Tree> subscript, Span span) {
    this.reading = reading;
    this.outside = context;
    this.inside = context;
    this.span = span;
    this.all = subscript.isEmpty();
    List<Tree> waiting = new ArrayList<>();
    for (Tree item : subscript.map(Pieces::items).orElse(List.of())) {
      Optional<Joined> drawn = drawn(item);
      waiting.add(drawn.map(j -> j.links().getFirst().operand()).orElse(item));
      if (drawn.isPresent()) {
        Tree law = drawn.get().links().getLast().operand();
        waiting.forEach(name -> choose(name, law));
        waiting.clear();
      }
    }
    waiting.forEach(this::choose);
  }

  /** {@code x \sim p}. */
  static Optional<Joined> drawn(Tree item) {
    return Pieces.plain(item) instanceof Joined j
            && Pieces.isChain(j)
            && j.links().size() == 2
            && Pieces.meaning(j.links().getLast().operator()).equals("sim")
        ? Optional.of(j)
        : Optional.empty();
  }

  /** Where what is drawn is known. */
  Context inside() {
    return inside;
  }

  // The subscript

  /** A name with its law. */
  private void choose(Tree item, Tree law) {
    Optional<LeftSide> side = side(item);
    if (side.isEmpty()) {
      refuse(new Refusal.NoMeaning(item.span(), "this below a mean"));
    } else if (isLetter(side.get(), law)) {
      letter(side.get(), Optional.of(law));
    } else {
      value(side.get(), law);
    }
  }

  private Optional<LeftSide> side(Tree item) {
    return LeftSide.of(item, outside).filter(s -> s.slots().isEmpty());
  }

  private void refuse(Refusal refusal) {
    reading.inference().refuse(refusal);
  }

  private boolean isLetter(LeftSide side, Tree law) {
    LawForm form = LawForm.of(law, outside);
    boolean isNew = !outside.knows(side.name(), 0);
    boolean choice = !form.isOfNumbers() || form.range(outside).isPresent();
    return side.indices().isEmpty() && (outside.isLetter(side.name().latex()) || (isNew && choice));
  }

  private void letter(LeftSide side, Optional<Tree> law) {
    String letter = side.name().latex();
    Laws laws = new Laws(reading, outside);
    Optional<Range> range = outside.range(letter).or(() -> law.flatMap(laws::ownRange));
    if (range.isEmpty()) {
      refuse(new Refusal.Unranged(side.span(), letter));
      return;
    }
    Optional<Typed> weight = law.flatMap(l -> laws.weight(l, letter, range.get()));
    if (weight.isEmpty()) {
      reading.inference().take("the mean over " + letter + " is over all its values alike");
    }
    inside = inside.withLetter(letter, range.get());
    named.add(
        build ->
            Optional.of(
                new Chosen.Letter(letter, range.get(), weight.map(w -> w.draft().build(build)))));
  }

  private void value(LeftSide side, Tree law) {
    Draw draw = new Draw(side.name(), side.indices(), law);
    formula(draw).ifPresent(this::refuse);
    Optional<Type> declared = declared(draw);
    Laws.Distribution read = distribution(draw, reading, outside);
    if (declared.isEmpty()) {
      inside = inside.withLocal(draw.name(), read.type().outcome());
    }
    named.add(build -> Optional.of(chosen(draw, read, build)));
  }

  private Optional<Type> declared(Draw draw) {
    return declared(draw, outside);
  }

  private static Optional<Type> declared(Draw draw, Context context) {
    int indices = draw.indices().size();
    return context.variable(draw.name(), indices).isPresent()
            || (indices == 0 && context.locals().containsKey(draw.name()))
        ? Optional.of(context.type(draw.name(), indices))
        : Optional.empty();
  }

  /** A name whose law is known, a letter, or a law that the names of the body are drawn by. */
  private void choose(Tree item) {
    Draws draws = outside.draws();
    Optional<LeftSide> side = side(item);
    boolean plain = side.filter(s -> s.indices().isEmpty()).isPresent();
    Optional<Draw> draw = side.flatMap(s -> draws.of(s.name(), s.indices().size()));
    List<Draw> family = plain ? draws.of(side.get().name()) : List.of();
    if (draw.isPresent()) {
      named.add(build -> chosen(draw.get(), build));
    } else if (plain && outside.isLetter(side.get().name().latex())) {
      letter(side.get(), Optional.empty());
    } else if (family.size() == 1) {
      named.add(build -> chosen(family.getFirst(), build));
    } else if (draws.all().stream().anyMatch(d -> isDrawnBy(d, item))) {
      distributions.add(distribution(item).orElseThrow());
    } else {
      refuse(new Refusal.Lawless(item.span(), "Nothing says how this is drawn."));
    }
  }

  private boolean isDrawnBy(Draw draw, Tree law) {
    Optional<Name> name = distribution(draw.law());
    return name.isPresent() && name.equals(distribution(law));
  }

  /** π of {@code \pi(\cdot)}. */
  private Optional<Name> distribution(Tree law) {
    return ScriptedName.of(LawForm.of(law, outside).head()).flatMap(ScriptedName::labelled);
  }

  // Names and their laws

  private static Laws.Distribution distribution(Draw draw, Reading reading, Context context) {
    Context here = context;
    for (String letter : draw.indices()) {
      here = here.withLetter(letter, context.range(letter).orElseThrow());
    }
    Optional<Range> labels =
        context
            .variable(draw.name(), draw.indices().size())
            .map(Declaration.Variable::domain)
            .flatMap(d -> d instanceof Domain.Labels l ? Optional.of(l.range()) : Optional.empty());
    return new Laws(reading, here).value(draw.law(), declared(draw, context), labels);
  }

  private Chosen chosen(Draw draw, Laws.Distribution read, Build build) {
    String members = draw.indices().isEmpty() ? "" : ", each member independently of the others";
    String law = TreeText.print(draw.law()) + " " + LawForm.of(draw.law(), outside).words(outside);
    build.take(draw.name() + " \\sim " + law + members);
    List<Range> ranges = draw.indices().stream().map(l -> outside.range(l).orElseThrow()).toList();
    return new Chosen.Value(draw.name(), draw.indices(), ranges, read.make().apply(build));
  }

  /** Of what has a formula the law is known. */
  private Optional<Refusal> formula(Draw draw) {
    return outside
        .definition(draw.name(), draw.indices().size())
        .map(
            d ->
                new Refusal.Lawless(
                    span, draw.name() + " has a formula: take the mean over what is in it."));
  }

  /** What a law says that was said elsewhere. It is read here, for it may speak of later names. */
  private Optional<Chosen> chosen(Draw draw, Build build) {
    Optional<Refusal> formula = formula(draw);
    if (formula.isPresent()) {
      build.refuse(formula.get());
      return Optional.empty();
    }
    Context context = build.known(outside);
    return switch (Elaboration.<Chosen>made(reader -> task(draw, reader, context))) {
      case Outcome.Read<Chosen> r when r.inferred().isEmpty() -> {
        r.notes().defaults().forEach(build::take);
        yield Optional.of(r.value());
      }
      case Outcome.Read<Chosen> r -> {
        Name open = r.inferred().getFirst().name();
        build.refuse(new Refusal.Unknown(draw.law().span(), open.latex()));
        yield Optional.empty();
      }
      case Outcome.Refused<Chosen> r -> {
        r.refusals().forEach(build::refuse);
        yield Optional.empty();
      }
    };
  }

  private Task<Chosen> task(Draw draw, Reading reader, Context context) {
    String letter = draw.name().latex();
    if (!isLetter(draw)) {
      Laws.Distribution read = distribution(draw, reader, context);
      return new Task<>(List.of(), build -> chosen(draw, read, build));
    }
    Range range = context.range(letter).orElseThrow();
    Optional<Typed> weight = new Laws(reader, context).weight(draw.law(), letter, range);
    return new Task<>(
        List.of(),
        build -> new Chosen.Letter(letter, range, weight.map(w -> w.draft().build(build))));
  }

  private boolean isLetter(Draw draw) {
    return draw.indices().isEmpty() && outside.isLetter(draw.name().latex());
  }

  // The mean

  /** The mean of a body, over what it depends on where nothing is named. */
  Expr mean(Expr body, Build build) {
    return mean(body, over(body, build));
  }

  private Expr mean(Expr body, List<Chosen> over) {
    Dependence reach = new Dependence(outside.scope());
    List<Chosen> left = new ArrayList<>(over);
    Expr result = body;
    while (!left.isEmpty()) {
      Chosen next =
          left.stream()
              .filter(c -> left.stream().noneMatch(o -> !o.equals(c) && leadsTo(o, c, reach)))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      result = next.mean(result);
    }
    return result;
  }

  /** Whether the law of one speaks of another, which is drawn first. */
  private static boolean leadsTo(Chosen one, Chosen other, Dependence reach) {
    return one.law().stream().anyMatch(part -> other.isIn(part, reach));
  }

  private List<Chosen> over(Expr body, Build build) {
    List<Chosen> over = new ArrayList<>();
    named.forEach(choice -> choice.apply(build).ifPresent(over::add));
    if (all || !distributions.isEmpty()) {
      Dependence reach = new Dependence(outside.scope());
      List<Expr> parts = withSteps(body, reach);
      for (Draw draw : outside.draws().all()) {
        if (isWanted(draw) && parts.stream().anyMatch(part -> isIn(draw, part, reach))) {
          chosen(draw, build).ifPresent(over::add);
        }
      }
      addLawsOf(over, reach, build);
    }
    if (over.isEmpty()) {
      build.refuse(new Refusal.Lawless(span, "Nothing in this mean is random."));
    }
    return over;
  }

  /** What the laws themselves depend on is random too. */
  private void addLawsOf(List<Chosen> over, Dependence reach, Build build) {
    for (int k = 0; k < over.size() && all; k++) {
      List<Expr> parts = over.get(k).law();
      for (Draw draw : outside.draws().all()) {
        if (parts.stream().anyMatch(part -> isIn(draw, part, reach))) {
          chosen(draw, build).filter(c -> !over.contains(c)).ifPresent(over::add);
        }
      }
    }
  }

  /** A formula, and what the steps say that make the iterates in it, and those in these. */
  private List<Expr> withSteps(Expr body, Dependence reach) {
    SequencedSet<Expr> found = new LinkedHashSet<>(List.of(body));
    Deque<Expr> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      reach.any(
          open.pop(),
          e -> {
            if (e instanceof Expr.Ref r) {
              outside
                  .definition(r.name().next(), r.indices().size())
                  .map(step -> step.lambda().body())
                  .filter(found::add)
                  .ifPresent(open::push);
            }
            return false;
          });
    }
    return List.copyOf(found);
  }

  private boolean isWanted(Draw draw) {
    return all || distribution(draw.law()).filter(distributions::contains).isPresent();
  }

  private boolean isIn(Draw draw, Expr body, Dependence reach) {
    return isLetter(draw)
        ? dev.hence.expr.FreeLetters.has(body, draw.name().latex())
        : reach.depends(body, draw.name());
  }

  /** The mean inside a variance: its index letters are others than those around it. */
  Expr inner(Expr body, Build build) {
    List<Chosen> over = over(body, build);
    List<String> letters =
        over.stream()
            .filter(Chosen.Letter.class::isInstance)
            .map(c -> ((Chosen.Letter) c).letter())
            .toList();
    return Trees.map(
        mean(body, over),
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
