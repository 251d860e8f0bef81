package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Joined;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has several readings where a known function stands before parentheses. */
final class CallDoubts {
  private static final Set<String> LANDAU = Set.of("O", "o", "\\Theta", "\\Omega", "\\omega");

  private CallDoubts() {}

  static Optional<Refusal> refusal(ScriptedName n, Found.Function f, Group group, Context context) {
    if (f.raised()) {
      return several(
          n, "a power on the name of a function", "a power of the value", "a repeated application");
    }
    boolean single = f.callee().parameters().size() == 1;
    if (single && standsBare(f.callee().name(), group.content())) {
      return several(n, "a function of itself", "the value at a value of itself", "a product");
    }
    boolean states =
        f.callee().parameters().stream().allMatch(p -> context.scope().isState(p.name()));
    if (states && Naught.isNaught(group.content()) && context.naught() == Naught.UNCLEAR) {
      return several(n, "a function of the state at 0", "at the start", "at the state 0");
    }
    return isListed(group)
        ? Optional.empty()
        : Optional.of(new Refusal.NoMeaning(group.span(), "these signs between arguments"));
  }

  private static Optional<Refusal> several(
      ScriptedName n, String doubt, String first, String second) {
    return Optional.of(new Refusal.Several(n.span(), doubt, List.of(first, second)));
  }

  /** Whether commas and semicolons alone stand between arguments, or one double bar. */
  private static boolean isListed(Group group) {
    List<Token> separators =
        Pieces.plain(group.content()) instanceof Tree.Listed l ? l.separators() : List.of();
    return separators.stream().allMatch(s -> s.meaning().equals(",") || s.meaning().equals(";"))
        || Divergence.isParted(group);
  }

  /** {@code \sigma(1 - \sigma)}: the function stands without arguments in its own. */
  static boolean standsBare(Name name, Tree tree) {
    Tree plain = Pieces.plain(tree);
    Optional<ScriptedName> n = ScriptedName.of(plain);
    if (n.isPresent()) {
      return n.get().isBare() && n.get().name().equals(name);
    }
    if (plain instanceof Tree.Application a) {
      return standsBare(name, a.argument());
    }
    if (plain instanceof Tree.Choice c) {
      return standsBare(name, c.readings().getFirst());
    }
    return plain.inner().stream().anyMatch(inner -> standsBare(name, inner));
  }

  /** {@code O(x)} of an O that nothing declares is an order. */
  static boolean isLandau(ScriptedName n) {
    return n.isBare()
        && n.letter().equals(Symbol.of(n.letter().letter()))
        && LANDAU.contains(n.letter().letter());
  }

  /** Whether this is reckoned from times: 2T, T/2, −h, t + h; but a + b may be numbers. */
  static boolean isReckoned(Tree tree, Context context) {
    List<Tree> leaves = leaves(tree);
    List<Tree> letters = leaves.stream().filter(l -> Pieces.numeral(l).isEmpty()).toList();
    boolean times = letters.stream().allMatch(l -> new Instants(context).time(l).isPresent());
    boolean sum =
        tree instanceof Joined j && j.binding() == Tree.Binding.SUM && j.links().size() > 1;
    boolean one = letters.size() == 1 && !ScriptedName.of(tree).isPresent() && !sum;
    boolean fromNow =
        sum
            && letters.stream()
                .flatMap(l -> ScriptedName.of(l).stream())
                .anyMatch(l -> context.isTimeVariable(l.name()));
    return times && (one || fromNow);
  }

  private static List<Tree> leaves(Tree tree) {
    return switch (Pieces.plain(tree)) {
      case Joined j -> j.links().stream().flatMap(l -> leaves(l.operand()).stream()).toList();
      case Tree.Command c -> c.arguments().stream().flatMap(a -> leaves(a).stream()).toList();
      default -> List.of(Pieces.plain(tree));
    };
  }

  /** Nobody writes a product with parentheses around a lone name. */
  static boolean isLoneName(Group group, Context context) {
    List<Tree> items = Pieces.items(group.content());
    return group.open().isFence("(")
        && !items.isEmpty()
        && items.stream()
            .allMatch(
                item ->
                    ScriptedName.of(item)
                        .filter(n -> n.high().isEmpty() && !context.isLetter(n.name().latex()))
                        .isPresent());
  }

  static Refusal noFunction(ScriptedName n) {
    return new Refusal.Several(
        n.span(), "a number before a name in parentheses", List.of("a product", "a value"));
  }

  static Refusal reckoned(Group group) {
    return new Refusal.Several(
        group.span(), "a reckoned time", List.of("a time", "a factor in parentheses"));
  }
}
