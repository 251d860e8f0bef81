package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Application;
import dev.hence.read.syntax.Tree.Choice;
import dev.hence.read.syntax.Tree.Derivative;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Prefixed;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Readings between which the grammar could not decide. What is declared, or a rule of the language,
 * leaves some of them; each of these is tried and taken back. One that fits is taken.
 */
final class Choices {
  private final Reading reading;
  private final Decisions decisions;

  Choices(Reading reading, Decisions decisions) {
    this.reading = reading;
    this.decisions = decisions;
  }

  /** The reading that is taken; of none that fits the one that went farthest. */
  Tree chosen(Choice choice, Context context) {
    List<Tree> left = possible(choice, context);
    if (left.size() == 1) {
      return left.getFirst();
    }
    List<Tree> fitting = new ArrayList<>();
    Tree nearest = left.getFirst();
    int farthest = -1;
    for (Tree tree : left) {
      Optional<Refusal> refusal = refusal(tree, context);
      if (refusal.isEmpty()) {
        fitting.add(tree);
      } else if (refusal.get().span().start() > farthest) {
        farthest = refusal.get().span().start();
        nearest = tree;
      }
    }
    if (fitting.isEmpty()) {
      return nearest;
    }
    int taken = fitting.size() == 1 ? 0 : decisions.next(fitting.size(), choice);
    return fitting.get(taken);
  }

  /** Tries a reading, takes it back, and says what did not fit. */
  private Optional<Refusal> refusal(Tree tree, Context context) {
    int mark = reading.inference().mark();
    int before = reading.inference().refusals().size();
    reading.read(tree, context);
    List<Refusal> refusals = reading.inference().refusals();
    Optional<Refusal> first =
        refusals.size() == before ? Optional.empty() : Optional.of(refusals.get(before));
    reading.inference().undo(mark);
    return first;
  }

  /** The readings that are left by what is declared and by the rules of the language. */
  private List<Tree> possible(Choice choice, Context context) {
    List<Tree> readings = choice.readings();
    return switch (choice.doubt()) {
      case APPLICATION_OR_PRODUCT -> List.of(applied(readings, context));
      case POWER_OF_ARGUMENT_OR_VALUE ->
          isLogarithm(readings.getLast()) ? readings : List.of(readings.getFirst());
      case DIFFERENCE_OR_PRODUCT ->
          List.of(context.knows(new Name("\\Delta"), 0) ? readings.getLast() : readings.getFirst());
      case DERIVATIVE_OR_FRACTION -> List.of(readings.getFirst());
      case SCOPE_OF_DERIVATIVE -> ofDerivative(readings, context);
      case LOG_OF_PRODUCT -> ofFunction(readings);
      case SCOPE_OF_EVALUATION -> ofEvaluation(readings, context);
      case SCRIPT_OF_ENTRY_OR_MATRIX -> readings;
    };
  }

  private static boolean isLogarithm(Tree within) {
    Tree function = within instanceof Application a ? a.function() : within;
    return function instanceof Tree.Leaf l
        && List.of("log", "ln").contains(l.token().meaning())
        && within instanceof Application a
        && Pieces.plain(a.argument()) instanceof Scripted s
        && s.scripts().stream().anyMatch(x -> x.isHigh() && !isTranspose(x));
  }

  private static boolean isTranspose(Tree.Script script) {
    return script.content().filter(Powers::isTransposeSign).isPresent();
  }

  /** A function takes the first group, and others multiply; a number is multiplied with all. */
  private Tree applied(List<Tree> readings, Context context) {
    Tree all = readings.stream().max(Comparator.comparingInt(Choices::depth)).orElseThrow();
    List<Application> groups = applications(all);
    Application inner = groups.getLast();
    boolean picked = isPicked(all);
    int taken =
        new Applications(reading).applies(inner.function(), inner.argument(), picked, context)
            ? 1
            : 0;
    return readings.stream().filter(r -> depth(r) == taken).findFirst().orElse(readings.getFirst());
  }

  /** Whether a subscript stands on the first parentheses, so that they pick an entry. */
  private static boolean isPicked(Tree tree) {
    Tree at = tree instanceof Joined j ? j.links().getFirst().operand() : tree;
    boolean picked = false;
    while (at instanceof Scripted || at instanceof Application) {
      if (at instanceof Scripted s) {
        picked = s.scripts().stream().anyMatch(Tree.Script::isLow);
        at = s.base() instanceof Application ? s.base() : new Tree.Empty(s.span());
      } else {
        Tree function = ((Application) at).function();
        boolean inner = depth(function) > 0;
        picked = picked && !inner;
        at = inner ? function : new Tree.Empty(function.span());
      }
    }
    return picked;
  }

