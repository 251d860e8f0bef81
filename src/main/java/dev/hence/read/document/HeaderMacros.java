package dev.hence.read.document;

import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Macros that a header holds for another program: {@code math} of MyST, from names to what they
 * stand for, and TeX in {@code header-includes} of Pandoc.
 */
final class HeaderMacros {
  private static final int MOST_PARAMETERS = 9;

  private final YamlText yaml;

  HeaderMacros(YamlText yaml) {
    this.yaml = yaml;
  }

  List<MathText> of(MappingNode root) {
    List<MathText> macros = new ArrayList<>();
    for (NodeTuple tuple : root.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (key.equals("math") && tuple.getValueNode() instanceof MappingNode pairs) {
        pairs.getValue().forEach(pair -> pair(pair, macros));
      } else if (key.equals("header-includes")) {
        included(tuple.getValueNode(), macros);
      }
    }
    return macros;
  }

  private void included(Node node, List<MathText> macros) {
    if (node instanceof ScalarNode scalar) {
      macros.add(yaml.text(scalar));
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (item instanceof ScalarNode scalar) {
          macros.add(yaml.text(scalar));
        }
      }
    }
  }

  private void pair(NodeTuple pair, List<MathText> macros) {
    boolean isMacro =
        pair.getKeyNode() instanceof ScalarNode key
            && key.getValue().matches("\\\\[A-Za-z]+")
            && pair.getValueNode() instanceof ScalarNode;
    if (isMacro) {
      MathText name = yaml.text((ScalarNode) pair.getKeyNode());
      MathText body = yaml.text((ScalarNode) pair.getValueNode());
      macros.add(
          new MathText.Builder()
              .pin("\\newcommand{", name.span())
              .append(name, 0, name.length())
              .pin("}[" + parameters(body.text()) + "]{", name.span())
              .append(body, 0, body.length())
              .pin("}", body.span())
              .build(body.span().end()));
    }
  }

  private static int parameters(String body) {
    int most = 0;
    for (int n = 1; n <= MOST_PARAMETERS; n++) {
      most = body.contains("#" + n) ? n : most;
    }
    return most;
  }
}
