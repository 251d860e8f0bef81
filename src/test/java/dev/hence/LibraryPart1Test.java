package dev.hence;

import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPart1Test extends LibraryPages {
  LibraryPart1Test() {
    super(LibraryPart.of(1));
  }
}
