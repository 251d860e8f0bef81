package dev.hence.corpus;

class WrongCorpus2Test extends CorpusPart {
  WrongCorpus2Test() {
    super("wrong", 2);
  }
}
