package dev.hence.proof;

import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The translation of what binds a letter or a variable: sums, families, integrals and means. */
final class Binding {
  private final Translation translation;

  Binding(Translation translation) {
    this.translation = translation;
  }

  Tensor family(Expr.Family f, Scene scene) {
    return new Tensor(
        translation.shape(f, scene),
        at -> {
          Scene inside = scene;
          for (int k = 0; k < at.size(); k++) {
            Size lower = translation.size(f.ranges().get(k).lower(), inside);
            Size value = at.get(k).plus(lower).plus(-1);
            inside = inside.with(List.of(f.letters().get(k)), List.of(value));
          }
          return translation.number(f.body(), inside);
        });
  }

  Tensor sum(Expr.Sum s, Scene scene) {
    if (s.fold() != Fold.SUM) {
      throw Refused.untranslated(s.fold().text() + " over an index");
    }
    Letter letter = translation.letter(s.letter(), s.range(), scene);
    Scene inside = scene.with(List.of(s.letter()), List.of(Size.letter(letter.name())));
    Tensor body = translation.value(s.body(), inside);
    List<Term> conditions =
        s.conditions().stream().map(c -> translation.indicator(c, inside)).toList();
    return new Tensor(
        translation.shape(s, scene),
        at -> {
          List<Term> factors = new ArrayList<>(conditions);
          factors.add(body.at(at));
          return new Term.Over(letter, new Term.Product(factors));
        });
  }

  Tensor integral(Expr.Integral i, Scene scene) {
    if (i.variable().equals(Name.FOREVER) || Trees.any(i, Binding::isForever)) {
      throw Refused.untranslated("an integral without an end");
    }
    Term lower = translation.number(i.lower(), scene);
    Term upper = translation.number(i.upper(), scene);
    Time running = new Time.Running(translation.fresh("s"));
    String variable = ((Time.Running) running).variable();
    boolean along = lower.equals(Term.ZERO) && upper.equals(new Term.Clock(Time.END));
    if (along && scene.time() instanceof Time.Running) {
      throw new Refused(Refused.Reason.WRONG_TIME, "an integral along the trajectory in another");
    }
    Scene inside =
        along
            ? scene.at(running).timed(i.variable(), running)
            : scene
                .untimed(i.variable())
                .binding(
                    Map.of(
                        i.variable().key(0),
                        Translation.still(Tensor.scalar(new Term.Clock(running)))));
    Tensor body = translation.value(i.body(), inside);
    return Translation.map(body, t -> new Term.Integral(variable, lower, upper, t));
  }

  private static boolean isForever(Expr expr) {
    return expr instanceof Expr.Ref r && r.name().equals(Name.FOREVER);
  }

  Tensor mean(Expr.Expectation e, Scene scene) {
    if (!(e.law() instanceof Law.Finite law) || !e.letters().isEmpty()) {
      throw Refused.untranslated("a mean over more than one draw of finitely many values");
    }
    Letter letter = translation.letter(law.letter(), law.range(), scene);
    Size value = Size.letter(letter.name());
    Scene drawing = scene.with(List.of(law.letter()), List.of(value));
    Term weight = translation.number(law.weight(), drawing);
    Tensor drawn = translation.value(law.value(), drawing);
    Scene inside = scene.binding(Map.of(e.variable().key(0), Translation.still(drawn)));
    Optional<Size> label = SizeForm.of(law.value()).map(s -> s.with(drawing.letters()));
    Scene labelled = label.isPresent() ? inside.labelled(e.variable(), label.get()) : inside;
    Tensor body = translation.value(e.body(), labelled);
    return Translation.map(body, t -> new Term.Over(letter, Term.times(weight, t)));
  }
}
