package dev.hence;

import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPart4Test extends LibraryPages {
  LibraryPart4Test() {
    super(LibraryPart.of(4));
  }
}
