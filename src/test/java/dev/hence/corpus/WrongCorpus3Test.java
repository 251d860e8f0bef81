package dev.hence.corpus;

class WrongCorpus3Test extends CorpusPart {
  WrongCorpus3Test() {
    super("wrong", 3);
  }
}
