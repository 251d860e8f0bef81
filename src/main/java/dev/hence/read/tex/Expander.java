package dev.hence.read.tex;

import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.tex.TexToken.Kind;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces macros by what they stand for, as TeX does: a macro takes its arguments unexpanded, and
 * what comes out is read again. A macro that comes out of itself, and one that brings in too much,
 * is a problem at its use.
 */
public final class Expander {
  private static final int MAX_DEPTH = 100;

  /** Tokens that macros may bring into one display. */
  static final int MAX_TOKENS = 100_000;

  private final Macros macros;

  public Expander(Macros macros) {
    this.macros = macros;
  }

  /**
   * A piece of mathematics without macros and comments; the definitions in it are taken out and
   * hold from there on. Empty, and a problem is reported, if a macro cannot be expanded.
   */
  public Optional<MathText> expand(MathText text, Problems problems) {
    if (!concerns(text)) {
      return Optional.of(text);
    }
    try {
      TexInput input = new TexInput(text);
      return Optional.of(new Expansion(this, macros, input).run(text.span().end()));
    } catch (MacroFault fault) {
      problems.report(fault.problem());
      return Optional.empty();
    }
  }

  /** The same of tokens that were taken from an input; the definitions in them hold in them. */
  public Optional<MathText> expand(List<TexToken> tokens, int fileEnd, Problems problems) {
    macros.open();
    try {
      return Optional.of(new Expansion(this, macros, TexInput.of(tokens, fileEnd)).run(fileEnd));
    } catch (MacroFault fault) {
      problems.report(fault.problem());
      return Optional.empty();
    } finally {
      macros.close();
    }
  }

  /**
   * Puts what a macro stands for into the place of its use, which was taken from the input, if it
   * begins or ends an environment or a display. Whether that was so; a problem is reported where it
   * cannot be done.
   */
  public boolean unfold(TexToken use, TexInput input, Problems problems) {
    boolean isStructural = macros.isStructural(use);
    if (isStructural) {
      unfoldAny(use, input, problems);
    }
    return isStructural;
  }

  /** The same for a macro of whatever kind. */
  public void unfoldAny(TexToken use, TexInput input, Problems problems) {
    try {
      replace(use, input).ifPresent(input::push);
    } catch (MacroFault fault) {
      problems.report(fault.problem());
    }
  }

  private boolean concerns(MathText text) {
    if (Definitions.mayBeIn(text.text())) {
      return true;
    }
    TexInput input = new TexInput(text);
    for (TexToken t = input.next(); !t.isEnd(); t = input.next()) {
      if (macros.find(t).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a token stands for, with its arguments taken from the input; empty if it is no macro.
   *
   * @throws MacroFault if it cannot be expanded
   */
  Optional<List<TexToken>> replace(TexToken use, TexInput input) {
    Optional<Macro> macro = macros.find(use);
    if (macro.isEmpty()) {
      return Optional.empty();
    }
    if (use.depth() > MAX_DEPTH) {
      throw new MacroFault(
          ProblemId.MACRO_RECURSIVE,
          use,
          "The macro `" + use.text() + "` is defined by itself.",
          "define it by other commands");
    }
    List<TexToken> tokens =
        switch (macro.get()) {
          case Macro.Defined defined -> substituted(defined, use, input);
          case Macro.Paired paired -> paired(paired, use, input);
          case Macro.Alias alias -> List.of(alias.meaning().primitive(use));
          case Macro.Unsupported(String reason) ->
              throw new MacroFault(
                  ProblemId.MACRO_UNSUPPORTED,
                  use,
                  "The macro `" + use.text() + "` is programmed with `" + reason + "`.",
                  "define it without, for Hence follows plain replacements only");
        };
    if (!macros.spend(tokens.size() + 1)) {
      throw tooMany(use);
    }
    return Optional.of(tokens);
  }

  static MacroFault tooMany(TexToken use) {
    return new MacroFault(
        ProblemId.MACRO_TOO_LONG,
        use,
        "The macro `" + use.text() + "` stands for too much.",
        "macros may bring " + MAX_TOKENS + " tokens into one display");
  }

  private static List<TexToken> substituted(Macro.Defined macro, TexToken use, TexInput input) {
    List<List<TexToken>> arguments = new ArrayList<>();
    TexToken whole = use;
    if (macro.optional().isPresent() && macro.parameters() > 0) {
      Optional<List<TexToken>> given = input.option();
      whole = given.isPresent() ? whole.upTo(input.taken()) : whole;
      arguments.add(
          given.orElseGet(() -> macro.optional().get().stream().map(t -> t.outOf(use)).toList()));
    }
    while (arguments.size() < macro.parameters()) {
      arguments.add(argument(use, macro.parameters(), input));
      whole = whole.upTo(input.taken());
    }
    List<TexToken> tokens = new ArrayList<>();
    List<TexToken> body = macro.body();
    for (int i = 0; i < body.size(); i++) {
      int parameter = i + 1 < body.size() ? parameter(body.get(i), body.get(i + 1)) : 0;
      if (parameter > 0 && parameter <= arguments.size()) {
        tokens.addAll(arguments.get(parameter - 1));
        i++;
      } else {
        tokens.add(body.get(i).outOf(whole));
      }
      if (tokens.size() > MAX_TOKENS) {
        throw tooMany(use);
      }
    }
    return tokens;
  }

  private static int parameter(TexToken mark, TexToken digit) {
    boolean isParameter = mark.isCharacter("#") && digit.text().matches("[1-9]");
    return isParameter ? Integer.parseInt(digit.text()) : 0;
  }

  private static List<TexToken> argument(TexToken use, int count, TexInput input) {
    return input
        .argument()
        .orElseThrow(
            () ->
                new MacroFault(
                    ProblemId.MACRO_ARGUMENTS,
                    use,
                    "The macro `"
                        + use.text()
                        + "` takes "
                        + count
                        + (count == 1 ? " argument" : " arguments")
                        + ", and not all of them are here.",
                    "give each in braces"));
  }

  /** With a star or a size, or without: the delimiters grow with what they hold. */
  private static List<TexToken> paired(Macro.Paired macro, TexToken use, TexInput input) {
    input.skipSpace();
    if (input.peek().isCharacter("*")) {
      input.next();
    } else {
      input.option();
    }
    List<TexToken> held = argument(use, 1, input);
    TexToken whole = use.upTo(input.taken());
    List<TexToken> tokens = new ArrayList<>();
    tokens.add(new TexToken(Kind.WORD, "\\left", whole.place(), use.depth() + 1));
    macro.left().forEach(token -> tokens.add(token.outOf(whole)));
    tokens.addAll(held);
    tokens.add(new TexToken(Kind.WORD, "\\right", whole.place(), use.depth() + 1));
    macro.right().forEach(token -> tokens.add(token.outOf(whole)));
    return tokens;
  }
}
