package dev.hence;

import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPart2Test extends LibraryPages {
  LibraryPart2Test() {
    super(LibraryPart.of(2));
  }
}
