package dev.hence.report.latex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The signs of Unicode that mathematics is printed with, in LaTeX. */
final class Glyphs {
  private static final Map<Integer, String> SIGNS = signs();
  private static final Map<Integer, String> LOWERED = scripts("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()");
  private static final Map<Integer, String> RAISED = scripts("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "0123456789+-=()");
  private static final Map<Integer, String> ACCENTS =
      Map.of(
          0x300, "grave", 0x301, "acute", 0x302, "hat", 0x303, "tilde", 0x304, "bar", 0x305, "bar",
          0x306, "breve", 0x307, "dot", 0x308, "ddot", 0x30c, "check");

  static {
    // Letters that Unicode lowers and raises, as the printer of expressions uses them.
    LOWERED.putAll(scripts("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "aehijklmnoprstuvx"));
    RAISED.putAll(scripts("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ", "abcdefghijklmnoprstuvwxyzT"));
    String greek = "ᵦᵧᵨᵩᵪ";
    String[] names = {"\\beta ", "\\gamma ", "\\rho ", "\\varphi ", "\\chi "};
    for (int i = 0; i < names.length; i++) {
      LOWERED.put((int) greek.charAt(i), names[i]);
    }
    RAISED.putAll(scripts("ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂ", "ABDEGHIJKLMNOPRUVW"));
    RAISED.put((int) 'ᵅ', "\\alpha ");
    RAISED.put((int) 'ᵝ', "\\beta ");
    RAISED.put((int) 'ᵞ', "\\gamma ");
    RAISED.put((int) 'ᵟ', "\\delta ");
    RAISED.put((int) 'ᶿ', "\\theta ");
    RAISED.put((int) '′', "\\prime ");
    RAISED.put((int) '″', "\\prime\\prime ");
    // Marks that the printer of expressions writes behind a letter.
    RAISED.put((int) '⋆', "\\star ");
    RAISED.put((int) '†', "\\dagger ");
  }

  private Glyphs() {}

  /** A sign in mathematics, ready to be followed by anything. */
  static Optional<String> sign(int codePoint) {
    return Optional.ofNullable(SIGNS.get(codePoint));
  }

  /** What a lowered letter or digit is when it is not lowered. */
  static Optional<String> lowered(int codePoint) {
    return Optional.ofNullable(LOWERED.get(codePoint));
  }

  static Optional<String> raised(int codePoint) {
    return Optional.ofNullable(RAISED.get(codePoint));
  }

  /** The accent that a combining mark puts on the letter before it. */
  static Optional<String> accent(int codePoint) {
    return Optional.ofNullable(ACCENTS.get(codePoint));
  }

  private static Map<Integer, String> scripts(String small, String plain) {
    Map<Integer, String> map = new HashMap<>();
    for (int i = 0; i < small.length(); i++) {
      map.put((int) small.charAt(i), plain.substring(i, i + 1));
    }
    return map;
  }

  private static Map<Integer, String> signs() {
    Map<Integer, String> map = new HashMap<>();
    row(
        map,
        "αβγδεϵζηθϑικλμνξπρστυφϕχψωΓΔΘΛΞΠΣΥΦΨΩϰϖϱς",
        "alpha beta gamma delta varepsilon epsilon zeta eta theta vartheta iota kappa lambda mu nu"
            + " xi pi rho sigma tau upsilon varphi phi chi psi omega Gamma Delta Theta Lambda Xi Pi"
            + " Sigma Upsilon Phi Psi Omega varkappa varpi varrho varsigma");
    row(map, "⋆ℵ℘ℜℑȷ", "star aleph wp Re Im jmath");
    row(
        map,
        "∑∏∫∇∂∞≠≤≥≈∈∉→⟨⟩‖·×⊙⊗⊘∘√⪰⪯≻≺≡∼≃∝⌊⌋⌈⌉±∓ℓ∅…⋯⋮⋱∀∃≪≫⟹⇒⇔←↦∧∨¬∖⊤⊥†‡ℏ∥⟶÷⋅",
        "sum prod int nabla partial infty ne le ge approx in notin to langle rangle Vert cdot times"
            + " odot otimes oslash circ surd succeq preceq succ prec equiv sim simeq propto lfloor"
            + " rfloor lceil rceil pm mp ell emptyset dots cdots vdots ddots forall exists ll gg"
            + " implies Rightarrow Leftrightarrow leftarrow mapsto wedge vee neg setminus top bot"
            + " dagger ddagger hbar Vert longrightarrow div cdot");
    map.put((int) '−', "-");
    map.put((int) '∗', "*");
    map.put((int) '′', "'");
    map.put((int) '″', "''");
    map.put((int) '½', "\\tfrac12 ");
    map.put((int) '⅓', "\\tfrac13 ");
    map.put((int) '¼', "\\tfrac14 ");
    map.put((int) '∶', ":");
    map.put((int) '≔', "\\mathrel{:=}");
    map.put((int) '≢', "\\not\\equiv ");
    map.put((int) '≁', "\\not\\sim ");
    map.put((int) '⊺', "\\top ");
    map.put((int) 'ℒ', "\\mathcal{L}");
    map.put((int) 'ı', "\\imath ");
    map.put((int) 'ο', "o");
    map.put((int) '⅔', "\\tfrac23 ");
    map.put((int) '¾', "\\tfrac34 ");
    map.put((int) '∛', "\\sqrt[3]{\\ }");
    map.put((int) '∜', "\\sqrt[4]{\\ }");
    map.put((int) '‴', "'''");
    map.put((int) 'ℯ', "\\mathit{e}");
    map.put((int) 'ℊ', "\\mathit{g}");
    map.put((int) 'ℴ', "\\mathit{o}");
    letters(map, "ℬℰℱℋℐℳℛ", "BEFHIMR", "mathcal");
    letters(map, "ℭℌℨ", "CHZ", "mathfrak");
    letters(map, "ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX", "mathrm");
    letters(map, "ℝℕℤℚℂℙℍ", "RNZQCPH", "mathbb");
    map.put("𝔼".codePointAt(0), "\\mathbb{E}");
    map.put("𝕊".codePointAt(0), "\\mathbb{S}");
    map.put("𝟙".codePointAt(0), "\\mathbf{1}");
    map.put("𝟏".codePointAt(0), "\\mathbf{1}");
    alphabets(map);
    return map;
  }

  private static void letters(Map<Integer, String> map, String signs, String letters, String font) {
    for (int i = 0; i < letters.length(); i++) {
      map.put((int) signs.charAt(i), "\\" + font + "{" + letters.charAt(i) + "}");
    }
  }

  /** The mathematical alphabets that lie in blocks of 26 capitals and 26 small letters. */
  private static void alphabets(Map<Integer, String> map) {
    Map<Integer, String> blocks =
        Map.of(
            0x1d400, "mathbf",
            0x1d434, "mathit",
            0x1d468, "boldsymbol",
            0x1d49c, "mathcal",
            0x1d4d0, "mathcal",
            0x1d504, "mathfrak",
            0x1d538, "mathbb",
            0x1d5a0, "mathsf",
            0x1d670, "mathtt");
    blocks.forEach(
        (start, font) -> {
          for (int i = 0; i < 52; i++) {
            char letter = (char) (i < 26 ? 'A' + i : 'a' + i - 26);
            map.putIfAbsent(start + i, "\\" + font + "{" + letter + "}");
          }
        });
  }

  private static void row(Map<Integer, String> map, String signs, String names) {
    String[] words = names.split(" ", -1);
    int[] points = signs.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      map.put(points[i], "\\" + words[i] + " ");
    }
  }
}
