package dev.hence.read.symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name as the author writes it. Two symbols are one name exactly if they are equal; the order in
 * which marks were written does not count.
 *
 * @param letter without font, accents and marks: {@code x}, {@code \theta}, {@code softmax}
 * @param accents from the inside out: {@code \dot{\hat{x}}} has hat, dot
 * @param marks in a fixed order, each kind of script at most once at each place
 */
public record Symbol(String letter, Font font, List<Accent> accents, List<Mark> marks)
    implements Comparable<Symbol> {
  private static final Comparator<Symbol> ORDER = Comparator.comparing(Symbol::latex);

  public Symbol {
    if (letter.isBlank()) {
      throw new IllegalArgumentException("a symbol has a letter");
    }
    accents = List.copyOf(accents);
    marks = marks.stream().sorted(Comparator.comparingInt(Symbol::rank)).toList();
  }

  /** A letter of which nothing else is said. */
  public static Symbol of(String letter) {
    return new Symbol(letter, Font.PLAIN, List.of(), List.of());
  }

  public Symbol in(Font newFont) {
    return new Symbol(letter, font.inside(newFont), accents, marks);
  }

  public Symbol with(Accent accent) {
    List<Accent> more = new ArrayList<>(accents);
    more.add(accent);
    return new Symbol(letter, font, more, marks);
  }

  /** The symbol with one more mark; primes are counted together. */
  public Symbol with(Mark mark) {
    List<Mark> more = new ArrayList<>(marks);
    Optional<Mark.Primes> primes = mark(Mark.Primes.class);
    if (mark instanceof Mark.Primes added && primes.isPresent()) {
      more.remove(primes.get());
      more.add(new Mark.Primes(primes.get().count() + added.count()));
    } else {
      more.add(mark);
    }
    return new Symbol(letter, font, accents, more);
  }

  /** The symbol without the marks of one kind. */
  public Symbol without(Class<? extends Mark> kind) {
    return new Symbol(
        letter, font, accents, marks.stream().filter(m -> !kind.isInstance(m)).toList());
  }

  /** The first mark of a kind. */
  public <M extends Mark> Optional<M> mark(Class<M> kind) {
    return marks.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The letter with font and accents, without any mark. */
  public Symbol bare() {
    return new Symbol(letter, font, accents, List.of());
  }

  /** Canonical LaTeX. */
  public String latex() {
    String latex = font.wrap(letter.replace("_", "\\_"));
    for (Accent accent : accents) {
      latex = accent.wrap(latex);
    }
    return latex + marks.stream().map(Mark::latex).collect(Collectors.joining());
  }

  /** Primes stand at the letter, then what is low, then what is high, then what is said of it. */
  private static int rank(Mark mark) {
    return switch (mark) {
      case Mark.Primes p -> 0;
      case Mark.Label l -> l.place() == Mark.Place.LOW ? 1 : 4;
      case Mark.Arguments a -> a.place() == Mark.Place.LOW ? 1 : 4;
      case Mark.Numbered n -> n.place() == Mark.Place.LOW ? 2 : 5;
      case Mark.Sign s -> s.place() == Mark.Place.LOW ? 3 : 6;
      case Mark.Without w -> 7;
      case Mark.Bar b -> 8;
      case Mark.Next n -> 9;
    };
  }

  @Override
  public int compareTo(Symbol other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return latex();
  }
}
