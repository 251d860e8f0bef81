package dev.hence.corpus;

class RightCorpus3Test extends CorpusPart {
  RightCorpus3Test() {
    super("right", 3);
  }
}
