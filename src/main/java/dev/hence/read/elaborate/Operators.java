package dev.hence.read.elaborate;

import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Derivative;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Operators that stand among factors, or before parentheses, and take what is behind them. */
final class Operators {
  /** What an operator makes of so many factors, itself among them. */
  record Taken(Typed value, int factors) {}

  private final Reading reading;
  private final Context context;

  Operators(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** What an operator before parentheses makes of what stands in them. */
  Optional<Supplier<Typed>> before(Tree head, Group group) {
    Optional<Means.Operator> mean = Means.operator(head, group, context);
    FieldOperators field = new FieldOperators(reading, context);
    if (mean.isPresent()) {
      return Optional.of(() -> new Means(reading, context).read(mean.get(), head, group));
    }
    Divergence divergence = new Divergence(reading, context);
    if (divergence.isNamed(head, group)) {
      return Optional.of(() -> divergence.of(group));
    }
    return Groups.isParenthesis(group) && field.isOperator(head)
        ? Optional.of(() -> field.read(head, group))
        : Optional.empty();
  }

  /** What the operator with which factors begin makes of those behind it. */
  Optional<Taken> first(List<Link> factors) {
    Tree head = factors.getFirst().operand();
    Optional<Means.Operator> mean = Means.operator(head, context);
    if (mean.isPresent()) {
      return Optional.of(new Taken(mean(mean.get(), factors), factors.size()));
    }
    if (factors.size() == 1) {
      return Optional.empty();
    }
    Optional<Taken> composed = new Compositions(reading).first(factors, context);
    if (composed.isPresent()) {
      return composed;
    }
    FieldOperators field = new FieldOperators(reading, context);
    String sign = Pieces.meaning(factors.get(1).operator());
    Tree next = factors.get(1).operand();
    if (head instanceof Derivative d
        && d.kind() == Derivative.Kind.NABLA
        && d.operand().isEmpty()
        && sign.equals("cdot")) {
      return Optional.of(new Taken(field.divergence(d, next), 2));
    }
    Divergence divergence = new Divergence(reading, context);
    if (sign.isEmpty() && divergence.isSpelled(head, next)) {
      return Optional.of(new Taken(divergence.spelled((Tree.Application) next), 2));
    }
    return sign.isEmpty() && field.isOperator(head)
        ? Optional.of(new Taken(field.read(head, next), 2))
        : Optional.empty();
  }

  /** The mean of the only factor behind its sign. */
  private Typed mean(Means.Operator operator, List<Link> factors) {
    Tree head = factors.getFirst().operand();
    boolean single = factors.size() == 2 && factors.getLast().operator().isEmpty();
    return single
        ? new Means(reading, context).read(operator, head, factors.getLast().operand())
        : reading.refused(
            new Refusal.Several(
                head.span(),
                "how much a mean is taken of",
                List.of("the mean of the next factor", "the mean of all that follows")));
  }
}
