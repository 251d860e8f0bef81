package dev.hence.read.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.syntax.Tree.Choice;
import dev.hence.read.syntax.Tree.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The parser on every display and every header entry of all documents. */
final class EveryDisplayTest {
  @Test
  void whatIsParsedTodayIsParsed() {
    List<String> lost = new ArrayList<>();
    for (Displays.Piece piece : Displays.all()) {
      List<Fault> faults = piece.parsed().faults();
      if (!faults.isEmpty() && piece.isParsedToday()) {
        Fault fault = faults.getFirst();
        lost.add(piece.document() + "\n  " + piece.math().text() + "\n  " + fault);
      }
    }
    assertThat(lost).as(lost.size() + " of " + Displays.all().size() + " are lost").isEmpty();
  }

  @Test
  void aTreePrintsAsItWasWritten() {
    for (Displays.Piece piece : Displays.all()) {
      assertThat(TreeText.print(piece.parsed().tree()))
          .as(piece.document())
          .isEqualTo(piece.math().text());
    }
  }

  @Test
  void allReadingsOfAChoiceOwnTheSameTokens() {
    for (Displays.Piece piece : Displays.all()) {
      for (Choice choice : choices(piece.parsed().tree())) {
        List<Token> usual = TreeText.tokens(choice.readings().getFirst());
        for (Tree reading : choice.readings()) {
          assertThat(TreeText.tokens(reading)).as(piece.math().text()).isEqualTo(usual);
        }
        assertThat(Set.copyOf(choice.readings())).hasSameSizeAs(choice.readings());
      }
    }
  }

  @Test
  void everyDoubtOccurs() {
    Set<String> met = new TreeSet<>();
    for (Displays.Piece piece : Displays.all()) {
      choices(piece.parsed().tree()).forEach(c -> met.add(c.doubt().text()));
    }
    Set<String> all = new TreeSet<>();
    for (Doubt doubt : Doubt.values()) {
      all.add(doubt.text());
    }
    assertThat(met).isEqualTo(all);
  }

  /** The choices on the way of the usual reading. */
  private static List<Choice> choices(Tree tree) {
    List<Choice> choices = new ArrayList<>();
    if (tree instanceof Choice choice) {
      choices.add(choice);
    }
    for (Part part : tree.parts()) {
      if (part instanceof Part.Inner inner) {
        choices.addAll(choices(inner.tree()));
      }
    }
    return choices;
  }
}
