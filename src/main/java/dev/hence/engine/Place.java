package dev.hence.engine;

import dev.hence.text.Position;
import java.nio.file.Path;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** The file or resource of a document, with places in it for IDEs. */
sealed interface Place {
  /** The document. */
  TestSource source();

  /** A place in the document. */
  TestSource source(FilePosition position);

  /** A place in the document; the lines of a notebook are counted by cells, not by the file. */
  default TestSource source(Position position) {
    return position.cell().isPresent()
        ? source()
        : source(FilePosition.from(position.line(), position.column()));
  }

  record InFile(Path file) implements Place {
    @Override
    public TestSource source() {
      return FileSource.from(file.toFile());
    }

    @Override
    public TestSource source(FilePosition position) {
      return FileSource.from(file.toFile(), position);
    }
  }

  record InResource(String name) implements Place {
    @Override
    public TestSource source() {
      return ClasspathResourceSource.from(name);
    }

    @Override
    public TestSource source(FilePosition position) {
      return ClasspathResourceSource.from(name, position);
    }
  }
}
