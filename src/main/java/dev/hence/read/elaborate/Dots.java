package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.TreeText;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sums, products and lists in which dots stand for members that are not written. */
final class Dots {
  private static final List<String> LETTERS =
      List.of("k", "j", "i", "m", "r", "s", "q", "p", "u", "v");
  private static final List<String> ENTRY_LETTERS = List.of("l", "h", "g", "c", "b");

  /** A term or a factor with what was read of it. */
  record Part(Link link, Typed value) {}

  /** How many parts a series replaces, and the letter over which it runs. */
  private record Found(Series series, int replaced) {}

  private final Reading reading;
  private final Context context;

  Dots(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  static boolean are(Tree tree) {
    return Pieces.isKind(tree, TokenKind.DOTS);
  }

  /** What stands between the signs of a sum or a product; a series with its dots is one part. */
  List<Part> parts(List<Link> links, boolean factors) {
    List<Part> parts = new ArrayList<>();
    Set<String> taken = taken(links.stream().map(Link::operand).toList());
    int k = 0;
    while (k < links.size()) {
      Link link = links.get(k);
      if (are(link.operand())) {
        boolean joined = isJoined(links, k, factors);
        Optional<Part> series = joined ? series(parts, links, k, factors, taken) : Optional.empty();
        parts.add(series.orElseGet(() -> new Part(link, refused(link))));
        k += 2;
      } else {
        parts.add(new Part(link, reading.read(link.operand(), context)));
        k++;
      }
    }
    return parts;
  }

  private Typed refused(Link dots) {
    return reading.refused(new Refusal.NoMeaning(dots.operand().span(), "dots"));
  }

  /** Whether the dots and what is behind them are joined as what is before them. */
  private static boolean isJoined(List<Link> links, int at, boolean factors) {
    if (at == 0 || at + 1 >= links.size()) {
      return false;
    }
    String sign = sign(links.get(at));
    return factors
        ? List.of("+", "cdot", "times").contains(sign)
            && List.of("+", "cdot", "times").contains(sign(links.get(at + 1)))
            && !isPartOfTerm(links, at)
        : sign.equals(sign(links.get(at + 1)))
            && sign.equals(sign(links.get(at - 1)))
            && List.of("+", "-").contains(sign);
  }

  private static String sign(Link link) {
    return link.operator().map(Token::meaning).orElse("+");
  }

  /** {@code a_1 b \cdots a_n b}: what follows may belong to the last of the terms. */
  private static boolean isPartOfTerm(List<Link> factors, int at) {
    return at + 2 < factors.size()
        && factors.subList(0, at).stream()
            .map(f -> TreeText.print(f.operand()).strip())
            .anyMatch(TreeText.print(factors.get(at + 2).operand()).strip()::equals);
  }

  private Optional<Part> series(
      List<Part> parts, List<Link> links, int at, boolean factors, Set<String> taken) {
    Typed last = reading.read(links.get(at + 1).operand(), context);
    List<Typed> before = new ArrayList<>();
    for (int k = Math.max(0, parts.size() - 2); k < parts.size(); k++) {
      boolean alike = factors || sign(parts.get(k).link()).equals(sign(links.get(at)));
      if (alike) {
        before.add(parts.get(k).value());
      }
    }
    Optional<Found> found = find(before, last, factors);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Part> replaced = parts.subList(parts.size() - found.get().replaced(), parts.size());
    Part first = replaced.getFirst();
    Span span = first.link().operand().span().to(links.get(at + 1).operand().span());
    String letter = fresh(taken);
    taken.add(letter);
    Typed value =
        factors
            ? product(found.get().series(), first.value(), last, letter, span)
            : sum(found.get().series(), first.value(), letter);
    replaced.clear();
    return Optional.of(new Part(first.link(), value));
  }

  /** The series of which the last two of these are members, or the last one. */
  private Optional<Found> find(List<Typed> before, Typed last, boolean factors) {
    List<Optional<Series>> all =
        before.stream()
            .map(
                b ->
                    made(b)
                        .flatMap(x -> made(last).flatMap(y -> Series.of(x, y, factors, context))))
            .toList();
    if (all.isEmpty() || all.getLast().isEmpty()) {
      return Optional.empty();
    }
    Series series = all.getLast().get();
    Optional<Series> earlier = all.size() > 1 ? all.getFirst() : Optional.empty();
    boolean alike = earlier.filter(e -> e.isAlike(series)).isPresent();
    if (!alike) {
      return Optional.of(new Found(series, 1));
    }
    boolean next =
        series.continues(earlier.get(), 1) || (factors && series.continues(earlier.get(), -1));
    return next ? Optional.of(new Found(earlier.get(), 2)) : Optional.empty();
  }

  /** What was read, made at once: of a member of a series all must be known. */
  private Optional<Expr> made(Typed member) {
    int mark = reading.inference().mark();
    int refusals = reading.inference().refusals().size();
    Expr made = member.draft().build(new Build(reading.inference()));
    boolean whole = reading.inference().refusals().size() == refusals;
    reading.inference().undo(mark);
    return whole ? Optional.of(made) : Optional.empty();
  }

  private static String fresh(Set<String> taken) {
    return LETTERS.stream().filter(l -> !taken.contains(l)).findFirst().orElse("k'");
  }

  private static Typed sum(Series series, Typed first, String letter) {
    Expr term = series.term(new Expr.Index(letter)).orElseThrow();
    return Typed.of(
        first.type().plain(), new Expr.Sum(false, letter, series.range(), List.of(), term));
  }

  private Typed product(Series series, Typed first, Typed last, String letter, Span span) {
    Type a = reading.inference().known(first.type());
    Type b = reading.inference().known(last.type());
    boolean numbers = Tensors.isReal(a) && Tensors.isReal(b);
    if (!numbers && !(Tensors.isMatrix(a) && Tensors.isMatrix(b))) {
      return reading.refused(
          new Refusal.NoMeaning(span, "dots between factors that are no numbers or matrices"));
    }
    Type type = numbers ? a.plain() : Tensors.matrix(Tensors.rows(a), Tensors.columns(b));
    return Typed.of(type, build -> new FactorOrder(context, span).written(letter, series, build));
  }

  // Lists

  /** Arguments of a function; those that dots join are one vector. */
  List<Typed> arguments(List<Tree> items) {
    List<Typed> arguments = new ArrayList<>();
    for (List<Tree> run : Runs.apart(items)) {
      Optional<Series> series = run.size() > 1 ? listed(run) : Optional.empty();
      if (series.isPresent()) {
        arguments.add(argument(series.get(), run));
      } else {
        run.forEach(item -> arguments.add(reading.read(item, context)));
      }
    }
    return arguments;
  }

  private Typed argument(Series series, List<Tree> run) {
    Span span = run.getFirst().span().to(run.getLast().span());
    return whole(series, span)
        .or(() -> column(series, fresh(taken(run)), span))
        .orElseGet(() -> reading.refused(new Refusal.NoMeaning(span, "this list")));
  }

  /** All entries of a vector are the vector, all members of a family are its whole. */
  private Optional<Typed> whole(Series series, Span span) {
    Expr index = new Expr.Index("k");
    Expr one = new Expr.Literal(Rational.ONE);
    return switch (series.term(index).orElseThrow()) {
      case Expr.Entry e
          when e.body().shape() instanceof Shape.Vector v
              && e.indices().equals(List.of(index))
              && series.range().equals(new Range(one, SizeForm.expr(v.size()))) ->
          Optional.of(Typed.of(Tensors.of(v), e.body()));
      case Expr.Ref r
          when r.indices().equals(List.of(index))
              && context.familyLetters(r.name(), 1).stream()
                  .flatMap(l -> context.range(l).stream())
                  .anyMatch(series.range()::equals) ->
          new Wholes(reading, context).ofFamily(r.name(), span);
      default -> Optional.empty();
    };
  }

  private static Set<String> taken(List<Tree> items) {
    Set<String> taken = new HashSet<>();
    items.forEach(item -> taken.addAll(Names.heads(item)));
    return taken;
  }

  /** Numbers below each other, or vectors as the rows of a matrix; empty where no dots stand. */
  Optional<Typed> column(List<Tree> items, Span span) {
    return listed(items).flatMap(s -> column(s, fresh(taken(items)), span));
  }

  private Optional<Series> listed(List<Tree> items) {
    int at = items.size() - 2;
    boolean dots =
        at > 0 && at < 3 && are(items.get(at)) && items.stream().filter(Dots::are).count() == 1;
    if (!dots) {
      return Optional.empty();
    }
    List<Typed> before = items.subList(0, at).stream().map(i -> reading.read(i, context)).toList();
    return find(before, reading.read(items.getLast(), context), false)
        .filter(f -> f.replaced() == at)
        .map(Found::series);
  }

  private Optional<Typed> column(Series series, String letter, Span span) {
    Expr term = series.term(new Expr.Index(letter)).orElseThrow();
    Context inside = context.withLetter(letter, series.range());
    Wholes wholes = new Wholes(reading, inside);
    return switch (term.shape()) {
      case Shape.Scalar s -> wholes.family(Typed.of(Type.real(), term), List.of(letter), span);
      case Shape.Vector v -> rows(term, letter, v.size(), inside, span);
      case Shape.Row r -> rows(term, letter, r.size(), inside, span);
      case Shape.Matrix m -> Optional.empty();
    };
  }

  private Optional<Typed> rows(Expr row, String letter, Size size, Context inside, Span span) {
    String second =
        ENTRY_LETTERS.stream().filter(l -> !inside.isLetter(l)).findFirst().orElse("l'");
    Range range = new Range(new Expr.Literal(Rational.ONE), SizeForm.expr(size));
    Expr entry = new Expr.Entry(row, List.of(new Expr.Index(second)));
    return new Wholes(reading, inside.withLetter(second, range))
        .family(Typed.of(Type.real(), entry), List.of(letter, second), span);
  }
}
