package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Differences;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells equations that define from equations that claim: a left side defines only if it is a name
 * of which nothing is known, and nothing that is made of known names.
 */
final class NewNames {
  /** Letters that are numbers where nothing else is said of them. */
  private static final Set<Name> CONSTANTS = Set.of(new Name("e"), new Name("\\pi"));

  private final Context context;

  NewNames(Context context) {
    this.context = context;
  }

  /**
   * Whether an equation gives a value to a name that has none.
   *
   * @throws Misread if it may as well be a claim
   */
  boolean defines(Syntax left, Syntax.Link link, Steering steering) {
    refusePrimedState(left);
    refusePrime(left);
    refuseLaplace(left);
    refuseLogarithm(left, link.operand(), steering);
    if (isMember(left)) {
      refuseMember(left, steering);
      return false;
    }
    if (isNamelessPower(left, link.operand())) {
      if (link.relation() == Relation.EQUAL
          && link.operand() instanceof Syntax.Numeral
          && !steering.says(Steering.Word.DEFINE)) {
        throw namelessPower(left);
      }
      return true;
    }
    Optional<Pattern> pattern = Pattern.of(left, context);
    if (pattern.isEmpty()
        || isScriptOnKnown(left)
        || isDerived(left)
        || isWholeOfFamily(left, link.operand())) {
      return false;
    }
    if (isPower(left, link.operand()) || isInstant(pattern.get()) || isWholeAtTime(left)) {
      return false;
    }
    if (isRaisedMember(left)) {
      refuseMember(left, steering);
      return false;
    }
    if (Definitions.isUnknown(pattern.get(), context)) {
      refuseConstraint(pattern.get(), left, link, steering);
      return !isConstant(left, link, steering)
          && !(Divergence.begins(left)
              && (Definitions.mentions(link.operand(), pattern.get(), context)
                  || !Divergence.isSaid(left, link.operand())));
    }
    if (link.relation() != Relation.EQUAL || steering.says(Steering.Word.DEFINE)) {
      return !context.scope().isState(pattern.get().name());
    }
    if (isRecursion(pattern.get(), link.operand(), steering)) {
      return true;
    }
    if (!Definitions.mentions(link.operand(), pattern.get(), context)
        && !isMotion(pattern.get().name(), link.operand())) {
      refuseUndecided(pattern.get(), left, steering);
      refuseTooLate(pattern.get(), left, link.operand(), steering);
    }
    return false;
  }

  /** {@code \theta_T} or x_1 of a known name: an instant or an entry, never a new name. */
  private boolean isScriptOnKnown(Syntax left) {
    Syntax head = left instanceof Syntax.Product p ? p.factors().getFirst().value() : left;
    boolean entry =
        Written.of(head)
            .filter(w -> w.sub().isPresent() && w.sup().isPresent())
            .flatMap(w -> Written.labelled(w.primed(), Optional.empty(), w.sup()))
            .filter(
                name -> context.variable(name, 0).filter(v -> !v.shape().isScalar()).isPresent())
            .isPresent();
    boolean ofMember =
        Written.of(head)
            .filter(w -> !knowsWhole(w))
            .filter(new Indexed(context)::isEntryOfMember)
            .isPresent();
    return entry || ofMember || isScriptOnPlain(head);
  }

  /** Whether a name is known with all its indices, so that none of them picks an entry. */
  private boolean knowsWhole(Written w) {
    Optional<Pattern> pattern = Pattern.of(scripted(w), context);
    return pattern.filter(p -> context.knows(p.name(), p.indices().size())).isPresent();
  }

  private static Syntax scripted(Written w) {
    return new Syntax.Scripted(w.base(), w.sub(), w.sup(), w.primes(), w.span());
  }

  private boolean isScriptOnPlain(Syntax head) {
    return Written.of(head)
        .filter(w -> w.sub().isPresent() || w.sup().isPresent())
        .filter(w -> context.knows(w.primed(), 0) && !isStarred(w) && !isBesideVariable(w))
        .filter(w -> w.sup().isPresent() || !isWord(w.sub().orElseThrow()))
        .filter(
            w ->
                isWhole(w)
                    || Pattern.of(head, context).filter(p -> !p.indices().isEmpty()).isEmpty())
        .isPresent();
  }

