package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.Span;
import dev.hence.text.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Whose the keys of a header are. A post has keys for the program that prints it, and they stand
 * side by side with ours: below a key {@code hence} all are ours and the others are not; without
 * it, those are not that programs of this kind are known to have, and, where none is ours, none.
 */
final class HeaderKeys {
  /** A key of ours with its value. */
  record Entry(ScalarNode key, Node value) {}

  /** The key that holds ours where the others are not. */
  private static final String OURS = "hence";

  /** Keys that do not tell whose header it is: both have them. */
  private static final Set<String> SHARED = Set.of("title", "source", "tags", "layout");

  private static final Set<String> LAYOUTS = Set.of("gradient", "numerator", "denominator");

  /** Layouts that most themes of Jekyll and Hugo have. */
  private static final Set<String> PAGES =
      Set.of(
          "post",
          "page",
          "default",
          "home",
          "single",
          "article",
          "note",
          "notes",
          "archive",
          "splash",
          "distill",
          "about",
          "blog",
          "lecture",
          "tutorial",
          "project",
          "math",
          "none");

  /** Keys of Jekyll, Hugo, Hexo, Quarto, R Markdown, Jupyter Book, Docusaurus and their themes. */
  private static final Set<String> FOREIGN =
      Set.of(
          ("abstract affiliation affiliations alias aliases all_questions author authors"
               + " autoEqnLabels banner bibliography bibtex blog categories category citation"
               + " classes code comment comments copyright cover crossref csl css cssclass"
               + " cssclasses date dates description documentclass doi downloads draft editor"
               + " editor_options email engine excerpt execute exports extensions family_name feed"
               + " featured filters font fontsize footer format geometry giscus_comments github"
               + " has_children head header header-img header-includes hidden hide highlight"
               + " html-math-method id image images img include-in-header index jupyter jupytext"
               + " katex kernelspec keywords knit lang language lastmod last_modified_at"
               + " last_updated latex license link linkcolor linktitle listing logo math mathjax"
               + " menu mermaid name nav nav_order nocite number-sections numbersections numbering"
               + " og_image order output page papersize params parent permalink photos pretty_table"
               + " prev next project published publishDate reading_time read_time redirect"
               + " redirect_from redirect_to related related_posts resources revealjs runtime"
               + " series share short_title show_date sidebar sidebar_label sidebar_position site"
               + " sitemap slug sources status style styles _styles subject subtitle summary tag"
               + " template theme thebe thumbnail toc toc_sticky toc-depth toc-title tocdepth top"
               + " topic topics type updated url use_math usemathjax usePageBundles venue version"
               + " vignette website weight year")
              .split(" ", -1));

  private final YamlText yaml;
  private final Problems problems;
  private final Set<String> seen = new HashSet<>();
  private boolean ours;
  private boolean foreign;

  /**
   * @param ours whether nobody else can have written keys there
   */
  HeaderKeys(YamlText yaml, boolean ours, Problems problems) {
    this.yaml = yaml;
    this.ours = ours;
    this.problems = problems;
  }

  /** Whether any key was ours for certain. */
  boolean areOurs() {
    return ours;
  }

