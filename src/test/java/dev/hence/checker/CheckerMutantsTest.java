package dev.hence.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every defect put into the checker's source is noticed by one of its tests. {@code mvn -Pmutants
 * verify} runs it, for it takes minutes.
 */
class CheckerMutantsTest {
  private static final int LEAST = 40;
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  @EnabledIfSystemProperty(named = "hence.checker-mutants", matches = "true")
  void everyDefectIsNoticed(@TempDir Path folder) throws Exception {
    assertThat(failing(Files.createDirectories(folder.resolve("none")))).isEmpty();
    List<String> unnoticed = new ArrayList<>();
    List<Defect> defects = Defect.all();
    for (int k = 0; k < defects.size(); k++) {
      Defect defect = defects.get(k);
      String test = failing(compiled(defect, folder.resolve("defect" + k)));
      System.out.println(defect + ": " + (test.isEmpty() ? "NOT NOTICED" : "noticed by " + test));
      if (test.isEmpty()) {
        unnoticed.add(defect.toString());
      }
    }
    System.out.println(defects.size() + " defects, " + unnoticed.size() + " not noticed");
    assertThat(unnoticed).isEmpty();
    assertThat(defects.size()).isGreaterThanOrEqualTo(LEAST);
  }

  /** So that the list does not rot between the runs of the whole. */
  @Test
  void everyDefectHasItsPlace() throws IOException {
    List<Defect> defects = Defect.all();
    for (Defect defect : defects) {
      assertThat(defect.source()).contains(defect.changed());
    }
    assertThat(defects.size()).isGreaterThanOrEqualTo(LEAST);
    assertThat(defects).extracting(Defect::what).doesNotHaveDuplicates();
  }

  private static Path compiled(Defect defect, Path folder) throws IOException {
    Path source = folder.resolve("source").resolve(defect.type() + ".java");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(source.getParent());
    Files.writeString(source, defect.source());
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                errors,
                errors,
                "-proc:none",
                "-nowarn",
                "-encoding",
                "UTF-8",
                "-cp",
                CLASS_PATH,
                "-d",
                classes.toString(),
                source.toString());
    assertThat(code).as(defect + ": " + errors.toString(StandardCharsets.UTF_8)).isZero();
    return classes;
  }

  /** The first test that fails where some classes are replaced by those in a folder. */
  private static String failing(Path classes) throws Exception {
    List<URL> urls = new ArrayList<>();
    urls.add(classes.toUri().toURL());
    for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      Object suite = loader.loadClass(Suite.class.getName()).getDeclaredConstructor().newInstance();
      return (String) ((Callable<?>) suite).call();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
