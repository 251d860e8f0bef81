package dev.hence.campaign;

import java.util.Optional;

/**
 * A declared name.
 *
 * @param rows a size, or a number, or empty for a number
 * @param columns of a matrix or, if it is a family, its number of members
 * @param written whether the header declares it here
 */
public record Variable(
    String name,
    Optional<String> rows,
    Optional<String> columns,
    boolean family,
    Domain domain,
    boolean written) {
  /** Where values lie. */
  public enum Domain {
    REAL,
    POSITIVE,
    UNIT,
    NATURAL,
    SYMMETRIC,
    POSITIVE_DEFINITE,
    INVERTIBLE,
    /** Any value of the index of a family. */
    INDEX
  }

  public static Variable real(String name) {
    return new Variable(name, Optional.empty(), Optional.empty(), false, Domain.REAL, true);
  }

  public static Variable positive(String name) {
    return real(name).in(Domain.POSITIVE);
  }

  public static Variable column(String name, String size) {
    return new Variable(name, Optional.of(size), Optional.empty(), false, Domain.REAL, true);
  }

  public static Variable matrix(String name, String rows, String columns) {
    return new Variable(name, Optional.of(rows), Optional.of(columns), false, Domain.REAL, true);
  }

  /** Numbers with an index. */
  public static Variable family(String name, String count) {
    return new Variable(name, Optional.empty(), Optional.of(count), true, Domain.REAL, true);
  }

  /** Columns with an index. */
  public static Variable columns(String name, String size, String count) {
    return new Variable(name, Optional.of(size), Optional.of(count), true, Domain.REAL, true);
  }

  /** A free index from 1 to a size. */
  public static Variable index(String name, String size) {
    return new Variable(name, Optional.of(size), Optional.empty(), false, Domain.INDEX, true);
  }

  public Variable in(Domain newDomain) {
    return new Variable(name, rows, columns, family, newDomain, written);
  }

  /** It has a value, and no entry in the header. */
  public Variable unwritten() {
    return new Variable(name, rows, columns, family, domain, false);
  }

  /** Whether the one can stand where the other stands. */
  boolean fits(Variable other) {
    return rows.equals(other.rows)
        && columns.equals(other.columns)
        && family == other.family
        && (domain == Domain.INDEX) == (other.domain == Domain.INDEX);
  }

  /** The entry of the header. */
  String entry() {
    return switch (domain) {
      case REAL, INVERTIBLE -> name + (family ? "_i" : "") + " \\in " + set();
      case POSITIVE -> name + (family ? "_i" : "") + " > 0";
      case UNIT -> name + (family ? "_i" : "") + " \\in (0, 1)";
      case NATURAL -> name + " \\in \\mathbb{N}";
      case SYMMETRIC -> name + " \\in \\mathbb{S}^" + rows.orElseThrow();
      case POSITIVE_DEFINITE -> name + " \\in \\mathbb{S}^" + rows.orElseThrow() + "_{++}";
      case INDEX -> name + " = 1, \\dots, " + rows.orElseThrow();
    };
  }

  private String set() {
    if (rows.isEmpty()) {
      return "\\mathbb{R}";
    }
    if (columns.isEmpty() || family) {
      return "\\mathbb{R}^" + rows.get();
    }
    return "\\mathbb{R}^{" + rows.get() + " \\times " + columns.get() + "}";
  }
}
