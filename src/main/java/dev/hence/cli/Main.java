package dev.hence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The door from the shell. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("hence " + version());
  }

  static String version() {
    try (InputStream in = Main.class.getResourceAsStream("/dev/hence/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
