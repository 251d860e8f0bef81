package dev.hence.engine;

import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/** Finds derivations and checks each of their steps as a test. */
public final class HenceTestEngine extends HierarchicalTestEngine<HenceTestEngine.Context> {
  /** The id by which the engine is included or excluded. */
  public static final String ID = "hence";

  /** Nothing is shared between tests but what the descriptors hold. */
  static final class Context implements EngineExecutionContext {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Optional<String> getGroupId() {
    return Optional.of("dev.hence");
  }

  @Override
  public Optional<String> getArtifactId() {
    return Optional.of("hence");
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    return Discovery.of(request, id);
  }

  @Override
  protected Context createExecutionContext(ExecutionRequest request) {
    return new Context();
  }

  /** Parallel execution is asked for as in Jupiter, below our own prefix. */
  @Override
  protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
    var parameters = request.getConfigurationParameters();
    return parameters.getBoolean(Parameters.PARALLEL).orElse(false)
        ? new ForkJoinPoolHierarchicalTestExecutorService(
            new PrefixedConfigurationParameters(parameters, Parameters.PARALLEL_PREFIX))
        : super.createExecutorService(request);
  }
}
