package dev.hence.engine;

import dev.hence.Examination;
import dev.hence.Examinations;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** A document, which is read when something is asked for that only reading tells. */
final class Document {
  private final String id;
  private final String name;
  private final Place place;
  private final Supplier<Examinations> opening;
  private final Optional<Listing> listing;

  /** What is listed of a document that need not be read so far. */
  private final Optional<Outline> listed;

  private Optional<Reading> reading = Optional.empty();

  /** What was read, and what there is to test in it; no outline of what cannot be read. */
  private record Reading(Examinations content, Optional<Outline> outline) {
    static Reading of(Examinations content) {
      return new Reading(
          content,
          content.list().stream().findFirst().map(Examination::derivation).map(Outline::of));
    }
  }

  Document(
      String id,
      String name,
      Place place,
      Supplier<Examinations> opening,
      Optional<Listing> listing) {
    this.id = id;
    this.name = name;
    this.place = place;
    this.opening = opening;
    this.listing = listing;
    this.listed = listing.flatMap(Listing::outline);
    if (listed.isEmpty()) {
      outline().ifPresent(outline -> listing.ifPresent(l -> l.keep(outline)));
    }
  }

  /** The same for the same document, on every machine where it lies in the working directory. */
  String id() {
    return id;
  }

  /** Shown to people. */
  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  private synchronized Reading read() {
    Reading read = reading.orElseGet(() -> Reading.of(opening.get()));
    reading = Optional.of(read);
    return read;
  }

  /** Why it cannot be read. */
  List<AssertionFailedError> failures() {
    return listed.isPresent()
        ? List.of()
        : Stream.concat(
                read().content().unopened().stream().map(Failures::of),
                read().content().defects().stream().map(Failures::of))
            .toList();
  }

  /** What there is to test in it; empty if it cannot be read. */
  Optional<Outline> outline() {
    return listed.or(() -> read().outline());
  }

  /** Whether there is nothing in it that Hence would look at. */
  boolean isIdle() {
    return outline().filter(Outline::idle).isPresent();
  }

  /**
   * Reads it, if that was not done, and compares what was listed with what there is: where they
   * differ, a test might be missing, and nothing would fail.
   */
  Optional<AssertionFailedError> wrongListing() {
    if (listed.isEmpty() || listed.equals(read().outline())) {
      return Optional.empty();
    }
    listing.ifPresent(Listing::refuse);
    return Optional.of(Failures.ofListing(id));
  }

  /** The document as it was read; it can be, as it has an outline. */
  Examination examination() {
    return read().content().list().getFirst();
  }

  /** What its user should know of the evidence that was kept. */
  synchronized List<String> notices() {
    return reading.stream()
        .flatMap(r -> r.content().list().stream())
        .flatMap(e -> e.notices().stream())
        .toList();
  }
}