  private static int depth(Tree tree) {
    return applications(tree).size();
  }

  /** The applications of a name to groups one behind the other, the outermost first. */
  private static List<Application> applications(Tree tree) {
    List<Application> all = new ArrayList<>();
    Tree at = tree instanceof Joined j ? j.links().getFirst().operand() : tree;
    while (at instanceof Application || at instanceof Scripted) {
      if (at instanceof Application a) {
        all.add(a);
        at = a.function();
      } else {
        Scripted s = (Scripted) at;
        if (!(s.base() instanceof Application)) {
          break;
        }
        at = s.base();
      }
    }
    return all;
  }

  /**
   * ∇ acts on the next factor, numbers before it included; of a vector that others follow it may
   * act on the product. d/dx acts on the whole product, if no sign stands in it.
   */
  private List<Tree> ofDerivative(List<Tree> readings, Context context) {
    Prefixed whole = (Prefixed) readings.getFirst();
    boolean nabla = whole.head() instanceof Derivative d && d.kind() == Derivative.Kind.NABLA;
    List<Link> factors = Pieces.factors(whole.operand());
    if (!nabla) {
      boolean sign =
          factors.stream().anyMatch(l -> l.operator().filter(Products::isTimes).isPresent());
      return sign ? readings : List.of(readings.getFirst());
    }
    boolean constant =
        factors.size() == 2
            && factors.get(1).operator().isEmpty()
            && isConstant(factors.getFirst().operand());
    if (constant) {
      return List.of(readings.getFirst());
    }
    Tree first = factors.getFirst().operand();
    boolean beside = factors.get(1).operator().isEmpty();
    return beside && isOpenVector(first, context) ? readings : List.of(readings.getLast());
  }

  /** A vector without parentheses around it that is no value of a function. */
  private boolean isOpenVector(Tree factor, Context context) {
    if (factor instanceof Tree.Group) {
      return false;
    }
    int mark = reading.inference().mark();
    Typed value = reading.read(factor, context);
    boolean open =
        reading.inference().known(value.type()) instanceof Type.Tensor
            && !(value.form() instanceof Form.Called)
            && !(value.form() instanceof Form.Gradient)
            && !(factor instanceof Prefixed);
    reading.inference().undo(mark);
    return open;
  }

  /** Where nothing but the last factor can speak of what is evaluated, both say the same. */
  private static List<Tree> ofEvaluation(List<Tree> readings, Context context) {
    List<Link> factors = Pieces.factors(((Tree.Evaluation) readings.getFirst()).body());
    Set<String> place = Names.heads(((Tree.Evaluation) readings.getFirst()).bar());
    boolean free =
        factors.subList(0, factors.size() - 1).stream()
            .flatMap(l -> Names.heads(l.operand()).stream())
            .map(Name::new)
            .allMatch(
                n ->
                    !place.contains(n.latex())
                        && context.variable(n, 0).isPresent()
                        && context.definition(n, 0).isEmpty()
                        && !context.scope().isState(n));
    return free ? List.of(readings.getFirst()) : readings;
  }

  private static boolean isConstant(Tree factor) {
    Tree plain = Pieces.plain(factor);
    return Pieces.numeral(plain).isPresent()
        || (plain instanceof Tree.Command c
            && c.command().meaning().equals("frac")
            && c.arguments().stream().allMatch(a -> Pieces.numeral(a).isPresent()));
  }

  /**
   * A function takes the next factor, or a number and the next; a sign between ends its reach. The
   * trace is of the whole product.
   */
  private static List<Tree> ofFunction(List<Tree> readings) {
    Prefixed whole = (Prefixed) readings.getFirst();
    List<Link> factors = Pieces.factors(whole.operand());
    int numbers = 0;
    while (numbers < factors.size() && Pieces.numeral(factors.get(numbers).operand()).isPresent()) {
      numbers++;
    }
    boolean next = numbers > 0 && factors.size() == numbers + 1;
    boolean trace = whole.head() instanceof Tree.Leaf l && l.token().meaning().equals("tr");
    if ((next || trace) && Pieces.isJuxtaposed(factors)) {
      return List.of(readings.getFirst());
    }
    Optional<Token> second = factors.get(1).operator();
    return second.isPresent() ? List.of(readings.getLast()) : readings;
  }
}
