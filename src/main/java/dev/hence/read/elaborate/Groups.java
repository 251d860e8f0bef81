package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/** What stands between delimiters: parentheses, bars, norms, inner products, lists. */
final class Groups {
  private final Reading reading;

  Groups(Reading reading) {
    this.reading = reading;
  }

  static boolean isParenthesis(Tree tree) {
    return tree instanceof Group g && (g.open().isFence("(") || g.open().isFence("["));
  }

  Typed read(Group g, Context context) {
    return switch (g.open().meaning()) {
      case "(", "[", "{" -> plain(g, context);
      case "|" -> absolute(g, context);
      case "||" -> norm(g, context);
      case "<" -> angle(g, context);
      default ->
          reading.refused(
              new Refusal.NoMeaning(g.span(), g.open().text() + " … " + g.close().text()));
    };
  }

  private Typed plain(Group g, Context context) {
    Tree content = Pieces.plain(g.content());
    if (content instanceof Joined j && Pieces.isChain(j)) {
      return new Conditions(reading, context).indicator(j);
    }
    if (content instanceof Tree.Listed l) {
      return list(g, l, context);
    }
    return content instanceof Tree.Empty
        ? reading.refused(new Refusal.NoMeaning(g.span(), "empty parentheses"))
        : reading.read(content, context);
  }

  /** A list of numbers is a column, for as a row it would fit nowhere else. */
  private Typed list(Group g, Tree.Listed list, Context context) {
    Optional<Typed> rows = new Matrices(reading).between(g, list, context);
    if (rows.isPresent()) {
      return rows.get();
    }
    boolean commas = list.separators().stream().allMatch(s -> s.meaning().equals(","));
    boolean dots = list.items().stream().anyMatch(Dots::are);
    Optional<Typed> series =
        commas && dots
            ? new Dots(reading, context).column(list.items(), g.span())
            : Optional.empty();
    if (!commas || g.open().isFence("{") || (dots && series.isEmpty())) {
      return reading.refused(new Refusal.NoMeaning(g.span(), "this list"));
    }
    return series.map(this::below).orElseGet(() -> column(list.items(), context));
  }

  /** Vectors in a list are the columns of a matrix, and not its rows. */
  private Typed below(Typed rows) {
    Type type = rows.type();
    return Tensors.isMatrix(type)
        ? Typed.of(Tensors.transposed(type), build -> new Expr.Transpose(rows.draft().build(build)))
        : rows;
  }

  private Typed column(List<Tree> items, Context context) {
    List<Typed> entries = items.stream().map(item -> reading.number(item, context)).toList();
    Shape shape = Shape.vector(Size.fixed(entries.size()));
    return Typed.of(
        Type.vector(Extent.of(entries.size())),
        build -> new Expr.Stack(entries.stream().map(e -> e.draft().build(build)).toList(), shape));
  }

  /** Single bars: the absolute value of a number, the determinant of a matrix. */
  private Typed absolute(Group g, Context context) {
    Typed body = reading.read(g.content(), context);
    reading
        .inference()
        .require(
            inference -> {
              Type type = inference.known(body.type());
              if (Tensors.isOpen(type)) {
                return false;
              }
              if (!Tensors.isSquare(type)) {
                inference.same(type, Type.real(), g.span(), Refusal.Where.NUMBER);
              }
              return true;
            });
    return Typed.of(
        Type.real(),
        build -> {
          Expr inside = body.draft().build(build);
          return inside.shape().isScalar() ? new Expr.Abs(inside) : new Expr.Determinant(inside);
        });
  }

  /** The Euclidean norm; a matrix has several. */
  private Typed norm(Group g, Context context) {
    Typed body = reading.read(g.content(), context);
    Type type = reading.inference().known(body.type());
    if (Tensors.isMatrix(type) && !Tensors.isRow(type)) {
      return reading.refused(
          new Refusal.Several(
              g.span(),
              "the norm of a matrix",
              List.of("the Frobenius norm", "the spectral norm")));
    }
    return Typed.of(Type.real(), build -> new Expr.Norm(body.draft().build(build)));
  }

  /** A norm that says below which it is. */
  Typed norm(Group g, Tree which, Context context) {
    Typed body = reading.read(g.content(), context);
    Type type = reading.inference().known(body.type());
    boolean matrix = Tensors.isMatrix(type) && !Tensors.isRow(type);
    String name = Pieces.plain(which) instanceof Tree.Leaf l ? l.token().meaning() : "";
    if (name.equals("F") || name.equals("Fro") || (name.equals("2") && !matrix)) {
      return Typed.of(Type.real(), build -> new Expr.Norm(body.draft().build(build)));
    }
    return name.equals("1") && !matrix
        ? Typed.of(
            Type.real(),
            build -> new Entrywise(context).sum(body.draft().build(build), Expr.Abs::new))
        : reading.refused(new Refusal.NoMeaning(g.span(), "this norm"));
  }

  Typed angle(Group g, Context context) {
    List<Tree> items = Pieces.items(g.content());
    List<Token> separators =
        Pieces.plain(g.content()) instanceof Tree.Listed l ? l.separators() : List.of();
    if (items.size() != 2 || !separators.stream().allMatch(s -> s.meaning().equals(","))) {
      return reading.refused(new Refusal.NoMeaning(g.span(), "these angles"));
    }
    Typed left = reading.read(items.getFirst(), context);
    Typed right = reading.read(items.getLast(), context);
    return new Products(reading).inner(left, right, g.span());
  }
}
