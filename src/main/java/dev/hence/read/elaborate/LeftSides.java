package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.elaborate.LeftSide.Slot;
import dev.hence.read.symbol.Mark;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads left sides: which scripts are indices, which are labels, which are arguments. */
final class LeftSides {
  private static final LeftSide.Says VALUE = new LeftSide.Says.Value();

  private final Context context;
  private final boolean shifted;

  /**
   * @param shifted whether a number may be added to the one index
   */
  LeftSides(Context context, boolean shifted) {
    this.context = context;
    this.shifted = shifted;
  }

  Optional<LeftSide> read(Tree tree) {
    Tree plain = Pieces.plain(tree);
    if (plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()) {
      return switch (c.readings().getFirst()) {
        case Tree.Application a -> applied(a);
        case Tree.Prefixed p -> difference(p);
        default -> Optional.empty();
      };
    }
    return plain instanceof Tree.Application a
        ? applied(a)
        : ScriptedName.of(plain).flatMap(n -> named(n, List.of()));
  }

  /** {@code \log p(y)}, {@code s(x)_i}: the logarithm, or an entry, of the value of a function. */
  Optional<LeftSide> head(Tree tree) {
    Tree plain = chosen(Pieces.plain(tree));
    if (plain instanceof Tree.Prefixed p && isLogarithm(p.head())) {
      return function(p.operand()).map(l -> l.saying(new LeftSide.Says.Logarithm()));
    }
    boolean single = plain instanceof Tree.Scripted s && s.scripts().size() == 1;
    Optional<String> letter =
        single
            ? Evaluations.content(((Tree.Scripted) plain).scripts(), true).flatMap(this::letter)
            : Optional.empty();
    return letter.flatMap(
        l ->
            function(((Tree.Scripted) plain).base())
                .map(f -> f.saying(new LeftSide.Says.EntryOf(l))));
  }

  private Optional<LeftSide> function(Tree tree) {
    boolean free =
        chosen(tree) instanceof Tree.Application a
            && ScriptedName.of(a.function()).filter(n -> !Prelude.knows(n, context)).isPresent();
    return free
        ? applied((Tree.Application) chosen(tree)).filter(l -> !l.slots().isEmpty())
        : Optional.empty();
  }

  private static Tree chosen(Tree tree) {
    return tree instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
        ? chosen(c.readings().getFirst())
        : tree;
  }

  private static boolean isLogarithm(Tree head) {
    return head instanceof Tree.Leaf l
        && l.token().kind() == TokenKind.FUNCTION
        && List.of("log", "ln").contains(l.token().meaning());
  }

  /** {@code \Delta w} is a change of w; of a function it may be the Laplace operator at work. */
  private Optional<LeftSide> difference(Tree.Prefixed p) {
    boolean function =
        ScriptedName.of(p.operand())
            .filter(n -> context.parameters(n.name(), 0).isPresent())
            .isPresent();
    return ScriptedName.of(p).filter(n -> !function).flatMap(n -> named(n, List.of()));
  }

  private Optional<LeftSide> applied(Tree.Application a) {
    boolean group = Groups.isParenthesis(a.argument());
    if (!group || a.broadcast().isPresent()) {
      return Optional.empty();
    }
    Tree content = ((Tree.Group) a.argument()).content();
    List<Token> separators =
        Pieces.plain(content) instanceof Tree.Listed l ? l.separators() : List.of();
    List<Token> bars = separators.stream().filter(s -> s.isFence("|")).toList();
    boolean plain =
        separators.stream().allMatch(s -> s.isFence("|") || List.of(",", ";").contains(s.meaning()))
            || Divergence.isParted((Tree.Group) a.argument());
    if (bars.size() > 1 || !plain) {
      return Optional.empty();
    }
    Optional<LeftSide> side =
        ScriptedName.of(a.function())
            .filter(n -> bars.isEmpty() || !Reserved.isOperator(n.name()))
            .flatMap(n -> named(n, Pieces.items(content)));
    return bars.isEmpty() ? side : side.map(s -> s.barred(separators.indexOf(bars.getFirst()) + 1));
  }

