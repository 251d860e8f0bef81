package dev.hence.read;

import dev.hence.claim.Derivation;
import dev.hence.problem.Problems;
import dev.hence.read.document.Document;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.meaning.Elaboration;
import dev.hence.read.role.Page;
import dev.hence.read.role.Supplement;
import dev.hence.text.SourceText;

/** Reads a document: from text to what it says. */
public final class Reader {
  /** While both readers stand beside each other. */
  private static final boolean NEW = "new".equals(System.getProperty("hence.reader"));

  private Reader() {}

  /**
   * Reads as much as can be read. Whatever is wrong is among the problems of the result; nothing is
   * thrown for a fault of the document.
   */
  public static Derivation read(SourceText source) {
    return read(source, Declarations.DECLARED);
  }

  /** The same, with the meaning of names from where it may be taken. */
  public static Derivation read(SourceText source, Declarations from) {
    Problems problems = new Problems();
    Document document = DocumentReader.read(source, problems);
    return switch (from) {
      case DECLARED -> read(document, Supplement.NONE, problems);
      case INFERRED -> Inferring.read(document, problems);
    };
  }

  /** With what words say, by the reader in force or by the one that is to be. */
  static Derivation read(Document document, Supplement supplement, Problems problems) {
    return NEW
        ? Page.of(document, supplement, problems)
        : Elaboration.of(document, supplement, problems);
  }
}
