package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.tex.Expander;
import dev.hence.read.tex.Macros;
import dev.hence.read.tex.TexInput;
import dev.hence.read.tex.TexToken;
import dev.hence.read.tex.TexToken.Kind;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a display out of a TeX file once its beginning was met. A display that does not end hides
 * nothing: what was taken is put back.
 */
final class TexDisplays {
  /** Those that are read, and those of which the reader can only say that it does not know them. */
  private static final Set<String> ENVIRONMENTS =
      Set.of(
          ("equation displaymath align alignat flalign gather multline eqnarray"
                  + " split aligned alignedat gathered multlined cases dcases array"
                  + " xalignat xxalignat dmath dgroup darray empheq IEEEeqnarray")
              .split(" ", -1));

  /** Those that stand in no other. */
  private static final Set<String> OUTERMOST =
      Set.of(
          ("equation displaymath align alignat flalign gather multline eqnarray xalignat xxalignat"
                  + " dmath dgroup darray empheq IEEEeqnarray document")
              .split(" ", -1));

  private static final Pattern STEERING = Pattern.compile("%+\\s*(hence)(\\s*:|\\b)");

  private final SourceText source;
  private final TexInput input;
  private final Macros macros;
  private final Expander expander;
  private final Problems problems;

  TexDisplays(
      SourceText source, TexInput input, Macros macros, Expander expander, Problems problems) {
    this.source = source;
    this.input = input;
    this.macros = macros;
    this.expander = expander;
    this.problems = problems;
  }

  /** What ends a display, and what shows that its end is missing. */
  private sealed interface Closer {
    record Environment(String name) implements Closer {}

    record Bracket() implements Closer {}

    record Dollars() implements Closer {}
  }

  static boolean isDisplay(String environment) {
    return ENVIRONMENTS.contains(plain(environment));
  }

  private static String plain(String environment) {
    return environment.endsWith("*")
        ? environment.substring(0, environment.length() - 1)
        : environment;
  }

  /** The name in the braces that come next, or an empty one. */
  String environmentName() {
    return input.peek().kind() == Kind.OPEN ? input.argument().map(this::text).orElse("") : "";
  }

  String text(List<TexToken> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return text.toString();
  }

  Optional<Block> environment(TexToken begin, String name) {
    List<TexToken> tokens = new ArrayList<>();
    tokens.add(begin);
    tokens.addAll(braced(begin, name));
    return collect(begin, tokens, 1 + name.length() + 2, new Closer.Environment(name));
  }

  Optional<Block> brackets(TexToken open) {
    return collect(open, new ArrayList<>(), 0, new Closer.Bracket());
  }

  Optional<Block> dollars(TexToken first, TexToken second) {
    return collect(
        new TexToken(Kind.CHARACTER, "$$", first.place().to(second.place()), first.depth()),
        new ArrayList<>(),
        0,
        new Closer.Dollars());
  }

  /** Tokens for a name in braces that was read already. */
  private static List<TexToken> braced(TexToken command, String name) {
    Span place = command.place();
    List<TexToken> tokens = new ArrayList<>();
    tokens.add(new TexToken(Kind.OPEN, "{", place, Math.max(command.depth(), 1)));
    name.chars()
        .mapToObj(c -> String.valueOf((char) c))
        .forEach(
            c -> tokens.add(new TexToken(Kind.CHARACTER, c, place, Math.max(command.depth(), 1))));
    tokens.add(new TexToken(Kind.CLOSE, "}", place, Math.max(command.depth(), 1)));
    return tokens;
  }

  private Optional<Block> collect(TexToken opener, List<TexToken> tokens, int own, Closer closer) {
    int depth = 0;
    while (true) {
      TexToken token = input.next();
      if (unfoldsEnvironment(token)) {
        continue;
      }
      if (closes(token, closer, depth)) {
        return Optional.of(block(opener, tokens, token, closer));
      }
      if (isMissing(token, closer, depth)) {
        input.push(List.of(token));
        input.push(tokens.subList(own, tokens.size()));
        reportUnclosed(opener, closer);
        return Optional.empty();
      }
      depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
      if (!expander.unfold(token, input, problems)) {
        tokens.add(token);
      }
    }
  }

  /** Replaces the beginning or the end of an environment that the document defines. */
  private boolean unfoldsEnvironment(TexToken token) {
    if (!token.isWord("\\begin") && !token.isWord("\\end")) {
      return false;
    }
    Optional<TexToken> macro = macros.environment(token, nextName());
    if (macro.isPresent()) {
      input.argument();
      expander.unfoldAny(macro.get(), input, problems);
    }
    return macro.isPresent();
  }

  private boolean closes(TexToken token, Closer closer, int depth) {
    return switch (closer) {
      case Closer.Environment(String name) -> token.isWord("\\end") && isNext(name);
      case Closer.Bracket() -> token.text().equals("\\]");
      case Closer.Dollars() ->
          depth <= 0 && token.isCharacter("$") && input.peek().isCharacter("$");
    };
  }

