package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the YAML of a header. What YAML did not read as text is shown in the form to write. */
final class HeaderReader {
  private static final int MAX_DEPTH = 10;

  /**
   * A header and what else it says.
   *
   * @param macros definitions of macros, unread
   * @param isOurs whether it holds a key of ours
   */
  record Found(Header header, List<MathText> macros, boolean isOurs) {
    Found {
      macros = List.copyOf(macros);
    }

    /** This header, with what another program may have said before: title, source, tags, macros. */
    Found beside(Found other) {
      List<MathText> all = new ArrayList<>(other.macros);
      all.addAll(macros);
      return new Found(header.describedAs(other.header), all, isOurs);
    }

    static Found none(int offset) {
      return new Found(Header.none(offset), List.of(), false);
    }
  }

  private final MathText text;
  private final Span place;
  private final HeaderKeys keys;
  private final YamlText yaml;
  private final Problems problems;
  private final HeaderEntries entries;
  private final LoadSettings settings;

  private Optional<MathText> title = Optional.empty();
  private List<MathText> source = List.of();
  private List<MathText> tags = List.of();
  private Optional<MathText> layout = Optional.empty();
  private Optional<MathText> scope = Optional.empty();
  private OptionalInt round = OptionalInt.empty();
  private OptionalLong seed = OptionalLong.empty();
  private List<MathText> let = List.of();
  private List<MathText> assume = List.of();
  private List<MathText> flow = List.of();
  private List<MathText> step = List.of();
  private List<MathText> read = List.of();
  private List<TryEntry> tries = List.of();
  private final List<MathText> macros = new ArrayList<>();

  /**
   * @param text the YAML, without the lines around it
   * @param place of the whole header
   * @param ours whether nobody else can have written keys there
   */
  HeaderReader(MathText text, Span place, boolean ours, Problems problems) {
    this.text = text;
    this.place = place;
    this.problems = problems;
    this.yaml = new YamlText(text);
    this.keys = new HeaderKeys(yaml, ours, problems);
    this.settings = settings(text.length());
    this.entries = new HeaderEntries(yaml, problems);
  }

  /** A buffer for the whole: at its edge SnakeYAML Engine 2.10 loses half of a character. */
  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setLabel("header")
        .setAllowDuplicateKeys(true)
        .setBufferSize(Math.max(1024, 2 * length + 2))
        .build();
  }

  Found read() {
    try {
      if (isSimple(text.text())) {
        new Compose(settings).composeString(text.text()).ifPresent(this::root);
      }
    } catch (MarkedYamlEngineException e) {
      Span at = yaml.at(e.getProblemMark().or(e::getContextMark));
      if (isInBrackets(e)) {
        notYaml(
            at,
            "between [ and ] an entry ends at a comma, and at a bracket or a brace",
            "write each entry on a line of its own, behind `- `, or quote it: ['w \\in"
                + " \\mathbb{R}']");
      } else {
        notYaml(at, e.getProblem());
      }
    } catch (ReaderException e) {
      notYaml(Span.at(yaml.at(e.getPosition()).start()), "a control character is not allowed");
    } catch (YamlEngineException e) {
      notYaml(Span.at(yaml.at(0).start()), "the text cannot be read");
    }
    Header header =
        new Header(
            title, source, tags, let, assume, flow, step, read, tries, layout, scope, round, seed,
            place);
    return new Found(header, macros, keys.areOurs());
  }

  /** {@code [w \in \mathbb{R}]}: a list between brackets in which a brace ends the entry. */
  private static boolean isInBrackets(MarkedYamlEngineException e) {
    return String.valueOf(e.getContext()).contains("flow sequence")
        && !e.getProblem().contains("end");
  }

  private void notYaml(Span span, String reason) {
    notYaml(
        span,
        reason,
        "quote an entry that begins with | { [ ' \" * & ! % @ > ` or holds `: ` or ` #`, as in"
            + " '|x| \\le 1'");
  }

  private void notYaml(Span span, String reason, String help) {
    problems.reportLoss(
        Problem.of(
            ProblemId.HEADER_NOT_YAML, span, "The header is not YAML: " + reason + ".", help));
  }

  /** Refuses aliases and deep nesting before a tree is built of them. */
  private boolean isSimple(String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (event instanceof AliasEvent || depth > MAX_DEPTH) {
        String reason =
            event instanceof AliasEvent ? "aliases are not read" : "it is nested too deep";
        notYaml(yaml.at(event.getStartMark()), reason);
        return false;
      }
    }
    return true;
  }

  private void root(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      boolean isEmpty = root instanceof ScalarNode scalar && scalar.getValue().isEmpty();
      if (!isEmpty) {
        notYaml(yaml.span(root), "it does not consist of lines `key: …`");
      }
      return;
    }
    keys.of(mapping).forEach(entry -> key(entry.key(), entry.value()));
    macros.addAll(0, new HeaderMacros(yaml).of(mapping));
  }

  private void key(ScalarNode key, Node value) {
    switch (key.getValue()) {
      case "title" -> title = entries.anyText(value);
      case "source" -> source = entries.anyTexts(value);
      case "tags" -> tags = tags(value);
      case "let" -> let = entries.texts(value);
      case "assume" -> assume = entries.texts(value);
      case "flow" -> flow = entries.texts(value);
      case "step" -> step = entries.texts(value);
      case "read" -> read = entries.texts(value);
      case "layout" ->
          layout = entries.choice(value, List.of("gradient", "numerator", "denominator"));
      case "scope" -> scope = entries.choice(value, List.of("document", "each"));
      case "try" -> tries = entries.tries(value);
      case "round" ->
          round =
              number(value, 0, 100)
                  .map(n -> OptionalInt.of(n.intValue()))
                  .orElse(OptionalInt.empty());
      case "seed" ->
          seed =
              number(value, Long.MIN_VALUE, Long.MAX_VALUE)
                  .map(OptionalLong::of)
                  .orElse(OptionalLong.empty());
      case "macros" -> macros.addAll(entries.texts(value));
      default -> throw new IllegalStateException("no reader for the key " + key.getValue());
    }
  }

  /** A list has one in each entry, a line one in each word. */
  private List<MathText> tags(Node value) {
    List<MathText> texts = entries.anyTexts(value);
    return value instanceof ScalarNode
        ? texts.stream()
            .flatMap(line -> line.split(',').stream())
            .flatMap(part -> part.split(' ').stream())
            .toList()
        : texts;
  }

  private Optional<Long> number(Node node, long least, long most) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      try {
        long number = Long.parseLong(scalar.getValue());
        if (number >= least && number <= most) {
          return Optional.of(number);
        }
      } catch (NumberFormatException e) {
        // reported below
      }
    }
    problems.report(
        Problem.of(
            ProblemId.HEADER_BAD_ENTRY, yaml.span(node), "A whole number is expected here.", ""));
    return Optional.empty();
  }
}
