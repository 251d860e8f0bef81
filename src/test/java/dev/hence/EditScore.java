package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;
import dev.hence.mutant.Equivalence;
import dev.hence.mutant.Mutant;
import dev.hence.mutant.Mutator;
import dev.hence.read.document.Format;
import dev.hence.search.Candidate;
import dev.hence.search.Normal;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** How often the first edit that is offered restores a step of the library. */
final class EditScore {
  private static final Machinery STANDARD = Wiring.standard();

  public static void main(String[] args) throws IOException {
    int size = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    List<Mutant> mutants = new ArrayList<>();
    List<String> places = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("derivations"), 2)) {
      for (Path page : files.filter(f -> Format.isDocument(f.toString()) && f.getNameCount() == 3).sorted().toList()) {
        Derivation d = MutantCheck.read(page);
        Equivalence equivalence = Equivalence.in(d);
        for (Statement s : d.statements()) {
          if (s instanceof Statement.Step step && !step.expected().refuted()) {
            List<Mutant> all = new ArrayList<>(Mutator.of(step).stream().filter(m -> equivalence.rule(m).isEmpty()).toList());
            Collections.shuffle(all, new Random((page + s.id()).hashCode() + seed));
            if (!all.isEmpty()) {
              mutants.add(all.getFirst());
              places.add(page.getFileName() + " " + s.id());
            }
          }
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < mutants.size(); k++) order.add(k);
    Collections.shuffle(order, new Random(seed));
    int first = 0, some = 0, none = 0, wrong = 0, refuted = 0, tried = 0;
    long spent = 0;
    for (int k : order.subList(0, Math.min(size, order.size()))) {
      Mutant m = mutants.get(k);
      tried++;
      long[] time = new long[1];
      List<Candidate> found = new ArrayList<>();
      Machinery machinery =
          new Machinery(STANDARD.reading(), STANDARD.instantiation(), STANDARD.numeric(), STANDARD.search(),
              (i, s, t) -> List.of(new Evidence.SymbolicOpen(i, "not asked")),
              (s, e) -> java.util.Optional.empty(), STANDARD.court(), STANDARD.shrinking(),
              (s, c, t) -> { long b = System.nanoTime(); found.clear(); found.addAll(Mending.mended(s, c, Duration.ofSeconds(8))); time[0] = System.nanoTime() - b; return List.of(); });
      StepCheck.Result r = StepCheck.of(machinery, Memory.NONE, new Proofs(List.of(), machinery.general()), m.step(), 1, Duration.ofSeconds(20));
      if (r.verdict().outcome() != Outcome.REFUTED) {
        System.out.println("-- " + places.get(k) + " " + r.verdict().outcome() + " " + m.describe());
        continue;
      }
      refuted++;
      spent += time[0];
      UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(m.step().scope()));
      String original = printer.print(m.original().left(), m.original().relation(), m.original().right());
      List<Candidate> edits = found;
      String mark;
      if (edits.isEmpty()) { none++; mark = "NONE "; }
      else if (restores(edits.getFirst(), m, original)) { first++; mark = "FIRST"; }
      else if (edits.stream().anyMatch(e -> restores(e, m, original))) { some++; mark = "LATER"; }
      else { wrong++; mark = "OTHER"; }
      System.out.printf("%s %5d ms  %s  [%s]%n       mutant   %s%n       original %s%n", mark, time[0] / 1_000_000, places.get(k), m.slip().text(), text(m.step()), original);
      for (Candidate e : found) System.out.println("         edit: " + e.rank() + " " + e.what() + " => " + text(e.mended()));
      System.out.flush();
    }
    System.out.printf("refuted %d of %d: first %d (%d%%), later %d, other %d, none %d; edits took %d ms each%n", refuted, tried, first, refuted == 0 ? 0 : 100 * first / refuted, some, wrong, none, refuted == 0 ? 0 : spent / refuted / 1_000_000);
    System.exit(0);
  }

  private static String text(Statement.Step s) {
    return new UnicodePrinter(new ScopeNotation(s.scope())).print(s.left(), s.relation(), s.right());
  }

  private static boolean restores(Candidate e, Mutant m, String original) {
    Statement.Step o = m.original();
    return text(e.mended()).equals(original)
        || (Normal.of(e.mended().left(), o.scope()).equals(Normal.of(o.left(), o.scope()))
            && e.mended().relation() == o.relation()
            && Normal.of(e.mended().right(), o.scope()).equals(Normal.of(o.right(), o.scope())));
  }
}
