package dev.hence.read.syntax;

import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A display, or a part of one, as it was written. Every token belongs to exactly one node: the
 * tokens of a tree in order are what was read.
 */
public sealed interface Tree {
  /** What a node consists of, in the order in which it is written: tokens and trees. */
  List<Part> parts();

  /** The trees among its parts. */
  default List<Tree> inner() {
    List<Tree> inner = new ArrayList<>();
    for (Part part : parts()) {
      if (part instanceof Part.Inner i) {
        inner.add(i.tree());
      }
    }
    return inner;
  }

  /** A token or a tree. */
  sealed interface Part {
    record Own(Token token) implements Part {}

    record Inner(Tree tree) implements Part {}
  }

  /** One token. */
  record Leaf(Token token) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(token);
    }
  }

  /** Letters side by side that are one function, {@code tanh(x)}. */
  record Run(List<Token> letters, String meaning) implements Tree {
    public Run {
      letters = List.copyOf(letters);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(letters.toArray());
    }
  }

  /**
   * What stands for a formula: a character, {@code ℝ}, or a notation of the author's own. The
   * formula owns no token.
   */
  record Composed(Tree written, Tree meaning) implements Tree {
    @Override
    public List<Part> parts() {
      return written.parts();
    }
  }

  /** Nothing, in braces or a cell. */
  record Empty(Span span) implements Tree {
    @Override
    public List<Part> parts() {
      return List.of();
    }
  }

  /** Braces, which TeX needs and which print nothing. */
  record Braced(Token open, Tree content, Token close) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(open, content, close);
    }
  }

  /** A font or an accent on what stands behind it. */
  record Styled(Token command, Tree body) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(command, body);
    }
  }

  /** A command with its arguments: a fraction, a root, a brace with a note. */
  record Command(Token command, Optional<Tree> option, List<Tree> arguments) implements Tree {
    public Command {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(command, option, arguments);
    }
  }

  /** A base with what is attached to it, in the order in which it is written. */
  record Scripted(Tree base, List<Script> scripts, Nesting nesting) implements Tree {
    public Scripted {
      scripts = List.copyOf(scripts);
    }

    /** To what the scripts apply. */
    public enum Nesting {
      /** Each script to the base with those before it. */
      FIRST_INNERMOST,
      /** Each script to the base with those behind it: {@code A^\top_{ij}} is an entry of Aᵀ. */
      LAST_INNERMOST
    }

    @Override
    public List<Part> parts() {
      List<Object> parts = new ArrayList<>(List.of(base));
      for (Script script : scripts) {
        parts.add(script.sign());
        if (!script.isGlyph()) {
          parts.add(script.content());
        }
      }
      return Parts.of(parts.toArray());
    }
  }

  /**
   * A script, a prime or a factorial.
   *
   * @param content empty for a prime and a factorial; for raised characters what they stand for,
   *     which owns no token
   */
  record Script(Token sign, Optional<Tree> content) {
    public boolean isLow() {
      return sign.kind() == TokenKind.SUB || sign.kind() == TokenKind.LOWERED;
    }

    /** Whether the sign is a raised or lowered character, which is the whole script. */
    public boolean isGlyph() {
      return sign.kind() == TokenKind.RAISED || sign.kind() == TokenKind.LOWERED;
    }

    public boolean isHigh() {
      return primes() == 0 && (sign.kind() == TokenKind.SUP || sign.kind() == TokenKind.RAISED);
    }

    /** How many primes it is, {@code f'} and {@code f^{'}} alike; 0 for anything else. */
    public int primes() {
      return isLow() ? 0 : content.map(Script::primes).orElseGet(() -> primes(sign));
    }

    private static int primes(Tree raised) {
      return switch (raised) {
        case Braced b -> primes(b.content());
        case Leaf l -> primes(l.token());
        case Listed l when l.separators().isEmpty() -> {
          List<Integer> each = l.items().stream().map(Script::primes).toList();
          yield each.contains(0) ? 0 : each.stream().mapToInt(k -> k).sum();
        }
        default -> 0;
      };
    }

    private static int primes(Token token) {
      return switch (token.kind()) {
        case PRIME -> token.meaning().length();
        case MARK -> token.meaning().equals("prime") ? 1 : 0;
        default -> 0;
      };
    }
  }

  /** Operands of one binding power side by side: a fraction bar, a chain, a sum, a product. */
  record Joined(Binding binding, List<Link> links) implements Tree {
    public Joined {
      links = List.copyOf(links);
    }

    @Override
    public List<Part> parts() {
      List<Object> parts = new ArrayList<>();
      for (Link link : links) {
        parts.add(link.operator());
        parts.add(link.operand());
      }
      return Parts.of(parts.toArray());
    }
  }

  /** How tightly operators bind, the loosest first. */
  enum Binding {
    OVER,
    CHAIN,
    SUM,
    PRODUCT
  }

  /**
   * An operand with the operator before it.
   *
   * @param operator empty for the first operand and for factors without a sign between them
   */
  record Link(Optional<Token> operator, Tree operand) {}

  /** Items between commas or other separators, one separator fewer than items. */
  record Listed(List<Tree> items, List<Token> separators) implements Tree {
    public Listed {
      items = List.copyOf(items);
      separators = List.copyOf(separators);
    }

    @Override
    public List<Part> parts() {
      List<Object> parts = new ArrayList<>();
      for (int k = 0; k < items.size(); k++) {
        parts.add(items.get(k));
        if (k < separators.size()) {
          parts.add(separators.get(k));
        }
      }
      return Parts.of(parts.toArray());
    }
  }

  /** Something between two delimiters; bars are delimiters too. */
  record Group(Token open, Tree content, Token close) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(open, content, close);
    }
  }

  /** A function before its argument in parentheses. */
  record Application(Tree function, Optional<Token> broadcast, Tree argument) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(function, broadcast, argument);
    }
  }

  /** A function or a derivative before what it is taken of, without parentheses. */
  record Prefixed(Tree head, Tree operand) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(head, operand);
    }
  }

  /** An operator with its limits and its body. */
  record Big(Tree head, Tree body) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(head, body);
    }
  }

  /**
   * An integral. Where the differential stands first, {@code \int dt f}, the body is behind it;
   * where it stands in a fraction, it is part of the body and empty here.
   */
  record Integral(Tree head, Tree body, Optional<Tree> differential, boolean leads)
      implements Tree {
    @Override
    public List<Part> parts() {
      return leads ? Parts.of(head, differential, body) : Parts.of(head, body, differential);
    }
  }

  /** The d of an integral and its variable. */
  record Differential(List<Tree> written) implements Tree {
    public Differential {
      written = List.copyOf(written);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(written);
    }
  }

  /**
   * A derivative: a fraction of differentials, a ∇ or ∂ with scripts, or a slash between
   * differentials.
   *
   * @param written the whole, which owns the tokens
   * @param operand what is derived, where it is part of what is written
   * @param variables by what, in order; empty for a bare ∇
   */
  record Derivative(Kind kind, Tree written, Optional<Tree> operand, List<Tree> variables)
      implements Tree {
    public Derivative {
      variables = List.copyOf(variables);
    }

    /** The sign of the derivative. */
    public enum Kind {
      TOTAL,
      PARTIAL,
      NABLA
    }

    @Override
    public List<Part> parts() {
      return Parts.of(written);
    }
  }

  /** A body with a bar that says where it is evaluated; the scripts on the bar say it. */
  record Evaluation(Tree body, Tree bar) implements Tree {
    @Override
    public List<Part> parts() {
      return Parts.of(body, bar);
    }
  }

  /** An environment with its rows. */
  record Environment(Token begin, List<Row> rows, Token end) implements Tree {
    public Environment {
      rows = List.copyOf(rows);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(begin, rows, end);
    }
  }

  /**
   * Statements, words and what separates them, in one row.
   *
   * @param lineBreak at its end
   */
  record Row(List<Tree> items, Optional<Token> lineBreak) implements Tree {
    public Row {
      items = List.copyOf(items);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(items, lineBreak);
    }
  }

  /** The rows of a display. */
  record Rows(List<Row> rows, Token end) implements Tree {
    public Rows {
      rows = List.copyOf(rows);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(rows, end);
    }
  }

  /** Words, with the statements that belong to them. */
  record Worded(Token words, Phrase phrase, List<Tree> said) implements Tree {
    public Worded {
      said = List.copyOf(said);
    }

    /** Whether the words say nothing of truth. */
    public boolean explains() {
      return phrase == Phrase.EXPLANATION || phrase == Phrase.REMARK;
    }

    @Override
    public List<Part> parts() {
      return Parts.of(words, said);
    }
  }

  /** Tokens that are a remark and are not read as mathematics. */
  record Remark(List<Token> tokens) implements Tree {
    public Remark {
      tokens = List.copyOf(tokens);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(tokens);
    }
  }

  /** The rest of a row that cannot be read, and why. */
  record Unreadable(List<Token> tokens, Fault fault) implements Tree {
    public Unreadable {
      tokens = List.copyOf(tokens);
    }

    @Override
    public List<Part> parts() {
      return Parts.of(tokens);
    }
  }

  /**
   * Readings of the same tokens between which the grammar cannot decide.
   *
   * @param readings two or more, the usual one first
   */
  record Choice(Doubt doubt, List<Tree> readings) implements Tree {
    public Choice {
      readings = List.copyOf(readings);
    }

    @Override
    public List<Part> parts() {
      return readings.getFirst().parts();
    }
  }

  /** Where it stands in the file. */
  default Span span() {
    if (this instanceof Empty e) {
      return e.span();
    }
    List<Token> tokens = TreeText.tokens(this);
    return tokens.isEmpty() ? Span.at(0) : tokens.getFirst().span().to(tokens.getLast().span());
  }
}