  /** {@code L_{\text{reg}}}, {@code L_{reg}}: a word below is a label, whatever L is. */
  private boolean isWord(Syntax sub) {
    return switch (sub) {
      case Syntax.Text t -> true;
      case Syntax.Name n -> n.base().length() > 1 && !n.base().startsWith("\\") && isUnknown(n);
      case Syntax.Product p -> Pieces.isWord(p, this::isUnknown);
      default -> false;
    };
  }

  private boolean isUnknown(Syntax.Name letter) {
    return !context.isLetter(letter.key())
        && !context.isSize(letter.key())
        && !context.knows(new Name(letter.key()), 0);
  }

  /**
   * {@code K_y} of a matrix K that rests and a vector y: no entry, no instant and no value of a
   * function, but a name of its own.
   */
  private boolean isBesideVariable(Written w) {
    boolean rests =
        context.variable(w.primed(), 0).isPresent() && !context.scope().isState(w.primed());
    return rests
        && w.sup().isEmpty()
        && w.sub()
            .flatMap(Written::of)
            .filter(v -> v.sub().isEmpty() && v.sup().isEmpty())
            .flatMap(v -> context.variable(v.primed(), 0))
            .filter(v -> !v.shape().isScalar())
            .isPresent();
  }

  /**
   * {@code p} where p_i has a formula: what it is follows from that, unless a number is given to
   * it, {@code L = \frac1N \sum_i L_i}: then it is another name.
   */
  private boolean isWholeOfFamily(Syntax left, Syntax right) {
    return Written.of(left)
        .filter(w -> context.definition(w.primed(), 1).isPresent())
        .flatMap(new Wholes(context)::bare)
        .filter(whole -> whole.shape().isScalar() || !isNumber(right))
        .isPresent();
  }

  private boolean isNumber(Syntax formula) {
    Context scratch = Context.of(context.scope(), context.ledger().scratch());
    try {
      return new Formulas(scratch).expr(formula).shape().isScalar();
    } catch (Misread unread) {
      return false;
    }
  }

  /** {@code w^\star}, {@code w_+}: no power, transpose, entry or instant of w, another name. */
  private static boolean isStarred(Written w) {
    return w.sup()
        .or(w::sub)
        .filter(sup -> sup instanceof Syntax.Name mark && References.isStar(mark))
        .isPresent();
  }

  private boolean knowsLabel(Written w) {
    return Written.labelled(w.primed(), w.sub(), w.sup())
        .filter(name -> context.knows(name, 0))
        .isPresent();
  }

  /** {@code x_1}, {@code \sigma_2} of a known family: a member of it, never a new name. */
  private boolean isMember(Syntax left) {
    Optional<Written> written = Written.of(left).filter(w -> w.sub().isPresent());
    if (written.isEmpty()
        || Pattern.of(left, context).filter(p -> p.indices().isEmpty()).isEmpty()) {
      return false;
    }
    Written w = written.get();
    return new Integers(context)
        .list(w.sub().get())
        .filter(list -> context.knows(w.primed(), list.size()))
        .filter(list -> !isOutside(w.primed(), list))
        .filter(
            list ->
                w.sup().isEmpty()
                    && !context.knows(
                        Written.labelled(w.primed(), w.sub(), w.sup()).orElse(w.primed()), 0))
        .isPresent();
  }

  /** {@code y^{(1)}} of a known family y^{(i)}. */
  private boolean isRaisedMember(Syntax left) {
    return Written.of(left)
        .filter(w -> w.sup().filter(sup -> !Indexed.fence(sup).isEmpty()).isPresent())
        .filter(w -> w.sub().isEmpty())
        .filter(w -> Pattern.of(left, context).filter(p -> p.indices().isEmpty()).isPresent())
        .filter(w -> raisedMember(w).isPresent())
        .filter(
            w ->
                Written.labelled(w.primed(), w.sub(), w.sup())
                    .filter(name -> context.knows(name, 0))
                    .isEmpty())
        .isPresent();
  }

