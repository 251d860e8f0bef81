package dev.hence;

import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPart3Test extends LibraryPages {
  LibraryPart3Test() {
    super(LibraryPart.of(3));
  }
}
