package dev.hence.corpus;

class ProblemsCorpusTest extends CorpusPart {
  ProblemsCorpusTest() {
    super("problems");
  }
}
