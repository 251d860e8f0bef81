package dev.hence.cache;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was noted of documents, by their bytes and the program that noted it: a document that did
 * not change need not be read to be listed. Whoever can write the folder can write anything into
 * it, so that a note is compared with the document before anything rests on it.
 */
public final class Index {
  private final Store store;
  private final String version;

  private Index(Path folder, String version) {
    this.store = new Store(folder, ".index");
    this.version = version;
  }

  /** The index in the folder of a cache, which need not be there yet. */
  public static Index in(Path folder) {
    return new Index(folder, CodeVersion.current());
  }

  /** The key of a document, by the name under which it is known and its bytes. */
  public String key(String name, byte[] content) {
    String digest = HexFormat.of().formatHex(Fingerprint.sha256(content));
    return HexFormat.of().formatHex(new Fingerprint().of(List.of(version, name, digest)));
  }

  /** What was noted; a file that is damaged is told of and is as if it were not there. */
  public Optional<String> recall(String key) {
    return store.read(key);
  }

  public void keep(String key, String note) {
    store.keep(key, note);
  }

  /** Tells that a note is worth nothing, and removes it. */
  public void refuse(String key, String why) {
    store.doubt(key, why);
    store.forget(key);
  }

  /** What its user should know, in a fixed order. */
  public List<String> notices() {
    return store.notices();
  }
}
