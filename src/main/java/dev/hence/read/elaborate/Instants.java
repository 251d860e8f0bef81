package dev.hence.read.elaborate;

import dev.hence.claim.Dynamics;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads points of time: 0, the variable of time, a letter that names an instant. */
final class Instants {
  private static final Pattern LETTER = Pattern.compile("\\\\?[a-zA-Z]+");

  /** Greek letters name no instant; only τ does. */
  private static final Pattern GREEK = Pattern.compile("\\\\(?!tau\\b)[a-zA-Z]+([_^'].*)?");

  static final Expr.Ref FOREVER = new Expr.Ref(Name.FOREVER, java.util.List.of(), Shape.SCALAR);

  private final Context context;

  Instants(Context context) {
    this.context = context;
  }

  /** The time that a script or an argument is, where something moves. */
  Optional<Expr> time(Tree tree) {
    if (!context.moves()) {
      return Optional.empty();
    }
    if (Pieces.numeral(tree).filter(n -> n.signum() == 0).isPresent()) {
      return Optional.of(new Expr.Literal(Rational.ZERO));
    }
    if (Pieces.isKind(tree, TokenKind.INFINITY)) {
      return Optional.of(FOREVER);
    }
    Optional<Name> name =
        ScriptedName.of(Pieces.plain(tree)).filter(n -> n.high().isEmpty()).map(Instants::name);
    boolean start =
        name.isPresent()
            && context
                .scope()
                .dynamics()
                .flatMap(Dynamics::clock)
                .map(Dynamics.Clock::start)
                .equals(name);
    return start
        ? Optional.of(new Expr.Literal(Rational.ZERO))
        : name.filter(this::isTime).map(n -> new Expr.Ref(n, java.util.List.of(), Shape.SCALAR));
  }

  private static Name name(ScriptedName n) {
    return n.labelledLow().orElse(n.name());
  }

  private boolean isTime(Name name) {
    if (context.locals().containsKey(name)) {
      return context.times().contains(name);
    }
    boolean declared =
        context.variable(name, 0).filter(v -> v.shape().isScalar()).isPresent()
            && !context.scope().isState(name);
    boolean instant = !GREEK.matcher(name.latex()).matches();
    return context.isTimeVariable(name) || (instant && (declared || isFree(name)));
  }

  private boolean isFree(Name name) {
    boolean letter =
        LETTER.matcher(name.latex()).matches()
            && (name.latex().startsWith("\\") || name.latex().length() == 1);
    return letter
        && !context.knows(name, 0)
        && !context.isLetter(name.latex())
        && !context.isSize(name.latex());
  }
}