  /** The entries that are ours; what is wrong with a key is reported. */
  List<Entry> of(MappingNode root) {
    for (NodeTuple tuple : root.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(OURS)) {
        ours = true;
        return beside(root, key, tuple.getValueNode());
      }
    }
    for (NodeTuple tuple : root.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      ours |= Header.KEYS.contains(key) && !SHARED.contains(key);
      ours |= key.equals("layout") && isLayout(tuple.getValueNode());
      foreign |= FOREIGN.contains(key);
    }
    return root.getValue().stream().map(this::entry).flatMap(Optional::stream).toList();
  }

  private static boolean isLayout(Node value) {
    return value instanceof ScalarNode scalar && LAYOUTS.contains(scalar.getValue());
  }

  /** The entries of {@code hence:}, and title, source and tags of the rest where it has none. */
  private List<Entry> beside(MappingNode root, ScalarNode key, Node value) {
    List<Entry> entries = new ArrayList<>();
    if (value instanceof MappingNode inner) {
      inner.getValue().stream().map(this::entry).flatMap(Optional::stream).forEach(entries::add);
    } else if (!value.getTag().equals(Tag.NULL)) {
      report(
          ProblemId.HEADER_BAD_ENTRY,
          yaml.span(value),
          "`hence` holds lines `key: …`.",
          "indent them below `hence:`");
    }
    for (NodeTuple tuple : root.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode other) || other.equals(key)) {
        continue;
      }
      String name = other.getValue();
      if (isBesideOurs(name, tuple.getValueNode()) && seen.add(name)) {
        entries.add(new Entry(other, tuple.getValueNode()));
      } else if (Header.KEYS.contains(name) && !SHARED.contains(name)) {
        report(
            ProblemId.HEADER_BAD_ENTRY,
            yaml.span(other),
            "`" + name + "` stands beside `hence`.",
            "move it into `hence`");
      }
    }
    return entries;
  }

  /** What a post says for its own reader, and which serves ours as well. */
  private static boolean isBesideOurs(String name, Node value) {
    return switch (name) {
      case "title" -> isText(value);
      case "source", "tags" -> isTexts(value);
      default -> false;
    };
  }

  private static boolean isText(Node value) {
    return value instanceof ScalarNode scalar && !scalar.getValue().isBlank();
  }

  private static boolean isTexts(Node value) {
    return value instanceof SequenceNode sequence
        ? sequence.getValue().stream().allMatch(HeaderKeys::isText)
        : isText(value);
  }

  private Optional<Entry> entry(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      if (ours) {
        new HeaderEntries(yaml, problems).bent(tuple.getKeyNode());
      }
      return Optional.empty();
    }
    String name = key.getValue();
    if (!Header.KEYS.contains(name)) {
      if (!FOREIGN.contains(name)) {
        unknown(key);
      }
      return Optional.empty();
    }
    if (isForeign(name, tuple.getValueNode())) {
      return Optional.empty();
    }
    if (!seen.add(name)) {
      report(
          ProblemId.HEADER_BAD_ENTRY,
          yaml.span(key),
          "`" + name + "` is there twice.",
          "put its entries into one list");
      return Optional.empty();
    }
    return Optional.of(new Entry(key, tuple.getValueNode()));
  }

  /** {@code layout: post} is Jekyll's, and a title that is no text is somebody else's. */
  private boolean isForeign(String name, Node value) {
    boolean theirs = foreign || !ours;
    return switch (name) {
      case "layout" -> isPage(value) || (theirs && !isLayout(value) && !isMisspelt(value));
      case "title" -> theirs && !isText(value);
      case "source", "tags" -> theirs && !isTexts(value);
      default -> false;
    };
  }

  private static boolean isPage(Node value) {
    return value instanceof ScalarNode scalar && PAGES.contains(scalar.getValue());
  }

  private static boolean isMisspelt(Node value) {
    return value instanceof ScalarNode scalar
        && Spelling.nearest(scalar.getValue(), LAYOUTS).isPresent();
  }

  private void unknown(ScalarNode key) {
    Optional<String> near = Spelling.nearest(key.getValue(), Header.KEYS);
    if (ours || (near.isPresent() && Spelling.isOneSlip(key.getValue(), near.get()))) {
      String help =
          near.map(word -> "did you mean `" + word + "`?")
              .orElse("known keys are " + String.join(", ", Header.KEYS));
      String elsewhere = "; keys of other programs can stand beside a key `hence` that holds ours";
      Problem problem =
          Problem.of(
              ProblemId.HEADER_UNKNOWN_KEY,
              yaml.span(key),
              "The header has no key `" + key.getValue() + "`.",
              near.isPresent() ? help : help + elsewhere);
      if (near.isPresent()) {
        problems.reportLoss(problem);
      } else {
        problems.report(problem);
      }
    }
  }

  private void report(ProblemId id, Span span, String message, String help) {
    problems.report(Problem.of(id, span, message, help));
  }
}
