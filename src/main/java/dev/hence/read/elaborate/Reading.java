package dev.hence.read.elaborate;

import dev.hence.read.syntax.Tree;

/** Reads the parts of a notation, whatever they are. */
interface Reading {
  Typed read(Tree tree, Context context);

  Inference inference();

  /** The reading of a choice that is taken; of other trees themselves. */
  Tree chosen(Tree tree, Context context);

  /** Refuses, and gives a value of unknown type in place of what cannot be read. */
  default Typed refused(Refusal refusal) {
    inference().refuse(refusal);
    return Typed.of(inference().unknown(), build -> build.refuse(refusal));
  }

  /** A part that must be a number. */
  default Typed number(Tree tree, Context context) {
    Typed read = read(tree, context);
    inference()
        .same(read.type(), dev.hence.read.type.Type.real(), tree.span(), Refusal.Where.NUMBER);
    return read;
  }
}
