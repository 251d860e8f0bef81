package dev.hence.corpus;

class RightCorpus1Test extends CorpusPart {
  RightCorpus1Test() {
    super("right", 1);
  }
}
