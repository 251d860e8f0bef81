package dev.hence.read.math;

import dev.hence.text.Spelling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Commands that are known and not supported, and what to write instead. */
final class Unsupported {
  private static final Map<String, String> HELP = help();

  /** Macros that authors define for themselves, and what they usually mean. */
  private static final Map<String, String> MACROS =
      Map.ofEntries(
          Map.entry("R", "\\mathbb{R}"),
          Map.entry("RR", "\\mathbb{R}"),
          Map.entry("reals", "\\mathbb{R}"),
          Map.entry("N", "\\mathbb{N}"),
          Map.entry("Z", "\\mathbb{Z}"),
          Map.entry("E", "\\mathbb{E}"),
          Map.entry("P", "\\mathbb{P}"),
          Map.entry("C", "\\mathbb{C}"),
          Map.entry("L", "\\mathcal{L}"),
          Map.entry("T", "\\top"),
          Map.entry("transpose", "\\top"),
          Map.entry("dd", "\\mathrm{d}"),
          Map.entry("diff", "\\mathrm{d}"),
          Map.entry("norm", "\\lVert x \\rVert"),
          Map.entry("abs", "\\lvert x \\rvert"),
          Map.entry("softmax", "\\operatorname{softmax}"),
          Map.entry("sigmoid", "\\operatorname{sigmoid}"),
          Map.entry("relu", "\\operatorname{relu}"));

  private Unsupported() {}

  static Optional<String> help(String command) {
    return Optional.ofNullable(HELP.get(command));
  }

  /** What may have been meant by a command that nobody knows. */
  static String guess(String command) {
    if (MACROS.containsKey(command)) {
      return "nothing here defines it; write " + MACROS.get(command);
    }
    return Spelling.nearest(command, Vocabulary.suggestions())
        .map(known -> "did you mean \\" + known + "?")
        .orElse("define it with \\newcommand, or write a name of your own as \\operatorname{name}");
  }

  private static Map<String, String> help() {
    Map<String, String> map = new HashMap<>();
    put(
        map,
        "def gdef edef xdef let newcommand renewcommand providecommand DeclareMathOperator require",
        "this definition cannot be followed; write the notation out");
    put(
        map,
        "input include write immediate openout openin read catcode csname href url includegraphics"
            + " special directlua ref eqref cite",
        "a display holds mathematics only");
    put(map, "iint iiint", "write one \\int with its differential for each variable");
    put(map, "oint", "supported integrals are \\int_a^b");
    put(map, "choose", "write \\binom{n}{k}");
    put(map, "atop brack brace", "write \\frac{a}{b}");
    put(
        map,
        "ll gg lesssim gtrsim asymp doteq cong subset subseteq supset supseteq ni models"
            + " vdash dashv asymp nless ngtr nleq ngeq",
        "supported relations are = := \\le \\ge < > \\ne "
            + "\\approx \\to \\propto \\in \\preceq \\succeq");
    put(
        map,
        "oplus ominus oslash cup cap sqcup sqcap uplus bullet amalg bigstar diamond"
            + " boxtimes boxdot rtimes ltimes bmod pmod mod",
        "supported operators are + - \\pm \\cdot \\times * / \\odot \\circ \\otimes");
    put(
        map,
        "exists nexists because",
        "supported conditions are \\forall, \\text{if} and \\text{where}");
    put(
        map,
        "mapsto hookrightarrow xleftarrow rightharpoonup",
        "supported arrows are \\to, \\leftarrow and \\Rightarrow");
    put(
        map,
        "bigcup bigcap bigoplus bigotimes bigvee bigwedge coprod bigsqcup",
        "supported operators with limits are \\sum \\prod \\max \\min \\sup \\inf \\lim \\int");
    put(
        map,
        "phantom hphantom vphantom smash rlap llap mathllap mathrlap cancel bcancel xcancel sout",
        "write only what is to be read");
    put(
        map,
        "Re Im complement limsup liminf varlimsup varliminf injlim projlim Pr gcd hom ker dim deg",
        "write \\operatorname{name} and declare it");
    put(
        map,
        "verb require class cssId style raise lower kern hskip mkern vspace rule",
        "write only what is to be read");
    return Map.copyOf(map);
  }

  private static void put(Map<String, String> map, String list, String help) {
    for (String word : list.split(" ", -1)) {
      map.put(word, help);
    }
  }
}
