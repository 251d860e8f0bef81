package dev.hence.engine;

import dev.hence.engine.HenceTestEngine.Context;
import java.util.List;
import java.util.logging.Logger;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.AssertionFailedError;

/** All that was discovered. */
final class Root extends EngineDescriptor implements Node<Context> {
  private static final Logger LOGGER = Logger.getLogger(Root.class.getName());

  private final Library library;

  Root(UniqueId id, Library library) {
    super(id, "Hence");
    this.library = library;
  }

  /** Reads, in parallel, what was listed and not read: a test that no list names must not hide. */
  @Override
  public Context before(Context context) {
    List<AssertionFailedError> wrong = library.wrongListings();
    if (!wrong.isEmpty()) {
      AssertionFailedError first = wrong.getFirst();
      wrong.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return context;
  }

  /** Tells what the cache could not give, or could not take. */
  @Override
  public void after(Context context) {
    library.evidence().forEach(LOGGER::warning);
  }
}
