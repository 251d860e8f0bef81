package dev.hence.engine;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.UniqueId;

/**
 * Tells what is wrong with what is to be discovered. An error fails the whole engine, so only what
 * would make silence look like success is one; what is wrong with a document fails a test of its
 * own.
 *
 * <p>Before JUnit 5.13 there are no issues. There an error is thrown; and as builds show of what an
 * engine throws that it did, but not why, all is logged as later versions of JUnit log issues.
 */
record Issues(EngineDiscoveryListener listener, UniqueId engine) {
  private static final Logger LOGGER = Logger.getLogger(Issues.class.getName());

  private static final boolean KNOWN =
      ReflectionSupport.tryToLoadClass("org.junit.platform.engine.DiscoveryIssue")
          .toOptional()
          .isPresent();

  void error(String message) {
    if (!KNOWN) {
      LOGGER.severe(message);
      throw new JUnitException(message);
    }
    listener.issueEncountered(
        engine, DiscoveryIssue.create(DiscoveryIssue.Severity.ERROR, message));
  }

  void error(String message, Throwable cause) {
    if (!KNOWN) {
      LOGGER.log(Level.SEVERE, message, cause);
      throw new JUnitException(message, cause);
    }
    listener.issueEncountered(
        engine,
        DiscoveryIssue.builder(DiscoveryIssue.Severity.ERROR, message).cause(cause).build());
  }

  void warning(String message) {
    if (!KNOWN) {
      LOGGER.warning(message);
      return;
    }
    listener.issueEncountered(
        engine, DiscoveryIssue.create(DiscoveryIssue.Severity.WARNING, message));
  }
}
