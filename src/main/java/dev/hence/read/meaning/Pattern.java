package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The left side of a declaration or a definition: a name, with index letters, alone or applied to
 * distinct bare variables.
 *
 * @param members parameters that are members of families, such as the x_j of {@code K(x, x_j)}: the
 *     member for each parameter that is one
 */
record Pattern(
    Name name, List<String> indices, List<Parameter> parameters, List<Optional<Expr.Ref>> members) {
  private static final java.util.regex.Pattern ACCENTED =
      java.util.regex.Pattern.compile("\\\\(?:bar|hat|tilde|vec|check)\\{(.*)\\}");

  /**
   * A function to be declared: {@code f(u)} of a u that is declared as {@code u(x)} is one, too.
   */
  static Optional<Pattern> declared(Syntax syntax, Context context) {
    return of(syntax, context, true);
  }

  /** Reads a left side; empty where it has another form. */
  static Optional<Pattern> of(Syntax syntax, Context context) {
    return of(syntax, context, false);
  }

  private static Optional<Pattern> of(Syntax syntax, Context context, boolean values) {
    if (new Deltas(context).parts(syntax).isPresent()) {
      return Optional.empty();
    }
    boolean applied =
        syntax instanceof Syntax.Product p
            && p.factors().size() == 2
            && p.factors().get(1).operator() == Operator.JUXTAPOSED
            && !p.factors().get(0).negated()
            && p.factors().get(1).value() instanceof Syntax.Group g
            && (g.open() == Delimiter.PARENTHESIS || g.open() == Delimiter.BRACKET)
            && !g.separators().contains("|")
            && !Means.isChance(p.factors().get(0).value())
            && !new Means(context).isPlainMean(p.factors().get(0).value(), g);
    if (!applied) {
      return Written.of(syntax).flatMap(w -> of(w, List.of(), context, values));
    }
    List<Syntax.Factor> factors = ((Syntax.Product) syntax).factors();
    List<Syntax> arguments = Pieces.arguments((Syntax.Group) factors.get(1).value());
    return Written.of(factors.get(0).value()).flatMap(w -> of(w, arguments, context, values));
  }

  private static Optional<Pattern> of(
      Written w, List<Syntax> arguments, Context context, boolean values) {
    List<Parameter> parameters = new ArrayList<>();
    List<Optional<Expr.Ref>> members = new ArrayList<>();
    List<String> called = new ArrayList<>();
    for (List<Syntax> list : ListedArguments.apart(arguments)) {
      Syntax argument = list.getFirst();
      if (list.size() > 1) {
        Optional<Parameter> all = new ListedArguments(context).parameter(list);
        if (all.isEmpty()) {
          return Optional.empty();
        }
        parameters.add(all.get());
        members.add(Optional.empty());
        continue;
      }
      Optional<String> letter = IndexArguments.letter(argument, context);
      if (letter.isPresent() && parameters.isEmpty()) {
        called.add(letter.get());
        continue;
      }
      Optional<Slot> slot = slot(argument, context, values);
      if (slot.isEmpty()) {
        return Optional.empty();
      }
      parameters.add(slot.get().parameter());
      members.add(slot.get().member());
    }
    Optional<Pattern> pattern = named(w, called, parameters, members, context);
    return pattern.filter(
        p ->
            new HashSet<>(p.parameters.stream().map(Parameter::name).toList()).size()
                == p.parameters.size());
  }

  /**
   * @param called index letters among the arguments
   */
  private static Optional<Pattern> named(
      Written w,
      List<String> called,
      List<Parameter> parameters,
      List<Optional<Expr.Ref>> members,
      Context context) {
    Name name = w.primed();
    List<String> letters = new ArrayList<>();
    boolean high = w.sup().flatMap(sup -> raised(sup, context)).isPresent();
    if (w.sub().isPresent() && LeftOut.letter(w.sub().get(), context).isPresent()) {
      letters.add(LeftOut.letter(w.sub().get(), context).get());
      name = LeftOut.name(name);
    } else if (w.sub().isPresent()) {
      Optional<Name> variable = bareVariable(w.sub().get(), context);
      Optional<List<String>> below = letters(w.sub().get(), context);
      if (below.isPresent()) {
        letters.addAll(below.get());
      } else if (variable.isPresent() && !(parameters.isEmpty() && called.isEmpty())) {
        Shape shape = context.variable(variable.get(), 0).orElseThrow().shape();
        parameters.add(new Parameter(variable.get(), shape));
        members.add(Optional.empty());
        name = name.withSubscript(variable.get());
      } else if (high) {
        Optional<Name> low = Written.labelled(name, w.sub(), Optional.empty());
        if (low.isEmpty()) {
          return Optional.empty();
        }
        name = low.get();
      } else {
        return labelled(w, called, parameters, members);
      }
    }
    if (high) {
      letters.addAll(raised(w.sup().get(), context).get());
      name = Indexed.superscriptName(name, Indexed.fence(w.sup().get()));
    } else if (w.sup().isPresent() && letters.isEmpty()) {
      return labelled(w, called, parameters, members);
    } else if (w.sup().isPresent()) {
      Optional<Name> marked = Written.labelled(name, Optional.empty(), w.sup());
      if (marked.isEmpty()) {
        return Optional.empty();
      }
      name = marked.get();
    }
    letters.addAll(called);
    boolean distinct = new HashSet<>(letters).size() == letters.size();
    return distinct
        ? Optional.of(new Pattern(name, letters, parameters, members))
        : Optional.empty();
  }

  private static Optional<Pattern> labelled(
      Written w,
      List<String> called,
      List<Parameter> parameters,
      List<Optional<Expr.Ref>> members) {
    return Written.labelled(w.primed(), w.sub(), w.sup())
        .map(name -> new Pattern(name, called, parameters, members));
  }

  /** The index letters of a script that stands high, in parentheses or not. */
  private static Optional<List<String>> raised(Syntax sup, Context context) {
    return letters(Indexed.inner(sup), context);
  }

  /** The index letters of a script; empty where it is made of anything else. */
  private static Optional<List<String>> letters(Syntax script, Context context) {
    return new Integers(context)
        .list(script)
        .map(list -> list.stream().flatMap(e -> letter(e).stream()).toList())
        .filter(letters -> letters.size() == new Integers(context).list(script).get().size());
  }

  /** The letter that an index is, also if it is written {@code (i-1)+1}. */
  private static Optional<String> letter(Expr index) {
    return SizeForm.of(index)
        .filter(size -> size.letters().size() == 1)
        .map(size -> size.letters().getFirst())
        .filter(letter -> SizeForm.of(index).equals(Optional.of(Size.letter(letter))));
  }

  private static Optional<Name> bareVariable(Syntax syntax, Context context) {
    return Written.of(syntax)
        .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
        .map(Written::primed)
        .filter(n -> context.variable(n, 0).isPresent());
  }

  private record Slot(Parameter parameter, Optional<Expr.Ref> member) {}

  private static Optional<Slot> slot(Syntax argument, Context context, boolean values) {
    Optional<Written> written = Written.of(argument).filter(w -> w.sup().isEmpty());
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Written w = written.get();
    Optional<Declaration.Function> function = context.function(w.primed(), 0);
    if (function.isPresent()) {
      return function
          .filter(f -> values && w.sub().isEmpty())
          .map(f -> new Slot(new Parameter(f.name(), f.shape()), Optional.empty()));
    }
    if (w.sub().isEmpty()) {
      boolean value =
          context.definition(w.primed(), 0).isPresent()
              && new Wholes(context).members(w.primed()).isEmpty();
      return context.isLetter(w.primed().latex()) || value
          ? Optional.empty()
          : Optional.of(
              new Slot(new Parameter(w.primed(), shape(w, context, values)), Optional.empty()));
    }
    Optional<List<Expr>> indices = new Integers(context).list(w.sub().get());
    Optional<Name> label = Written.labelled(w.primed(), w.sub(), Optional.empty());
    if (label.isPresent() && context.variable(label.get(), 0).isPresent()) {
      Shape shape = context.variable(label.get(), 0).get().shape();
      return Optional.of(new Slot(new Parameter(label.get(), shape), Optional.empty()));
    }
    return indices
        .filter(list -> list.stream().allMatch(Expr.Index.class::isInstance))
        .flatMap(
            list ->
                context
                    .variable(w.primed(), list.size())
                    .map(
                        v ->
                            new Slot(
                                new Parameter(label.orElseThrow(), v.shape()),
                                Optional.of(new Expr.Ref(w.primed(), list, v.shape())))));
  }

  /** The declared shape of a parameter, or that of its family or of the name it comes from. */
  private static Shape shape(Written w, Context context, boolean values) {
    Name name = w.primed();
    Name plain = new Name(w.base().base());
    return context
        .variable(name, 0)
        .map(Declaration.Variable::shape)
        .or(() -> context.definition(name, 0).map(Definition::shape))
        .or(() -> declared(name, plain, context))
        .or(() -> context.definition(name, 1).map(Definition::shape))
        .or(() -> values ? ofRelatives(w.base(), context) : Optional.empty())
        .orElse(Shape.SCALAR);
  }

  /** The shape that all declared variables of a letter have: {@code x_0}, {@code \bar x_i} of x. */
  private static Optional<Shape> ofRelatives(Syntax.Name letter, Context context) {
    String own =
        new Syntax.Name(letter.base(), letter.font(), letter.bold(), List.of(), letter.span())
            .key();
    List<Shape> shapes =
        context.scope().variables().values().stream()
            .filter(v -> bare(v.name()).equals(own))
            .map(Declaration.Variable::shape)
            .distinct()
            .toList();
    return shapes.size() == 1 ? Optional.of(shapes.getFirst()) : Optional.empty();
  }

  /** A name without accents, scripts and primes. */
  private static String bare(Name name) {
    String bare = name.latex().replaceAll("[_^]\\{[^{}]*\\}|'", "");
    Matcher accented = ACCENTED.matcher(bare);
    return accented.matches() ? accented.group(1) : bare;
  }

  private static Optional<Shape> declared(Name name, Name plain, Context context) {
    return context
        .variable(name, 1)
        .or(() -> context.variable(Indexed.superscriptName(name, "()"), 1))
        .or(() -> context.variable(Indexed.superscriptName(name, ""), 1))
        .or(() -> context.variable(plain, 0))
        .map(Declaration.Variable::shape);
  }
}
