package dev.hence.cache;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.claim.Statement;
import dev.hence.json.JsonText;
import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of the cache. A counterexample that rests on the numbers of an integration is not kept:
 * nothing evaluates it again, so whoever can write the file could have any step refuted.
 *
 * @param key under which it is kept; a copy under another name is worth nothing
 */
record Entry(String key, RecordJson records) {
  private static final int FORMAT = 5;

  Entry(String key, Statement.Step step, List<Statement.Step> earlier, List<Instance> instances) {
    this(key, new RecordJson(step, earlier, instances));
  }

  static boolean mayBeKept(List<Evidence> evidence) {
    return evidence.stream().noneMatch(Entry::restsOnNumbers);
  }

  private static boolean restsOnNumbers(Evidence evidence) {
    return evidence instanceof Counterexample c
        && switch (c.certificate()) {
          case Certificate.Integrated i -> true;
          case Certificate.Settled s -> true;
          case Certificate.Extrapolated x -> true;
          case Certificate.Enclosed e -> false;
          case Certificate.Solution s -> false;
          case Certificate.Nearby n -> false;
          case Certificate.RightUndefined u -> false;
          case Certificate.Jet j -> false;
          case Certificate.Coefficient k -> false;
          case Certificate.Growth g -> false;
          case Certificate.Slow s -> false;
        };
  }

  String write(Found found) {
    ObjectNode root = JsonText.object().put("henceCache", FORMAT).put("key", key);
    ArrayNode evidence = root.putArray("evidence");
    found.evidence().forEach(e -> evidence.add(records.write(Evidence.class, e)));
    ArrayNode edits = root.putArray("edits");
    for (Edit edit : found.edits()) {
      ObjectNode node = edits.addObject().put("what", edit.what()).put("mended", edit.mended());
      edit.order().ifPresent(order -> node.put("order", order));
      ArrayNode changes = node.putArray("changes");
      edit.changes()
          .forEach(c -> changes.addObject().put("part", c.part().name()).put("tex", c.tex()));
      edit.token().ifPresent(t -> write(node.putObject("token"), t));
    }
    return JsonText.of(root);
  }

  private static void write(ObjectNode node, Edit.Token token) {
    node.put("part", token.part().name()).put("tex", token.tex());
    node.put("occurrence", token.occurrence()).put("times", token.times());
  }

  /**
   * What a file holds.
   *
   * @throws MalformedJson if it is no such file
   */
  Found read(String text) {
    Member root = Member.read(text);
    if (root.get("henceCache").integer() != FORMAT || !root.get("key").text().equals(key)) {
      throw new MalformedJson("it was kept under another key");
    }
    List<Evidence> evidence = new ArrayList<>();
    root.get("evidence")
        .items()
        .forEach(e -> evidence.add((Evidence) records.read(Evidence.class, e)));
    if (!mayBeKept(evidence)) {
      throw new MalformedJson("it holds a counterexample that nobody can check");
    }
    return new Found(evidence, root.get("edits").items().stream().map(this::edit).toList());
  }

  private Edit edit(Member member) {
    return new Edit(
        member.get("what").text(),
        member.get("mended").text(),
        records.step().span(),
        member.find("order").map(Member::text),
        member.get("changes").items().stream().map(Entry::change).toList(),
        member.find("token").map(Entry::token));
  }

  private static Edit.Token token(Member member) {
    return new Edit.Token(
        part(member),
        member.get("tex").text(),
        member.get("occurrence").integer(),
        member.get("times").integer());
  }

  private static Edit.Change change(Member member) {
    return new Edit.Change(part(member), member.get("tex").text());
  }

  private static Edit.Part part(Member member) {
    String name = member.get("part").text();
    for (Edit.Part part : Edit.Part.values()) {
      if (part.name().equals(name)) {
        return part;
      }
    }
    throw new MalformedJson("there is no part of a step named " + name);
  }
}
