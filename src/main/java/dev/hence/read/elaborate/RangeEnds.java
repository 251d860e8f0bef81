package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Script;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The letters at the ends of sums: they are sizes, wherever else they stand. */
public final class RangeEnds {
  private RangeEnds() {}

  public static Set<String> of(Tree tree) {
    Set<String> letters = new HashSet<>();
    for (Tree part : Pieces.all(tree)) {
      if (part instanceof Tree.Big b && b.head() instanceof Tree.Scripted s) {
        Optional<Tree> end =
            s.scripts().stream().filter(Script::isHigh).findFirst().flatMap(Script::content);
        end.ifPresent(e -> letters(e, letters));
      }
    }
    return letters;
  }

  private static void letters(Tree end, Set<String> letters) {
    for (Tree part : Pieces.all(end)) {
      ScriptedName.of(part)
          .filter(ScriptedName::isBare)
          .map(ScriptedName::name)
          .map(Name::latex)
          .ifPresent(letters::add);
    }
  }
}
