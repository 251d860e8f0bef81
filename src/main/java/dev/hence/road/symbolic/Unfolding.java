package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What names and calls stand for: a bound value, a definition, an input, in this order. */
final class Unfolding {
  private final Lowering lowering;
  private final Setting setting;

  Unfolding(Lowering lowering, Setting setting) {
    this.lowering = lowering;
    this.setting = setting;
  }

  int letter(Expr.Index index, Environment at) {
    Integer value = at.letters().get(index.letter());
    if (value == null) {
      throw new Unsupported("the index " + index.letter() + ", which has no value here");
    }
    return value;
  }

  Rectangle ref(Expr.Ref ref, Environment at) {
    Member member = new Member(ref.name(), lowering.integers(ref.indices(), at));
    Optional<Binding> binding = at.binding(member);
    if (binding.isPresent()) {
      return binding.get().at(at.moment(), member);
    }
    Rectangle value = free(ref, member, at);
    Rectangle foreign = at.foreign().get(member);
    if (foreign != null && !foreign.equals(value)) {
      throw new Unsupported(
          "dynamics that depend on " + member + " where " + member + " is given another value");
    }
    return value;
  }

  private Rectangle free(Expr.Ref ref, Member member, Environment at) {
    boolean plain = member.indices().isEmpty();
    Moment clock = plain ? at.clocks().get(member.name()) : null;
    if (clock != null) {
      return Rectangle.of(time(clock));
    }
    Lambda lambda = setting.interpretation().definitions().get(member.key());
    if (lambda != null) {
      return lowering.of(lambda.body(), at.withLetters(lambda.indices(), member.indices()));
    }
    if (plain && setting.horizon().filter(member.name()::equals).isPresent()) {
      return Rectangle.of(setting.inputs().horizon());
    }
    if (plain && setting.isTime(member.name())) {
      return Rectangle.of(time(Moment.CURRENT));
    }
    return setting
        .values()
        .of(member, lowering.rows(ref.shape(), at), lowering.columns(ref.shape(), at), at.moment());
  }

  /** The time itself at a moment; the present has one where no trajectory is spoken of. */
  private Term time(Moment moment) {
    return switch (moment) {
      case Moment.Start s -> setting.terms().zero();
      case Moment.End e -> setting.inputs().horizon();
      case Moment.Running r -> setting.inputs().clock(r.depth());
      case Moment.Flow f -> time(f.base());
      case Moment.Current c -> {
        if (setting.horizon().isPresent()) {
          throw new Unsupported("the time t outside of what it belongs to");
        }
        yield setting.inputs().horizon();
      }
    };
  }

  Rectangle call(Expr.Call call, Environment at) {
    List<Integer> indices = lowering.integers(call.indices(), at);
    Lambda lambda = setting.interpretation().definitions().get(call.function().key(indices.size()));
    if (lambda == null) {
      throw new Unsupported(
          "the function " + UnicodePrinter.print(call.function()) + ", which has no formula here");
    }
    List<Rectangle> values = call.arguments().stream().map(a -> lowering.of(a, at)).toList();
    if (!call.isEntrywise(lambda)) {
      return applied(call, lambda, indices, values, call.arguments(), at);
    }
    Rectangle entries = values.getFirst();
    return Rectangle.filled(
        entries.rows(),
        entries.columns(),
        k -> {
          Expr written = entry(call.arguments().getFirst(), k, entries.columns());
          Rectangle value = Rectangle.of(entries.entries().get(k));
          return applied(call, lambda, indices, List.of(value), List.of(written), at).number();
        });
  }

  private Rectangle applied(
      Expr.Call call,
      Lambda lambda,
      List<Integer> indices,
      List<Rectangle> values,
      List<Expr> arguments,
      Environment at) {
    Environment inside =
        at.withLetters(lambda.indices(), indices)
            .withParameters(lambda.parameters(), values, written(arguments, at));
    return call.slots().isEmpty()
        ? lowering.of(lambda.body(), inside)
        : lowering.derivations().bySlots(lambda, call.slots(), values, inside);
  }

  private static Expr entry(Expr argument, int k, int columns) {
    Expr row = new Expr.Literal(Rational.of(k / columns + 1));
    Expr column = new Expr.Literal(Rational.of(k % columns + 1));
    return switch (argument.shape()) {
      case Shape.Scalar s -> argument;
      case Shape.Vector v -> new Expr.Entry(argument, List.of(row));
      case Shape.Row r -> new Expr.Entry(argument, List.of(column));
      case Shape.Matrix m -> new Expr.Entry(argument, List.of(row, column));
    };
  }

  /** Arguments as a reader would write them here: parameters and letters replaced. */
  private static List<Expr> written(List<Expr> arguments, Environment at) {
    List<Expr> written = new ArrayList<>();
    arguments.forEach(argument -> written.add(Display.of(argument, at)));
    return written;
  }

  // Integers

  int integer(Expr expr, Environment at) {
    if (expr instanceof Expr.Ref ref) {
      Member member = new Member(ref.name(), lowering.integers(ref.indices(), at));
      Term value = lowering.number(ref, at);
      Optional<List<Rational>> values = setting.domains().values(member);
      if (!(value instanceof Term.Constant) && values.isPresent()) {
        throw NeedsCase.ofNumber(member, values.get());
      }
      return integer(value, member.toString());
    }
    return integer(lowering.number(expr, at), "an index");
  }

  int integer(Term term, String what) {
    if (term instanceof Term.Constant c
        && c.value().isInteger()
        && c.value().numerator().bitLength() < 31) {
      return c.value().intValueExact();
    }
    throw new Unsupported(what + " that is no known integer: " + Texts.cut(term.toString()));
  }
}
