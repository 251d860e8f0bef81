package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code q(x | z)} of a q that was defined with such a bar. The names of the arguments say which q
 * is meant, so that q(z | x) is another one.
 */
final class Barred {
  private final Context context;

  Barred(Context context) {
    this.context = context;
  }

  Optional<Expr> read(Written w, Factors factors) {
    Optional<Syntax.Group> group =
        factors.arguments().filter(g -> g.separators().contains("|") && w.primes() == 0);
    if (group.isEmpty() || w.sup().isPresent()) {
      return Optional.empty();
    }
    Name name = Head.label(w).withBar(group.get().separators().indexOf("|") + 1);
    Optional<List<Parameter>> parameters = new Entities(context).parameters(name, 0);
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    refuseOthers(group.get(), parameters.get(), w);
    List<Expr> arguments = new ArrayList<>();
    group.get().items().forEach(item -> arguments.add(new Formulas(context).expr(item)));
    if (arguments.size() < parameters.get().size() && w.sub().isPresent()) {
      arguments.add(new Formulas(context).expr(w.sub().get()));
    }
    Expr value =
        new Calls(context).build(name, List.of(), parameters.get(), arguments, List.of(), w);
    return Optional.of(factors.called(value));
  }

  private static void refuseOthers(Syntax.Group group, List<Parameter> parameters, Written w) {
    for (int k = 0; k < group.items().size(); k++) {
      int place = k;
      boolean elsewhere =
          Written.of(group.items().get(k))
              .map(Written::primed)
              .filter(
                  n ->
                      parameters.stream().anyMatch(p -> p.name().equals(n))
                          && !(place < parameters.size() && parameters.get(place).name().equals(n)))
              .isPresent();
      if (elsewhere) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            w.span().to(group.span()),
            "with these arguments this may be another function than the one that is defined",
            "give conditional probabilities names of their own");
      }
    }
  }
}
