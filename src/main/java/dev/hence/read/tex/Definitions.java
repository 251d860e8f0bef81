package dev.hence.read.tex;

import dev.hence.read.math.Vocabulary;
import dev.hence.read.tex.TexToken.Kind;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads definitions of macros. One that cannot be followed is kept as such: the document is at
 * fault only where it uses it.
 */
public final class Definitions {
  private static final Set<String> COMMANDS =
      Set.of(
          "\\newcommand",
          "\\renewcommand",
          "\\providecommand",
          "\\DeclareRobustCommand",
          "\\NewDocumentCommand",
          "\\RenewDocumentCommand",
          "\\DeclareMathOperator",
          "\\DeclarePairedDelimiter",
          "\\DeclarePairedDelimiterX",
          "\\newenvironment",
          "\\renewenvironment",
          "\\def",
          "\\gdef",
          "\\edef",
          "\\xdef",
          "\\let");

  private static final Set<String> PREFIXES =
      Set.of("\\global", "\\long", "\\outer", "\\protected");

  /** TeX as a programming language. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "\\expandafter",
          "\\csname",
          "\\futurelet",
          "\\noexpand",
          "\\the",
          "\\def",
          "\\gdef",
          "\\let",
          "\\newcommand",
          "\\renewcommand",
          "\\catcode",
          "\\mathchoice",
          "\\mathpalette",
          "\\setbox",
          "\\loop",
          "\\afterassignment",
          "\\aftergroup",
          "\\begingroup",
          "\\advance",
          "\\number",
          "\\string",
          "\\IfNoValueTF",
          "\\IfBooleanTF",
          "\\ifthenelse",
          "\\fi",
          "\\@");

  private final TexInput input;
  private final Macros macros;

  public Definitions(TexInput input, Macros macros) {
    this.input = input;
    this.macros = macros;
  }

  /** Whether a token begins a definition. */
  public static boolean begins(TexToken token) {
    return token.kind() == Kind.WORD
        && (COMMANDS.contains(token.text()) || PREFIXES.contains(token.text()));
  }

  /** Whether a text can hold a definition at all. */
  public static boolean mayBeIn(String text) {
    return COMMANDS.stream().anyMatch(text::contains);
  }

  /** Reads on behind a token that begins a definition. What is no definition is passed over. */
  public void read(TexToken command) {
    switch (command.text()) {
      case "\\let" -> let();
      case "\\def", "\\edef" -> def(command, false);
      case "\\gdef", "\\xdef" -> def(command, true);
      case "\\DeclareMathOperator" -> operator();
      case "\\DeclarePairedDelimiter" -> paired();
      case "\\DeclarePairedDelimiterX" ->
          name().ifPresent(n -> macros.define(n, new Macro.Unsupported(command.text())));
      case "\\newenvironment", "\\renewenvironment" -> environment();
      case "\\NewDocumentCommand", "\\RenewDocumentCommand" -> document();
      case "\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand" ->
          newCommand(command.text().equals("\\providecommand"));
      default -> prefixed(command);
    }
  }

  private void prefixed(TexToken prefix) {
    input.skipSpace();
    TexToken next = input.peek();
    if (!begins(next)) {
      return;
    }
    input.next();
    if (next.isWord("\\def") || next.isWord("\\edef")) {
      def(next, prefix.isWord("\\global"));
    } else {
      read(next);
    }
  }

  private void newCommand(boolean provide) {
    star();
    Optional<String> name = name();
    if (name.isEmpty()) {
      return;
    }
    Optional<List<TexToken>> count = input.option();
    Optional<List<TexToken>> first = input.option();
    Optional<List<TexToken>> body = input.argument();
    int parameters = count.map(Definitions::number).orElse(0);
    boolean isThere = provide && (isDefined(name.get()) || isKnown(name.get()));
    if (body.isPresent() && parameters >= 0 && !isThere) {
      macros.define(name.get(), macro(parameters, first, body.get()));
    }
  }

  private boolean isDefined(String name) {
    return macros.find(new TexToken(Kind.WORD, name, Span.at(0), 0)).isPresent();
  }

  private static boolean isKnown(String name) {
    return Vocabulary.isKnown(name.substring(1));
  }

  /** {@code m} and {@code O{…}} as arguments; others ask the macro what it was given. */
  private void document() {
    Optional<String> name = name();
    Optional<List<TexToken>> arguments = input.argument();
    Optional<List<TexToken>> body = input.argument();
    if (name.isEmpty() || arguments.isEmpty() || body.isEmpty()) {
      return;
    }
    String kinds = text(arguments.get()).replaceAll("\\s", "");
    macros.define(
        name.get(),
        kinds.matches("m{0,9}")
            ? macro(kinds.length(), Optional.empty(), body.get())
            : new Macro.Unsupported("\\NewDocumentCommand{…}{" + kinds + "}"));
  }

