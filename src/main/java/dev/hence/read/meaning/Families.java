package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import java.util.List;
import java.util.Optional;

/** Families of numbers taken as vectors: the argument y of {@code \ell(y)} where all y_i are. */
final class Families {
  private final Context context;

  Families(Context context) {
    this.context = context;
  }

  /**
   * The declared function with the parameters that are whole families. A parameter that nothing
   * declares, but whose members y_i are given a formula, is the vector of all of them; but the
   * members of a bold letter are vectors themselves.
   */
  Pattern parameters(Pattern function, List<Clause> definitions) {
    List<Parameter> parameters =
        function.parameters().stream().map(p -> parameter(p, definitions)).toList();
    return new Pattern(function.name(), function.indices(), parameters, function.members());
  }

  private Parameter parameter(Parameter parameter, List<Clause> definitions) {
    Name name = parameter.name();
    boolean open =
        parameter.shape().isScalar() && !context.knows(name, 0) && !context.knows(name, 1);
    return definitions.stream()
        .filter(clause -> open && clause.links().size() == 1)
        .filter(clause -> clause.links().getFirst().relation() == Relation.EQUAL)
        .flatMap(clause -> clause.first().flatMap(s -> Pattern.of(s, context)).stream())
        .filter(p -> p.name().equals(name) && p.indices().size() == 1 && p.parameters().isEmpty())
        .filter(p -> !name.latex().startsWith("\\boldsymbol{"))
        .flatMap(p -> length(p.indices().getFirst()).stream())
        .findFirst()
        .map(size -> noted(new Parameter(name, Shape.vector(size))))
        .orElse(parameter);
  }

  private Parameter noted(Parameter parameter) {
    context.ledger().note("the argument " + parameter.name() + " is the vector of all its members");
    return parameter;
  }

  /** How many members there are, numbered from 1. */
  private Optional<Size> length(String letter) {
    return context
        .range(letter)
        .filter(range -> range.lower().equals(new Expr.Literal(Rational.ONE)))
        .flatMap(range -> size(range.upper()));
  }

  private static Optional<Size> size(Expr end) {
    return switch (end) {
      case Expr.SizeOf s -> Optional.of(s.size());
      case Expr.Literal l when l.value().isInteger() ->
          Optional.of(Size.fixed(l.value().intValueExact()));
      default -> Optional.empty();
    };
  }

  /** All members of the family that a parameter is named after. */
  Optional<Expr> whole(Parameter parameter) {
    Name name = parameter.name();
    if (!(parameter.shape() instanceof Shape.Vector v) || context.knows(name, 0)) {
      return Optional.empty();
    }
    return letter(name)
        .filter(letter -> length(letter).filter(v.size()::equals).isPresent())
        .map(letter -> family(name, letter, context.range(letter).orElseThrow(), v));
  }

  private Optional<String> letter(Name name) {
    return context
        .definition(name, 1)
        .filter(d -> d.shape().isScalar())
        .map(d -> d.lambda().indices())
        .or(
            () ->
                context
                    .variable(name, 1)
                    .filter(v -> v.shape().isScalar())
                    .map(Declaration.Variable::indices))
        .map(List::getFirst);
  }

  private static Expr family(Name name, String letter, Range range, Shape.Vector shape) {
    Expr member = new Expr.Ref(name, List.of(new Expr.Index(letter)), Shape.SCALAR);
    return new Expr.Family(List.of(letter), List.of(range), member, shape);
  }
}
