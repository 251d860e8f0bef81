package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes nodes again with other trees inside. */
final class Rebuilding {
  private final UnaryOperator<Tree> map;

  private Rebuilding(UnaryOperator<Tree> map) {
    this.map = map;
  }

  /** The same node with each tree that is directly inside it mapped. */
  static Tree inside(Tree tree, UnaryOperator<Tree> map) {
    return new Rebuilding(map).inside(tree);
  }

  private Tree inside(Tree tree) {
    return switch (tree) {
      case Tree.Leaf l -> l;
      case Tree.Run r -> r;
      case Tree.Composed c -> c;
      case Tree.Empty e -> e;
      case Tree.Remark r -> r;
      case Tree.Unreadable u -> u;
      case Tree.Braced b -> new Tree.Braced(b.open(), map.apply(b.content()), b.close());
      case Tree.Styled s -> new Tree.Styled(s.command(), map.apply(s.body()));
      case Tree.Command c -> new Tree.Command(c.command(), maybe(c.option()), all(c.arguments()));
      case Tree.Scripted s ->
          new Tree.Scripted(map.apply(s.base()), scripts(s.scripts()), s.nesting());
      case Tree.Joined j -> new Tree.Joined(j.binding(), links(j.links()));
      case Tree.Listed l -> new Tree.Listed(all(l.items()), l.separators());
      case Tree.Group g -> new Tree.Group(g.open(), map.apply(g.content()), g.close());
      case Tree.Application a ->
          new Tree.Application(map.apply(a.function()), a.broadcast(), map.apply(a.argument()));
      case Tree.Prefixed p -> new Tree.Prefixed(map.apply(p.head()), map.apply(p.operand()));
      case Tree.Big b -> new Tree.Big(map.apply(b.head()), map.apply(b.body()));
      case Tree.Integral i ->
          new Tree.Integral(
              map.apply(i.head()), map.apply(i.body()), maybe(i.differential()), i.leads());
      case Tree.Differential d -> new Tree.Differential(all(d.written()));
      case Tree.Derivative d ->
          new Tree.Derivative(
              d.kind(), inside(d.written()), maybe(d.operand()), all(d.variables()));
      case Tree.Evaluation e -> new Tree.Evaluation(map.apply(e.body()), map.apply(e.bar()));
      case Tree.Environment e -> new Tree.Environment(e.begin(), rows(e.rows()), e.end());
      case Tree.Row r -> row(r);
      case Tree.Rows r -> new Tree.Rows(rows(r.rows()), r.end());
      case Tree.Worded w -> new Tree.Worded(w.words(), w.phrase(), all(w.said()));
      case Tree.Choice c -> new Tree.Choice(c.doubt(), all(c.readings()));
    };
  }

  private Tree.Row row(Tree.Row row) {
    return new Tree.Row(all(row.items()), row.lineBreak());
  }

  private List<Tree.Row> rows(List<Tree.Row> rows) {
    return rows.stream().map(this::row).toList();
  }

  private List<Tree> all(List<Tree> trees) {
    return trees.stream().map(map).toList();
  }

  private Optional<Tree> maybe(Optional<Tree> tree) {
    return tree.map(map);
  }

  private List<Tree.Script> scripts(List<Tree.Script> scripts) {
    return scripts.stream().map(s -> new Tree.Script(s.sign(), maybe(s.content()))).toList();
  }

  private List<Link> links(List<Link> links) {
    return links.stream().map(l -> new Link(l.operator(), map.apply(l.operand()))).toList();
  }
}
