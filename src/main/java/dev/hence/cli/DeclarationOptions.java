package dev.hence.cli;

import dev.hence.Settings;
import picocli.CommandLine.Option;

/** From where the meaning of names is taken. */
final class DeclarationOptions {
  @Option(
      names = "--declared",
      description =
          "Take the meaning of names from header, comments and displays alone, for CI. Else what"
              + " the header leaves out is inferred from the words, listed, and verdicts that rest"
              + " on it say `as inferred`.")
  private boolean declared;

  Settings in(Settings settings) {
    return declared ? settings : settings.inferringFromProse();
  }
}
