package dev.hence.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Answers a wrong command line in two lines: what is wrong, with a near miss where there is one,
 * and where the options are told.
 */
final class WrongLine implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + firstLine(wrong) + suggestion(wrong));
    command.getErr().println("`" + name + " --help` tells the options, with examples.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String firstLine(ParameterException wrong) {
    return wrong.getMessage().lines().findFirst().orElse("wrong command line");
  }

  private static String suggestion(ParameterException wrong) {
    List<String> near =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }
}
