package dev.hence.engine;

import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.UniqueId;

/**
 * Tells what is wrong with what is to be discovered. An error fails the whole engine, so only what
 * would make silence look like success is one; what is wrong with a document fails a test of its
 * own.
 */
record Issues(EngineDiscoveryListener listener, UniqueId engine) {
  /**
   * Before JUnit 5.13 there are no issues: what would be an error is thrown, a warning is not told.
   */
  private static final boolean KNOWN =
      ReflectionSupport.tryToLoadClass("org.junit.platform.engine.DiscoveryIssue")
          .toOptional()
          .isPresent();

  void error(String message) {
    if (!KNOWN) {
      throw new JUnitException(message);
    }
    listener.issueEncountered(
        engine, DiscoveryIssue.create(DiscoveryIssue.Severity.ERROR, message));
  }

  void error(String message, Throwable cause) {
    if (!KNOWN) {
      throw new JUnitException(message, cause);
    }
    listener.issueEncountered(
        engine,
        DiscoveryIssue.builder(DiscoveryIssue.Severity.ERROR, message).cause(cause).build());
  }

  void warning(String message) {
    if (KNOWN) {
      listener.issueEncountered(
          engine, DiscoveryIssue.create(DiscoveryIssue.Severity.WARNING, message));
    }
  }
}
