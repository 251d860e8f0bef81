package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Application;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives each kind of tree to the notation that reads it. */
final class Elaborator implements Reading {
  private final Inference inference;
  private final Decisions decisions;

  Elaborator(Inference inference, Decisions decisions) {
    this.inference = inference;
    this.decisions = decisions;
  }

  @Override
  public Inference inference() {
    return inference;
  }

  @Override
  public Typed read(Tree tree, Context context) {
    return switch (tree) {
      case Tree.Leaf l -> leaf(l, context);
      case Tree.Run r -> unread(r, "a function without an argument");
      case Tree.Composed c -> read(c.meaning(), context);
      case Tree.Empty e -> unread(e, "an empty place");
      case Tree.Braced b -> read(b.content(), context);
      case Tree.Styled s -> named(s, s, context);
      case Tree.Command c -> command(c, context);
      case Tree.Scripted s -> scripted(s, context);
      case Joined j -> joined(j, context);
      case Tree.Listed l -> unread(l, "a list where one formula is due");
      case Tree.Group g -> new Groups(this).read(g, context);
      case Application a -> application(a, context);
      case Tree.Prefixed p -> prefixed(p, context);
      case Tree.Big b -> new Bigs(this).read(b, context);
      case Tree.Integral i -> new Integrals(this).read(i, context);
      case Tree.Differential d -> unread(d, "a differential without an integral");
      case Tree.Derivative d -> derivative(d, context);
      case Tree.Evaluation e -> evaluation(e, context);
      case Tree.Environment e -> environment(e, context);
      case Tree.Row r -> unread(r, "a row inside a formula");
      case Tree.Rows r -> unread(r, "rows inside a formula");
      case Tree.Worded w -> unread(w, "words inside a formula");
      case Tree.Remark r -> unread(r, "a remark");
      case Tree.Unreadable u -> refused(Refusal.Unparsed.of(u.fault()));
      case Tree.Choice c -> choice(c, context);
    };
  }

  private Typed unread(Tree tree, String what) {
    return refused(new Refusal.NoMeaning(tree.span(), what));
  }

  private Typed leaf(Tree.Leaf leaf, Context context) {
    Token token = leaf.token();
    if (Pieces.isPlace(leaf) && context.isLetter(Pieces.PLACE)) {
      return Typed.of(Type.real(), new Expr.Index(Pieces.PLACE));
    }
    return token.kind() == TokenKind.NUMBER
        ? Typed.number(Pieces.numeral(leaf).orElseThrow())
        : named(leaf, leaf, context);
  }

  private Typed named(Tree whole, Tree tree, Context context) {
    return ScriptedName.of(tree)
        .map(n -> new Names(this, context).value(n))
        .orElseGet(() -> unread(whole, words(whole)));
  }

  private static String words(Tree tree) {
    return tree instanceof Tree.Leaf l ? l.token().kind().words() : "this accent or font";
  }

  private Typed scripted(Tree.Scripted s, Context context) {
    Optional<ScriptedName> name = ScriptedName.of(s);
    if (name.isPresent()) {
      return new Names(this, context).value(name.get());
    }
    boolean note = s.base() instanceof Tree.Command c && c.command().meaning().endsWith("brace");
    return note ? read(s.base(), context) : new Scripts(this).read(s, context);
  }

  private Typed command(Tree.Command c, Context context) {
    return switch (c.command().meaning()) {
      case "frac" -> quotient(c.arguments().getFirst(), c.arguments().getLast(), c, context);
      case "binom" -> new Binomials(this, context).read(c);
      case "sqrt" -> new Roots(this).read(c, context);
      case "underbrace", "overbrace" -> read(c.arguments().getFirst(), context);
      case "boxed" -> boxed(c, context);
      default -> unread(c, c.command().text());
    };
  }

  private Typed boxed(Tree.Command c, Context context) {
    Tree content = Pieces.plain(c.arguments().getFirst());
    boolean single = content instanceof Tree.Row r && r.items().size() == 1;
    return read(single ? ((Tree.Row) content).items().getFirst() : content, context);
  }

  private Typed quotient(Tree above, Tree below, Tree whole, Context context) {
    Typed numerator = read(above, context);
    return new Products(this).quotient(numerator, read(below, context), whole.span());
  }

  private Typed joined(Joined j, Context context) {
    return switch (j.binding()) {
      case OVER -> {
        Link first = j.links().getFirst();
        yield quotient(first.operand(), j.links().getLast().operand(), j, context);
      }
      case CHAIN -> unread(j, "a relation inside a formula");
      case SUM -> new Sums(this).read(j, context);
      case PRODUCT -> new Products(this).read(j, context);
    };
  }

  private Typed application(Application a, Context context) {
    return FunctionCalls.isFunction(a.function())
        ? new FunctionCalls(this).read(a.function(), a.argument(), context)
        : new Applications(this).read(a, context);
  }

  private Typed prefixed(Tree.Prefixed p, Context context) {
    Tree tree = nearest(p, context);
    if (!(tree instanceof Tree.Prefixed near)) {
      return read(tree, context);
    }
    if (near.head() instanceof Tree.Derivative d) {
      return new Derivatives(this).read(d, near.operand(), context);
    }
    Optional<ScriptedName> difference = ScriptedName.of(p);
    return difference
        .map(n -> new Names(this, context).value(n))
        .orElseGet(() -> new FunctionCalls(this).read(p.head(), p.operand(), context));
  }

  private Typed derivative(Tree.Derivative d, Context context) {
    return d.operand().isPresent()
        ? new Derivatives(this).read(d, d.operand().get(), context)
        : unread(d, "a derivative of nothing");
  }

  private Typed evaluation(Tree.Evaluation e, Context context) {
    return e.bar() instanceof Tree.Scripted s
        ? new Evaluations(this).read(e.body(), s.scripts(), e.span(), context)
        : unread(e, "a bar that says no place");
  }

  private Typed environment(Tree.Environment e, Context context) {
    return e.begin().meaning().endsWith("cases")
        ? new CaseRows(this).read(e, context)
        : new Matrices(this).read(e, context);
  }

  private Typed choice(Tree.Choice c, Context context) {
    return ScriptedName.of(c)
        .map(n -> new Names(this, context).value(n))
        .orElseGet(() -> read(new Choices(this, decisions).chosen(c, context), context));
  }

  @Override
  public Tree chosen(Tree tree, Context context) {
    Tree at = tree;
    while (at instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()) {
      at = new Choices(this, decisions).chosen(c, context);
    }
    return at instanceof Tree.Prefixed p ? nearest(p, context) : at;
  }

  /** A ∇ acts on the first factor, also where what follows was one choice. */
  private Tree nearest(Tree.Prefixed p, Context context) {
    boolean nabla = p.head() instanceof Tree.Derivative d && d.kind() == Tree.Derivative.Kind.NABLA;
    boolean choice = p.operand() instanceof Tree.Choice;
    Tree operand = nabla && choice ? chosen(p.operand(), context) : p.operand();
    if (!(operand instanceof Joined j) || j.binding() != Tree.Binding.PRODUCT || !choice) {
      return choice ? new Tree.Prefixed(p.head(), operand) : p;
    }
    List<Link> links = new ArrayList<>(j.links());
    Tree first = new Tree.Prefixed(p.head(), links.getFirst().operand());
    links.set(0, new Link(Optional.empty(), first));
    return new Joined(Tree.Binding.PRODUCT, links);
  }
}
