package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.symbol.Accent;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Derivative.Kind;
import java.util.List;
import java.util.Optional;

/** Derivatives in time on the left of an equation: {@code \dot\theta}, {@code d\theta/dt}. */
public final class Rates {
  /**
   * A derivative in time of a name.
   *
   * @param state as it is written, without dots and without the time
   */
  public record Rate(Tree state, int order) {}

  private Rates() {}

  /** The rate that a tree is. */
  public static Optional<Rate> of(Tree tree, Context context) {
    Tree plain = Pieces.plain(tree);
    if (plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()) {
      return c.readings().stream().flatMap(r -> of(r, context).stream()).findFirst();
    }
    if (plain instanceof Tree.Application a && isTime(a.argument())) {
      return of(a.function(), context);
    }
    if (plain instanceof Tree.Derivative d) {
      return derivative(d);
    }
    return plain instanceof Tree.Prefixed p && p.head() instanceof Tree.Derivative d && isByTime(d)
        ? ScriptedName.of(withoutTime(p.operand()))
            .map(n -> new Rate(withoutTime(p.operand()), order(d)))
        : dotted(plain);
  }

  /** {@code x'} of a known variable x, where the dynamics are written with it. */
  public static Optional<Rate> primed(Tree left, Context context) {
    boolean prime =
        ScriptedName.of(Pieces.plain(left))
            .filter(n -> n.primes() == 1 && n.high().isEmpty())
            .filter(n -> !context.knows(n.name(), 0))
            .isPresent();
    return prime && Pieces.plain(left) instanceof Tree.Scripted s
        ? Optional.of(new Rate(unprimed(s), 1))
        : Optional.empty();
  }

  private static Tree unprimed(Tree.Scripted s) {
    List<Tree.Script> rest = s.scripts().stream().filter(x -> !ScriptedName.isPrime(x)).toList();
    return rest.isEmpty() ? s.base() : new Tree.Scripted(s.base(), rest, s.nesting());
  }

  /** The rates in a formula; what is one at an instant, such as the start, is a value. */
  public static List<Rate> in(Tree tree, Context context) {
    Tree plain = chosen(tree);
    Optional<Rate> whole = of(plain, context);
    if (whole.isPresent()) {
      return whole.stream().toList();
    }
    boolean instant = plain instanceof Tree.Application a && dotted(a.function()).isPresent();
    List<Tree> parts =
        instant ? List.of(((Tree.Application) plain).argument()) : Pieces.inside(plain);
    return parts.stream().flatMap(p -> in(p, context).stream()).toList();
  }

  /** What {@code d/dt} stands before, if it is no name. */
  public static Optional<Tree> moved(Tree left) {
    Tree plain = chosen(left);
    return switch (plain) {
      case Tree.Derivative d when isByTime(d) && order(d) == 1 -> d.operand();
      case Tree.Prefixed p
          when p.head() instanceof Tree.Derivative d && isByTime(d) && order(d) == 1 ->
          Optional.of(p.operand());
      default -> Optional.empty();
    };
  }

  private static Tree chosen(Tree tree) {
    Tree plain = Pieces.plain(tree);
    return plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
        ? chosen(c.readings().getFirst())
        : plain;
  }

  private static Optional<Rate> derivative(Tree.Derivative d) {
    return d.operand()
        .filter(o -> isByTime(d))
        .map(Rates::withoutTime)
        .filter(o -> ScriptedName.of(o).isPresent())
        .map(o -> new Rate(o, order(d)));
  }

  private static int order(Tree.Derivative d) {
    return Pieces.plain(d.variables().getFirst()) instanceof Tree.Scripted s
            && s.scripts().size() == 1
            && s.scripts().getFirst().content().flatMap(Pieces::numeral).isPresent()
        ? s.scripts().getFirst().content().flatMap(Pieces::numeral).get().intValueExact()
        : 1;
  }

  private static boolean isByTime(Tree.Derivative d) {
    if (d.kind() == Kind.NABLA || d.variables().size() != 1) {
      return false;
    }
    Tree variable = Pieces.plain(d.variables().getFirst());
    Tree base = variable instanceof Tree.Scripted s ? s.base() : variable;
    return isName(base, Name.TIME);
  }

  private static boolean isName(Tree tree, Name name) {
    return ScriptedName.of(Pieces.plain(tree)).filter(n -> n.name().equals(name)).isPresent();
  }

  private static boolean isTime(Tree argument) {
    return Pieces.plain(argument) instanceof Tree.Group g && isName(g.content(), Name.TIME);
  }

  /** {@code \theta(t)} and {@code \theta_t} are θ here. */
  private static Tree withoutTime(Tree tree) {
    Tree plain = Pieces.plain(tree);
    if (plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()) {
      return withoutTime(c.readings().getFirst());
    }
    if (plain instanceof Tree.Application a && isTime(a.argument())) {
      return a.function();
    }
    return plain instanceof Tree.Scripted s
            && s.scripts().size() == 1
            && s.scripts().getFirst().isLow()
            && s.scripts().getFirst().content().filter(c -> isName(c, Name.TIME)).isPresent()
        ? s.base()
        : plain;
  }

  private static Optional<Rate> dotted(Tree tree) {
    Tree plain = withoutTime(tree);
    Optional<ScriptedName> n = ScriptedName.of(plain);
    Optional<Accent> last =
        n.map(x -> x.letter().accents()).filter(a -> !a.isEmpty()).map(List::getLast);
    if (last.isEmpty() || n.get().primes() > 0) {
      return Optional.empty();
    }
    return switch (last.get()) {
      case DOT -> undotted(plain).map(s -> new Rate(s, 1));
      case DDOT -> undotted(plain).map(s -> new Rate(s, 2));
      case DDDOT, HAT, BAR, TILDE, VEC, CHECK, BREVE, ACUTE, GRAVE, RING, UNDERLINE, DELTA ->
          Optional.empty();
    };
  }

  /** The name below the dots, with its scripts. */
  private static Optional<Tree> undotted(Tree tree) {
    return switch (tree) {
      case Tree.Styled s when isDot(s.command()) -> Optional.of(Pieces.plain(s.body()));
      case Tree.Scripted s ->
          undotted(Pieces.plain(s.base()))
              .map(base -> new Tree.Scripted(base, s.scripts(), s.nesting()));
      default -> Optional.empty();
    };
  }

  private static boolean isDot(Token command) {
    return command.kind() == TokenKind.ACCENT && command.meaning().endsWith("dot");
  }
}
