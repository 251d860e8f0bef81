package dev.hence.report.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Joins the records of all shards of a run into the record of the whole. Shards that are missing,
 * that overlap, or that speak of other documents make no whole, and none is made up.
 */
public sealed interface Merge {
  record Merged(RunRecord whole) implements Merge {}

  record Refused(String why) implements Merge {}

  /** The whole, or why there is none. */
  static Merge of(List<RunRecord> runs) {
    if (runs.size() == 1 && runs.getFirst().shard().isEmpty()) {
      return new Merged(runs.getFirst());
    }
    return doubt(runs).<Merge>map(Refused::new).orElseGet(() -> new Merged(whole(runs)));
  }

  private static Optional<String> doubt(List<RunRecord> runs) {
    if (runs.stream().anyMatch(r -> r.shard().isEmpty())) {
      return Optional.of("a report is of a whole run, not of a shard");
    }
    RunRecord first = runs.getFirst();
    int count = first.shard().orElseThrow().count();
    if (runs.stream().anyMatch(r -> r.shard().orElseThrow().count() != count)) {
      return Optional.of("the reports are of runs with different numbers of shards");
    }
    if (runs.stream().anyMatch(r -> !r.version().equals(first.version()))) {
      return Optional.of("the reports were made by different versions of Hence");
    }
    if (runs.stream().anyMatch(r -> !r.asked().equals(first.asked()))) {
      return Optional.of("the reports are of runs with different options");
    }
    return numbers(runs, count).or(() -> documents(runs));
  }

  private static Optional<String> numbers(List<RunRecord> runs, int count) {
    Set<Integer> seen = new HashSet<>();
    for (RunRecord run : runs) {
      if (!seen.add(run.shard().orElseThrow().index())) {
        return Optional.of("shard " + run.shard().orElseThrow() + " is there twice");
      }
    }
    String missing =
        IntStream.rangeClosed(1, count)
            .filter(k -> !seen.contains(k))
            .mapToObj(k -> k + "/" + count)
            .collect(Collectors.joining(", "));
    return missing.isEmpty() ? Optional.empty() : Optional.of("missing: shard " + missing);
  }

  /** All shards read the same documents, and each statement was left to all but one of them. */
  private static Optional<String> documents(List<RunRecord> runs) {
    RunRecord first = runs.getFirst();
    for (RunRecord run : runs) {
      if (!known(run).equals(known(first))) {
        return Optional.of("the shards did not read the same documents");
      }
    }
    for (int k = 0; k < first.documents().size(); k++) {
      int document = k;
      Optional<String> doubt =
          statements(runs.stream().map(r -> r.documents().get(document)).toList());
      if (doubt.isPresent()) {
        return doubt;
      }
    }
    return Optional.empty();
  }

  /** What every shard says of a document, whatever it checked of it. */
  private static List<DocumentRecord> known(RunRecord run) {
    return run.documents().stream().map(d -> with(d, List.of(), List.of(), List.of())).toList();
  }

  private static Optional<String> statements(List<DocumentRecord> parts) {
    String file = parts.getFirst().file();
    Set<String> all = new HashSet<>(parts.getFirst().elsewhere());
    parts.getFirst().statements().forEach(s -> all.add(s.id()));
    Set<String> told = new HashSet<>();
    for (DocumentRecord part : parts) {
      Set<String> own = new HashSet<>(part.elsewhere());
      for (StatementRecord statement : part.statements()) {
        own.add(statement.id());
        if (!told.add(statement.id())) {
          return Optional.of(file + ", " + statement.id() + ": told by two shards");
        }
      }
      if (!own.equals(all)) {
        return Optional.of("the shards did not read the same " + file);
      }
    }
    return all.stream()
        .filter(id -> !told.contains(id))
        .sorted()
        .findFirst()
        .map(id -> file + ", " + id + ": told by no shard");
  }

  private static RunRecord whole(List<RunRecord> runs) {
    RunRecord first = runs.getFirst();
    List<RunRecord> inOrder =
        runs.stream()
            .sorted(Comparator.comparingInt(r -> r.shard().orElseThrow().index()))
            .toList();
    List<DocumentRecord> documents = new ArrayList<>();
    for (int k = 0; k < first.documents().size(); k++) {
      int document = k;
      documents.add(joined(inOrder.stream().map(r -> r.documents().get(document)).toList()));
    }
    return new RunRecord(
        first.version(),
        first.asked(),
        Optional.empty(),
        documents,
        List.copyOf(
            inOrder.stream()
                .flatMap(r -> r.unopened().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))),
        List.copyOf(
            inOrder.stream()
                .flatMap(r -> r.defects().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))));
  }

  private static DocumentRecord joined(List<DocumentRecord> parts) {
    return with(
        parts.getFirst(),
        parts.stream()
            .flatMap(p -> p.statements().stream())
            .sorted(Comparator.comparingInt(StatementRecord::position))
            .toList(),
        List.of(),
        parts.stream()
            .flatMap(p -> p.problems().stream())
            .distinct()
            .sorted(ProblemRecord.IN_ORDER)
            .toList());
  }

  private static DocumentRecord with(
      DocumentRecord document,
      List<StatementRecord> statements,
      List<String> elsewhere,
      List<ProblemRecord> problems) {
    return new DocumentRecord(
        document.file(),
        document.title(),
        document.sources(),
        document.definitions(),
        document.assumptions(),
        document.inferred(),
        document.questions(),
        statements,
        elsewhere,
        problems);
  }
}
