package dev.hence.read.prose;

import java.util.List;
import java.util.Optional;

/** What a sentence says of a name. */
sealed interface Said {
  /** The set of which the name is said to be a member; empty where that is not said. */
  default Optional<String> members() {
    return switch (this) {
      case Member m -> Optional.of(m.set());
      case Kind k when k.sort() == Sort.NUMBER -> Optional.of("\\mathbb{R}");
      case Kind k when !k.sizes().isEmpty() ->
          Optional.of("\\mathbb{R}^{" + String.join(" \\times ", k.sizes()) + "}");
      case Kind k -> Optional.empty();
      case Has h -> Optional.empty();
      case Bound b -> Optional.empty();
      case Runs r -> Optional.empty();
      case Maps m -> Optional.empty();
      case Equals e -> Optional.empty();
      case Entry e -> Optional.empty();
    };
  }

  /** Of what sort the values of a name are. */
  enum Sort {
    NUMBER("a number"),
    VECTOR("a vector"),
    MATRIX("a matrix"),
    OTHER("a member of a set");

    private final String words;

    Sort(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A property that the language of headers has a set or a bound for. */
  enum Property {
    POSITIVE,
    NONNEGATIVE,
    SYMMETRIC,
    SEMIDEFINITE,
    DEFINITE,
    ORTHOGONAL,
    INVERTIBLE
  }

  /**
   * {@code x \in \mathbb{R}^d}.
   *
   * @param set as written
   */
  record Member(String set, Sort sort) implements Said {}

  /**
   * "is a vector", "an n × d matrix".
   *
   * @param sizes as written; none where they are not said
   */
  record Kind(Sort sort, List<String> sizes) implements Said {
    public Kind {
      sizes = List.copyOf(sizes);
    }
  }

  /** "is symmetric", "positive constant". */
  record Has(Property property) implements Said {}

  /**
   * {@code 0 < p < 1}.
   *
   * @param relation the whole, as written
   */
  record Bound(String relation) implements Said {}

  /**
   * {@code i = 1, \dots, n}.
   *
   * @param range the whole, as it stands in a header
   */
  record Runs(String range) implements Said {}

  /**
   * {@code f \colon \mathbb{R}^d \to \mathbb{R}}.
   *
   * @param from the sets of the arguments
   */
  record Maps(List<String> from, String to) implements Said {
    public Maps {
      from = List.copyOf(from);
    }
  }

  /**
   * A definition.
   *
   * @param equation the whole, as written
   * @param canonical the right side so that equal ones are equal
   */
  record Equals(String equation, String canonical) implements Said {}

  /**
   * An entry under another key than {@code let}.
   *
   * @param key {@code flow}, {@code step} or {@code assume}
   */
  record Entry(String key, String entry) implements Said {}
}
