package dev.hence.read.elaborate;

import dev.hence.problem.ProblemId;
import dev.hence.read.syntax.Fault;
import dev.hence.read.type.Mismatch;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;

/** Why something is not read. Each says what was read and what did not fit. */
public sealed interface Refusal {
  Span span();

  /** The code under which it is told. */
  ProblemId id();

  /** The kind of cause in a few words, for lists of causes. */
  String cause();

  /** One sentence. */
  String words();

  /** What would mend it, or empty. */
  default String help() {
    return "";
  }

  /** A name is defined through itself. */
  record Circular(Span span, String name, String what) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.CIRCULAR_DEFINITION;
    }

    @Override
    public String cause() {
      return "a circle of definitions";
    }

    @Override
    public String words() {
      return "`" + name + "` is defined through " + what + ".";
    }
  }

  /** Two types do not fit. */
  record Unfit(Span span, Where where, Mismatch mismatch) implements Refusal {
    @Override
    public ProblemId id() {
      return where == Where.ARGUMENTS ? ProblemId.WRONG_ARITY : ProblemId.SHAPE_MISMATCH;
    }

    @Override
    public String cause() {
      return "types do not fit in " + where.words();
    }

    @Override
    public String words() {
      return "In " + where.words() + " " + mismatch.words();
    }
  }

  /** A name of which nothing says what it is. */
  record Unknown(Span span, String name) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.UNKNOWN_NAME;
    }

    @Override
    public String cause() {
      return "unknown name";
    }

    @Override
    public String words() {
      return "`" + name + "` is used but nothing says what it is.";
    }
  }

  /** An index of which nothing says over which range it runs. */
  record Unranged(Span span, String letter) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.UNKNOWN_NAME;
    }

    @Override
    public String cause() {
      return "index without a range";
    }

    @Override
    public String words() {
      return "Nothing says over which range the index " + letter + " runs.";
    }
  }

  /** Something fits in more than one way. */
  record Several(Span span, String doubt, List<String> readings) implements Refusal {
    public Several {
      readings = List.copyOf(readings);
    }

    @Override
    public ProblemId id() {
      return ProblemId.AMBIGUOUS;
    }

    @Override
    public String cause() {
      return "several readings: " + doubt;
    }

    @Override
    public String words() {
      return "This may be read as " + String.join(", or as ", readings) + ".";
    }
  }

  /** A notation that is parsed and has no meaning here. */
  record NoMeaning(Span span, String notation) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.UNSUPPORTED_NOTATION;
    }

    @Override
    public String cause() {
      return "no meaning yet: " + notation;
    }

    @Override
    public String words() {
      return "Nothing says what " + notation + " means here.";
    }
  }

  /** A type that the uses leave open. */
  record Open(Span span, Type type) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.SHAPE_MISMATCH;
    }

    @Override
    public String cause() {
      return "a type is left open";
    }

    @Override
    public String words() {
      return "Nothing says of what size this is: " + type.words() + ".";
    }
  }

  /** A derivative that does not say clearly enough by what, or of what. */
  record Derived(Span span, String what) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.DERIVATIVE_UNCLEAR;
    }

    @Override
    public String cause() {
      return "a derivative is unclear";
    }

    @Override
    public String words() {
      return what;
    }
  }

  /** A law that is none, or a mean of which nothing says over what it is taken. */
  record Lawless(Span span, String what) implements Refusal {
    @Override
    public ProblemId id() {
      return ProblemId.BAD_DOMAIN;
    }

    @Override
    public String cause() {
      return "a law is unclear";
    }

    @Override
    public String words() {
      return what;
    }
  }

  /** The parser could not read it. */
  record Unparsed(Span span, ProblemId id, String message) implements Refusal {
    public static Unparsed of(Fault fault) {
      return new Unparsed(fault.span(), fault.id(), fault.message());
    }

    @Override
    public String cause() {
      return "not parsed";
    }

    @Override
    public String words() {
      return message;
    }
  }

  /** Between what two types had to be the same. */
  enum Where {
    SUM("a sum"),
    PRODUCT("a product"),
    QUOTIENT("a quotient"),
    POWER("a power"),
    ENTRYWISE("an entrywise product"),
    INNER("an inner product"),
    ARGUMENTS("the arguments of a function"),
    ARGUMENT("an argument"),
    ENTRY("the indices of an entry"),
    NUMBER("a place for a number"),
    DIVERGENCE("a divergence"),
    SQUARE("a place for a square matrix"),
    CASES("the rows of a case distinction"),
    LAW("a law"),
    LAW_OF_NUMBERS("a law of numbers"),
    CLAIM("a claim"),
    DEFINITION("a definition"),
    CONDITION("a condition");

    private final String words;

    Where(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