  /** The two halves of an environment are macros, the first of them with its parameters. */
  private void environment() {
    star();
    String name = input.argument().map(Definitions::text).orElse("");
    int parameters = input.option().map(Definitions::number).orElse(0);
    Optional<List<TexToken>> first = input.option();
    Optional<List<TexToken>> begin = input.argument();
    Optional<List<TexToken>> end = input.argument();
    if (begin.isPresent() && end.isPresent() && parameters >= 0) {
      macros.define("\\begin{" + name + "}", macro(parameters, first, begin.get()));
      macros.define("\\end{" + name + "}", macro(0, Optional.empty(), end.get()));
    }
  }

  private void operator() {
    boolean starred = star();
    Optional<String> name = name();
    Optional<List<TexToken>> words = input.argument();
    if (name.isEmpty() || words.isEmpty()) {
      return;
    }
    List<TexToken> body = new ArrayList<>();
    TexToken any = words.get().isEmpty() ? input.peek() : words.get().getFirst();
    body.add(new TexToken(Kind.WORD, "\\operatorname", any.place(), 0));
    if (starred) {
      body.add(new TexToken(Kind.CHARACTER, "*", any.place(), 0));
    }
    body.add(new TexToken(Kind.OPEN, "{", any.place(), 0));
    body.addAll(words.get());
    body.add(new TexToken(Kind.CLOSE, "}", any.place(), 0));
    macros.define(name.get(), macro(0, Optional.empty(), body));
  }

  private void paired() {
    Optional<String> name = name();
    Optional<List<TexToken>> left = input.argument();
    Optional<List<TexToken>> right = input.argument();
    if (name.isPresent() && left.isPresent() && right.isPresent()) {
      macros.define(name.get(), new Macro.Paired(left.get(), right.get()));
    }
  }

  private void let() {
    Optional<String> name = name();
    TexToken next = input.nextFilled();
    if (next.isCharacter("=")) {
      next = input.nextFilled();
    }
    if (name.isPresent() && !next.isEnd()) {
      macros.define(name.get(), macros.find(next).orElse(new Macro.Alias(next)));
    }
  }

  private void def(TexToken command, boolean global) {
    Optional<String> name = name();
    StringBuilder parameters = new StringBuilder();
    while (!input.peek().isEnd() && input.peek().kind() != Kind.OPEN) {
      parameters.append(input.next().text());
      if (parameters.length() > 100) {
        return;
      }
    }
    Optional<List<TexToken>> body = input.argument();
    if (name.isEmpty() || body.isEmpty()) {
      return;
    }
    int count = parameters.length() / 2;
    boolean plain =
        count <= 9 && parameters.toString().equals("#1#2#3#4#5#6#7#8#9".substring(0, 2 * count));
    boolean early = command.isWord("\\edef") || command.isWord("\\xdef");
    Macro macro =
        plain && !early
            ? macro(count, Optional.empty(), body.get())
            : new Macro.Unsupported(command.text());
    if (global) {
      macros.defineForAll(name.get(), macro);
    } else {
      macros.define(name.get(), macro);
    }
  }

  private static Macro macro(
      int parameters, Optional<List<TexToken>> optional, List<TexToken> body) {
    for (TexToken token : body) {
      boolean programs =
          PROGRAMS.contains(token.text())
              || (token.kind() == Kind.WORD && token.text().matches("\\\\if[a-z]*"));
      if (programs && !token.isWord("\\iff")) {
        return new Macro.Unsupported(token.text());
      }
    }
    return new Macro.Defined(parameters, optional, body);
  }

  /** {@code {\name}} or {@code \name}. */
  private Optional<String> name() {
    input.skipSpace();
    boolean begins = input.peek().isControl() || input.peek().kind() == Kind.OPEN;
    if (!begins) {
      return Optional.empty();
    }
    List<TexToken> filled =
        input.argument().orElse(List.of()).stream().filter(t -> t.kind() != Kind.SPACE).toList();
    return filled.size() == 1 && filled.getFirst().isControl()
        ? Optional.of(filled.getFirst().text())
        : Optional.empty();
  }

  private boolean star() {
    input.skipSpace();
    boolean starred = input.peek().isCharacter("*");
    if (starred) {
      input.next();
    }
    return starred;
  }

  private static int number(List<TexToken> tokens) {
    String text = text(tokens).strip();
    return text.matches("[0-9]") ? Integer.parseInt(text) : -1;
  }

  static String text(List<TexToken> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return text.toString();
  }
}
