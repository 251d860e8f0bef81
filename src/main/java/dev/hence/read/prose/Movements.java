package dev.hence.read.prose;

import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Doubt;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.TreeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * "gradient flow $\dot\theta = -\nabla L$", "gradient descent $w_{t+1} = w_t - \eta \nabla
 * L(w_t)$", "initialised at $w_0 = 0$".
 */
final class Movements implements Pattern {
  private static final Set<String> FLOWS =
      Set.of("flow", "dynamics", "ode", "evolves", "evolve", "evolution", "trajectory");

  private static final Set<String> STEPS =
      Set.of(
          "descent",
          "update",
          "updates",
          "iteration",
          "iterates",
          "iterate",
          "iterations",
          "recursion",
          "scheme");

  private static final Set<String> STARTS =
      Set.of(
          "initialised",
          "initialized",
          "initialise",
          "initialize",
          "initialisation",
          "initialization",
          "starting",
          "starts",
          "start",
          "initial");

  @Override
  public List<Fact> in(Sentence sentence) {
    List<Fact> facts = new ArrayList<>();
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.inline(k).isPresent()) {
        of(sentence, k).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private static Optional<Fact> of(Sentence sentence, int k) {
    Formula formula = sentence.inline(k).orElseThrow().formula();
    boolean equation =
        formula.only().isPresent()
            && formula.only().get() instanceof Tree.Joined chain
            && chain.binding() == Tree.Binding.CHAIN
            && chain.links().size() == 2
            && chain.links().get(1).operator().map(Token::meaning).filter("="::equals).isPresent();
    if (!equation) {
      return Optional.empty();
    }
    Tree left = ((Tree.Joined) formula.only().get()).links().getFirst().operand();
    Optional<String> key =
        isVelocity(left) && saidBefore(sentence, k, FLOWS)
            ? Optional.of("flow")
            : isNext(left) && saidBefore(sentence, k, STEPS)
                ? Optional.of("step")
                : isStart(left) && saidBefore(sentence, k, STARTS)
                    ? Optional.of(isAtNaught(left) ? "flow" : "assume")
                    : Optional.empty();
    Optional<Symbol> letter = letter(left);
    return key.isPresent() && letter.isPresent()
        ? Optional.of(
            Facts.of(
                sentence,
                k,
                k,
                new Subject(letter.get(), counted(left), List.of(), Formula.print(left)),
                new Said.Entry(key.get(), formula.latex())))
        : Optional.empty();
  }

  private static boolean saidBefore(Sentence sentence, int k, Set<String> words) {
    for (int n = k - 1; n >= 0 && n >= k - 6; n--) {
      if (sentence.isWord(n, words)) {
        return true;
      }
      if (sentence.inline(n).isPresent()) {
        return false;
      }
    }
    return false;
  }

  /** {@code \dot\theta}, {@code \frac{d\theta}{dt}}. */
  private static boolean isVelocity(Tree left) {
    return switch (left) {
      case Tree.Choice c -> c.doubt() == Doubt.DERIVATIVE_OR_FRACTION && endsWithTime(left);
      case Tree.Derivative d -> d.kind() == Tree.Derivative.Kind.TOTAL && endsWithTime(left);
      case Tree.Scripted s -> isVelocity(s.base());
      case Tree.Application a -> isVelocity(a.function());
      default -> Symbols.bare(left).filter(s -> s.accents().contains(Accent.DOT)).isPresent();
    };
  }

  private static boolean endsWithTime(Tree left) {
    List<Token> tokens =
        TreeText.tokens(left).stream().filter(t -> t.kind() == TokenKind.LETTER).toList();
    return !tokens.isEmpty() && tokens.getLast().text().equals("t");
  }

  /** The letter that counts the steps in {@code w_{t+1}}. */
  private static List<String> counted(Tree left) {
    return Symbols.scripts(left).stream()
        .filter(Tree.Script::isLow)
        .flatMap(s -> TreeText.tokens(s.content().orElseThrow()).stream())
        .filter(t -> t.kind() == TokenKind.LETTER)
        .map(Token::meaning)
        .limit(1)
        .toList();
  }

  /** {@code w_{t+1}}. */
  private static boolean isNext(Tree left) {
    return Symbols.scripts(left).stream()
        .filter(Tree.Script::isLow)
        .anyMatch(
            s ->
                TreeText.tokens(s.content().orElseThrow()).stream()
                    .anyMatch(t -> t.text().equals("+")));
  }

  private static boolean isStart(Tree left) {
    return isAtNaught(left)
        || Symbols.scripts(left).stream()
            .filter(Tree.Script::isLow)
            .anyMatch(s -> Formula.print(s.content().orElseThrow()).equals("0"));
  }

  private static boolean isAtNaught(Tree left) {
    return Formula.print(left).replace(" ", "").endsWith("(0)");
  }

  /** The letter that moves. */
  private static Optional<Symbol> letter(Tree left) {
    Set<Symbol> letters = new LinkedHashSet<>();
    Subjects.collect(left, letters);
    return letters.stream()
        .filter(l -> !l.letter().equals("d") && !l.letter().equals("t"))
        .findFirst()
        .map(l -> new Symbol(l.letter(), l.font(), List.of(), List.of()));
  }
}
