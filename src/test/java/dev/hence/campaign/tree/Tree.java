package dev.hence.campaign.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A formula. */
public sealed interface Tree {
  /** Its parts that one can edit, in the order in which they are written. */
  default List<Tree> children() {
    return List.of();
  }

  /** The same formula of other parts. */
  default Tree with(List<Tree> children) {
    return this;
  }

  record Rational(BigInteger numerator, BigInteger denominator) implements Tree {}

  /** A number, a column or a matrix with a name; an index is one, too. */
  record Letter(String name) implements Tree {}

  /** The circle's π. */
  record Pi() implements Tree {}

  /** A member of a family of columns, or of numbers. */
  record Member(String family, Tree index) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(index);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Member(family, children.getFirst());
    }
  }

  /** An entry of a column or a matrix. */
  record Entry(Tree of, List<Tree> indices) implements Tree {
    @Override
    public List<Tree> children() {
      List<Tree> parts = new ArrayList<>(List.of(of));
      parts.addAll(indices);
      return parts;
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Entry(children.getFirst(), children.subList(1, children.size()));
    }
  }

  /** The iterate of a number of steps. */
  record Iterate(String name, Tree step) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(step);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Iterate(name, children.getFirst());
    }
  }

  /** What moves, at a time. */
  record At(String name, Tree time) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(time);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new At(name, children.getFirst());
    }
  }

  /** A name that the page defines: written as the name, worth what it is defined to be. */
  record Named(String latex, Tree value) implements Tree {}

  record Sum(List<Tree> terms) implements Tree {
    @Override
    public List<Tree> children() {
      return terms;
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Sum(children);
    }
  }

  record Product(List<Tree> factors) implements Tree {
    @Override
    public List<Tree> children() {
      return factors;
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Product(children);
    }
  }

  record Negative(Tree of) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(of);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Negative(children.getFirst());
    }
  }

  record Quotient(Tree top, Tree bottom) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(top, bottom);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Quotient(children.get(0), children.get(1));
    }
  }

  record Power(Tree base, Tree exponent) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(base, exponent);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Power(children.get(0), children.get(1));
    }
  }

  record Call(Elementary function, Tree argument) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(argument);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Call(function, children.getFirst());
    }
  }

  /** An arbitrary function of numbers, with primes if it has one argument. */
  record Applied(String function, int primes, List<Tree> arguments) implements Tree {
    @Override
    public List<Tree> children() {
      return arguments;
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Applied(function, primes, children);
    }
  }

  /** What is done to a matrix or a column. */
  enum Operation {
    TRANSPOSE,
    INVERSE,
    TRACE,
    DETERMINANT,
    NORM
  }

  record Of(Operation operation, Tree argument) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(argument);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Of(operation, children.getFirst());
    }
  }

  /** The product entry by entry. */
  record Entrywise(Tree left, Tree right) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(left, right);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Entrywise(children.get(0), children.get(1));
    }
  }

  /** The identity matrix of a size. */
  record Identity(String size) implements Tree {}

  /** A sum or a product over an index. */
  record Big(boolean product, String index, Tree from, Tree to, Tree body) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(from, to, body);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Big(product, index, children.get(0), children.get(1), children.get(2));
    }
  }

  /** 1 where two indices are the same, else 0. */
  record Delta(Tree left, Tree right) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(left, right);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Delta(children.get(0), children.get(1));
    }
  }

  /**
   * The derivative by a letter, a member or an entry; a gradient if that is a column or a matrix.
   */
  record Derivative(boolean gradient, Tree by, Tree body) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(body);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Derivative(gradient, by, children.getFirst());
    }
  }

  /** The derivative along the flow. */
  record Rate(Tree body) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(body);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Rate(children.getFirst());
    }
  }

  /** An integral over a letter; over t along a flow, if something moves. */
  record Integral(String variable, Tree from, Tree to, Tree body) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(from, to, body);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Integral(variable, children.get(0), children.get(1), children.get(2));
    }
  }

  /** The mean of a polynomial in a normal letter of mean 0, or over an index with equal weights. */
  record Mean(String random, Tree body) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(body);
    }

    @Override
    public Tree with(List<Tree> children) {
      return new Mean(random, children.getFirst());
    }
  }

  /** One of two values, as a condition on two numbers says. */
  record Cases(Tree then, Tree low, Tree high, Tree otherwise) implements Tree {
    @Override
    public List<Tree> children() {
      return List.of(then, low, high, otherwise);
    }

    @Override
    public Tree with(List<Tree> c) {
      return new Cases(c.get(0), c.get(1), c.get(2), c.get(3));
    }
  }
}
