package dev.hence.read.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One notation: what is written and what it is. The table below is the only place that knows; a
 * further notation is a further row.
 *
 * @param kind how the parser treats it
 * @param meaning the name under which everything else knows it
 * @param arguments how many arguments a command takes in braces
 */
record Notation(TokenKind kind, String meaning, int arguments) {
  /**
   * Rows: kind, meaning, number of arguments where there are any, and after the colon spellings.
   */
  private static final String TABLE =
      """
      relation = : = eq
      relation := : := coloneqq coloneq triangleq
      relation =: : =:
      relation equiv : equiv
      relation <= : le leq leqslant leqq <=
      relation >= : ge geq geqslant geqq >=
      relation < : < lt
      relation > : > gt
      relation ne : ne neq
      relation approx : approx simeq
      relation to : to rightarrow longrightarrow
      relation propto : propto
      relation in : in
      relation notin : notin
      relation sim : sim
      relation colon : colon
      relation assigned : leftarrow gets longleftarrow
      relation succeq : succeq succcurlyeq
      relation succ : succ
      relation preceq : preceq preccurlyeq
      relation prec : prec
      relation ll : ll
      relation gg : gg
      connective implies : implies Rightarrow Longrightarrow therefore
      connective iff : iff Leftrightarrow Longleftrightarrow leftrightarrow
      connective and : land
      connective or : lor
      connective not : neg lnot
      sign + : +
      sign - : -
      sign pm : pm
      sign mp : mp
      operator cdot : cdot
      operator times : times
      operator * : * ast
      operator / : / div slash
      operator odot : odot .*
      operator oslash : oslash
      operator circ : circ
      operator otimes : otimes
      operator setminus : setminus backslash
      operator broadcast : .
      over over : over
      mark top : top
      mark bot : bot
      mark perp : perp
      mark dagger : dagger
      mark ddagger : ddagger
      mark prime : prime
      mark star : star
      big sum : sum
      big prod : prod
      big max : max
      big min : min
      big sup : sup
      big inf : inf
      big lim : lim
      big argmax : argmax
      big argmin : argmin
      integral int : int
      dots dots : dots ldots cdots vdots ddots dotsc dotsb dotsm dotsi hdots
      infinity infty : infty
      nabla nabla : nabla
      forall forall : forall
      structure frac 2 : frac dfrac tfrac cfrac
      structure binom 2 : binom dbinom tbinom
      structure sqrt 1 : sqrt
      structure underbrace 1 : underbrace
      structure overbrace 1 : overbrace
      structure boxed 1 : boxed
      structure substack 1 : substack
      structure overset 2 : overset stackrel
      structure underset 2 : underset
      font bold : mathbf boldsymbol bm pmb mathbfit symbf
      font roman : mathrm mathup
      font italic : mathit mathnormal
      font calligraphic : mathcal
      font script : mathscr
      font blackboard : mathbb mathds mathbbm Bbb
      font fraktur : mathfrak
      font sans : mathsf
      font typewriter : mathtt
      switch bold : bf
      switch roman : rm
      switch italic : it
      switch calligraphic : cal
      switch sans : sf
      switch typewriter : tt
      accent dot : dot
      accent ddot : ddot
      accent dddot : dddot
      accent hat : hat widehat
      accent bar : bar overline
      accent tilde : tilde widetilde
      accent vec : vec overrightarrow
      accent check : check widecheck
      accent breve : breve
      accent acute : acute
      accent grave : grave
      accent ring : mathring
      accent underline : underline underbar
      text text : text mbox hbox textrm textnormal textup textit textbf textsf texttt
      wide wide : quad qquad hspace hspace* enspace enskip hfill hfil
      function tr : tr Tr trace Trace
      function diag : diag Diag
      function det : det Det
      function sign : sign sgn
      function arcsin : arcsin asin
      function arccos : arccos acos
      function arctan : arctan atan
      function arsinh : arsinh asinh arcsinh
      function arcosh : arcosh acosh arccosh
      function artanh : artanh atanh arctanh
      row row : cr newline
      begin begin : begin
      finish end : end
      tag tag : tag tag*
      label label : label
      """;

  /** Functions whose spelling is their meaning. */
  private static final String FUNCTIONS =
      "exp log ln lg sin cos tan cot sec csc sinh cosh tanh coth sech csch erf erfc rank";

  /** Commands that are letters. */
  private static final String LETTERS =
      "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda"
          + " mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega"
          + " Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega omicron digamma ell hbar"
          + " imath jmath wp aleph emptyset varnothing partial";

  private static final Map<String, Notation> BY_SPELLING = table();

  static Optional<Notation> of(String spelling) {
    return Optional.ofNullable(BY_SPELLING.get(spelling));
  }

  /** The function that letters without a backslash may stand for. */
  static Optional<Notation> function(String letters) {
    return of(letters).filter(n -> n.kind == TokenKind.FUNCTION || n.isExtremum());
  }

  /** The operator with limits that a name stands for, in whatever way it is written. */
  static Optional<Notation> big(String name) {
    return of(name.replace(" ", ""))
        .filter(n -> n.kind == TokenKind.BIG)
        .filter(n -> !n.meaning.equals("sum") && !n.meaning.equals("prod"));
  }

  /** Whether the operator is a function where nothing stands below it. */
  private boolean isExtremum() {
    return isExtremum(meaning);
  }

  static boolean isExtremum(String meaning) {
    return List.of("max", "min", "sup", "inf").contains(meaning);
  }

  private static Map<String, Notation> table() {
    Map<String, Notation> table = new HashMap<>();
    for (String row : TABLE.lines().toList()) {
      int colon = row.indexOf(" : ");
      List<String> head = new ArrayList<>(Arrays.asList(row.substring(0, colon).split(" ", -1)));
      TokenKind kind = TokenKind.valueOf(head.getFirst().toUpperCase(java.util.Locale.ROOT));
      int arguments = head.size() > 2 ? Integer.parseInt(head.get(2)) : 0;
      for (String spelling : row.substring(colon + 3).split(" ", -1)) {
        table.put(spelling, new Notation(kind, head.get(1), arguments));
      }
    }
    for (String f : FUNCTIONS.split(" ", -1)) {
      table.put(f, new Notation(TokenKind.FUNCTION, f, 0));
    }
    for (String letter : LETTERS.split(" ", -1)) {
      table.put(letter, new Notation(TokenKind.NAME, "\\" + letter, 0));
    }
    return Map.copyOf(table);
  }
}
