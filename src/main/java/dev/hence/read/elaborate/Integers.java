package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads whole numbers: what can be an index, an exponent of a matrix, or the end of a range. */
public final class Integers {
  private final Context context;

  public Integers(Context context) {
    this.context = context;
  }

  /** A whole number; empty where it is none. */
  Optional<Expr> integer(Tree tree) {
    Tree plain = Pieces.plain(tree);
    Optional<Rational> numeral = Pieces.numeral(plain);
    if (numeral.isPresent()) {
      return numeral.filter(Rational::isInteger).map(Expr.Literal::new);
    }
    return switch (plain) {
      case Joined j when j.binding() == Binding.SUM -> sum(j);
      case Joined j when j.binding() == Binding.PRODUCT -> product(j);
      case Tree.Group g when g.open().isFence("(") || g.open().isFence("[") -> integer(g.content());
      case Tree.Choice c ->
          ScriptedName.of(c)
              .flatMap(this::name)
              .or(() -> c.readings().stream().flatMap(r -> integer(r).stream()).findFirst());
      case Tree.Leaf l when Pieces.isPlace(l) -> letter(new Name(Pieces.PLACE));
      default -> ScriptedName.of(plain).flatMap(this::name);
    };
  }

  private Optional<Expr> sum(Joined sum) {
    List<Expr> terms = new ArrayList<>();
    for (Link link : sum.links()) {
      String sign = Pieces.meaning(link.operator());
      Optional<Expr> term = integer(link.operand());
      if (term.isEmpty() || sign.contains("p")) {
        return Optional.empty();
      }
      terms.add(sign.equals("-") ? new Expr.Negate(term.get()) : term.get());
    }
    return Optional.of(terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms));
  }

  private Optional<Expr> product(Joined product) {
    Expr result = null;
    for (Link link : product.links()) {
      boolean times = link.operator().isEmpty() || Products.isTimes(link.operator().get());
      Optional<Expr> factor = integer(link.operand());
      if (!times || factor.isEmpty() || Pieces.signed(link.operand(), "-").isPresent()) {
        return Optional.empty();
      }
      result = result == null ? factor.get() : new Expr.Multiply(result, factor.get());
    }
    return Optional.ofNullable(result);
  }

  Optional<Expr> integer(ScriptedName n) {
    return name(n);
  }

  private Optional<Expr> name(ScriptedName n) {
    if (n.high().isPresent()) {
      return Optional.empty();
    }
    return n.low().isEmpty() ? letter(n.name()) : scripted(n);
  }

  private Optional<Expr> letter(Name name) {
    if (context.isLetter(name.latex())) {
      return Optional.of(context.index(name.latex()));
    }
    return whole(name, List.of()).or(() -> size(name));
  }

  private Optional<Expr> size(Name name) {
    return context.isSize(name.latex())
        ? Optional.of(new Expr.SizeOf(Size.named(name.latex())))
        : Optional.empty();
  }

  private Optional<Expr> scripted(ScriptedName n) {
    Optional<List<Expr>> indices = n.lowTree().flatMap(this::list);
    return n.labelledLow()
        .flatMap(label -> whole(label, List.of()).or(() -> size(label)))
        .or(() -> indices.flatMap(at -> whole(n.name(), at)))
        .or(() -> indices.flatMap(at -> memberSize(n, at)));
  }

  private Optional<Expr> memberSize(ScriptedName n, List<Expr> at) {
    return context.sizes().contains(n.plain().key(at.size())) && n.primes() == 0
        ? SizeForm.all(at).map(sizes -> SizeForm.expr(Size.member(n.plain().latex(), sizes)))
        : Optional.empty();
  }

  /** A variable all of whose values are whole numbers. */
  private Optional<Expr> whole(Name name, List<Expr> indices) {
    return context
        .variable(name, indices.size())
        .filter(v -> v.shape().isScalar() && isWhole(v.domain()))
        .filter(v -> context.definition(name, indices.size()).isEmpty())
        .filter(v -> !indices.isEmpty() || !context.locals().containsKey(name))
        .map(Declaration.Variable::name)
        .map(n -> new Expr.Ref(n, indices, Shape.SCALAR));
  }

  private static boolean isWhole(Domain domain) {
    return switch (domain) {
      case Domain.Labels l -> true;
      case Domain.Integers i -> true;
      case Domain.Finite f -> f.values().stream().allMatch(Rational::isInteger);
      case Domain.Interval i -> false;
      case Domain.Special s -> false;
    };
  }

  /** The indices of a script: {@code i}, {@code i,j}, {@code ij}, {@code j+1}. */
  Optional<List<Expr>> list(Tree script) {
    List<Expr> indices = new ArrayList<>();
    for (Tree item : items(script)) {
      Optional<Expr> index = integer(item);
      if (index.isEmpty()) {
        return Optional.empty();
      }
      indices.add(index.get());
    }
    return indices.isEmpty() ? Optional.empty() : Optional.of(indices);
  }

  /** Letters side by side are indices, {@code w_{ij}}. */
  static List<Tree> items(Tree script) {
    List<Link> factors = Pieces.factors(script);
    boolean run =
        factors.size() > 1
            && Pieces.isJuxtaposed(factors)
            && factors.stream().allMatch(l -> ScriptedName.of(l.operand()).isPresent());
    return run ? factors.stream().map(Link::operand).toList() : Pieces.items(script);
  }

  /** Whether all are whole numbers, and one of them an index letter. */
  public boolean areIndices(List<Tree> trees) {
    List<Expr> all = trees.stream().flatMap(t -> integer(t).stream()).toList();
    return all.size() == trees.size() && all.stream().anyMatch(Expr.Index.class::isInstance);
  }

  /** The end of a range, where a letter that nothing declares is a size. */
  public Optional<Expr> end(Tree tree) {
    return integer(tree).or(() -> size(tree).map(SizeForm::expr));
  }

  /** A size: a number, an index letter, any other letter, a member of a family of sizes. */
  public Optional<Size> size(Tree tree) {
    Tree plain = Pieces.plain(tree);
    Optional<Rational> numeral = Pieces.numeral(plain);
    if (numeral.isPresent()) {
      return numeral
          .filter(n -> n.isInteger() && n.numerator().bitLength() < 32)
          .map(n -> Size.fixed(n.intValueExact()));
    }
    return switch (plain) {
      case Joined j when j.binding() == Binding.SUM -> sizeOfSum(j);
      case Joined j when j.binding() == Binding.PRODUCT -> sizeOfProduct(j);
      case Tree.Group g -> size(g.content());
      case Tree.Choice c ->
          ScriptedName.of(c)
              .flatMap(this::namedSize)
              .or(() -> c.readings().stream().flatMap(r -> size(r).stream()).findFirst());
      default -> ScriptedName.of(plain).flatMap(this::namedSize);
    };
  }

  private Optional<Size> namedSize(ScriptedName n) {
    if (n.isBare()) {
      String letter = n.name().latex();
      return context.isLetter(letter)
          ? SizeForm.of(context.index(letter))
          : Optional.of(Size.named(letter));
    }
    Optional<List<Size>> script =
        n.lowTree().filter(s -> n.high().isEmpty() && n.primes() == 0).flatMap(this::sizes);
    boolean member =
        script.isPresent()
            && (script.get().stream().anyMatch(s -> !s.letters().isEmpty())
                || context.sizes().contains(n.plain().key(script.get().size())));
    return member
        ? Optional.of(Size.member(n.plain().latex(), script.get()))
        : n.labelled().map(label -> Size.named(label.latex()));
  }

  private Optional<List<Size>> sizes(Tree script) {
    List<Tree> items = Pieces.items(script);
    List<Size> sizes = items.stream().flatMap(item -> size(item).stream()).toList();
    return sizes.size() == items.size() ? Optional.of(sizes) : Optional.empty();
  }

  private Optional<Size> sizeOfSum(Joined sum) {
    Size result = Size.fixed(0);
    for (Link link : sum.links()) {
      Optional<Size> term = size(link.operand());
      if (term.isEmpty() || Pieces.meaning(link.operator()).contains("p")) {
        return Optional.empty();
      }
      int sign = Pieces.meaning(link.operator()).equals("-") ? -1 : 1;
      result = result.plus(term.get().times(Size.fixed(sign)));
    }
    return Optional.of(result);
  }

  private Optional<Size> sizeOfProduct(Joined product) {
    Size result = Size.fixed(1);
    for (Link link : product.links()) {
      String operator = Pieces.meaning(link.operator());
      Optional<Size> factor = size(link.operand());
      if (factor.isEmpty() || !(operator.isEmpty() || operator.equals("cdot"))) {
        return Optional.empty();
      }
      result = result.times(factor.get());
    }
    return Optional.of(result);
  }
}
