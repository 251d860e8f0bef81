package dev.hence.corpus;

class WrongCorpus1Test extends CorpusPart {
  WrongCorpus1Test() {
    super("wrong", 1);
  }
}