  /** The family of a member whose index stands above, with the indices. */
  private Optional<Member> raisedMember(Written w) {
    Name name = Indexed.superscriptName(w.primed(), Indexed.fence(w.sup().orElseThrow()));
    return new Integers(context)
        .list(Indexed.inner(w.sup().orElseThrow()))
        .map(List::size)
        .filter(size -> context.knows(name, size))
        .map(size -> new Member(name, size));
  }

  /** A family by its name and the number of its indices. */
  private record Member(Name name, int indices) {}

  /** {@code h(x, p) = 0} of an h of which nothing is known: a constraint, or what h is? */
  private void refuseConstraint(Pattern pattern, Syntax left, Syntax.Link link, Steering steering) {
    boolean constant =
        !pattern.parameters().isEmpty()
            && !Divergence.begins(left)
            && link.relation() == Relation.EQUAL
            && !steering.says(Steering.Word.DEFINE)
            && isConstant(link.operand(), pattern);
    if (constant) {
      throw new Misread(
          ProblemId.DEFINE_OR_CLAIM,
          left.span(),
          "nothing says what "
              + pattern.name()
              + " is, so this may be a condition on its arguments or the value of a constant"
              + " function",
          "declare " + pattern.name() + " in `let`, or write := to define it");
    }
  }

  /** A number, or a letter for one that is no argument. */
  private boolean isConstant(Syntax formula, Pattern pattern) {
    return formula instanceof Syntax.Numeral
        || (formula instanceof Syntax.Name n
            && !context.isLetter(n.key())
            && context.definition(new Name(n.key()), 0).isEmpty()
            && pattern.parameters().stream().noneMatch(p -> p.name().latex().equals(n.key())));
  }

  private void refuseMember(Syntax left, Steering steering) {
    Written w = Written.of(left).orElseThrow();
    Member member =
        w.sub()
            .map(sub -> new Integers(context).list(sub).orElseThrow().size())
            .map(size -> new Member(w.primed(), size))
            .or(() -> raisedMember(w))
            .orElseThrow();
    boolean free = context.definition(member.name(), member.indices()).isEmpty();
    if (free
        && !steering.says(Steering.Word.CLAIM)
        && !isAssumed(member.name(), member.indices())) {
      throw new Misread(
          ProblemId.DEFINE_OR_CLAIM,
          left.span(),
          "this is a member of "
              + w.primed()
              + ", which is declared without a formula, so this may define it or claim something"
              + " of it",
          "put <!-- hence: claim --> before the display, or say it in `assume`");
    }
  }

  private boolean isOutside(Name name, List<Expr> at) {
    List<String> letters =
        context
            .definition(name, at.size())
            .map(d -> d.lambda().indices())
            .or(() -> context.variable(name, at.size()).map(Declaration.Variable::indices))
            .orElse(List.of());
    return letters.size() == at.size()
        && IntStream.range(0, at.size()).anyMatch(k -> isBelow(at.get(k), letters.get(k)));
  }

  /** Whether a number comes before all that an index letter runs over: x_0 beside x_1, …, x_n. */
  private boolean isBelow(Expr index, String letter) {
    return index instanceof Expr.Literal number
        && context
            .range(letter)
            .filter(
                range ->
                    range.lower() instanceof Expr.Literal low
                        && number.value().compareTo(low.value()) < 0)
            .isPresent();
  }

  /** {@code \sigma^2 = …} of a σ that nothing else speaks of: a value for the power, or a claim? */
  private boolean isNamelessPower(Syntax left, Syntax right) {
    return Written.of(left)
        .filter(w -> w.sup().filter(Syntax.Numeral.class::isInstance).isPresent())
        .filter(w -> !context.knows(w.primed(), 0) && !knowsLabel(w))
        .filter(
            w ->
                Pattern.of(left, context)
                    .filter(p -> context.knows(p.name(), p.indices().size()))
                    .isEmpty())
        .filter(
            w -> w.sub().isEmpty() || Written.labelled(w.primed(), w.sub(), w.sup()).isPresent())
        .filter(w -> w.sub().isEmpty() || !context.knows(w.primed(), 1))
        .filter(w -> !knowsLabel(w.withoutSup()))
        .filter(w -> !new Undeclared(context).isExponentialBase(w))
        .filter(w -> !context.isLetter(w.primed().latex()))
        .filter(w -> !speaksOf(right, w.plain()))
        .filter(w -> w.sub().isEmpty() || !speaksOfScripted(right, w.plain()))
        .isPresent();
  }

