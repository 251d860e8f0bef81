package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.expr.Lambda;
import dev.hence.expr.SizeFamily;
import dev.hence.model.ModelSpec;
import dev.hence.model.Signature;
import java.util.List;

/** Something that must be chosen, with what it can be: one direction of the grid of instances. */
sealed interface Axis {
  /** In canonical LaTeX. */
  String name();

  /** How many values there are. */
  int count();

  /** A value as it is written under {@code try}. */
  String text(int value);

  /** Whether the author wrote the values; else they are defaults. */
  boolean written();

  /** A function without a formula. */
  record OfFunction(
      Declaration.Function function, Signature signature, List<ModelSpec> specs, boolean written)
      implements Axis {
    public OfFunction {
      specs = List.copyOf(specs);
    }

    @Override
    public String name() {
      return function.name().latex();
    }

    @Override
    public int count() {
      return specs.size();
    }

    @Override
    public String text(int value) {
      return specs.get(value).text();
    }
  }

  /** A named size. */
  record OfSize(String name, List<Integer> values, boolean written) implements Axis {
    public OfSize {
      values = List.copyOf(values);
    }

    @Override
    public int count() {
      return values.size();
    }

    @Override
    public String text(int value) {
      return SizeFamily.isKey(name)
          ? SizeFamily.text(values.get(value))
          : values.get(value).toString();
    }
  }

  /** A variable whose values are labels: which of {@link Labels#PATTERNS} it follows. */
  record OfLabels(Declaration.Variable variable) implements Axis {
    /** Under what its value is kept. */
    String key() {
      return variable.name().key(variable.indices().size());
    }

    @Override
    public String name() {
      return variable.name().latex();
    }

    @Override
    public int count() {
      return Labels.PATTERNS;
    }

    @Override
    public String text(int value) {
      return "labels " + (value + 1);
    }

    @Override
    public boolean written() {
      return false;
    }
  }

  /** A variable for which the author gave numbers. */
  record OfData(Declaration.Variable variable, List<Lambda> values, List<String> texts)
      implements Axis {
    public OfData {
      values = List.copyOf(values);
      texts = List.copyOf(texts);
    }

    /** Under what its value is kept. */
    String key() {
      return variable.name().key(variable.indices().size());
    }

    @Override
    public String name() {
      return variable.name().latex();
    }

    @Override
    public int count() {
      return values.size();
    }

    @Override
    public String text(int value) {
      return texts.get(value);
    }

    @Override
    public boolean written() {
      return true;
    }
  }
}