  private Optional<LeftSide> named(ScriptedName n, List<Tree> arguments) {
    List<Slot> slots = new ArrayList<>();
    List<String> called = new ArrayList<>();
    boolean function = context.parameters(n.name(), 0).isPresent();
    for (List<Tree> run : Runs.apart(arguments)) {
      Tree argument = run.getFirst();
      Optional<String> letter =
          ScriptedName.of(argument)
              .filter(ScriptedName::isBare)
              .map(m -> m.name().latex())
              .filter(context::isLetter);
      if (letter.isPresent() && slots.isEmpty() && !function) {
        called.add(letter.get());
        continue;
      }
      Optional<Slot> slot = run.size() == 1 ? slot(argument) : listed(run);
      if (slot.isEmpty()) {
        return Optional.empty();
      }
      slots.add(slot.get());
    }
    return low(n, called, slots).filter(LeftSides::isDistinct);
  }

  private static boolean isDistinct(LeftSide left) {
    return new HashSet<>(left.slots().stream().map(Slot::name).toList()).size()
            == left.slots().size()
        && new HashSet<>(left.indices()).size() == left.indices().size();
  }

  private Optional<LeftSide> low(ScriptedName n, List<String> called, List<Slot> slots) {
    List<String> letters = new ArrayList<>();
    Name name = n.name();
    boolean high = n.highTree().flatMap(h -> letters(Members.inner(h))).isPresent();
    if (n.low().isPresent()) {
      Tree low = n.lowTree().orElseThrow();
      Optional<String> leftOut = Pieces.signed(low, "-").flatMap(this::letter);
      Optional<List<String>> below = letters(low);
      Optional<Name> variable = variable(low);
      boolean applied = !(slots.isEmpty() && called.isEmpty());
      if (leftOut.isPresent()) {
        letters.add(leftOut.get());
        name = Naming.leftOut(name);
      } else if (below.isPresent()) {
        letters.addAll(below.get());
      } else if (variable.isPresent() && applied) {
        Type type = context.type(variable.get(), 0);
        slots.add(new Slot(variable.get(), Optional.of(type), Optional.empty()));
        name = name.withSubscript(variable.get());
      } else if (high && n.labelledLow().isPresent()) {
        name = n.labelledLow().get();
      } else {
        return labelled(n, called, slots);
      }
    }
    return high(n, name, high, letters, called, slots);
  }

  private Optional<LeftSide> high(
      ScriptedName n,
      Name low,
      boolean indexed,
      List<String> letters,
      List<String> called,
      List<Slot> slots) {
    Name name = low;
    if (indexed) {
      Tree high = n.highTree().orElseThrow();
      letters.addAll(letters(Members.inner(high)).orElseThrow());
      name = Naming.raised(name, Members.fence(high));
    } else if (n.high().isPresent() && letters.isEmpty()) {
      return labelled(n, called, slots);
    } else if (n.high().isPresent()) {
      Optional<Name> marked = n.labelledHigh();
      if (marked.isEmpty()) {
        return Optional.empty();
      }
      name = marked.get();
    }
    letters.addAll(called);
    Optional<LeftSide.Family> family =
        letters.size() == 1 && called.isEmpty() ? family(n, indexed) : Optional.empty();
    return Optional.of(new LeftSide(name, letters, slots, family, VALUE, n.span()));
  }

  /** A family with a label has members that are not numbered by one script. */
  private Optional<LeftSide.Family> family(ScriptedName n, boolean above) {
    if (n.low().isPresent() == n.high().isPresent()) {
      return Optional.empty();
    }
    Tree script = (above ? n.highTree() : n.lowTree()).orElseThrow();
    boolean inParentheses = above && !Members.fence(script).isEmpty();
    Mark.Place place = above ? Mark.Place.HIGH : Mark.Place.LOW;
    return new Integers(context)
        .integer(above ? Members.inner(script) : script)
        .flatMap(SizeForm::of)
        .map(size -> new LeftSide.Family(n.primed(), place, inParentheses, size.offset()));
  }

