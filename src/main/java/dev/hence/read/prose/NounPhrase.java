package dev.hence.read.prose;

import dev.hence.read.prose.Said.Property;
import dev.hence.read.prose.Said.Sort;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * "a symmetric positive definite $n \times n$ matrix": adjectives, sizes and a noun from closed
 * lists. Any other word within makes it no phrase of ours.
 *
 * @param said what it says of the name beside it
 * @param end behind its last item
 */
record NounPhrase(List<Said> said, int end) {
  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "any", "our", "this", "both", "all", "every", "each");

  /** Adjectives and nouns beside a noun that say nothing of its type. */
  private static final Set<String> NEUTRAL =
      Set.of(
          "weight",
          "parameter",
          "feature",
          "design",
          "data",
          "input",
          "output",
          "bias",
          "target",
          "label",
          "column",
          "fixed",
          "given",
          "arbitrary",
          "constant",
          "unknown",
          "known",
          "square",
          "real",
          "valued",
          "dense",
          "linear",
          "regression",
          "coefficient",
          "model",
          "observed",
          "trainable",
          "learnable",
          "free",
          "regularization",
          "regularisation",
          "scalar",
          "single");

  /** Of what a vector or a matrix is made: "a vector of weights". */
  private static final Set<String> CONTENTS =
      Set.of(
          "features",
          "weights",
          "parameters",
          "inputs",
          "outputs",
          "data",
          "coefficients",
          "samples",
          "observations",
          "labels",
          "targets",
          "numbers",
          "variables",
          "responses",
          "multipliers",
          "biases",
          "logits",
          "scores");

  private static final Map<String, Property> PROPERTIES =
      Map.of(
          "positive", Property.POSITIVE,
          "nonnegative", Property.NONNEGATIVE,
          "symmetric", Property.SYMMETRIC,
          "semidefinite", Property.SEMIDEFINITE,
          "definite", Property.DEFINITE,
          "orthogonal", Property.ORTHOGONAL,
          "invertible", Property.INVERTIBLE,
          "nonsingular", Property.INVERTIBLE);

  private static final Map<String, Sort> NOUNS =
      Map.ofEntries(
          Map.entry("scalar", Sort.NUMBER),
          Map.entry("scalars", Sort.NUMBER),
          Map.entry("number", Sort.NUMBER),
          Map.entry("numbers", Sort.NUMBER),
          Map.entry("constant", Sort.NUMBER),
          Map.entry("constants", Sort.NUMBER),
          Map.entry("vector", Sort.VECTOR),
          Map.entry("vectors", Sort.VECTOR),
          Map.entry("matrix", Sort.MATRIX),
          Map.entry("matrices", Sort.MATRIX));

  NounPhrase {
    said = List.copyOf(said);
  }

  private static final class Draft {
    private final List<Property> properties = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private Optional<Sort> sort = Optional.empty();
  }

  /** Whether a word says of itself that a phrase may begin. */
  static boolean isArticle(Sentence sentence, int k) {
    return sentence.isWord(k, ARTICLES);
  }

  /**
   * The phrase that begins at a place.
   *
   * @param bare whether adjectives without a noun are enough, as behind "is"
   */
  static Optional<NounPhrase> at(Sentence sentence, int from, boolean bare) {
    Draft draft = new Draft();
    int k = isArticle(sentence, from) ? from + 1 : from;
    while (true) {
      Optional<String> word = sentence.word(k);
      if (word.isPresent() && isLearningRate(sentence, k)) {
        draft.sort = Optional.of(Sort.NUMBER);
        draft.properties.add(Property.POSITIVE);
        k += sentence.isWord(k, "stepsize") ? 1 : 2;
        break;
      }
      if (word.isEmpty()) {
        int behind = sizes(sentence, k, draft);
        if (behind == k) {
          break;
        }
        k = behind;
      } else if (isNoun(sentence, k, bare && k == from)) {
        draft.sort = Optional.of(NOUNS.get(word.get()));
        k = tail(sentence, k + 1, draft);
        break;
      } else if (PROPERTIES.containsKey(word.get())) {
        draft.properties.add(PROPERTIES.get(word.get()));
        k++;
      } else if (sentence.isWord(k, "and")
          && !draft.properties.isEmpty()
          && adjective(sentence, k + 1)) {
        k++;
      } else if (NEUTRAL.contains(word.get())) {
        k++;
      } else {
        break;
      }
    }
    List<Said> said = said(draft, bare);
    return said.isEmpty() ? Optional.empty() : Optional.of(new NounPhrase(said, k));
  }

  /** "is constant" says that nothing changes, "is a constant" that it is a number. */
  private static boolean isNoun(Sentence sentence, int k, boolean adjective) {
    return sentence.isWord(k, NOUNS.keySet())
        && !nounGoesOn(sentence, k)
        && !(adjective && sentence.isWord(k, "constant"));
  }

  private static boolean adjective(Sentence sentence, int k) {
    return sentence.word(k).filter(PROPERTIES::containsKey).isPresent();
  }

  /** "vector field", "matrix norm", "scalar product": another noun behind the noun. */
  private static boolean nounGoesOn(Sentence sentence, int k) {
    return sentence
        .word(k + 1)
        .filter(w -> NOUNS.containsKey(w) || NEUTRAL.contains(w))
        .isPresent();
  }

  private static boolean isLearningRate(Sentence sentence, int k) {
    return sentence.says(k, "learning", "rate")
        || sentence.says(k, "step", "size")
        || sentence.isWord(k, "stepsize");
  }

  /** {@code n \times d} before "matrix"; {@code d} before "dimensional". */
  private static int sizes(Sentence sentence, int k, Draft draft) {
    Optional<List<String>> sizes =
        sentence.inline(k).map(Item.Inline::formula).flatMap(NounPhrase::sizes);
    if (sizes.isEmpty()) {
      return k;
    }
    boolean dimensional = sentence.isWord(k + 1, "dimensional");
    boolean matrix = sizes.get().size() == 2 && !dimensional;
    boolean vector = sizes.get().size() == 1 && (dimensional || sentence.isWord(k + 1, "vector"));
    if (!matrix && !vector) {
      return k;
    }
    draft.sizes.addAll(sizes.get());
    return dimensional ? k + 2 : k + 1;
  }

  /** The factors of {@code n \times d}, or one size. */
  private static Optional<List<String>> sizes(Formula formula) {
    Optional<Tree> only = formula.only();
    if (only.isEmpty()) {
      return Optional.empty();
    }
    if (only.get() instanceof Tree.Joined j && j.binding() == Tree.Binding.PRODUCT) {
      boolean times =
          j.links().stream()
              .skip(1)
              .allMatch(l -> l.operator().map(Token::meaning).filter("times"::equals).isPresent());
      return times && j.links().size() == 2
          ? Optional.of(j.links().stream().map(l -> Formula.print(l.operand())).toList())
          : Optional.empty();
    }
    boolean size =
        Subjects.of(only.get()).filter(Subject::isPlain).isPresent() || isNumber(only.get());
    return size ? Optional.of(List.of(Formula.print(only.get()))) : Optional.empty();
  }

  private static boolean isNumber(Tree tree) {
    return tree instanceof Tree.Leaf l && l.token().text().matches("[1-9][0-9]?");
  }

  /** "in $\mathbb{R}^d$", "of size $n \times d$", "of length $d$". */
  private static int tail(Sentence sentence, int k, Draft draft) {
    boolean sized =
        sentence.isWord(k, "of")
            && sentence.isWord(
                k + 1, "size", "length", "dimension", "dimensions", "shape", "order");
    Optional<List<String>> sizes =
        sized
            ? sentence.inline(k + 2).map(Item.Inline::formula).flatMap(NounPhrase::sizes)
            : Optional.empty();
    boolean tensor = draft.sort.filter(s -> s != Sort.NUMBER).isPresent();
    if (tensor && sentence.isWord(k, "of") && sentence.isWord(k + 1, CONTENTS)) {
      return k + 2;
    }
    int wanted = draft.sort.filter(Sort.MATRIX::equals).isPresent() ? 2 : 1;
    if (sizes.isPresent() && draft.sizes.isEmpty() && sizes.get().size() == wanted) {
      draft.sizes.addAll(sizes.get());
      return k + 3;
    }
    return k;
  }

  /** The phrase with the sizes that stand behind the name: "a matrix $A$ of size $n \\times d$". */
  NounPhrase with(Sentence sentence, int behind) {
    List<Said> all = new ArrayList<>();
    int last = end;
    for (Said s : said) {
      if (s instanceof Said.Kind kind && kind.sizes().isEmpty() && kind.sort() != Sort.NUMBER) {
        Draft draft = new Draft();
        draft.sort = Optional.of(kind.sort());
        last = Math.max(last, tail(sentence, behind, draft));
        all.add(new Said.Kind(kind.sort(), draft.sizes));
      } else {
        all.add(s);
      }
    }
    return new NounPhrase(all, last);
  }

  /** What the words say together; nothing if they do not fit. */
  private static List<Said> said(Draft draft, boolean bare) {
    List<Said> said = new ArrayList<>();
    List<Property> properties = definite(draft.properties);
    Sort sort = draft.sort.orElse(sort(properties));
    if (draft.sort.isEmpty() && (!bare || properties.isEmpty() || !draft.sizes.isEmpty())) {
      return List.of();
    }
    if (properties.stream().anyMatch(p -> sort(List.of(p)) != sort)) {
      return List.of();
    }
    boolean sized = !draft.sizes.isEmpty();
    if (sized && (sort == Sort.NUMBER || draft.sizes.size() != (sort == Sort.MATRIX ? 2 : 1))) {
      return List.of();
    }
    draft.sort.ifPresent(s -> said.add(new Said.Kind(s, draft.sizes)));
    properties.forEach(p -> said.add(new Said.Has(p)));
    return said;
  }

  /** "positive definite" is one property. */
  private static List<Property> definite(List<Property> properties) {
    List<Property> all = new ArrayList<>(properties);
    boolean definite = all.contains(Property.DEFINITE) || all.contains(Property.SEMIDEFINITE);
    if (definite && !all.remove(Property.POSITIVE)) {
      all.clear();
    }
    return all;
  }

  private static Sort sort(List<Property> properties) {
    boolean number =
        !properties.isEmpty()
            && properties.stream()
                .allMatch(p -> p == Property.POSITIVE || p == Property.NONNEGATIVE);
    return number ? Sort.NUMBER : Sort.MATRIX;
  }
}
