package dev.hence.read;

import dev.hence.read.document.Block;
import dev.hence.read.meaning.Announcement;
import dev.hence.read.role.Supplement;
import java.util.HashMap;
import java.util.Map;

/** Tells the reader in force what words say. */
final class Old {
  private Old() {}

  static dev.hence.read.meaning.Supplement of(Supplement s) {
    Map<Block, Announcement> announced = new HashMap<>();
    s.announced().forEach((b, a) -> announced.put(b, Announcement.valueOf(a.name())));
    return new dev.hence.read.meaning.Supplement(
        s.entries().stream()
            .map(e -> new dev.hence.read.meaning.Supplement.Added(e.key(), e.text()))
            .toList(),
        s.definitions().stream()
            .map(d -> new dev.hence.read.meaning.Supplement.Defined(d.text(), d.before()))
            .toList(),
        announced,
        s.unclear());
  }
}
