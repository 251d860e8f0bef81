package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeFamily;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Accent;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Families of numbers as wholes: the vector {@code (a_j)_j}, the matrix {@code (a_{ij})_{ij}}, the
 * bold letter whose entries are defined, and the entries of a bold letter.
 */
final class Wholes {
  private static final int MOST_INDICES = 4;

  private final Context context;

  Wholes(Context context) {
    this.context = context;
  }

  /** {@code (a_j)_j}: the family of a number, over the letters of the script. */
  Optional<Expr> family(Expr body, Syntax script, Span span) {
    Optional<List<Expr>> indices = new Integers(context).list(script);
    boolean letters =
        indices.isPresent()
            && indices.get().stream().allMatch(Expr.Index.class::isInstance)
            && new HashSet<>(indices.get()).size() == indices.get().size();
    return letters && body.shape().isScalar()
        ? Optional.of(
            family(body, indices.get().stream().map(i -> ((Expr.Index) i).letter()).toList(), span))
        : Optional.empty();
  }

  /**
   * The vector or matrix of a family.
   *
   * @throws Misread if it is no rectangle
   */
  Expr family(Expr body, List<String> letters, Span span) {
    List<Range> ranges = new ArrayList<>();
    List<Size> sizes = new ArrayList<>();
    for (String letter : letters) {
      Range range = context.range(letter).orElseThrow(() -> noRectangle(span));
      boolean ragged =
          letters.stream()
              .anyMatch(
                  other ->
                      Binders.mentionsFree(range.lower(), other)
                          || Binders.mentionsFree(range.upper(), other));
      Optional<Size> lower = SizeForm.of(range.lower());
      Optional<Size> upper = SizeForm.of(range.upper());
      if (ragged || lower.isEmpty() || upper.isEmpty() || letters.size() > 2) {
        throw noRectangle(span);
      }
      ranges.add(range);
      sizes.add(upper.get().plus(lower.get().times(Size.fixed(-1))).plus(1));
    }
    Shape shape =
        sizes.size() == 1
            ? Shape.vector(sizes.getFirst())
            : Shape.matrix(sizes.get(0), sizes.get(1));
    return new Expr.Family(letters, ranges, body, shape);
  }

  private static Misread noRectangle(Span span) {
    return new Misread(
        ProblemId.UNSUPPORTED_NOTATION,
        span,
        "a family that is neither a vector nor a matrix",
        "its one or two indices must run over ranges of their own");
  }

  /**
   * The whole of a family of names, whatever its indices: of more than two, one after the other.
   */
  Expr.Family whole(Name name, int indices, Span span) {
    Expr.Ref member = members(name, indices).orElseThrow(() -> noRectangle(span));
    List<String> letters =
        context
            .scope()
            .ordered(member.indices().stream().map(i -> ((Expr.Index) i).letter()).toList());
    try {
      return (Expr.Family) family(member, letters, span);
    } catch (Misread noRectangle) {
      List<Range> ranges = letters.stream().map(l -> context.range(l).orElseThrow()).toList();
      return new Expr.Family(letters, ranges, member, Shape.vector(SizeFamily.count(name)));
    }
  }

  /** The families of numbers that are written with a letter, by the number of their indices. */
  List<Map.Entry<Name, Integer>> families(Name name) {
    List<Map.Entry<Name, Integer>> found = new ArrayList<>();
    for (Name n :
        List.of(name, Indexed.superscriptName(name, "()"), Indexed.superscriptName(name, ""))) {
      for (int indices = 1; indices <= MOST_INDICES; indices++) {
        if (members(n, indices).isPresent()) {
          found.add(Map.entry(n, indices));
        }
      }
    }
    return found;
  }

