package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Font;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Families of numbers as wholes, and the entries of a bold letter. */
final class Wholes {
  private final Reading reading;
  private final Context context;

  Wholes(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** {@code \mathbf{K}} where only its entries K_{ij} are known, p where p_i has a formula. */
  Optional<Typed> bare(ScriptedName n) {
    if (!n.isBare() || context.knows(n.name(), 0)) {
      return Optional.empty();
    }
    boolean bold = n.letter().font().bold();
    boolean vector =
        bold
            || n.letter().accents().contains(Accent.VEC)
            || context.definition(n.name(), 1).isPresent();
    Name letter = bold ? Naming.of(unbold(n.letter())) : n.name();
    return members(n.name(), 2)
        .or(() -> vector ? members(n.name(), 1) : Optional.empty())
        .or(() -> members(letter, 2))
        .or(() -> bold ? members(letter, 1) : Optional.empty())
        .flatMap(member -> family(n.name(), member, n.span()));
  }

  /** The vector of the numbers that a name has with an index. */
  Optional<Typed> ofFamily(Name name, Span span) {
    return members(name, 1).flatMap(m -> family(name, m, span));
  }

  private static Symbol unbold(Symbol s) {
    return new Symbol(s.letter(), Font.PLAIN, s.accents(), s.marks());
  }

  private Optional<Expr.Ref> members(Name name, int indices) {
    boolean numbers = context.isValue(name, indices) && Tensors.isReal(context.type(name, indices));
    List<String> letters = numbers ? context.familyLetters(name, indices) : List.of();
    boolean ranged =
        !letters.isEmpty() && letters.stream().allMatch(l -> context.range(l).isPresent());
    return ranged
        ? Optional.of(
            new Expr.Ref(name, letters.stream().<Expr>map(Expr.Index::new).toList(), Shape.SCALAR))
        : Optional.empty();
  }

  private Optional<Typed> family(Name whole, Expr.Ref member, Span span) {
    List<String> letters = member.indices().stream().map(i -> ((Expr.Index) i).letter()).toList();
    Optional<Typed> family = family(Typed.of(Type.real(), member), letters, span);
    family.ifPresent(f -> reading.inference().take(NamedWholes.sentence(whole, member.name())));
    return family.map(
        f -> new Typed(f.type(), new Form.Reference(member.name(), letters.size()), f.draft()));
  }

  /** The vector or matrix of a number over letters with ranges of their own. */
  Optional<Typed> family(Typed body, List<String> letters, Span span) {
    List<Range> ranges = letters.stream().flatMap(l -> context.range(l).stream()).toList();
    Optional<Shape> shape =
        ranges.size() == letters.size() ? shape(letters, ranges) : Optional.empty();
    shape.ifPresent(
        s -> reading.inference().same(Type.real(), body.type(), span, Refusal.Where.NUMBER));
    return shape.map(
        s ->
            Typed.of(
                Tensors.of(s),
                build -> new Expr.Family(letters, ranges, body.draft().build(build), s)));
  }

  /** The shape of a family; empty where it is no rectangle. */
  static Optional<Shape> shape(List<String> letters, List<Range> ranges) {
    List<Size> sizes = ranges.stream().flatMap(r -> length(r).stream()).toList();
    boolean apart =
        sizes.size() == letters.size()
            && sizes.stream().noneMatch(s -> letters.stream().anyMatch(s::speaksOf));
    return switch (apart ? sizes.size() : 0) {
      case 1 -> Optional.of(Shape.vector(sizes.getFirst()));
      case 2 -> Optional.of(Shape.matrix(sizes.getFirst(), sizes.getLast()));
      default -> Optional.empty();
    };
  }

  private static Optional<Size> length(Range range) {
    return SizeForm.of(range.upper())
        .flatMap(
            upper ->
                SizeForm.of(range.lower())
                    .map(lower -> upper.plus(lower.times(Size.fixed(-1))).plus(1)));
  }

  /** The bold vector or matrix of a plain letter, or the one with an arrow. */
  Optional<Typed> boldOf(ScriptedName n) {
    Symbol letter = n.letter();
    boolean plain = letter.font().equals(Font.PLAIN) && n.high().isEmpty();
    if (!plain || context.knows(n.name(), 0)) {
      return Optional.empty();
    }
    List<Typed> wholes = new ArrayList<>();
    for (Symbol other :
        List.of(letter.in(new Font(Font.Style.PLAIN, true)), letter.with(Accent.VEC))) {
      Name name = Naming.of(other);
      if (context.isValue(name, 0)) {
        wholes.add(Calls.reference(name, context.type(name, 0), n.span()));
      }
    }
    return wholes.size() == 1 ? Optional.of(wholes.getFirst()) : Optional.empty();
  }

  /** The whole whose entries a letter of which nothing is known has. */
  Optional<Typed> ofEntries(ScriptedName n) {
    return boldOf(n).or(() -> matrix(n));
  }

  /** The matrix A of entries a_{ij}, bold or not. */
  private Optional<Typed> matrix(ScriptedName n) {
    Symbol letter = n.primed();
    boolean small = letter.letter().matches("[a-z]");
    if (!small || !letter.equals(Symbol.of(letter.letter())) || n.high().isPresent()) {
      return Optional.empty();
    }
    Symbol capital = Symbol.of(letter.letter().toUpperCase(Locale.ROOT));
    List<Name> names =
        Stream.of(capital.in(new Font(Font.Style.PLAIN, true)), capital)
            .map(Naming::of)
            .filter(m -> context.isValue(m, 0) && Tensors.isMatrix(context.type(m, 0)))
            .toList();
    boolean one = names.size() == 1 || (names.size() == 2 && isNameOf(names.get(0), names.get(1)));
    return one
        ? Optional.of(Calls.reference(names.get(0), context.type(names.get(0), 0), n.span()))
        : Optional.empty();
  }

  /** Whether a name is only another name of the same. */
  private boolean isNameOf(Name name, Name other) {
    return context
        .definition(name, 0)
        .filter(d -> d.lambda().body() instanceof Expr.Ref r && r.name().equals(other))
        .isPresent();
  }
}
