package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.symbol.Mark;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A name as it is written, taken apart. Which of the scripts belong to the name is found out by
 * what is declared.
 *
 * @param letter without scripts and primes
 * @param highFirst whether the high script stands before the low one
 */
record ScriptedName(
    Symbol letter,
    int primes,
    Optional<Script> low,
    Optional<Script> high,
    boolean highFirst,
    Span span) {
  /** The name that a tree is; empty for anything else. */
  static Optional<ScriptedName> of(Tree tree) {
    Optional<Symbol> letter = Symbols.bare(tree);
    List<Script> scripts = Symbols.scripts(tree);
    boolean names =
        scripts.stream().allMatch(s -> s.isLow() || s.isHigh() || isPrime(s))
            && scripts.stream().filter(Script::isLow).count() < 2
            && scripts.stream().filter(Script::isHigh).count() < 2;
    return letter.filter(l -> names).map(l -> of(l, scripts, tree.span()));
  }

  private static ScriptedName of(Symbol letter, List<Script> scripts, Span span) {
    Optional<Script> low = scripts.stream().filter(Script::isLow).findFirst();
    Optional<Script> high = scripts.stream().filter(Script::isHigh).findFirst();
    int primes = scripts.stream().filter(ScriptedName::isPrime).mapToInt(Script::primes).sum();
    boolean highFirst =
        low.isPresent()
            && high.isPresent()
            && scripts.indexOf(high.get()) < scripts.indexOf(low.get());
    return new ScriptedName(letter, primes, low, high, highFirst, span);
  }

  static boolean isPrime(Script script) {
    return script.primes() > 0;
  }

  boolean isBare() {
    return low.isEmpty() && high.isEmpty();
  }

  /** The letter with its primes. */
  Symbol primed() {
    return primes == 0 ? letter : letter.with(new Mark.Primes(primes));
  }

  Name name() {
    return Naming.of(primed());
  }

  /** The name without its primes. */
  Name plain() {
    return Naming.of(letter);
  }

  ScriptedName withoutPrimes() {
    return new ScriptedName(letter, 0, low, high, highFirst, span);
  }

  ScriptedName withoutLow() {
    return new ScriptedName(letter, primes, Optional.empty(), high, false, span);
  }

  ScriptedName withHigh(Tree content) {
    Optional<Script> other = high.map(s -> new Script(s.sign(), Optional.of(content)));
    return new ScriptedName(letter, primes, low, other, highFirst, span);
  }

  ScriptedName withoutHigh() {
    return new ScriptedName(letter, primes, low, Optional.empty(), false, span);
  }

  ScriptedName withLetter(Symbol other) {
    return new ScriptedName(other, primes, low, high, highFirst, span);
  }

  Optional<Tree> lowTree() {
    return low.flatMap(Script::content);
  }

  Optional<Tree> highTree() {
    return high.flatMap(Script::content);
  }

  /** The name with all its scripts as labels, where they can be. */
  Optional<Name> labelled() {
    return labelled(low, high);
  }

  /** The name with its low script as a label. */
  Optional<Name> labelledLow() {
    return labelled(low, Optional.empty());
  }

  /** The name with its high script as a label. */
  Optional<Name> labelledHigh() {
    return labelled(Optional.empty(), high);
  }

  private Optional<Name> labelled(Optional<Script> below, Optional<Script> above) {
    Optional<Symbol> symbol = Optional.of(primed());
    for (Optional<Script> script : List.of(below, above)) {
      if (script.isPresent()) {
        Optional<Mark> mark = Symbols.mark(script.get());
        symbol = symbol.flatMap(s -> mark.map(s::with));
      }
    }
    return symbol.map(Naming::of);
  }
}
