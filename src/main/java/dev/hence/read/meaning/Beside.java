package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * A function in front of parentheses in which other functions of the same argument stand without
 * it, {@code \lambda (s' - s)} of λ(t) and s(t): its value there, or a product?
 */
final class Beside {
  private final Context context;

  Beside(Context context) {
    this.context = context;
  }

  /**
   * @throws Misread if both readings are possible
   */
  void refuse(Name name, List<Parameter> parameters, Syntax.Group group, Written w) {
    boolean single = parameters.size() == 1 && group.items().size() == 1;
    if (!single || !standsBare(parameters.getFirst())) {
      return;
    }
    Name slot = parameters.getFirst().name();
    Syntax argument = group.items().getFirst();
    boolean own = speaksOf(argument, slot);
    if (!own && holdsBare(argument, slot)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          name
              + " in front of the parentheses may be taken at what is in them, or multiplied with"
              + " it: in them other functions of "
              + slot
              + " stand without it",
          "write \\cdot for a product, or the functions with their argument: "
              + name.latex()
              + "("
              + slot.latex()
              + ")");
    }
  }

  private boolean standsBare(Parameter slot) {
    return context.variable(slot.name(), 0).isPresent()
        || new Times(context).isTimeVariable(slot.name());
  }

  private static boolean speaksOf(Syntax syntax, Name slot) {
    return Written.of(syntax).filter(w -> w.plain().equals(slot)).isPresent()
        || Pieces.children(syntax).stream().anyMatch(child -> speaksOf(child, slot));
  }

  /** Whether a function of the same argument stands somewhere without one. */
  private boolean holdsBare(Syntax syntax, Name slot) {
    if (syntax instanceof Syntax.Product p) {
      for (int k = 0; k < p.factors().size(); k++) {
        boolean applied =
            k + 1 < p.factors().size() && p.factors().get(k + 1).value() instanceof Syntax.Group;
        if (!applied && holdsBare(p.factors().get(k).value(), slot)) {
          return true;
        }
      }
      return false;
    }
    return Written.of(syntax).filter(w -> isOf(w, slot)).isPresent()
        || Pieces.children(syntax).stream().anyMatch(child -> holdsBare(child, slot));
  }

  private boolean isOf(Written w, Name slot) {
    Optional<List<Parameter>> parameters = new Entities(context).parameters(w.plain(), 0);
    return w.sub().isEmpty()
        && parameters.filter(p -> p.size() == 1 && p.getFirst().name().equals(slot)).isPresent();
  }
}