  /** {@code \mathbf{K}} where only its entries K_{ij} are known, p where p_i has a formula. */
  Optional<Expr> bare(Written w) {
    boolean plain = w.sub().isEmpty() && w.sup().isEmpty();
    Name name = w.primed();
    if (!plain || context.knows(name, 0)) {
      return Optional.empty();
    }
    Name letter = w.base().bold() ? plain(w.base()) : name;
    return members(name, 2)
        .or(() -> isVector(w) ? members(name, 1) : Optional.empty())
        .or(
            () ->
                members(letter, 2)
                    .or(() -> w.base().bold() ? members(letter, 1) : Optional.empty()))
        .map(
            member -> {
              List<String> letters =
                  member.indices().stream().map(i -> ((Expr.Index) i).letter()).toList();
              context
                  .ledger()
                  .note(name + " is the whole of all " + member.name() + " with indices");
              return family(member, letters, w.span());
            });
  }

  /** {@code \mathbf{p}} where the numbers are called p_k. */
  private static Name plain(Syntax.Name bold) {
    return new Name(
        new Syntax.Name(bold.base(), Font.PLAIN, false, bold.accents(), bold.span()).key());
  }

  private boolean isVector(Written w) {
    return isVectorName(w.base()) || context.definition(w.primed(), 1).isPresent();
  }

  private static boolean isVectorName(Syntax.Name name) {
    return name.bold() || name.accents().contains(Accent.VEC);
  }

  private Optional<Expr.Ref> members(Name name, int indices) {
    return context
        .definition(name, indices)
        .filter(d -> d.lambda().parameters().isEmpty() && d.shape().isScalar())
        .map(d -> d.lambda().indices())
        .or(
            () ->
                context
                    .variable(name, indices)
                    .filter(v -> v.shape().isScalar())
                    .map(Declaration.Variable::indices))
        .filter(letters -> letters.stream().allMatch(l -> context.range(l).isPresent()))
        .map(
            letters ->
                new Expr.Ref(
                    name, letters.stream().<Expr>map(Expr.Index::new).toList(), Shape.SCALAR));
  }

  /** {@code o_j} where only the bold vector is known: its entry. */
  Optional<Expr> entryOfBold(Written w) {
    Syntax.Name base = w.base();
    boolean plain = base.font() == Font.PLAIN && !base.bold() && w.sub().isPresent();
    Optional<List<Expr>> indices =
        plain ? new Integers(context).list(w.sub().get()) : Optional.empty();
    if (indices.isEmpty() || context.knows(w.primed(), 0)) {
      return Optional.empty();
    }
    refuseAlias(base, indices.get().size(), w);
    return boldOf(w)
        .or(() -> new EntryLetters(context).matrix(w).filter(m -> indices.get().size() == 2))
        .map(v -> Indexed.entry(v, indices.get(), w.span()));
  }

