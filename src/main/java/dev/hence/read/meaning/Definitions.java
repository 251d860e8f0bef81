package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes a definition of a left side and a formula. */
final class Definitions {
  private Definitions() {}

  /** A left side that is a name, alone or with its arguments. */
  static Definition define(Pattern pattern, Syntax right, Context context, Span span) {
    return define(pattern, right, context, span, body -> body);
  }

  /** A left side of the form that a head has. */
  static Definition define(Pattern pattern, Syntax right, Context context, Span span, Head head) {
    return define(pattern, right, context, span, body -> head.whole(body, context));
  }

  /**
   * @throws Misread if the formula has no meaning, mentions the name itself, or leaves an index
   *     open
   */
  private static Definition define(
      Pattern pattern, Syntax right, Context context, Span span, UnaryOperator<Expr> whole) {
    Recursions recursions = new Recursions(context);
    boolean declared = recursions.isDeclared(pattern);
    if (!declared) {
      refuseCircle(pattern, right, context);
    }
    Context inside = context;
    for (Parameter parameter : pattern.parameters()) {
      inside =
          isTime(parameter, context)
              ? inside.withTime(parameter.name())
              : inside.withLocal(parameter.name(), parameter.shape());
    }
    Expr body = whole.apply(new Formulas(inside).expr(right));
    OpenSizes.refuse(body, right.span());
    Expr closed = members(pattern, body);
    for (Parameter parameter : pattern.parameters()) {
      closed = new Wholes(context).asEntries(closed, parameter.name(), parameter.shape(), span);
    }
    refuseOpenIndices(pattern, closed, context, right.span());
    if (declared && recursions.isRecursive(pattern, closed, span)) {
      return recursions.define(pattern, closed, span);
    }
    refuseCircle(pattern, closed, context, right.span());
    Lambda lambda = new Lambda(pattern.indices(), pattern.parameters(), closed);
    return new Definition(pattern.name(), lambda, closed.shape(), span);
  }

  /** The t of {@code E(t) = f(x(t))}, where something moves: x(t) is no product. */
  private static boolean isTime(Parameter parameter, Context context) {
    return parameter.name().equals(Name.TIME)
        && parameter.shape().isScalar()
        && context.scope().dynamics().isPresent();
  }

  private static void refuseCircle(Pattern pattern, Syntax right, Context context) {
    boolean mentioned = mentions(right, pattern, context);
    if (mentioned) {
      throw circle(pattern, right.span());
    }
  }

  /** A formula that leads back to the name through the formulas of others. */
  private static void refuseCircle(Pattern pattern, Expr body, Context context, Span span) {
    boolean returns =
        pattern.indices().isEmpty()
            && new Dependence(context.scope())
                .any(
                    body,
                    node ->
                        switch (node) {
                          case Expr.Ref r ->
                              r.indices().isEmpty()
                                  && r.name().equals(pattern.name())
                                  && !isParameter(pattern, r.name());
                          case Expr.Call c ->
                              c.indices().isEmpty() && c.function().equals(pattern.name());
                          default -> false;
                        });
    if (returns) {
      throw circle(pattern, span);
    }
  }

  private static boolean isParameter(Pattern pattern, Name name) {
    return pattern.parameters().stream().anyMatch(p -> p.name().equals(name));
  }

  private static Misread circle(Pattern pattern, Span span) {
    return new Misread(
        ProblemId.CIRCULAR_DEFINITION,
        span,
        pattern.name() + " is defined through itself",
        "define it through names that are known before");
  }

  /** Whether a formula speaks of the name that an equation would define. */
  static boolean mentions(Syntax syntax, Pattern pattern, Context context) {
    boolean here =
        Pattern.of(syntax, context)
            .filter(p -> p.name().equals(pattern.name()))
            .filter(p -> p.indices().size() == pattern.indices().size())
            .isPresent();
    if (!here && isLabelled(syntax, context)) {
      return false;
    }
    return here || below(syntax).stream().anyMatch(c -> mentions(c, pattern, context));
  }

  /** Whether a name is known with its scripts as a label, {@code W_Q}, so that they say nothing. */
  private static boolean isLabelled(Syntax syntax, Context context) {
    return Written.of(syntax)
        .filter(w -> w.sub().isPresent() || w.sup().isPresent())
        .flatMap(w -> Written.labelled(w.primed(), w.sub(), w.sup()))
        .filter(name -> context.knows(name, 0))
        .isPresent();
  }

  /** The parts of a piece of syntax; a name with scripts is one name, its scripts are parts. */
  static List<Syntax> below(Syntax syntax) {
    List<Syntax> parts = new ArrayList<>(Pieces.children(syntax));
    if (Written.of(syntax).isPresent() && !parts.isEmpty()) {
      parts.removeFirst();
    }
    return parts;
  }

  /** A parameter x_j stands for the member wherever the formula mentions it. */
  private static Expr members(Pattern pattern, Expr body) {
    Expr result = body;
    for (int k = 0; k < pattern.parameters().size(); k++) {
      Parameter parameter = pattern.parameters().get(k);
      Optional<Expr.Ref> member = pattern.members().get(k);
      if (member.isPresent()) {
        Expr.Ref plain = new Expr.Ref(parameter.name(), List.of(), parameter.shape());
        result = Trees.map(result, e -> e.equals(member.get()) ? plain : e);
      }
    }
    return result;
  }

  private static void refuseOpenIndices(Pattern pattern, Expr body, Context context, Span span) {
    for (String letter : context.scope().ranges().sequencedKeySet()) {
      boolean open = !pattern.indices().contains(letter) && Binders.mentionsFree(body, letter);
      if (open) {
        throw new Misread(
            ProblemId.UNKNOWN_NAME,
            span,
            "the index " + letter + " stands in the formula but not in the defined name",
            "write " + pattern.name() + "_" + letter + " on the left, or sum over " + letter);
      }
    }
  }

  /** Whether a left side can be given a formula here: nothing is known of it. */
  static boolean isUnknown(Pattern pattern, Context context) {
    Name name = pattern.name();
    int indices = pattern.indices().size();
    boolean parameterised = !pattern.parameters().isEmpty();
    return !context.knows(name, indices)
        && !(parameterised && context.knows(name, 0) && indices == 0)
        && !context.isLetter(name.latex());
  }
}
