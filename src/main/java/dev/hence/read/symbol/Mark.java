package dev.hence.read.symbol;

import java.util.List;
import java.util.stream.Collectors;

/** What is attached to a letter and belongs to its name. */
public sealed interface Mark {
  /** Whether a script stands low or high. */
  enum Place {
    LOW("_"),
    HIGH("^");

    private final String sign;

    Place(String sign) {
      this.sign = sign;
    }
  }

  /** A label of symbols that count nothing: {@code w_{hx}}, {@code L^{train}}. */
  record Label(Place place, List<Symbol> symbols) implements Mark {
    public Label {
      symbols = List.copyOf(symbols);
      if (symbols.isEmpty()) {
        throw new IllegalArgumentException("a label has symbols");
      }
    }

    @Override
    public String latex() {
      return script(place, symbols.stream().map(Symbol::latex).collect(Collectors.joining(" ")));
    }
  }

  /** On what a name is said to depend: {@code E_{(w, b)}}. */
  record Arguments(Place place, List<Symbol> symbols) implements Mark {
    public Arguments {
      symbols = List.copyOf(symbols);
    }

    @Override
    public String latex() {
      return script(
          place, symbols.stream().map(Symbol::latex).collect(Collectors.joining(",", "(", ")")));
    }
  }

  /** A number that tells members apart: {@code x_1}, {@code \theta_0}, {@code W^{(2)}}. */
  record Numbered(Place place, int number, boolean inParentheses) implements Mark {
    @Override
    public String latex() {
      return script(place, inParentheses ? "(" + number + ")" : "" + number);
    }
  }

  /** A sign that only tells apart: {@code w^\ast}, {@code x^+}, {@code A^\dagger}. */
  record Sign(Place place, String sign) implements Mark {
    @Override
    public String latex() {
      return script(place, sign);
    }
  }

  /** Primes that belong to the name, {@code x'}. */
  record Primes(int count) implements Mark {
    public Primes {
      if (count < 1) {
        throw new IllegalArgumentException("no primes");
      }
    }

    @Override
    public String latex() {
      return "'".repeat(count);
    }
  }

  /** A bar between the arguments of a function: {@code q(x \mid z)} has it behind the first. */
  record Bar(int behind) implements Mark {
    @Override
    public String latex() {
      return "(" + "\\cdot,".repeat(behind - 1) + "\\cdot \\mid \\cdot)";
    }
  }

  /** A family found without the member of an index, {@code w_{-i}}. */
  record Without(Symbol index) implements Mark {
    @Override
    public String latex() {
      return script(Place.LOW, "-" + index.latex());
    }
  }

  /** The value of a name after one step of an iteration. */
  record Next() implements Mark {
    @Override
    public String latex() {
      return "^{\\text{next}}";
    }
  }

  /** How the mark is written behind its letter. */
  String latex();

  private static String script(Place place, String content) {
    return place.sign + "{" + content + "}";
  }
}
