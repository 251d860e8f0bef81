package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the form of a tree: what belongs to what, and where the grammar doubts. */
final class Shapes {
  private Shapes() {}

  static String of(String latex) {
    Parsed parsed = Parser.display(Source.of(latex));
    return parsed.faults().isEmpty()
        ? shape(parsed.tree())
        : parsed.faults().getFirst().id().code() + " " + parsed.faults().getFirst().message();
  }

  private static String shape(Tree tree) {
    return switch (tree) {
      case Tree.Leaf l -> l.token().text();
      case Tree.Run r -> r.meaning();
      case Tree.Composed c -> shape(c.meaning());
      case Tree.Empty e -> "";
      case Tree.Braced b -> shape(b.content());
      case Tree.Styled s -> s.command().meaning() + ":" + shape(s.body());
      case Tree.Command c -> c.command().meaning() + all(c.arguments(), "[", "; ", "]");
      case Tree.Scripted s -> scripted(s);
      case Joined j -> all(j.links());
      case Tree.Listed l -> all(l.items(), "", ", ", "");
      case Tree.Group g -> "(" + shape(g.content()) + ")";
      case Tree.Application a -> shape(a.function()) + "@" + shape(a.argument());
      case Tree.Prefixed p -> shape(p.head()) + " of " + shape(p.operand());
      case Tree.Big b -> "<" + shape(b.head()) + " over " + shape(b.body()) + ">";
      case Tree.Integral i ->
          "<"
              + shape(i.head())
              + " over "
              + shape(i.body())
              + i.differential().map(d -> " by " + shape(d)).orElse("")
              + ">";
      case Tree.Differential d -> all(d.written(), "", "", "");
      case Tree.Derivative d ->
          "D[" + d.operand().map(Shapes::shape).orElse("") + all(d.variables(), "; ", ", ", "]");
      case Tree.Evaluation e -> shape(e.body()) + " at " + shape(e.bar());
      case Tree.Environment e -> e.begin().meaning() + all(List.copyOf(e.rows()), "[", "", "]");
      case Tree.Row r ->
          r.items().stream().map(Shapes::shape).collect(Collectors.joining(" "))
              + r.lineBreak().map(b -> " / ").orElse("");
      case Tree.Rows r -> all(List.copyOf(r.rows()), "", "", "");
      case Tree.Worded w -> w.phrase() + all(w.said(), "{", " ", "}");
      case Tree.Remark r -> "remark";
      case Tree.Unreadable u -> "unreadable";
      case Tree.Choice c -> c.doubt().text() + all(c.readings(), "[", " | ", "]");
    };
  }

  private static String scripted(Tree.Scripted s) {
    List<Tree.Script> scripts =
        s.nesting() == Tree.Scripted.Nesting.FIRST_INNERMOST ? s.scripts() : s.scripts().reversed();
    String base = shape(s.base());
    boolean whole = s.base() instanceof Tree.Application;
    StringBuilder text = new StringBuilder(whole ? "{" + base + "}" : base);
    for (Tree.Script script : scripts) {
      String content = script.content().map(Shapes::shape).orElse("");
      String sign = script.isLow() ? "_" : script.isHigh() ? "^" : script.sign().meaning();
      text.append(sign).append(content.length() > 1 ? "{" + content + "}" : content);
    }
    return text.toString();
  }

  private static String all(List<Link> links) {
    StringBuilder text = new StringBuilder("(");
    for (Link link : links) {
      text.append(text.length() > 1 ? " " : "");
      link.operator().ifPresent(o -> text.append(o.meaning()).append(' '));
      text.append(shape(link.operand()));
    }
    return text.append(")").toString();
  }

  private static String all(List<? extends Tree> trees, String open, String between, String close) {
    return trees.stream().map(Shapes::shape).collect(Collectors.joining(between, open, close));
  }
}
