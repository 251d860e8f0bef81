package dev.hence;

import dev.hence.claim.Derivation;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.report.Defect;
import dev.hence.report.Unopened;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what was opened, and passes over what a directory holds besides derivations. */
final class Readings {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Derivation> derivations = new ArrayList<>();
  private final List<Unopened> unopened = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();

  static Readings of(Documents documents, Machinery.Reading reading) {
    Readings readings = new Readings();
    readings.unopened.addAll(documents.unopened());
    Set<Path> holding = new HashSet<>();
    List<Guard.Result<Derivation>> read =
        documents.opened().parallelStream()
            .map(d -> Guard.run("reading", LIMIT, () -> reading.read(d.source())))
            .toList();
    for (int k = 0; k < read.size(); k++) {
      Documents.Opened document = documents.opened().get(k);
      if (readings.add(document, read.get(k))) {
        document.directory().ifPresent(holding::add);
      }
    }
    documents.directories().stream()
        .filter(directory -> !holding.contains(directory))
        .forEach(readings::emptyDirectory);
    return readings;
  }

  List<Derivation> derivations() {
    return List.copyOf(derivations);
  }

  List<Unopened> unopened() {
    return List.copyOf(unopened);
  }

  List<Defect> defects() {
    return List.copyOf(defects);
  }

  /** Takes what was read of a document; false if it is passed over. */
  private boolean add(Documents.Opened document, Guard.Result<Derivation> read) {
    SourceText source = document.source();
    switch (read) {
      case Guard.Result.Done<Derivation>(Derivation derivation) -> {
        if (document.directory().isPresent() && holdsNoDisplay(derivation)) {
          return false;
        }
        derivations.add(withProblem(derivation));
      }
      case Guard.Result.Failed<Derivation>(Throwable cause) ->
          defects.add(new Defect(source.name(), cause));
      case Guard.Result.Late<Derivation>() ->
          defects.add(
              new Defect(source.name(), new IllegalStateException("reading it does not end")));
    }
    return true;
  }

  private static boolean holdsNoDisplay(Derivation derivation) {
    return derivation.statements().isEmpty()
        && derivation.problems().stream().allMatch(p -> p.id() == ProblemId.NO_DISPLAYS);
  }

  /** A document that was named and holds no display is told so: nothing was checked. */
  private static Derivation withProblem(Derivation d) {
    if (!d.statements().isEmpty() || !d.problems().isEmpty()) {
      return d;
    }
    Problem problem =
        Problem.of(
            ProblemId.NO_DISPLAYS,
            Span.at(0),
            "the document holds no display, so there is nothing to check",
            "write displays as $$…$$, \\[…\\] or ```math");
    return d.withProblems(List.of(problem));
  }

  private void emptyDirectory(Path directory) {
    unopened.add(
        new Unopened(
            directory.toString(),
            ProblemId.NO_DISPLAYS,
            "There is no derivation here: no *.md, *.tex or *.ipynb file in this directory holds a"
                + " display.",
            "name a file, or write displays as $$…$$, \\[…\\] or ```math"));
  }
}
