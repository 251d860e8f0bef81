package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The values of a header: text where text is expected. */
final class HeaderEntries {
  private final YamlText yaml;
  private final Problems problems;

  HeaderEntries(YamlText yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** One entry of mathematics, or a list of them. */
  List<MathText> texts(Node node) {
    return oneOrMany(node, this::text);
  }

  /** One entry of whatever kind, or a list of them, as they are written. */
  List<MathText> anyTexts(Node node) {
    return oneOrMany(node, this::anyText);
  }

  private List<MathText> oneOrMany(Node node, Function<Node, Optional<MathText>> read) {
    List<MathText> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (!isCut(item, sequence)) {
          read.apply(item).ifPresent(texts::add);
        }
      }
    } else {
      read.apply(node).ifPresent(texts::add);
    }
    return texts;
  }

  /** A scalar that YAML reads as text. */
  private Optional<MathText> text(Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      MathText text = yaml.text(scalar).strip();
      if (!text.isBlank()) {
        return Optional.of(text);
      }
    }
    bent(node);
    return Optional.empty();
  }

  /** A scalar of whatever kind, as it is written. */
  Optional<MathText> anyText(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(yaml.text(scalar).strip());
    }
    bent(node);
    return Optional.empty();
  }

  /** One word of a few. */
  Optional<MathText> choice(Node node, List<String> words) {
    Optional<MathText> text = anyText(node);
    if (text.isPresent() && !words.contains(text.get().text())) {
      problems.report(
          Problem.of(
              ProblemId.HEADER_BAD_ENTRY,
              text.get().span(),
              "`" + text.get() + "` is not known here.",
              "write " + String.join(" or ", words)));
      return Optional.empty();
    }
    return text;
  }

  List<TryEntry> tries(Node node) {
    List<TryEntry> tries = new ArrayList<>();
    if (!(node instanceof MappingNode mapping)) {
      problems.report(
          Problem.of(
              ProblemId.HEADER_BAD_ENTRY,
              yaml.span(node),
              "`try` holds lines `name: value`.",
              "as in `N: [1, 3]`"));
      return tries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Optional<MathText> name = anyText(tuple.getKeyNode());
      Optional<TryEntry.Value> value = value(tuple.getValueNode());
      if (name.isPresent() && value.isPresent()) {
        tries.add(new TryEntry(name.get(), value.get()));
      }
    }
    return tries;
  }

  private Optional<TryEntry.Value> value(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      return anyText(node).map(TryEntry.One::new);
    }
    List<TryEntry.Value> values = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (isCut(item, sequence)) {
        return Optional.empty();
      }
      value(item).ifPresent(values::add);
    }
    return Optional.of(new TryEntry.Many(values, yaml.span(sequence)));
  }

  /** A plain item of {@code […]} whose brackets match only with its neighbours: cut at a comma. */
  private boolean isCut(Node item, SequenceNode list) {
    boolean isPlain = item instanceof ScalarNode scalar && scalar.isPlain();
    if (!isPlain || list.getFlowStyle() != FlowStyle.FLOW) {
      return false;
    }
    int depth = 0;
    for (char c : ((ScalarNode) item).getValue().toCharArray()) {
      depth += c == '(' || c == '[' || c == '{' ? 1 : 0;
      depth -= c == ')' || c == ']' || c == '}' ? 1 : 0;
    }
    List<Node> items = list.getValue();
    boolean isHead = depth > 0 && !item.equals(items.getLast());
    boolean isTail = depth < 0 && !item.equals(items.getFirst());
    if (isHead) {
      report(yaml.span(item), "YAML ended this entry at a comma.", "quote what holds a comma");
    }
    return isHead || isTail;
  }

  /** Reports what is no text, with the form that would be. */
  void bent(Node node) {
    String written = yaml.written(node);
    if (written.isEmpty()) {
      report(yaml.span(node), "The entry is empty.", "");
      return;
    }
    String oneLine = written.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    report(
        yaml.span(node),
        "YAML does not read this entry as text.",
        "write '" + oneLine.replace("'", "''") + "'");
  }

  private void report(Span span, String message, String help) {
    problems.reportLoss(Problem.of(ProblemId.HEADER_BENT_ENTRY, span, message, help));
  }
}
