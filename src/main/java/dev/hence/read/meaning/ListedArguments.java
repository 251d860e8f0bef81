package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.math.Series;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code L(x_1, \dots, x_T)}: among the arguments of a function, numbers with dots between them are
 * one argument, the vector of them all.
 */
final class ListedArguments {
  private final Context context;

  ListedArguments(Context context) {
    this.context = context;
  }

  /** The arguments, each alone but for those that dots join. */
  static List<List<Syntax>> apart(List<Syntax> items) {
    List<List<Syntax>> apart = new ArrayList<>();
    int k = 0;
    while (k < items.size()) {
      int length = joined(items.subList(k, items.size()));
      apart.add(items.subList(k, k + length));
      k += length;
    }
    return apart;
  }

  /** How many items at the beginning are one list: {@code x_1, x_2, \dots, x_T} are four. */
  private static int joined(List<Syntax> items) {
    for (int length : new int[] {4, 3}) {
      if (items.size() >= length
          && Series.listed(items.subList(0, length), span(items)).isPresent()) {
        return length;
      }
    }
    return 1;
  }

  private static Span span(List<Syntax> items) {
    return items.getFirst().span().to(items.getLast().span());
  }

  /** The argument that a list is in the head of a definition: all of x, numbered from 1. */
  Optional<Parameter> parameter(List<Syntax> list) {
    Optional<Series.Listed> listed = Series.listed(list, span(list)).filter(l -> isOne(l.from()));
    Optional<Written> member =
        listed.flatMap(
            l ->
                Written.of(l.term())
                    .filter(w -> w.sup().isEmpty())
                    .filter(w -> w.sub().filter(s -> isLetter(s, l)).isPresent()));
    Optional<Size> size = listed.flatMap(l -> new Integers(context).size(l.to()));
    return member
        .map(Written::primed)
        .flatMap(name -> size.map(s -> new Parameter(name, Shape.vector(s))))
        .filter(p -> isNew(p.name()) || whole(p).isPresent());
  }

  private static boolean isOne(Syntax from) {
    return from instanceof Syntax.Numeral n && n.text().equals("1");
  }

  private static boolean isLetter(Syntax script, Series.Listed listed) {
    return script instanceof Syntax.Name n && n.key().equals(listed.letter().key());
  }

  private boolean isNew(Name name) {
    return !context.knows(name, 0) && !context.knows(name, 1);
  }

  /** The vector that is declared, or that of all members of a family. */
  private Optional<Expr> whole(Parameter parameter) {
    return context
        .variable(parameter.name(), 0)
        .filter(v -> v.shape().equals(parameter.shape()))
        .<Expr>map(v -> new Expr.Ref(parameter.name(), List.of(), parameter.shape()))
        .or(() -> new Families(context).whole(parameter));
  }

  /** The value of one argument. */
  Expr value(List<Syntax> argument) {
    if (argument.size() == 1) {
      return new Formulas(context).expr(argument.getFirst());
    }
    return parameter(argument)
        .flatMap(this::whole)
        .or(() -> new Lists(context).column(argument, span(argument)))
        .orElseThrow();
  }
}
