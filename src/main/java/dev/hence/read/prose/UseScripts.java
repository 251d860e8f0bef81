package dev.hence.read.prose;

import dev.hence.read.syntax.Symbols;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the scripts on a name or on a group do.
 *
 * @param marks those that are part of a name, as written
 * @param indices how many pick a member
 * @param power to which it is taken
 */
record UseScripts(String marks, int indices, boolean isTransposed, Optional<Tree> power) {
  /** So many small letters side by side are indices; more are a word. */
  private static final int MOST_INDICES = 2;

  static UseScripts of(List<Tree.Script> scripts) {
    StringBuilder marks = new StringBuilder();
    int indices = 0;
    boolean transposed = false;
    Optional<Tree> power = Optional.empty();
    for (Tree.Script script : scripts) {
      Optional<Tree> content = script.content().map(UseScripts::plain);
      if (content.isEmpty()) {
        marks.append(script.sign().meaning());
      } else if (script.isLow()) {
        int count = indices(content.get());
        indices += count;
        marks.append(count == 0 ? "_" + Formula.print(content.get()) : "");
      } else if (Evidence.isTransposition(content.get())) {
        transposed = true;
      } else if (content.get() instanceof Tree.Group) {
        marks.append("^()");
        indices++;
      } else if (isMark(content.get())) {
        marks.append("^" + Formula.print(content.get()));
      } else {
        power = content;
      }
    }
    return new UseScripts(marks.toString(), indices, transposed, power);
  }

  private static Tree plain(Tree tree) {
    return tree instanceof Tree.Braced b ? plain(b.content()) : tree;
  }

  private static boolean isMark(Tree content) {
    return content instanceof Tree.Leaf l
        && l.token().kind() != TokenKind.NUMBER
        && Symbols.bare(content).isEmpty();
  }

  /** How many indices stand below; 0 for a label. */
  private static int indices(Tree content) {
    return switch (content) {
      case Tree.Listed l -> (int) l.items().stream().filter(i -> !Formula.isComma(i)).count();
      case Tree.Joined j when j.binding() == Tree.Binding.PRODUCT -> letters(j);
      case Tree.Joined j when j.binding() == Tree.Binding.SUM -> j.links().size() > 1 ? 1 : 0;
      case Tree.Leaf l ->
          switch (l.token().kind()) {
            case LETTER -> Character.isLowerCase(l.token().meaning().charAt(0)) ? 1 : 0;
            case NUMBER -> 1;
            default -> 0;
          };
      default -> 0;
    };
  }

  private static int letters(Tree.Joined product) {
    List<Integer> each = new ArrayList<>();
    product.links().forEach(l -> each.add(indices(l.operand())));
    boolean all = each.stream().allMatch(n -> n == 1) && each.size() <= MOST_INDICES;
    return all ? each.size() : 0;
  }
}
