package dev.hence.corpus;

class RightCorpus2Test extends CorpusPart {
  RightCorpus2Test() {
    super("right", 2);
  }
}
