package dev.hence.read.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Characters that people paste into LaTeX, and the LaTeX they stand for. */
final class Glyphs {
  private static final Map<Integer, String> LATEX = latex();
  private static final Map<Integer, String> RAISED =
      scripts("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵗᵏ", "0123456789+-=()niTtk");
  private static final Map<Integer, String> LOWERED =
      scripts("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", "0123456789+-=()aeoxhklmnpstijruv");

  /** Marks that Unicode sets over the letter before them. */
  private static final Map<Integer, String> COMBINING =
      Map.of(
          0x0307, "dot", 0x0308, "ddot", 0x0302, "hat", 0x0304, "bar", 0x0305, "bar", 0x0303,
          "tilde", 0x20D7, "vec");

  private Glyphs() {}

  /** The command of an accent that belongs to the letter before it. */
  static Optional<String> combining(int codePoint) {
    return Optional.ofNullable(COMBINING.get(codePoint));
  }

  /** The LaTeX of one code point, a command or a sign. */
  static Optional<String> latex(int codePoint) {
    return Optional.ofNullable(LATEX.get(codePoint));
  }

  static Optional<String> raised(int codePoint) {
    return Optional.ofNullable(RAISED.get(codePoint));
  }

  static Optional<String> lowered(int codePoint) {
    return Optional.ofNullable(LOWERED.get(codePoint));
  }

  private static Map<Integer, String> latex() {
    Map<Integer, String> map = new HashMap<>();
    letters(
        map, 'α', "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi");
    letters(map, 'ο', "omicron pi rho varsigma sigma tau upsilon varphi chi psi omega");
    letters(map, 'Γ', "Gamma Delta");
    letters(map, 'ϑ', "vartheta");
    letters(map, 'Θ', "Theta");
    letters(map, 'Λ', "Lambda");
    letters(map, 'Ξ', "Xi");
    letters(map, 'Π', "Pi");
    letters(map, 'Σ', "Sigma");
    letters(map, 'Υ', "Upsilon Phi");
    letters(map, 'Ψ', "Psi Omega");
    letters(map, 'ϕ', "phi");
    letters(map, 'ϵ', "epsilon");
    letters(map, 'ℓ', "ell");
    letters(map, '∂', "partial");
    letters(map, '∇', "nabla");
    letters(map, '∞', "infty");
    letters(map, '∑', "sum");
    letters(map, '∏', "prod");
    letters(map, '∫', "int");
    letters(map, '√', "sqrt");
    letters(map, '≤', "le ge");
    letters(map, '⩽', "le ge");
    letters(map, '≠', "ne equiv");
    letters(map, '≈', "approx");
    letters(map, '≔', "coloneqq");
    letters(map, '∝', "propto");
    letters(map, '∈', "in notin");
    letters(map, '→', "to");
    letters(map, '←', "leftarrow");
    letters(map, '⇒', "Rightarrow");
    letters(map, '⇔', "Leftrightarrow");
    letters(map, '∀', "forall");
    letters(map, '·', "cdot");
    letters(map, '⋅', "cdot");
    letters(map, '×', "times");
    letters(map, '÷', "div");
    letters(map, '±', "pm");
    letters(map, '∓', "mp");
    letters(map, '∘', "circ");
    letters(map, '⊙', "odot");
    letters(map, '⊗', "otimes");
    letters(map, '∗', "ast");
    letters(map, '⊤', "top");
    letters(map, '⟨', "langle rangle");
    letters(map, '‖', "Vert");
    letters(map, '∥', "Vert");
    letters(map, '…', "dots");
    letters(map, '⋯', "cdots");
    letters(map, '⪰', "succeq");
    letters(map, '⪯', "preceq");
    map.put((int) '−', "-");
    map.put((int) '′', "'");
    map.put((int) '″', "''");
    map.put((int) 'ℝ', "\\mathbb{R}");
    map.put((int) 'ℕ', "\\mathbb{N}");
    map.put((int) 'ℤ', "\\mathbb{Z}");
    map.put(0x1D53C, "\\mathbb{E}");
    map.put(0x1D7D9, "\\mathbb{1}");
    return Map.copyOf(map);
  }

  /** Consecutive code points from {@code first}, each a command. */
  private static void letters(Map<Integer, String> map, int first, String commands) {
    int codePoint = first;
    for (String command : commands.split(" ", -1)) {
      map.put(codePoint++, "\\" + command);
    }
  }

  private static Map<Integer, String> scripts(String characters, String meanings) {
    Map<Integer, String> map = new HashMap<>();
    int[] codePoints = characters.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      map.put(codePoints[i], meanings.substring(i, i + 1));
    }
    return Map.copyOf(map);
  }
}
