package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.Tree;
import java.util.Optional;

/**
 * A name with a number where its family has an index: {@code w_0}, {@code a^1}, {@code x^{(2)}}.
 *
 * @param label the name of its own that it may be
 */
public record NumberedMember(Name family, int number, Name label) {
  /** The member that a tree may be. */
  public static Optional<NumberedMember> of(Tree tree) {
    return ScriptedName.of(tree).flatMap(NumberedMember::of);
  }

  static Optional<NumberedMember> of(ScriptedName n) {
    boolean above = n.high().isPresent() && n.low().isEmpty();
    boolean below = n.low().isPresent() && n.high().isEmpty();
    if (above == below) {
      return Optional.empty();
    }
    Tree script = above ? n.highTree().orElse(null) : n.lowTree().orElse(null);
    if (script == null) {
      return Optional.empty();
    }
    Name family = above ? Naming.raised(n.name(), Members.fence(script)) : n.name();
    return Pieces.numeral(above ? Members.inner(script) : script)
        .filter(k -> k.isInteger() && k.numerator().bitLength() < 32)
        .flatMap(
            k -> n.labelled().map(label -> new NumberedMember(family, k.intValueExact(), label)));
  }

  /** The number of the first member of the family, where it is one. */
  Optional<Rational> first(Context context) {
    return context.familyLetters(family, 1).stream()
        .flatMap(l -> context.range(l).stream())
        .map(Range::lower)
        .filter(Expr.Literal.class::isInstance)
        .map(e -> ((Expr.Literal) e).value())
        .findFirst();
  }

  /** Whether it is one of the members that are declared, and not one before them. */
  public boolean isDeclared(Context context) {
    return context.variable(family, 1).isPresent()
        && first(context).filter(f -> f.compareTo(Rational.of(number)) > 0).isEmpty();
  }
}
