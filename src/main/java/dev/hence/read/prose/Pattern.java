package dev.hence.read.prose;

import java.util.List;

/** A way to say something about names. */
interface Pattern {
  /** All of them. */
  List<Pattern> ALL =
      List.of(
          new Predications(),
          new Appositions(),
          new Memberships(),
          new Ranges(),
          new InlineDefinitions(),
          new NamedFunctions(),
          new Movements(),
          new Assumptions());

  /** What a sentence says in this way. */
  List<Fact> in(Sentence sentence);
}
