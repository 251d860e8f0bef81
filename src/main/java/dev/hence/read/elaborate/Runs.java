package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code L(x_1, \dots, x_T)}: among the arguments of a function, numbers with dots between them are
 * one argument, the vector of them all.
 *
 * @param name of the vector
 * @param size how many they are
 */
record Runs(Name name, Size size) {
  /** The arguments, each alone but for those that dots join. */
  static List<List<Tree>> apart(List<Tree> items) {
    List<List<Tree>> apart = new ArrayList<>();
    int k = 0;
    while (k < items.size()) {
      int length = length(items.subList(k, items.size()));
      apart.add(items.subList(k, k + length));
      k += length;
    }
    return apart;
  }

  /** {@code x_1, \dots, x_T} are three items, {@code x_1, x_2, \dots, x_T} four. */
  private static int length(List<Tree> items) {
    for (int length : new int[] {4, 3}) {
      boolean dots = items.size() >= length && Dots.are(items.get(length - 2));
      if (dots) {
        return length;
      }
    }
    return 1;
  }

  /** The vector that a run of names numbered from 1 is on a left side. */
  static Optional<Runs> of(List<Tree> items, Context context) {
    List<ScriptedName> names =
        items.stream()
            .flatMap(item -> ScriptedName.of(item).stream())
            .filter(n -> n.high().isEmpty() && n.low().isPresent())
            .toList();
    boolean run =
        items.size() > 2
            && names.size() == items.size() - 1
            && names.stream().map(ScriptedName::name).distinct().count() == 1;
    for (int k = 0; run && k < names.size() - 1; k++) {
      Rational number = Rational.of(k + 1);
      run = names.get(k).lowTree().flatMap(Pieces::numeral).filter(number::equals).isPresent();
    }
    return run
        ? names
            .getLast()
            .lowTree()
            .flatMap(new Integers(context)::size)
            .map(size -> new Runs(names.getFirst().name(), size))
            .filter(r -> r.isFree(context))
        : Optional.empty();
  }

  /** Whether nothing else is known by the name than such a vector, or the family of its entries. */
  private boolean isFree(Context context) {
    boolean vector =
        context.variable(name, 0).filter(v -> v.shape().equals(Shape.vector(size))).isPresent();
    boolean numbers =
        context.variable(name, 1).filter(v -> v.shape().isScalar()).isPresent()
            && context.familyLetters(name, 1).stream()
                .flatMap(l -> context.range(l).stream())
                .anyMatch(r -> SizeForm.of(r.upper()).equals(Optional.of(size)));
    boolean fresh = !context.knows(name, 0) && !context.knows(name, 1);
    return vector || numbers || fresh;
  }
}
