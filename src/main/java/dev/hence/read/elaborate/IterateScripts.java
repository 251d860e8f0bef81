package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What stands at iterates: the numbers of the first ones, and letters that count steps. */
public final class IterateScripts {
  private IterateScripts() {}

  /** Whether something is written with a number in a place for an index: {@code v_0}. */
  public static boolean isNumbered(Tree left) {
    return ScriptedName.of(Pieces.plain(left)).stream()
        .flatMap(n -> Stream.of(n.lowTree(), n.highTree().map(Members::inner)))
        .flatMap(Optional::stream)
        .flatMap(script -> Integers.items(script).stream())
        .anyMatch(item -> Sets.number(item).filter(k -> k.isInteger()).isPresent());
  }

  /**
   * Letters that count steps: S of {@code \theta_S}, where a step makes θ_s and nothing else is
   * known of S. They are sizes, not labels.
   *
   * @param isIterate whether a name with so many indices is made by a step
   */
  public static Set<String> counts(
      Tree tree, BiPredicate<Name, Integer> isIterate, Context context) {
    Set<String> letters = new HashSet<>();
    for (Tree part : Pieces.all(tree)) {
      ScriptedName.of(part)
          .filter(n -> n.labelled().filter(l -> context.knows(l, 0)).isEmpty())
          .ifPresent(n -> counts(n, isIterate, context, letters));
    }
    return letters;
  }

  private static void counts(
      ScriptedName n, BiPredicate<Name, Integer> isIterate, Context context, Set<String> letters) {
    List<Tree> low = n.lowTree().map(Integers::items).orElse(List.of());
    if (isIterate.test(n.name(), low.size())) {
      low.forEach(item -> open(item, context, letters));
    }
    n.highTree()
        .filter(high -> !Powers.isTransposeSign(high))
        .filter(
            high -> isIterate.test(Naming.raised(n.name(), Members.fence(high)), low.size() + 1))
        .ifPresent(high -> open(Members.inner(high), context, letters));
  }

  /** The plain letters of which nothing is known. */
  private static void open(Tree script, Context context, Set<String> letters) {
    for (Tree part : Pieces.all(script)) {
      ScriptedName.of(part)
          .filter(Undeclared::isPlain)
          .map(ScriptedName::name)
          .filter(name -> !context.knows(name, 0) && !context.isLetter(name.latex()))
          .ifPresent(name -> letters.add(name.latex()));
    }
  }
}
