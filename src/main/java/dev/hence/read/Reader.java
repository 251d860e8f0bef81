package dev.hence.read;

import dev.hence.claim.Derivation;
import dev.hence.problem.Problems;
import dev.hence.read.document.Document;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.meaning.Elaboration;
import dev.hence.text.SourceText;

/** Reads a document: from text to what it says. */
public final class Reader {
  private Reader() {}

  /**
   * Reads as much as can be read. Whatever is wrong is among the problems of the result; nothing is
   * thrown for a fault of the document.
   */
  public static Derivation read(SourceText source) {
    Problems problems = new Problems();
    Document document = DocumentReader.read(source, problems);
    return Elaboration.of(document, problems);
  }
}
