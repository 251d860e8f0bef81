package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.tex.Definitions;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A LaTeX file: its displays, sections and steering comments, with the macros that it defines
 * expanded. What stands before {@code \begin{document}} defines macros and shows nothing.
 */
final class TexReader {
  private static final Map<String, Integer> SECTIONS =
      Map.of(
          "\\part", 1,
          "\\chapter", 1,
          "\\section", 2,
          "\\subsection", 3,
          "\\subsubsection", 4,
          "\\paragraph", 5,
          "\\subparagraph", 6);

  /** Environments whose text is not TeX, or draws. */
  private static final Set<String> VERBATIM =
      Set.of(
          "verbatim",
          "verbatim*",
          "Verbatim",
          "lstlisting",
          "minted",
          "comment",
          "alltt",
          "filecontents",
          "filecontents*",
          "tikzpicture",
          "picture");

  private static final Set<String> INCLUDES =
      Set.of("\\input", "\\include", "\\subfile", "\\import", "\\subimport", "\\InputIfFileExists");

  private static final Set<String> VERBATIM_WORDS = Set.of("\\verb", "\\lstinline", "\\mintinline");

  private final SourceText source;
  private final Problems problems;
  private final TexInput input;
  private final Macros macros = new Macros();
  private final Expander expander = new Expander(macros);
  private final TexDisplays displays;
  private final List<Block> blocks = new ArrayList<>();
  private final HeaderReader.Found found;
  private Optional<Header> header = Optional.empty();
  private Optional<MathText> title = Optional.empty();
  private Optional<Span> prose = Optional.empty();
  private boolean inPreamble;
  private boolean ended;

  private TexReader(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
    TexHeader front = TexHeader.of(source, problems);
    this.found =
        front
            .yaml()
            .map(yaml -> new HeaderReader(yaml, front.span(), true, problems).read())
            .orElseGet(() -> HeaderReader.Found.none(0));
    Span body = new Span(front.span().end(), source.content().length());
    this.input = new TexInput(MathText.of(source, body));
    this.displays = new TexDisplays(source, input, macros, expander, problems);
    this.inPreamble = source.content().contains("\\begin{document}");
  }

  static Document read(SourceText source, Problems problems) {
    return new TexReader(source, problems).read();
  }

  private Document read() {
    for (MathText definitions : found.macros()) {
      expander.expand(definitions, problems);
    }
    while (!ended) {
      TexToken token = input.next();
      if (token.isEnd()) {
        ended = true;
      } else if (Definitions.begins(token)) {
        new Definitions(input, macros).read(token);
      } else {
        token(token);
      }
    }
    endProse();
    header();
    return new Document(source, header.orElseThrow(), blocks);
  }

  /** The header sees the macros of the preamble, and those before the first display. */
  private void header() {
    if (header.isEmpty()) {
      Header read = found.header().map(text -> expander.expand(text, problems));
      header = Optional.of(title.map(read::titled).orElse(read));
    }
  }

  private void token(TexToken token) {
    switch (token.kind()) {
      case COMMENT -> comment(token);
      case OPEN -> macros.open();
      case CLOSE -> macros.close();
      case WORD -> word(token);
      case SYMBOL -> {
        if (token.text().equals("\\[") && !inPreamble) {
          display(displays.brackets(token), token);
        } else if (!expander.unfold(token, input, problems)) {
          prose(token);
        }
      }
      case CHARACTER -> {
        if (token.isCharacter("$") && !inPreamble) {
          dollar(token);
        } else {
          prose(token);
        }
      }
      case SPACE, END -> {
        // says nothing
      }
    }
  }

  private void word(TexToken word) {
    switch (word.text()) {
      case "\\begin" -> begin(word);
      case "\\end" -> end(word);
      case "\\title" -> input.argument().ifPresent(this::title);
      default -> {
        if (SECTIONS.containsKey(word.text()) && !inPreamble) {
          section(word);
        } else if (INCLUDES.contains(word.text())) {
          included(word);
        } else if (VERBATIM_WORDS.contains(word.text())) {
          verbatim(word);
        } else if (!expander.unfold(word, input, problems)) {
          prose(word);
        }
      }
    }
  }

