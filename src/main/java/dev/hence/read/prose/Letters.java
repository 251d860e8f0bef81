package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Tree;
import java.util.Optional;
import java.util.Set;

/** The letters of a piece of a document. */
public final class Letters {
  private Letters() {}

  /** All letters in the order in which they stand. */
  public static Set<Symbol> of(String math) {
    return Formula.of(Source.of(math)).letters();
  }

  /** The name on the left of the first relation, if it is a name and no more. */
  public static Optional<Symbol> head(String math) {
    Formula formula = Formula.of(Source.of(undelimited(math)));
    return formula.rows().stream()
        .flatMap(row -> head(row).stream())
        .findFirst()
        .map(Subject::letter);
  }

  private static Optional<Subject> head(Tree tree) {
    return switch (tree) {
      case Tree.Joined j when j.binding() == Tree.Binding.CHAIN ->
          Subjects.of(j.links().getFirst().operand());
      case Tree.Environment e when !e.rows().isEmpty() ->
          e.rows().getFirst().items().stream().flatMap(i -> head(i).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private static String undelimited(String math) {
    return math.strip().replaceAll("^\\$\\$|\\$\\$$|^\\\\\\[|\\\\]$", "");
  }
}
