package dev.hence.checker;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The tests of the checker, run by whatever class loader holds this class. */
public final class Suite implements Callable<String> {
  private static final List<String> TESTS =
      List.of(
          "dev.hence.proof.ForgedProofTest",
          "dev.hence.proof.ForgedRecursionTest",
          "dev.hence.proof.CheckerAttacksTest",
          "dev.hence.road.general.ForgedLemmaTest",
          "dev.hence.proof.NormalFormTest",
          "dev.hence.road.general.GeneralRoadTest");

  /** The first test that fails, or nothing. */
  @Override
  public String call() throws ClassNotFoundException {
    Launcher launcher = LauncherFactory.create();
    for (String name : TESTS) {
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(Suite.class.getClassLoader(), name))
              .filters(org.junit.platform.launcher.EngineFilter.includeEngines("junit-jupiter"))
              .build();
      launcher.execute(request, listener);
      var failures = listener.getSummary().getFailures();
      if (!failures.isEmpty()) {
        String test = failures.getFirst().getTestIdentifier().getDisplayName();
        return name.substring(name.lastIndexOf('.') + 1) + ", " + test;
      }
      if (listener.getSummary().getTestsSucceededCount() == 0) {
        throw new IllegalStateException("no test was run in " + name);
      }
    }
    return "";
  }
}
