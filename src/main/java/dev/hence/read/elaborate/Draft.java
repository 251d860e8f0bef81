package dev.hence.read.elaborate;

import dev.hence.expr.Expr;

/** An expression that is made once all types are known. */
interface Draft {
  Expr build(Build build);
}