  /** Whether a name stands in a formula with any scripts: {@code (\sigma_B^2)^2}. */
  private static boolean speaksOfScripted(Syntax formula, Name name) {
    return Pieces.scripted(formula).stream()
        .anyMatch(s -> Written.of(s).filter(w -> w.plain().equals(name)).isPresent());
  }

  private static Misread namelessPower(Syntax left) {
    Name base = Written.of(left).orElseThrow().withoutSup().primed();
    return new Misread(
        ProblemId.DEFINE_OR_CLAIM,
        left.span(),
        "nothing says what "
            + base
            + " is, so this may give its power a value or claim something of it",
        "write := if it is a definition; declare " + base + " in `let` if it is a claim");
  }

  /** {@code \log p = …} of a p that nothing else speaks of: what p is, or a claim about every p? */
  private void refuseLogarithm(Syntax left, Syntax right, Steering steering) {
    boolean logarithm =
        left instanceof Syntax.Product p
            && p.factors().size() == 2
            && p.factors().getFirst().value() instanceof Syntax.FunctionName f
            && (f.name().equals("log") || f.name().equals("ln"));
    if (!logarithm || steering.says(Steering.Word.CLAIM)) {
      return;
    }
    Written.of(((Syntax.Product) left).factors().getLast().value())
        .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
        .filter(w -> !context.knows(w.primed(), 0) && !context.knows(w.primed(), 1))
        .filter(w -> !context.isLetter(w.primed().latex()) && !context.isSize(w.primed().latex()))
        .filter(w -> !CONSTANTS.contains(w.plain()))
        .filter(w -> !speaksOf(right, w.plain()))
        .ifPresent(
            w -> {
              throw new Misread(
                  ProblemId.DEFINE_OR_CLAIM,
                  left.span(),
                  "nothing says what "
                      + w.primed()
                      + " is, so this may say it or claim something of it",
                  "write " + w.primed() + " = \\exp(…), or give the logarithm a name of its own");
            });
  }