  /** The bold vector or matrix of that letter, or the one with an arrow. */
  Optional<Expr> boldOf(Written w) {
    Syntax.Name base = w.base();
    if (base.font() != Font.PLAIN || base.bold()) {
      return Optional.empty();
    }
    List<Expr> wholes = new ArrayList<>();
    whole(new Syntax.Name(base.base(), base.font(), true, base.accents(), base.span()), w)
        .ifPresent(wholes::add);
    List<Accent> more = new ArrayList<>(base.accents());
    more.add(Accent.VEC);
    whole(new Syntax.Name(base.base(), base.font(), false, more, base.span()), w)
        .ifPresent(wholes::add);
    if (wholes.size() > 1) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "this may be an entry of the bold vector or of the one with an arrow",
          "declare the entries by their own name");
    }
    return wholes.stream().findFirst();
  }

  /** {@code x_k} beside a vector x and a family of vectors x_k, both bold. */
  private void refuseAlias(Syntax.Name base, int indices, Written w) {
    Name bold =
        new Name(
            new Syntax.Name(base.base(), base.font(), true, base.accents(), base.span()).key());
    if (context.knows(bold, 0) && context.knows(bold, indices)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "this may be an entry of the bold vector or another way to write its bold member",
          "write it bold, or say in `let` what it is: " + w.plain() + "_k = " + bold + "_k");
    }
  }

  /** What is known by a name, with the primes of another, if it is no function. */
  Optional<Expr> whole(Syntax.Name name, Written w) {
    Name key = new Name(name.key() + "'".repeat(w.primes()));
    return context.knows(key, 0) && new Entities(context).parameters(key, 0).isEmpty()
        ? Optional.of(new Expr.Ref(key, List.of(), new Entities(context).shape(key, 0)))
        : Optional.empty();
  }

  /**
   * The family of names whose vector or matrix a defined name is, also by another name of it: all
   * of its members, each once.
   */
  Optional<Expr.Family> members(Name name) {
    Optional<Expr> body =
        context
            .definition(name, 0)
            .filter(d -> d.lambda().parameters().isEmpty())
            .map(d -> d.lambda().body());
    return body.flatMap(
        b ->
            switch (b) {
              case Expr.Ref r when r.indices().isEmpty() && !r.name().equals(name) ->
                  members(r.name());
              case Expr.Family f when isWholeFamily(f) -> Optional.of(f);
              default -> Optional.empty();
            });
  }

  private static boolean isWholeFamily(Expr.Family family) {
    List<Expr> letters = family.letters().stream().<Expr>map(Expr.Index::new).toList();
    return family.body() instanceof Expr.Ref r
        && new HashSet<>(r.indices()).equals(new HashSet<>(letters));
  }

  /** The name that another one is but another name of. */
  Expr.Ref unaliased(Expr.Ref ref) {
    Optional<Definition> definition =
        context
            .definition(ref.name(), ref.indices().size())
            .filter(d -> d.lambda().parameters().isEmpty());
    if (definition.isPresent()
        && definition.get().lambda().body() instanceof Expr.Ref other
        && !other.name().equals(ref.name())) {
      List<String> letters = definition.get().lambda().indices();
      Expr inside =
          Trees.map(
              other,
              e ->
                  e instanceof Expr.Index i && letters.contains(i.letter())
                      ? ref.indices().get(letters.indexOf(i.letter()))
                      : e);
      return unaliased(new Expr.Ref(other.name(), ((Expr.Ref) inside).indices(), ref.shape()));
    }
    return ref;
  }

  /**
   * In a formula for a function of the whole, its members are the entries of the argument.
   *
   * @param parameter the name of the whole
   */
  Expr asEntries(Expr body, Name parameter, Shape shape, Span span) {
    Optional<Expr.Family> family = members(parameter);
    if (family.isEmpty()) {
      return body;
    }
    Expr.Ref member = (Expr.Ref) family.get().body();
    Expr whole = new Expr.Ref(parameter, List.of(), shape);
    if (Trees.any(body, e -> isDerivativeBy(e, member.name()))) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "a derivative by an entry of the argument, inside the formula of the function",
          "");
    }
    return Trees.map(
        body,
        e ->
            e instanceof Expr.Ref r
                    && r.name().equals(member.name())
                    && r.indices().size() == member.indices().size()
                ? entry(whole, family.get(), member, r)
                : e);
  }

  private static boolean isDerivativeBy(Expr expr, Name name) {
    return expr instanceof Expr.Derivative d && d.variable().name().equals(name);
  }

  private static Expr entry(Expr whole, Expr.Family family, Expr.Ref member, Expr.Ref at) {
    List<Expr> indices = new ArrayList<>();
    for (int k = 0; k < family.letters().size(); k++) {
      int position = member.indices().indexOf(new Expr.Index(family.letters().get(k)));
      indices.add(fromOne(at.indices().get(position), family.ranges().get(k).lower()));
    }
    return new Expr.Entry(whole, indices);
  }

  private static Expr fromOne(Expr index, Expr lower) {
    Expr one = new Expr.Literal(Rational.ONE);
    return lower.equals(one)
        ? index
        : SizeForm.of(index)
            .flatMap(
                i ->
                    SizeForm.of(lower)
                        .map(l -> SizeForm.expr(i.plus(l.times(Size.fixed(-1))).plus(1))))
            .orElseGet(() -> new Expr.Add(List.of(index, new Expr.Negate(lower), one)));
  }
}
