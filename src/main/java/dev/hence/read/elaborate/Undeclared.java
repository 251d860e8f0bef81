package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Font;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * Names that nothing declares. A plain letter has the type that its uses force; one with primes or
 * accents is of the type of the name that it comes from.
 */
final class Undeclared {
  private final Reading reading;
  private final Context context;

  Undeclared(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  Optional<Typed> value(ScriptedName n) {
    Name name = n.name();
    if (!n.isBare()) {
      return Optional.empty();
    }
    if (context.isTimeVariable(name)) {
      return Optional.of(Calls.reference(name, Type.real(), n.span()));
    }
    Optional<Type> origin = origin(n);
    if (origin.isEmpty() && !isPlain(n)) {
      return Optional.empty();
    }
    Type type = reading.inference().undeclared(name, n.span());
    origin.ifPresent(t -> reading.inference().same(t, type, n.span(), Refusal.Where.ARGUMENT));
    return Optional.of(Calls.reference(name, type, n.span()));
  }

  /** Whether a name is a letter without font, accent, scripts or primes. */
  static boolean isPlain(ScriptedName n) {
    Symbol letter = n.letter();
    String base = letter.letter();
    boolean isLetter =
        (base.length() == 1 && Character.isLetter(base.charAt(0)) && !base.equals("d"))
            || (base.startsWith("\\") && !List.of("\\partial", "\\Delta").contains(base));
    return n.isBare()
        && n.primes() == 0
        && letter.font().equals(Font.PLAIN)
        && letter.accents().isEmpty()
        && isLetter;
  }

  /** Whether a capital letter of which nothing is known stands in a script. */
  boolean holdsCapital(Tree script) {
    return Pieces.all(script).stream()
        .filter(t -> !Powers.isTransposeSign(t))
        .flatMap(t -> ScriptedName.of(t).stream())
        .filter(Undeclared::isPlain)
        .filter(n -> n.letter().letter().matches("[A-Z]"))
        .anyMatch(n -> !context.knows(n.name(), 0) && new Integers(context).integer(n).isEmpty());
  }

  /** {@code x'}, {@code \hat x}, {@code \tilde x} beside a declared x that rests. */
  private Optional<Type> origin(ScriptedName n) {
    Symbol letter = n.letter();
    boolean derived =
        (n.primes() > 0 || !letter.accents().isEmpty())
            && letter.font().equals(Font.PLAIN)
            && letter.accents().stream().allMatch(a -> a == Accent.TILDE || a == Accent.HAT);
    Name plain = Naming.of(new Symbol(letter.letter(), letter.font(), List.of(), List.of()));
    return derived && !context.scope().isState(plain) && context.variable(plain, 0).isPresent()
        ? Optional.of(context.type(plain, 0))
        : Optional.empty();
  }
}
