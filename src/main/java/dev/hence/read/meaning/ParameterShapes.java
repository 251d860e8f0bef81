package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Definitions of functions whose letters nothing declares, {@code D_\phi(y, x) = \phi(y) - \dots}.
 * They are numbers, unless the formula makes sense for vectors of exactly one size only.
 */
final class ParameterShapes {
  private final Context context;
  private final Head head;

  ParameterShapes(Context context, Head head) {
    this.context = context;
    this.head = head;
  }

  /**
   * @throws Misread the reason why the formula makes no sense with numbers, if it makes none, or
   *     more than one, with vectors
   */
  Definition define(Pattern pattern, Syntax right, Span span) {
    try {
      return made(pattern, right, context, span);
    } catch (Misread misread) {
      if (misread.problem().id() != ProblemId.SHAPE_MISMATCH) {
        throw misread;
      }
      List<Pattern> fitting = fitting(pattern, right, span);
      if (fitting.size() != 1) {
        throw misread;
      }
      note(pattern, fitting.getFirst());
      return made(fitting.getFirst(), right, context, span);
    }
  }

  private List<Pattern> fitting(Pattern pattern, Syntax right, Span span) {
    List<Pattern> fitting = new ArrayList<>();
    for (Pattern candidate : candidates(pattern)) {
      Context scratch = Context.of(context.scope(), context.ledger().scratch());
      try {
        Definition definition = Definitions.define(candidate, right, scratch, span, head);
        if (isWholeSummed(candidate, definition.lambda().body())) {
          fitting.add(candidate);
        }
      } catch (Misread other) {
        // This size makes no sense of it.
      }
    }
    return fitting;
  }

  private Definition made(Pattern pattern, Syntax right, Context at, Span span) {
    Definition definition = Definitions.define(pattern, right, at, span, head);
    return head.bar() > 0
        ? new Definition(
            definition.name().withBar(head.bar()),
            definition.lambda(),
            definition.shape(),
            definition.span())
        : definition;
  }

  /** Whether the entries of vectors over which a sum goes are all that these have. */
  private static boolean isWholeSummed(Pattern pattern, Expr body) {
    return !Trees.any(
        body,
        e ->
            e instanceof Expr.Sum s
                && Trees.any(
                    s.body(),
                    inner ->
                        inner instanceof Expr.Entry entry
                            && entry.indices().equals(List.of(new Expr.Index(s.letter())))
                            && entry.body() instanceof Expr.Ref r
                            && pattern.parameters().stream()
                                .anyMatch(
                                    p ->
                                        p.name().equals(r.name())
                                            && p.shape() instanceof Shape.Vector(Size size)
                                            && !s.range().upper().equals(Integers.of(size)))));
  }

  /** All undeclared letters as vectors of one size. */
  private List<Pattern> candidates(Pattern pattern) {
    List<Pattern> candidates = new ArrayList<>();
    for (int free : free(pattern)) {
      for (Size size : sizes()) {
        candidates.add(with(pattern, List.of(free), new Shape.Vector(size)));
      }
    }
    if (free(pattern).size() > 1) {
      sizes().forEach(size -> candidates.add(with(pattern, free(pattern), new Shape.Vector(size))));
    }
    return candidates;
  }

  private List<Integer> free(Pattern pattern) {
    List<Integer> free = new ArrayList<>();
    for (int k = 0; k < pattern.parameters().size(); k++) {
      Name name = pattern.parameters().get(k).name();
      boolean undeclared =
          pattern.parameters().get(k).shape().isScalar()
              && pattern.members().get(k).isEmpty()
              && !context.knows(name, 0)
              && !name.equals(Name.TIME);
      if (undeclared) {
        free.add(k);
      }
    }
    return free;
  }

  /** The sizes of declared vectors and matrices. */
  private SequencedSet<Size> sizes() {
    SequencedSet<Size> sizes = new LinkedHashSet<>();
    for (Declaration.Variable v : context.scope().variables().values()) {
      switch (v.shape()) {
        case Shape.Scalar s -> {}
        case Shape.Vector(Size size) -> sizes.add(size);
        case Shape.Row(Size size) -> sizes.add(size);
        case Shape.Matrix m -> {
          sizes.add(m.rows());
          sizes.add(m.columns());
        }
      }
    }
    return sizes;
  }

  private static Pattern with(Pattern pattern, List<Integer> places, Shape shape) {
    List<Parameter> parameters = new ArrayList<>(pattern.parameters());
    for (int k : places) {
      parameters.set(k, new Parameter(parameters.get(k).name(), shape));
    }
    return new Pattern(pattern.name(), pattern.indices(), parameters, pattern.members());
  }

  private void note(Pattern pattern, Pattern chosen) {
    for (int k = 0; k < chosen.parameters().size(); k++) {
      Parameter parameter = chosen.parameters().get(k);
      if (!parameter.equals(pattern.parameters().get(k))) {
        context
            .ledger()
            .note(
                parameter.name()
                    + " in the definition of "
                    + pattern.name()
                    + " is taken to be a "
                    + Shapes.text(parameter.shape())
                    + ", the only one that fits");
      }
    }
  }
}