  /** Whether a name in braces comes next. */
  private boolean isNext(String name) {
    return nextName().equals(name);
  }

  private String nextName() {
    if (input.peek().kind() != Kind.OPEN) {
      return "";
    }
    TexToken open = input.peek();
    Optional<List<TexToken>> name = input.argument();
    if (name.isEmpty()) {
      return "";
    }
    List<TexToken> back = new ArrayList<>();
    back.add(open);
    back.addAll(name.get());
    back.add(new TexToken(Kind.CLOSE, "}", input.taken(), open.depth()));
    input.push(back);
    return text(name.get());
  }

  private boolean isMissing(TexToken token, Closer closer, int depth) {
    if (token.isEnd()) {
      return true;
    }
    boolean begins = token.isWord("\\begin") && OUTERMOST.contains(plain(nextName()));
    boolean ends = token.isWord("\\end") && OUTERMOST.contains(plain(nextName()));
    return switch (closer) {
      case Closer.Environment environment -> begins || ends || token.text().equals("\\[");
      case Closer.Bracket bracket -> ends || token.text().equals("\\[");
      case Closer.Dollars dollars -> ends || (depth <= 0 && token.endsParagraph());
    };
  }

  private Block block(TexToken opener, List<TexToken> tokens, TexToken end, Closer closer) {
    Span span = opener.place().to(end.place());
    switch (closer) {
      case Closer.Environment(String name) -> {
        tokens.add(end);
        tokens.addAll(braced(end, name));
        TexToken open = input.next();
        List<TexToken> inBraces = new ArrayList<>();
        inBraces.add(open);
        while (inBraces.getLast().kind() != Kind.CLOSE) {
          inBraces.add(input.next());
        }
        span = span.to(inBraces.getLast().place());
      }
      case Closer.Bracket bracket -> {
        // one token
      }
      case Closer.Dollars dollars -> span = span.to(input.next().place());
    }
    tokens.stream().filter(t -> t.kind() == Kind.COMMENT).forEach(this::refuseSteering);
    Problems faults = new Problems();
    Optional<MathText> math = expander.expand(tokens, end.place().start(), faults);
    if (math.isEmpty()) {
      return new Block.Unreadable(faults.toList().getFirst(), span);
    }
    return new Block.Formula(math.get(), Optional.empty(), span);
  }

  private void reportUnclosed(TexToken opener, Closer closer) {
    String end =
        switch (closer) {
          case Closer.Environment(String name) -> "\\end{" + name + "}";
          case Closer.Bracket bracket -> "\\]";
          case Closer.Dollars dollars -> "$$";
        };
    String begin =
        closer instanceof Closer.Environment(String name) ? "\\begin{" + name + "}" : opener.text();
    problems.report(
        Problem.of(
            ProblemId.DISPLAY_NOT_CLOSED,
            opener.place(),
            "`" + begin + "` is never closed.",
            "close it with " + end));
  }

  /**
   * Passes over inline mathematics whose dollar was met; it ends with its paragraph at latest, or
   * where an environment begins that stands in no formula.
   */
  void passInline() {
    List<TexToken> taken = new ArrayList<>();
    while (true) {
      TexToken token = input.next();
      if (token.isCharacter("$")) {
        return;
      }
      taken.add(token);
      boolean isOver = token.isEnd() || token.endsParagraph();
      if (token.isWord("\\begin")) {
        String name = environmentName();
        taken.addAll(braced(token, name));
        isOver = OUTERMOST.contains(plain(name));
      }
      if (isOver) {
        input.push(taken);
        return;
      }
    }
  }

  /**
   * The steering that a comment is.
   *
   * @param isHeard whether there can be displays behind it
   */
  Optional<Block> steering(TexToken comment, boolean isHeard) {
    Matcher matcher = STEERING.matcher(comment.text());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    if (!matcher.group(2).endsWith(":")) {
      report(comment, "A comment for Hence needs a colon.", "write % hence: …");
      return Optional.empty();
    }
    if (!isHeard) {
      report(comment, "A comment for Hence steers nothing here.", "put it before the display");
      return Optional.empty();
    }
    Span rest = new Span(comment.place().start() + matcher.end(), comment.place().end());
    MathText text = MathText.of(source, rest).strip();
    return expander
        .expand(text, problems)
        .map(expanded -> new Block.Steering(expanded, comment.place()));
  }

  private void refuseSteering(TexToken comment) {
    if (comment.depth() == 0 && STEERING.matcher(comment.text()).lookingAt()) {
      report(comment, "A comment for Hence stands inside a display.", "put it before the display");
    }
  }

  private void report(TexToken comment, String message, String help) {
    problems.report(Problem.of(ProblemId.COMMENT_UNKNOWN, comment.place(), message, help));
  }
}
