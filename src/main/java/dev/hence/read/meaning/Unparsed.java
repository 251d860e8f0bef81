package dev.hence.read.meaning;

import dev.hence.problem.Problems;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.Syntax;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A display that has no syntax, and what can be told of it all the same. */
final class Unparsed {
  private static final Pattern TAG = Pattern.compile("\\\\tag\\{([^{}$]*)\\}");

  /** What stands between the beginning of a display, or a separator, and a sign of equality. */
  private static final String LEFT =
      "(?:^|\\\\\\\\|\\\\q?quad|[,;]|\\\\begin\\{\\w+\\*?\\})\\s*([^=,;&]{1,80}?)\\s*&?\\s*";

  private static final Pattern LEFT_SIDE =
      Pattern.compile(LEFT + ":?(?:=|\\\\coloneqq|\\\\triangleq)");

  private static final Pattern REDEFINED =
      Pattern.compile(LEFT + "(?::=|\\\\coloneqq|\\\\triangleq)");

  private final MathText text;
  private final Optional<String> tag;
  private final Span span;

  Unparsed(MathText text) {
    Matcher matcher = TAG.matcher(text.text());
    boolean tagged = matcher.find();
    this.text = text;
    this.tag = tagged ? Optional.of(matcher.group(1)) : Optional.empty();
    this.span = text.slice(0, tagged ? matcher.start() : text.length()).strip().span();
  }

  /** A place of which not even the text is known. */
  Unparsed(Span place) {
    this.text = MathText.of("");
    this.tag = Optional.empty();
    this.span = place;
  }

  Optional<String> tag() {
    return tag;
  }

  /** The place of the mathematics, without its tag. */
  Span span() {
    return span;
  }

  /** The left sides of what seem to be equations, as far as they can be parsed. */
  List<Syntax> leftSides() {
    return sides(LEFT_SIDE);
  }

  /** Those of them that seem to be given a new formula. */
  List<Syntax> redefined() {
    return sides(REDEFINED);
  }

  private List<Syntax> sides(Pattern pattern) {
    List<Syntax> sides = new ArrayList<>();
    Matcher matcher = pattern.matcher(text.text());
    while (matcher.find()) {
      MathText side = text.slice(matcher.start(1), matcher.end(1));
      MathParser.parseExpression(side, new Problems()).ifPresent(sides::add);
    }
    return sides;
  }
}
