package dev.hence.argument;

import dev.hence.expr.Expr;
import java.util.List;
import java.util.Optional;

/** By what something is differentiated. */
sealed interface Slope {
  /** The derivative that is still to be taken. */
  Expr of(Expr body);

  /** Whether a formula changes with it. */
  boolean moves(Expr body, Depends depends);

  /** Whether it is one number, so that a derivative has the shape of what is differentiated. */
  boolean isOne();

  /** Along the dynamics. */
  record Flow() implements Slope {
    @Override
    public Expr of(Expr body) {
      return new Expr.TimeDerivative(body);
    }

    @Override
    public boolean moves(Expr body, Depends depends) {
      return depends.onTime(body);
    }

    @Override
    public boolean isOne() {
      return true;
    }
  }

  /** By a name or a member of a family. */
  record By(Expr.Ref variable) implements Slope {
    @Override
    public Expr of(Expr body) {
      return new Expr.Derivative(body, variable);
    }

    @Override
    public boolean moves(Expr body, Depends depends) {
      return depends.on(body, variable);
    }

    @Override
    public boolean isOne() {
      return variable.shape().isScalar();
    }
  }

  /** By an entry of a vector or matrix. */
  record ByEntry(Expr.Ref variable, List<Expr> indices) implements Slope {
    @Override
    public Expr of(Expr body) {
      return new Expr.Entry(new Expr.Derivative(body, variable), indices);
    }

    @Override
    public boolean moves(Expr body, Depends depends) {
      return depends.on(body, variable);
    }

    @Override
    public boolean isOne() {
      return true;
    }
  }

  /** A derivative that is still to be taken. */
  record Open(Slope slope, Expr body) {
    static Optional<Open> of(Expr expr) {
      return switch (expr) {
        case Expr.TimeDerivative t -> Optional.of(new Open(new Flow(), t.body()));
        case Expr.Derivative d -> Optional.of(new Open(new By(d.variable()), d.body()));
        case Expr.Entry e
            when e.body() instanceof Expr.Derivative d && d.body().shape().isScalar() ->
            Optional.of(new Open(new ByEntry(d.variable(), e.indices()), d.body()));
        default -> Optional.empty();
      };
    }
  }
}
