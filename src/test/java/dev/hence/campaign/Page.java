package dev.hence.campaign;

import dev.hence.campaign.Claim.Compare;
import dev.hence.campaign.tree.Latex;
import dev.hence.campaign.tree.Taste;
import dev.hence.campaign.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a draft as a Markdown page with a header. */
final class Page {
  private final Latex latex;
  private final Dice dice;

  Page(Dice dice) {
    this.latex = new Latex(Taste.of(dice.random()));
    this.dice = dice;
  }

  String of(Draft draft) {
    StringBuilder text = new StringBuilder("---\n");
    List<String> entries = entries(draft);
    if (!entries.isEmpty()) {
      text.append("let:\n");
      entries.forEach(e -> text.append("  - ").append(e).append('\n'));
    }
    draft.keys().forEach(k -> text.append(k).append('\n'));
    text.append("---\n");
    draft.before().forEach(d -> text.append(d).append("\n\n"));
    text.append(dice.of("We find\n\n", "Then\n\n", "", "It follows that\n\n"));
    if (draft.claim() instanceof Claim.Implies i
        && i.conclusion().left() instanceof Tree.Letter
        && i.words() != Claim.Words.IMPLIES) {
      text.append("<!-- hence: claim -->\n");
    }
    return text.append("$$").append(claim(draft.claim())).append(" \\tag{1}$$\n").toString();
  }

  private static List<String> entries(Draft draft) {
    List<String> result = new ArrayList<>();
    boolean indexed = false;
    for (Variable v : draft.variables()) {
      if (v.family() && !indexed) {
        indexed = true;
        result.add("i, j = 1, \\dots, " + v.columns().orElseThrow());
      }
    }
    for (Variable v : draft.variables()) {
      boolean common = v.domain() == Variable.Domain.INDEX && indexed && "ij".contains(v.name());
      if (!common && v.written()) {
        result.add(v.entry());
      }
    }
    result.addAll(draft.entries());
    return result;
  }

  String claim(Claim claim) {
    return switch (claim) {
      case Claim.Equal e -> latex.of(e.left()) + " = " + latex.of(e.right());
      case Compare c -> compare(c);
      case Claim.Order o -> {
        String power = o.power() == 1 ? o.letter() : o.letter() + "^" + o.power();
        yield latex.of(o.left()) + " = " + latex.of(o.right()) + " + O(" + power + ")";
      }
      case Claim.Limit l -> limit(l);
      case Claim.Implies i -> implies(i);
    };
  }

  private String compare(Compare c) {
    return latex.of(c.left()) + " " + c.relation().latex() + " " + latex.of(c.right());
  }

  private String limit(Claim.Limit l) {
    String arrow = l.letter() + " \\to " + l.target().latex();
    return dice.oneIn(2)
        ? "\\lim_{" + arrow + "} \\left(" + latex.of(l.body()) + "\\right) = " + latex.of(l.value())
        : latex.of(l.body()) + " \\to " + latex.of(l.value()) + " \\quad (" + arrow + ")";
  }

  private String implies(Claim.Implies i) {
    List<String> premises = i.premises().stream().map(this::compare).toList();
    String conclusion = compare(i.conclusion());
    String joined = premises.stream().collect(Collectors.joining(" \\text{ and } "));
    return switch (i.words()) {
      case IMPLIES -> joined + " \\implies " + conclusion;
      case IF -> conclusion + " \\quad \\text{if } " + joined;
      case FOR_ALL -> conclusion + " \\quad \\text{for all } " + joined;
      case PARENTHESES -> conclusion + " \\quad (" + joined + ")";
    };
  }
}