  private void begin(TexToken begin) {
    String name = displays.environmentName();
    Optional<TexToken> macro = macros.environment(begin, name);
    if (name.equals("document")) {
      inPreamble = false;
      header();
    } else if (VERBATIM.contains(name)) {
      endProse();
      Optional<MathText> held = input.until("\\end{" + name + "}");
      blocks.add(new Block.Code(begin.place().to(held.map(MathText::span).orElse(begin.place()))));
    } else if (macro.isPresent()) {
      macros.open();
      expander.unfoldAny(macro.get(), input, problems);
    } else if (TexDisplays.isDisplay(name) && !inPreamble) {
      display(displays.environment(begin, name), begin);
    } else {
      macros.open();
    }
  }

  private void end(TexToken end) {
    String name = displays.environmentName();
    Optional<TexToken> macro = macros.environment(end, name);
    if (name.equals("document")) {
      ended = true;
    } else {
      macro.ifPresent(m -> expander.unfoldAny(m, input, problems));
      macros.close();
    }
  }

  private void dollar(TexToken dollar) {
    if (input.peek().isCharacter("$")) {
      display(displays.dollars(dollar, input.next()), dollar);
      return;
    }
    prose(dollar);
    displays.passInline();
  }

  private void display(Optional<Block> display, TexToken opener) {
    if (display.isPresent()) {
      endProse();
      header();
      blocks.add(display.get());
    } else {
      prose(opener);
    }
  }

  private void section(TexToken command) {
    if (input.peek().isCharacter("*")) {
      input.next();
    }
    input.option();
    Optional<List<TexToken>> words = input.argument();
    if (words.isEmpty()) {
      return;
    }
    endProse();
    Span span =
        words.get().stream().map(TexToken::place).reduce(command.place(), (a, b) -> a.to(b));
    String text = displays.text(words.get()).replaceAll("\\s+", " ").strip();
    blocks.add(new Block.Heading(SECTIONS.get(command.text()), text, span));
  }

  /** The title of a paper, unless it holds commands or the header has one. */
  private void title(List<TexToken> words) {
    boolean isPlain =
        !words.isEmpty()
            && words.stream().allMatch(t -> t.kind() == Kind.CHARACTER || t.kind() == Kind.SPACE);
    if (isPlain) {
      Span span = words.getFirst().place().to(words.getLast().place());
      title = Optional.of(MathText.of(source, span).strip());
    }
  }

  private void included(TexToken command) {
    problems.report(
        Problem.of(
            ProblemId.FILE_INCLUDED,
            command.place(),
            "`" + command.text() + "` is not followed: what that file says is unknown here.",
            "put what it holds into this file, and check displays of its own as a file"));
    if (input.peek().kind() == Kind.OPEN) {
      input.argument();
    }
  }

  private void verbatim(TexToken command) {
    if (input.peek().isCharacter("*")) {
      input.next();
    }
    if (!command.isWord("\\verb")) {
      input.option();
    }
    TexToken mark = input.next();
    if (mark.kind() == Kind.OPEN) {
      input.push(List.of(mark));
    } else if (mark.kind() == Kind.CHARACTER || mark.kind() == Kind.CLOSE) {
      input.until(mark.text());
    }
    prose(command);
  }

  private void comment(TexToken comment) {
    Optional<Block> steering = displays.steering(comment, !inPreamble);
    if (steering.isPresent()) {
      endProse();
      blocks.add(steering.get());
    }
  }

  private void prose(TexToken token) {
    if (!inPreamble) {
      prose = Optional.of(prose.map(span -> span.to(token.place())).orElse(token.place()));
    }
  }

  private void endProse() {
    prose.ifPresent(span -> blocks.add(new Block.Prose(span)));
    prose = Optional.empty();
  }
}