  private static Optional<LeftSide> labelled(
      ScriptedName n, List<String> called, List<Slot> slots) {
    return n.labelled()
        .map(name -> new LeftSide(name, called, slots, Optional.empty(), VALUE, n.span()));
  }

  /** The index letters of a script; empty where it is made of anything else. */
  private Optional<List<String>> letters(Tree script) {
    Optional<List<Expr>> list = new Integers(context).list(script);
    List<String> letters =
        list.orElse(List.of()).stream().flatMap(e -> letter(e).stream()).toList();
    return list.filter(l -> l.size() == letters.size()).map(l -> letters);
  }

  private Optional<String> letter(Tree tree) {
    return new Integers(context).integer(tree).flatMap(this::letter);
  }

  private Optional<String> letter(Expr index) {
    Optional<Size> size = SizeForm.of(index).filter(s -> s.letters().size() == 1);
    int more = shifted ? size.map(Size::offset).orElse(0) : 0;
    return size.map(s -> s.letters().getFirst())
        .filter(letter -> size.get().equals(Size.letter(letter).plus(more)));
  }

  private Optional<Name> variable(Tree low) {
    return ScriptedName.of(Pieces.plain(low))
        .filter(ScriptedName::isBare)
        .map(ScriptedName::name)
        .filter(name -> context.variable(name, 0).isPresent());
  }

  private Optional<Slot> listed(List<Tree> run) {
    return Runs.of(run, context)
        .map(
            r -> {
              Type vector = Tensors.of(Shape.vector(r.size()));
              return new Slot(r.name(), Optional.of(vector), Optional.empty());
            });
  }

  private Optional<Slot> slot(Tree argument) {
    Optional<ScriptedName> named =
        ScriptedName.of(argument)
            .filter(n -> n.high().isEmpty() && !context.isLetter(n.name().latex()));
    return named.flatMap(n -> n.low().isEmpty() ? bare(n) : scripted(n));
  }

  /**
   * What has a formula is no argument, but for the whole of a family: {@code E(\vec w)}. The u of
   * {@code q(u)} is a value of the function u.
   */
  private Optional<Slot> bare(ScriptedName n) {
    Name name = n.name();
    if (new NamedWholes(context.scope()).members(name).isPresent()) {
      return Optional.of(new Slot(name, Optional.of(context.type(name, 0)), Optional.empty()));
    }
    Optional<Type> value =
        context.scope().function(name, 0).map(Declaration.Function::shape).map(Tensors::of);
    return context.definition(name, 0).isPresent()
        ? Optional.empty()
        : Optional.of(new Slot(name, value.or(() -> declared(n)), Optional.empty()));
  }

  /** The declared type of a parameter, or that of its family or of the name it comes from. */
  private Optional<Type> declared(ScriptedName n) {
    Name name = n.name();
    Name plain = new Name(n.letter().letter());
    return context
        .variable(name, 0)
        .or(() -> context.variable(name, 1))
        .or(() -> context.variable(Naming.raised(name, "()"), 1))
        .or(() -> context.variable(plain, 0))
        .map(Declaration.Variable::shape)
        .map(Tensors::of);
  }

  private Optional<Slot> scripted(ScriptedName n) {
    Optional<Name> label = n.labelledLow();
    Optional<Shape> own =
        label.flatMap(l -> context.variable(l, 0)).map(Declaration.Variable::shape);
    if (own.isPresent()) {
      return Optional.of(new Slot(label.get(), own.map(Tensors::of), Optional.empty()));
    }
    return n.lowTree()
        .flatMap(new Integers(context)::list)
        .filter(at -> at.stream().allMatch(Expr.Index.class::isInstance) && label.isPresent())
        .flatMap(
            at ->
                context
                    .variable(n.name(), at.size())
                    .map(
                        v ->
                            new Slot(
                                label.get(),
                                Optional.of(Tensors.of(v.shape())),
                                Optional.of(new Expr.Ref(n.name(), at, v.shape())))));
  }
}
