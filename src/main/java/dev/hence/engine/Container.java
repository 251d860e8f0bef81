package dev.hence.engine;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A document, a section of one, or a class that stands for documents. */
final class Container extends AbstractTestDescriptor {
  Container(UniqueId id, String name, TestSource source) {
    super(id, name, source);
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
