package dev.hence.expr;

import java.util.Map;
import java.util.Optional;

/** The letters of LaTeX in Unicode: Greek, and the mathematical alphabets. */
final class Alphabet {
  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ϵ"),
          Map.entry("varepsilon", "ε"),
          Map.entry("zeta", "ζ"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("vartheta", "ϑ"),
          Map.entry("iota", "ι"),
          Map.entry("kappa", "κ"),
          Map.entry("varkappa", "ϰ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("nu", "ν"),
          Map.entry("xi", "ξ"),
          Map.entry("omicron", "ο"),
          Map.entry("pi", "π"),
          Map.entry("varpi", "ϖ"),
          Map.entry("rho", "ρ"),
          Map.entry("varrho", "ϱ"),
          Map.entry("sigma", "σ"),
          Map.entry("varsigma", "ς"),
          Map.entry("tau", "τ"),
          Map.entry("upsilon", "υ"),
          Map.entry("phi", "ϕ"),
          Map.entry("varphi", "φ"),
          Map.entry("chi", "χ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"),
          Map.entry("Gamma", "Γ"),
          Map.entry("Delta", "Δ"),
          Map.entry("Theta", "Θ"),
          Map.entry("Lambda", "Λ"),
          Map.entry("Xi", "Ξ"),
          Map.entry("Pi", "Π"),
          Map.entry("Sigma", "Σ"),
          Map.entry("Upsilon", "Υ"),
          Map.entry("Phi", "Φ"),
          Map.entry("Psi", "Ψ"),
          Map.entry("Omega", "Ω"),
          Map.entry("ell", "ℓ"),
          Map.entry("hbar", "ℏ"),
          Map.entry("imath", "ı"),
          Map.entry("jmath", "ȷ"),
          Map.entry("Re", "ℜ"),
          Map.entry("Im", "ℑ"),
          Map.entry("aleph", "ℵ"),
          Map.entry("wp", "℘"),
          Map.entry("nabla", "∇"),
          Map.entry("partial", "∂"),
          Map.entry("infty", "∞"),
          Map.entry("ast", "*"),
          Map.entry("star", "⋆"),
          Map.entry("top", "⊤"),
          Map.entry("bot", "⊥"),
          Map.entry("perp", "⊥"),
          Map.entry("dagger", "†"),
          Map.entry("prime", "′"),
          Map.entry("circ", "∘"),
          Map.entry("parallel", "∥"));

  /**
   * Where each alphabet of Unicode begins: capitals, small letters, digits; 0 where it has none.
   */
  private record Block(int capitals, int small, int digits, String exceptions) {}

  private static final Block BOLD = new Block(0x1D400, 0x1D41A, 0x1D7CE, "");
  private static final Block BOLD_SCRIPT = new Block(0x1D4D0, 0x1D4EA, 0, "");
  private static final Map<String, Block> FONTS =
      Map.of(
          "mathcal", new Block(0x1D49C, 0x1D4B6, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
          "mathscr", BOLD_SCRIPT,
          "mathbb", new Block(0x1D538, 0x1D552, 0x1D7D8, "CℂHℍNℕPℙQℚRℝZℤ"),
          "mathfrak", new Block(0x1D504, 0x1D51E, 0, "CℭHℌIℑRℜZℨ"),
          "mathsf", new Block(0x1D5A0, 0x1D5BA, 0x1D7E2, ""),
          "mathtt", new Block(0x1D670, 0x1D68A, 0x1D7F6, ""),
          "boldsymbol", BOLD);

  private Alphabet() {}

  /** The letter that a command such as {@code theta} stands for. */
  static Optional<String> letter(String command) {
    return Optional.ofNullable(GREEK.get(command));
  }

  /** The text in a font, if Unicode has all its letters there. */
  static Optional<String> inFont(String font, String text) {
    Block block = FONTS.get(font);
    if (block == null) {
      return Optional.empty();
    }
    StringBuilder set = new StringBuilder();
    for (int letter : text.codePoints().toArray()) {
      int styled = styled(block, letter);
      if (styled == 0) {
        return Optional.empty();
      }
      set.appendCodePoint(styled);
    }
    return Optional.of(set.toString());
  }

  private static int styled(Block block, int letter) {
    int exception = block.exceptions.indexOf(letter);
    if (exception >= 0) {
      return block.exceptions.codePointAt(exception + 1);
    }
    if (letter >= 'A' && letter <= 'Z') {
      return block.capitals + letter - 'A';
    }
    if (letter >= 'a' && letter <= 'z') {
      return block.small + letter - 'a';
    }
    if (letter >= '0' && letter <= '9') {
      return block.digits == 0 ? 0 : block.digits + letter - '0';
    }
    return block.equals(BOLD) ? boldBeyondLatin(letter) : 0;
  }

  private static int boldBeyondLatin(int letter) {
    if (letter >= 'Α' && letter <= 'Ω') {
      return 0x1D6A8 + letter - 'Α';
    }
    if (letter >= 'α' && letter <= 'ω') {
      return 0x1D6C2 + letter - 'α';
    }
    // The variants stand behind the small letters, in this order (Unicode, U+1D6DB on).
    int variant = "∂ϵϑϰϕϱϖ".indexOf(letter);
    if (variant >= 0) {
      return 0x1D6DB + variant;
    }
    String calligraphic = "ℬℰℱℋℐℒℳℛ";
    int script = calligraphic.indexOf(letter);
    if (script >= 0) {
      return BOLD_SCRIPT.capitals + "BEFHILMR".charAt(script) - 'A';
    }
    return letter >= 0x1D49C && letter <= 0x1D4CF ? letter + 0x34 : 0;
  }
}
