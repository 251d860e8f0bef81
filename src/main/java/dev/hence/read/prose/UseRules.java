package dev.hence.read.prose;

import dev.hence.read.type.Extent;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds between the types of a product, of a transpose and of a derivative. */
final class UseRules {
  private UseRules() {}

  /**
   * A matrix with its sides exchanged; the transpose of a vector is a matrix of one row.
   *
   * @param base what is transposed
   */
  record Transpose(Type base, Type result) implements UseTypes.Rule {
    @Override
    public boolean settles(UseTypes types) {
      Optional<List<Extent>> sizes = types.sizes(base);
      Optional<List<Extent>> turned = types.sizes(result);
      if (sizes.filter(s -> s.size() <= 2).isPresent()) {
        List<Extent> s = sizes.get();
        Extent rows = s.size() == 1 ? Extent.of(1) : s.get(1);
        types.same(result, Type.matrix(rows, s.getFirst()));
        return true;
      }
      return turned.isPresent() && types.isNumber(base);
    }
  }

  /**
   * The product of factors; numbers change nothing.
   *
   * @param turned of each factor what it is the transpose of, where it is one
   */
  record Product(List<Type> factors, List<Optional<Type>> turned, Type result)
      implements UseTypes.Rule {
    Product {
      factors = List.copyOf(factors);
      turned = List.copyOf(turned);
    }

    @Override
    public boolean settles(UseTypes types) {
      List<Integer> rest = new ArrayList<>();
      for (int k = 0; k < factors.size(); k++) {
        if (!types.isNumber(factors.get(k))) {
          rest.add(k);
        }
      }
      if (rest.isEmpty()) {
        types.number(result);
        return true;
      }
      if (rest.size() == 1) {
        types.same(result, factors.get(rest.getFirst()));
        return true;
      }
      return inner(rest, types) || multiplied(rest, types);
    }

    /** A row times a column is a number, and a number is nothing but that. */
    private boolean inner(List<Integer> rest, UseTypes types) {
      Optional<Type> row = turned.get(rest.getFirst());
      if (rest.size() != 2 || row.isEmpty() || !types.isNumber(result)) {
        return false;
      }
      Type vector = types.vector();
      types.same(row.get(), vector);
      types.same(factors.get(rest.get(1)), vector);
      return true;
    }

    private boolean multiplied(List<Integer> rest, UseTypes types) {
      List<List<Extent>> sizes = new ArrayList<>();
      for (int k : rest) {
        Optional<List<Extent>> known = types.sizes(factors.get(k)).filter(s -> s.size() <= 2);
        if (known.isEmpty()) {
          return false;
        }
        sizes.add(known.get());
      }
      List<Extent> left = sizes.getFirst();
      for (List<Extent> right : sizes.subList(1, sizes.size())) {
        if (left.size() == 1 && right.size() == 1) {
          types.misfit();
          return true;
        }
        Extent columns = left.size() == 1 ? Extent.of(1) : left.get(1);
        types.same(Type.vector(columns), Type.vector(right.getFirst()));
        left =
            right.size() == 1 ? List.of(left.getFirst()) : List.of(left.getFirst(), right.get(1));
      }
      boolean number = left.stream().allMatch(s -> types.known(s).equals(Extent.of(1)));
      types.same(result, number ? Type.real() : tensor(left));
      return true;
    }

    private static Type tensor(List<Extent> sizes) {
      return sizes.size() == 1
          ? Type.vector(sizes.getFirst())
          : Type.matrix(sizes.getFirst(), sizes.get(1));
    }
  }

  /** A derivative of a number is of the type of its variable, and one by a number of its own. */
  record Derivative(Type operand, Type variable, Type result) implements UseTypes.Rule {
    @Override
    public boolean settles(UseTypes types) {
      if (types.isNumber(variable)) {
        types.same(result, operand);
        return true;
      }
      if (types.isNumber(operand)) {
        types.same(result, variable);
        return true;
      }
      return false;
    }
  }
}