  /** {@code w'} of a state w: a derivative, or another name? */
  private void refusePrimedState(Syntax left) {
    Optional<Written> primed =
        head(left)
            .filter(w -> w.primes() > 0 && context.scope().isState(w.plain()))
            .filter(w -> !context.knows(w.primed(), w.sub().isPresent() ? 1 : 0));
    if (primed.isPresent()) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          left.span(),
          "a prime on the state may be its derivative in time or part of another name",
          "write \\dot for the derivative, or declare the other name in `let`");
    }
  }

  /** {@code f_1'} of a function that is named with its subscript. */
  private boolean isLabelledFunction(Written w) {
    return Written.labelled(w.plain(), w.sub(), Optional.empty())
        .filter(this::isFunction)
        .isPresent();
  }

  /** {@code y'} of a y that has a formula, {@code f'(x)}: a derivative, or a name of its own? */
  private void refusePrime(Syntax left) {
    boolean applied = Pattern.of(left, context).filter(p -> !p.parameters().isEmpty()).isPresent();
    Optional<Written> primed =
        head(left)
            .filter(w -> w.primes() > 0 && !context.knows(w.primed(), w.sub().isPresent() ? 1 : 0))
            .filter(w -> !isFunction(w.plain()) && !isLabelledFunction(w))
            .filter(w -> applied || context.definition(w.plain(), 0).isPresent());
    if (primed.isPresent()) {
      Written w = primed.get();
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          left.span(),
          w.primed() + " may be the derivative of " + w.plain() + ", or a name of its own",
          applied
              ? "declare " + w.plain() + "(…) in `let` if it is a derivative"
              : "write \\frac{d"
                  + w.plain()
                  + "}{dx} for a derivative, or declare the other name in"
                  + " `let`");
    }
  }

  /**
   * {@code \\pi = 3.14}: a number for a constant of the field is a claim, or it is said to define.
   */
  private boolean isConstant(Syntax left, Syntax.Link link, Steering steering) {
    boolean number =
        link.operand() instanceof Syntax.Numeral
            || (link.operand() instanceof Syntax.Fraction f
                && f.numerator() instanceof Syntax.Numeral
                && f.denominator() instanceof Syntax.Numeral);
    return number
        && link.relation() == Relation.EQUAL
        && !steering.says(Steering.Word.DEFINE)
        && Written.of(left).filter(w -> new Undeclared(context).isConstant(w)).isPresent();
  }

  /** {@code \Delta f} of a known function: a change of it, or the Laplace operator? */
  private void refuseLaplace(Syntax left) {
    boolean operator =
        Differences.parts(left)
            .flatMap(parts -> Written.of(parts.get(1)))
            .filter(w -> isFunction(w.plain()))
            .isPresent();
    boolean known = head(left).filter(w -> context.knows(w.primed(), 0)).isPresent();
    if (operator && !known) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          left.span(),
          "this may be a change of a function, or the Laplace operator at work on it",
          "declare the change in `let`, or write \\operatorname{tr}(\\nabla^2 f) for the operator");
    }
  }

  /**
   * {@code h_t = f(x_t, h_{t-1})} of a family that is declared without a formula: its members
   * follow from those before them. Of members that are free nobody claims it.
   */
  private boolean isRecursion(Pattern pattern, Syntax right, Steering steering) {
    Name family = pattern.name();
    return pattern.indices().size() == 1
        && new Recursions(context).isDeclared(pattern)
        && context.definition(family, 1).isEmpty()
        && !steering.says(Steering.Word.CLAIM)
        && !context.scope().isState(family)
        && !isAssumed(family, 1)
        && !begins(family)
        && Pieces.scripted(right).stream()
            .anyMatch(s -> isEarlier(s, family, pattern.indices().getFirst()));
  }

  /** {@code h_{t-1}}: a member whose index is a letter less a number. */
  private boolean isEarlier(Syntax.Scripted s, Name family, String letter) {
    return Written.of(s).filter(w -> w.primed().equals(family)).isPresent()
        && s.sub().filter(Syntax.Terms.class::isInstance).isPresent()
        && new Integers(context)
            .list(s.sub().get())
            .filter(
                at ->
                    at.size() == 1
                        && at.getFirst() instanceof Expr.Add
                        && Binders.mentionsFree(at.getFirst(), letter))
            .isPresent();
  }

  /** Whether a name is a vector or a matrix, so that a subscript picks an entry. */
  private boolean isWhole(Written w) {
    return context
        .variable(w.primed(), 0)
        .filter(v -> w.sub().isPresent() && !v.shape().isScalar())
        .filter(v -> new Integers(context).list(w.sub().get()).isPresent())
        .isPresent();
  }

  /** {@code \dot u} and g' of a known u and g: derivatives, never new names. */
  private boolean isDerived(Syntax left) {
    Optional<Written> head = head(left);
    return head.flatMap(Written::atRest).isPresent()
        || head.filter(w -> w.primes() > 0)
            .filter(w -> isFunction(w.plain()) || isLabelledFunction(w))
            .isPresent();
  }

  private boolean isFunction(Name name) {
    return context.scope().function(name, 0).or(() -> context.scope().function(name, 1)).isPresent()
        || context
            .scope()
            .definition(name, 0)
            .filter(d -> !d.lambda().parameters().isEmpty())
            .isPresent();
  }

  /** {@code w(t)} of a state w: its value at a time, never a new name. */
  private boolean isInstant(Pattern pattern) {
    return context.scope().isState(pattern.name()) && !pattern.parameters().isEmpty();
  }

  /** {@code H(t)} where the entries of H are known and something moves. */
  private boolean isWholeAtTime(Syntax left) {
    return left instanceof Syntax.Product p
        && p.factors().size() == 2
        && p.factors().getLast().value() instanceof Syntax.Group g
        && g.items().size() == 1
        && new Times(context).time(g.items().getFirst()).isPresent()
        && head(left).flatMap(new Wholes(context)::bare).isPresent();
  }

  /**
   * e^{kt}, q^2, G^T, or x^{ab} where x stands on the right: a power or a transpose of something,
   * never a new name.
   */
  private boolean isPower(Syntax left, Syntax right) {
    Optional<Written> raised = head(left).filter(w -> w.sup().isPresent());
    if (raised.isEmpty()) {
      return false;
    }
    return isExponent(raised.get().sup().orElseThrow())
        || new Undeclared(context).isExponentialBase(raised.get())
        || speaksOf(right, raised.get().plain());
  }

  private static boolean isExponent(Syntax sup) {
    boolean letter = sup instanceof Syntax.Name n && Character.isLetter(n.base().charAt(0));
    return sup instanceof Syntax.Numeral || letter || Powers.isTransposeMark(sup);
  }

  /** Whether a name stands in a formula alone, or with nothing but an exponent. */
  private static boolean speaksOf(Syntax formula, Name name) {
    boolean here =
        Written.of(formula)
            .filter(w -> w.plain().equals(name) && w.sub().isEmpty())
            .filter(w -> w.sup().isEmpty() || isExponent(w.sup().get()))
            .isPresent();
    return here || Definitions.below(formula).stream().anyMatch(part -> speaksOf(part, name));
  }

  private static Optional<Written> head(Syntax left) {
    return Written.of(left instanceof Syntax.Product p ? p.factors().getFirst().value() : left);
  }

  private void refuseUndecided(Pattern pattern, Syntax left, Steering steering) {
    int indices = pattern.indices().size();
    boolean formula = context.scope().definition(pattern.name(), indices).isPresent();
    boolean declared =
        context.scope().variable(pattern.name(), indices).filter(v -> !v.assumed()).isPresent()
            || context.scope().function(pattern.name(), indices).isPresent();
    boolean alone =
        !pattern.parameters().isEmpty()
            || context.scope().variable(pattern.name(), indices).isPresent();
    if (!formula
        && declared
        && alone
        && !begins(pattern.name())
        && !isAssumed(pattern.name(), pattern.indices().size())
        && !steering.says(Steering.Word.CLAIM)) {
      throw undecided(pattern.name(), left);
    }
  }

  /**
   * A value for a letter that was taken for a free number before: no formula without it is equal to
   * it, whatever it is.
   */
  private void refuseTooLate(Pattern pattern, Syntax left, Syntax right, Steering steering) {
    boolean free =
        pattern.parameters().isEmpty()
            && pattern.indices().isEmpty()
            && context.variable(pattern.name(), 0).filter(Declaration.Variable::assumed).isPresent()
            && !speaksOf(right, pattern.name());
    if (free && !steering.says(Steering.Word.CLAIM)) {
      throw new Misread(
          ProblemId.DEFINE_OR_CLAIM,
          left.span(),
          pattern.name() + " was taken for a free number before, and here it is given a value",
          "define it before it is used, or in `let`");
    }
  }

  private static Misread undecided(Name name, Syntax left) {
    return new Misread(
        ProblemId.DEFINE_OR_CLAIM,
        left.span(),
        name + " is declared without a formula, so this may define it or claim something of it",
        "write := to define it, or put <!-- hence: claim --> before the display");
  }

  /** {@code \theta = \theta_0 e^{-t}} of what moves: a closed form, which can only be claimed. */
  private boolean isMotion(Name name, Syntax right) {
    if (!context.scope().isState(name)) {
      return false;
    }
    Context scratch = Context.of(context.scope(), context.ledger().scratch());
    try {
      return new Dependence(context.scope())
          .any(
              new Formulas(scratch).expr(right),
              e -> e instanceof Expr.At || (e instanceof Expr.Ref r && r.name().equals(Name.TIME)));
    } catch (Misread unread) {
      return false;
    }
  }

  /** What moves from a given value on is what it is: another equation can only be a claim. */
  private boolean begins(Name name) {
    return context.scope().dynamics().filter(d -> d.starts().containsKey(name)).isPresent();
  }

  /** Whether a step or an assumed equation speaks of a name: then another can only be a claim. */
  private boolean isAssumed(Name name, int indices) {
    if (context.definition(dev.hence.read.iteration.Step.next(name), indices).isPresent()) {
      return true;
    }
    Dependence reach = new Dependence(context.scope());
    return context.scope().assumptions().stream()
        .filter(c -> c.relation() == dev.hence.expr.Relation.EQUAL)
        .anyMatch(c -> reach.mentions(c.left(), name) || reach.mentions(c.right(), name));
  }
}
