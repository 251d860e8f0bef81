package dev.hence.read.tex;

import dev.hence.read.tex.TexToken.Kind;
import dev.hence.text.MathText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One display on its way through the macros. A macro that stands as the argument of a command, as
 * in {@code \frac\half x}, keeps together in braces, for TeX takes it as one.
 */
final class Expansion {
  /** Commands that take arguments, and how many. */
  private static final Map<String, Integer> ARGUMENTS =
      Stream.concat(
              Stream.of(
                      "frac",
                      "dfrac",
                      "tfrac",
                      "cfrac",
                      "binom",
                      "dbinom",
                      "tbinom",
                      "overset",
                      "underset")
                  .map(name -> Map.entry("\\" + name, 2)),
              Stream.of(
                      "sqrt",
                      "mathbf",
                      "boldsymbol",
                      "bm",
                      "mathrm",
                      "mathcal",
                      "mathbb",
                      "mathsf",
                      "mathfrak",
                      "mathit",
                      "mathscr",
                      "hat",
                      "widehat",
                      "bar",
                      "overline",
                      "tilde",
                      "widetilde",
                      "vec",
                      "dot",
                      "ddot",
                      "underline",
                      "text",
                      "boxed",
                      "operatorname")
                  .map(name -> Map.entry("\\" + name, 1)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Arguments of one command that are still to come, at one depth of braces. */
  private static final class Awaited {
    private final int depth;
    private int count;

    Awaited(int depth, int count) {
      this.depth = depth;
      this.count = count;
    }
  }

  private final Expander expander;
  private final TexInput input;
  private final Definitions definitions;
  private final MathText.Builder builder = new MathText.Builder();
  private final Deque<Awaited> awaited = new ArrayDeque<>();
  private int depth;
  private int brought;
  private boolean behindWord;

  Expansion(Expander expander, Macros macros, TexInput input) {
    this.expander = expander;
    this.input = input;
    this.definitions = new Definitions(input, macros);
  }

  /**
   * @throws MacroFault if a macro cannot be expanded
   */
  MathText run(int fileEnd) {
    for (TexToken token = input.next(); !token.isEnd(); token = input.next()) {
      if (Definitions.begins(token)) {
        definitions.read(token);
      } else {
        token(token);
      }
    }
    return builder.build(fileEnd);
  }

  private void token(TexToken token) {
    Optional<List<TexToken>> replaced = expander.replace(token, input);
    brought += replaced.map(tokens -> tokens.size() + 1).orElse(0);
    if (brought > Expander.MAX_TOKENS) {
      throw Expander.tooMany(token);
    }
    if (replaced.isEmpty()) {
      emit(token);
    } else if (isArgument()) {
      input.push(List.of(new TexToken(Kind.CLOSE, "}", token.place(), token.depth())));
      input.push(replaced.get());
      emit(new TexToken(Kind.OPEN, "{", token.place(), token.depth()));
    } else {
      input.push(replaced.get());
    }
  }

  private boolean isArgument() {
    return !awaited.isEmpty() && awaited.peek().depth == depth;
  }

  private void emit(TexToken token) {
    switch (token.kind()) {
      case COMMENT, END -> {
        return;
      }
      case OPEN -> depth++;
      case CLOSE -> {
        depth--;
        while (!awaited.isEmpty() && awaited.peek().depth > depth) {
          awaited.pop();
        }
        taken();
      }
      case WORD -> {
        taken();
        Optional.ofNullable(ARGUMENTS.get(token.text()))
            .ifPresent(count -> awaited.push(new Awaited(depth, count)));
      }
      case SYMBOL, CHARACTER -> taken();
      case SPACE -> {
        // stands between a command and its argument
      }
    }
    write(token);
  }

  /** An argument has been read to its end, if one was awaited. */
  private void taken() {
    if (isArgument() && --awaited.peek().count == 0) {
      awaited.pop();
    }
  }

  private void write(TexToken token) {
    if (behindWord && TexInput.isLetter(token.text().charAt(0))) {
      builder.pin(" ", token.place());
    }
    behindWord = token.kind() == Kind.WORD;
    boolean verbatim =
        token.depth() == 0 && token.place().end() - token.place().start() == token.text().length();
    if (verbatim) {
      builder.append(token.text(), token.place().start());
    } else {
      builder.pin(token.text(), token.place());
    }
  }
}
