package dev.hence.read.prose;

import dev.hence.read.prose.UseTypes.Name;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads off a tree which types its parts must have. */
final class UseReader {
  private static final Set<String> EQUATIONS = Set.of("=", ":=", "equiv", "approx", "propto");
  private static final Set<String> ORDERS = Set.of("<", ">", "<=", ">=", "ll", "gg");
  private static final Set<String> ELEMENTARY =
      Set.of("exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "sqrt");
  private static final Set<String> SUMS = Set.of("sum", "prod", "lim");

  private final UseTypes types;
  private final Set<Symbol> functions;

  /** What was transposed, by the types of the transposes. */
  private final Map<Type, Type> bases = new HashMap<>();

  /**
   * Reads uses into types.
   *
   * @param functions letters that are functions where parentheses stand behind them
   */
  UseReader(UseTypes types, Set<Symbol> functions) {
    this.types = types;
    this.functions = functions;
  }

  Type read(Tree tree) {
    return switch (tree) {
      case Tree.Leaf l -> leaf(l);
      case Tree.Braced b -> read(b.content());
      case Tree.Styled s -> Symbols.bare(s).isPresent() ? name(s) : read(s.body());
      case Tree.Scripted s -> scripted(s);
      case Tree.Command c -> command(c);
      case Tree.Joined j -> joined(j);
      case Tree.Group g -> group(g);
      case Tree.Application a when isFunction(a.function()) -> known(a.function(), a.argument());
      case Tree.Prefixed p when isFunction(p.head()) -> known(p.head(), p.operand());
      case Tree.Application a -> product(a);
      case Tree.Prefixed p when p.head() instanceof Tree.Derivative -> product(p);
      case Tree.Big b -> big(b);
      case Tree.Integral i -> read(i.body());
      case Tree.Derivative d -> derivative(d);
      case Tree.Evaluation e -> read(e.body());
      case Tree.Choice c ->
          UseFactor.isProduct(c.doubt()) ? product(c) : read(c.readings().getFirst());
      default -> inside(tree);
    };
  }

  /** What says nothing itself and may hold what does. */
  private Type inside(Tree tree) {
    for (Tree inner : tree.inner()) {
      read(inner);
    }
    return types.unknown();
  }

  private Type leaf(Tree.Leaf leaf) {
    Token token = leaf.token();
    return switch (token.kind()) {
      case NUMBER -> token.meaning().equals("0") ? types.unknown() : Type.real();
      case INFINITY -> Type.real();
      case LETTER, NAME, WORD -> name(leaf);
      default -> types.unknown();
    };
  }

  // Names

  private Type name(Tree tree) {
    Optional<Symbol> bare = Symbols.bare(tree);
    return bare.isPresent() ? scripts(bare.get(), Symbols.scripts(tree)) : inside(tree);
  }

  private Type scripts(Symbol letter, List<Tree.Script> scripts) {
    UseScripts read = UseScripts.of(scripts);
    if (letter.letter().equals("e") && read.power().isPresent()) {
      types.number(read(read.power().get()));
      return Type.real();
    }
    if (isConstant(letter)) {
      return letter.letter().equals("\\pi") ? Type.real() : types.unknown();
    }
    Type type = types.of(new Name(letter.bare(), read.marks(), read.indices(), 0));
    boolean vector = letter.font().bold() && Character.isLowerCase(letter.letter().charAt(0));
    if (vector && read.indices() == 0) {
      types.same(type, types.vector());
    }
    Type turned = read.isTransposed() ? transposed(type, isSmall(letter)) : type;
    return read.power().map(p -> power(turned, p)).orElse(turned);
  }

  private static boolean isConstant(Symbol letter) {
    return Set.of("\\pi", "e", "I").contains(letter.letter())
        || letter.latex().startsWith("\\mathbb");
  }

  private static boolean isSmall(Symbol letter) {
    char first = letter.letter().charAt(0);
    return first == '\\'
        ? Character.isLowerCase(letter.letter().charAt(1))
        : Character.isLowerCase(first);
  }

  // Scripts

  private Type scripted(Tree.Scripted s) {
    if (Symbols.bare(s).isPresent()) {
      return name(s);
    }
    UseScripts scripts = UseScripts.of(s.scripts());
    Type base = read(s.base());
    Type turned = scripts.isTransposed() ? transposed(base, isSmall(s.base())) : base;
    return scripts.power().map(p -> power(turned, p)).orElse(turned);
  }

  /** Whether all letters that stand alone in a sum are small. */
  private static boolean isSmall(Tree tree) {
    return switch (tree) {
      case Tree.Braced b -> isSmall(b.content());
      case Tree.Group g -> isSmall(g.content());
      case Tree.Joined j when j.binding() == Tree.Binding.SUM ->
          j.links().stream().allMatch(l -> isSmall(l.operand()));
      case Tree.Prefixed p when isNabla(p.head()) -> true;
      default -> Symbols.bare(tree).filter(UseReader::isSmall).isPresent();
    };
  }

  private Type transposed(Type base, boolean vector) {
    if (vector) {
      types.same(base, types.vector());
    }
    types.tensor(base);
    Type result = types.unknown();
    types.require(new UseRules.Transpose(base, result));
    bases.put(result, base);
    return result;
  }

  /** A number to a power is one; of other powers nothing is said. */
  private Type power(Type base, Tree exponent) {
    Type power = read(exponent);
    if (types.isTensor(base)) {
      return types.unknown();
    }
    types.number(power);
    return base;
  }

  // Operators

  private Type command(Tree.Command c) {
    return switch (c.command().meaning()) {
      case "frac" -> quotient(c.arguments().getFirst(), c.arguments().getLast());
      case "sqrt" -> {
        types.number(read(c.arguments().getFirst()));
        yield Type.real();
      }
      case "underbrace", "overbrace", "boxed" -> read(c.arguments().getFirst());
      default -> inside(c);
    };
  }

  private Type quotient(Tree above, Tree below) {
    Type result = read(above);
    types.number(read(below));
    return result;
  }

  private Type joined(Tree.Joined j) {
    return switch (j.binding()) {
      case OVER -> quotient(j.links().getFirst().operand(), j.links().getLast().operand());
      case CHAIN -> chain(j);
      case SUM -> sum(j);
      case PRODUCT -> product(j);
    };
  }

  private Type chain(Tree.Joined chain) {
    Type before = read(chain.links().getFirst().operand());
    for (Tree.Link link : chain.links().subList(1, chain.links().size())) {
      String relation = link.operator().map(Token::meaning).orElse("");
      boolean equation = EQUATIONS.contains(relation);
      boolean order = ORDERS.contains(relation);
      if (!equation && !order) {
        return types.unknown();
      }
      Type side = read(link.operand());
      types.same(before, side);
      if (order) {
        types.number(side);
      }
      before = side;
    }
    return before;
  }

  private Type sum(Tree.Joined sum) {
    Type first = read(sum.links().getFirst().operand());
    for (Tree.Link link : sum.links().subList(1, sum.links().size())) {
      types.same(first, read(link.operand()));
    }
    return first;
  }

  private Type product(Tree whole) {
    List<UseFactor> flat = UseFactor.of(whole);
    List<Type> factors = new ArrayList<>();
    List<Optional<Type>> turned = new ArrayList<>();
    int at = 0;
    while (at < flat.size()) {
      boolean derives = flat.get(at).derives() && at + 1 < flat.size();
      int first = derives ? at + 1 : at;
      Optional<Tree.Group> argument = argument(flat, first);
      Tree head = flat.get(first).tree();
      Type value = argument.map(g -> call(head, g)).orElseGet(() -> read(head));
      if (derives) {
        value = derived((Tree.Derivative) flat.get(at).tree(), value, argument);
      }
      if (argument.isPresent()) {
        value = applied(flat.get(first + 1).scripts(), value, derives);
      }
      if (flat.get(first).below()) {
        types.number(value);
      }
      factors.add(value);
      turned.add(Optional.ofNullable(bases.get(value)));
      at = first + (argument.isPresent() ? 2 : 1);
    }
    if (factors.size() == 1) {
      return factors.getFirst();
    }
    Type result = types.unknown();
    types.require(new UseRules.Product(factors, turned, result));
    return result;
  }

  /** The argument of a function that stands at a place. */
  private Optional<Tree.Group> argument(List<UseFactor> flat, int at) {
    boolean function =
        at + 1 < flat.size()
            && Symbols.bare(flat.get(at).tree())
                .filter(s -> functions.contains(s.bare()))
                .isPresent();
    return function ? flat.get(at + 1).group() : Optional.empty();
  }

  private Type applied(UseScripts scripts, Type value, boolean vector) {
    Type turned = scripts.isTransposed() ? transposed(value, vector) : value;
    return scripts.power().map(p -> power(turned, p)).orElse(turned);
  }

  private Type group(Tree.Group g) {
    return switch (g.open().meaning()) {
      case "||" -> {
        Type inner = read(g.content());
        types.tensor(inner);
        if (isSmall(g.content())) {
          types.same(inner, types.vector());
        }
        yield Type.real();
      }
      case "|" -> {
        read(g.content());
        yield Type.real();
      }
      case "<" -> inner(g);
      default -> read(g.content());
    };
  }

  private Type inner(Tree.Group g) {
    if (g.content() instanceof Tree.Listed l && l.items().size() == 2) {
      Type left = read(l.items().get(0));
      types.same(left, read(l.items().get(1)));
      types.tensor(left);
      if (l.items().stream().allMatch(UseReader::isSmall)) {
        types.same(left, types.vector());
      }
    }
    return Type.real();
  }

  // Functions

  private Type call(Tree function, Tree.Group argument) {
    UseScripts scripts = UseScripts.of(Symbols.scripts(function));
    Symbol letter = Symbols.bare(function).orElseThrow();
    List<Tree> items = items(argument);
    Name name = new Name(letter.bare(), scripts.marks(), scripts.indices(), items.size());
    Type.Function f = (Type.Function) types.of(name);
    for (int k = 0; k < items.size(); k++) {
      types.same(f.arguments().get(k), read(items.get(k)));
    }
    return scripts.power().map(p -> power(f.value(), p)).orElse(f.value());
  }

  static List<Tree> items(Tree.Group group) {
    return group.content() instanceof Tree.Listed l
        ? l.items().stream().filter(i -> !Formula.isComma(i)).toList()
        : List.of(group.content());
  }

  static boolean isFunction(Tree tree) {
    return (tree instanceof Tree.Leaf l && l.token().kind() == TokenKind.FUNCTION)
        || (tree instanceof Tree.Scripted s && isFunction(s.base()));
  }

  /** An elementary function acts on each entry; a trace and a determinant are numbers. */
  private Type known(Tree function, Tree argument) {
    Type type = read(argument);
    Tree head = function instanceof Tree.Scripted s ? s.base() : function;
    if (head instanceof Tree.Leaf l && Evidence.MATRIX_FUNCTIONS.contains(l.token().meaning())) {
      types.tensor(type);
      return Type.real();
    }
    return ELEMENTARY.contains(((Tree.Leaf) head).token().meaning()) ? type : types.unknown();
  }

  private Type big(Tree.Big b) {
    Tree head = b.head() instanceof Tree.Scripted s ? s.base() : b.head();
    Type body = read(b.body());
    return head instanceof Tree.Leaf l && SUMS.contains(l.token().meaning())
        ? body
        : types.unknown();
  }

  // Derivatives

  private static boolean isNabla(Tree head) {
    return head instanceof Tree.Derivative d && d.kind() == Tree.Derivative.Kind.NABLA;
  }

  private Type derivative(Tree.Derivative d) {
    return d.operand().map(o -> derived(d, read(o), Optional.empty())).orElseGet(types::unknown);
  }

  /**
   * The type of a derivative. A ∇ without a letter below is by the only argument of the function
   * behind it.
   */
  private Type derived(Tree.Derivative d, Type operand, Optional<Tree.Group> argument) {
    boolean once = TreeText.tokens(d.written()).stream().noneMatch(t -> t.kind() == TokenKind.SUP);
    boolean nabla = isNabla(d);
    if (!once || d.variables().size() > 1) {
      return types.unknown();
    }
    if (d.variables().isEmpty()) {
      Optional<Tree> only =
          argument.map(UseReader::items).filter(i -> i.size() == 1).map(List::getFirst);
      types.number(operand);
      return nabla && only.isPresent() ? read(only.get()) : types.unknown();
    }
    Tree variable = d.variables().getFirst();
    if (UseScripts.of(Symbols.scripts(variable)).indices() > 0) {
      return types.unknown();
    }
    Type result = types.unknown();
    types.require(new UseRules.Derivative(operand, read(variable), result));
    return result;
  }
}
