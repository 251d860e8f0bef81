package dev.hence;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may know whom. A package and those inside it are a room of the house, and arrows point one
 * way only.
 */
final class ArchitectureTest {
  private static final House HOUSE = house();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hence");

  private static House house() {
    House house = new House();

    // The core: the JDK alone, and Apfloat for the elementary functions of eval.
    house.room("time");
    house.room("text");
    house.room("problem").knows("text");
    house.room("expr").knows("text");
    house.room("claim").knowsDownFrom("expr", "problem");
    house.room("eval").knows("expr").uses("org.apfloat");
    house.room("proof").knowsDownFrom("claim");
    house.room("algebra").knowsDownFrom("expr");
    house.room("verdict").knowsDownFrom("proof", "eval", "algebra");

    Room tex = house.room("read.tex").knowsDownFrom("problem");
    house
        .room("read.document")
        .knowsDownFrom("read.tex", "problem")
        .uses("org.commonmark", "org.snakeyaml", "com.fasterxml.jackson");
    house.room("read").knowsDownFrom("claim", "read.document");
    // It asks the reader in force which commands that knows.
    tex.knows("read");
    // The reader that is to be: from bottom to top. None of it knows the one in force.
    house.room("read.symbol");
    house.room("read.iteration").knowsDownFrom("claim");
    house.room("read.type").knowsDownFrom("claim");
    house.room("read.syntax").knows("read.symbol").knowsDownFrom("problem");
    house.room("read.elaborate").knowsDownFrom("read.syntax", "read.type");
    house.room("read.prose").knowsDownFrom("read.elaborate");
    house.room("read.role").knows("read.iteration").knowsDownFrom("read.prose", "read.document");
    // What prose says reaches the reader in force.
    house
        .get("read")
        .knows("read.prose", "read.syntax", "read.symbol", "read.iteration", "read.role");
    house.room("model").knowsDownFrom("claim");
    house.room("instantiate").knowsDownFrom("model", "verdict");

    // The roads share only the parsed statement and the clock. None knows another, or one bug could
    // make two
    // agree.
    house.room("road.general").knowsDownFrom("verdict");
    house.room("road.symbolic").knows("time").knowsDownFrom("verdict").uses("org.matheclipse");
    house
        .room("road.numeric")
        .knows("time")
        .knowsDownFrom("verdict")
        .uses("org.apache.commons.math3");
    house.room("search").knowsDownFrom("verdict");
    house.room("mutant").knowsDownFrom("claim").uses("org.apfloat");
    house.room("argument").knows("time").knowsDownFrom("verdict");

    house.room("json").uses("com.fasterxml.jackson");
    house.room("report").withoutInnerPackages().knowsDownFrom("verdict");
    house.room("shard").knows("json").knowsDownFrom("report").uses("com.fasterxml.jackson");
    house.room("cache").knows("json").knowsDownFrom("verdict").uses("com.fasterxml.jackson");
    house.room("report.trace").knowsDownFrom("report");
    house.room("report.record").knowsDownFrom("report");
    house.room("result").knows("report.record").knowsDownFrom("report");
    house.rootKnowsAllSoFar();

    // A format is written from records, and knows no more of a run than they hold.
    house.format("report.console");
    house.format("report.latex").knows("report.trace");
    house.format("report.html").knows("report.trace").uses("org.commonmark");
    house.room("report.header").knows("report.trace").knowsDownFrom("report");
    house.format("report.json").knows("json").uses("com.fasterxml.jackson");
    house.format("report.markdown").knows("report.trace");
    house
        .format("report.figure")
        .knows("report.trace")
        .uses("org.knowm.xchart", "de.erichseifert.vectorgraphics2d");
    house.format("report.github");
    house.format("report.junitxml");
    house.format("report.sarif").knows("json").uses("com.fasterxml.jackson");

    house.door("lsp").knows("read", "read.prose").uses("org.eclipse.lsp4j");
    house.door("cli").knows("lsp").uses("picocli", "com.fasterxml.jackson");
    house.door("engine").knows("cache").uses("org.junit", "org.opentest4j");
    house.door("assertj").uses("org.assertj");
    return house;
  }

  static Stream<Room> rooms() {
    return HOUSE.rooms.values().stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyWhatTheTableAllows(Room room) {
    classes()
        .that(
            describe(
                "live in " + room, type -> HOUSE.roomOf(type).filter(room::equals).isPresent()))
        .should()
        .onlyDependOnClassesThat(describe("the table allows for " + room, room::allows))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(CLASSES.stream().filter(type -> HOUSE.roomOf(type).isEmpty()))
        .as("classes in packages that the table does not name")
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .map(Path::getParent)
                  .distinct()
                  .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
          .as("packages without package-info.java")
          .isEmpty();
    }
  }

  /** The table, filled from the ground up: a room can know only rooms that stand already. */
  private static final class House {
    private final Map<String, Room> rooms = new LinkedHashMap<>();

    Room room(String name) {
      return add(name, "dev.hence." + name);
    }

    void rootKnowsAllSoFar() {
      String[] soFar = rooms.keySet().toArray(String[]::new);
      add("root", "dev.hence").withoutInnerPackages().knows(soFar);
    }

    Room format(String name) {
      return room(name).knows("report.record").knowsDownFrom("report");
    }

    Room door(String name) {
      String[] reports =
          rooms.keySet().stream()
              .filter(other -> other.startsWith("report"))
              .toArray(String[]::new);
      return room(name).knows("root", "json", "shard").knows(reports).knowsDownFrom("verdict");
    }

    private Room add(String name, String packageName) {
      Room room = new Room(this, packageName);
      assertThat(rooms.put(name, room)).isNull();
      return room;
    }

    Room get(String name) {
      assertThat(rooms).containsKey(name);
      return rooms.get(name);
    }

    /** The innermost room that a class lives in, or empty for a class of a library. */
    Optional<Room> roomOf(JavaClass type) {
      return rooms.values().stream()
          .filter(room -> room.holds(type.getPackageName()))
          .max(Comparator.comparingInt(room -> room.packageName.length()));
    }
  }

  /** One row of the table. */
  static final class Room {
    private static final List<String> JDK = List.of("java.", "javax.xml.");

    private final House house;
    private final String packageName;
    private final Set<Room> known = new LinkedHashSet<>(Set.of(this));
    private final List<String> libraries = new ArrayList<>(JDK);
    private boolean innerPackages = true;

    private Room(House house, String packageName) {
      this.house = house;
      this.packageName = packageName;
    }

    Room withoutInnerPackages() {
      innerPackages = false;
      return this;
    }

    /** These rooms, and not what they know in their turn. */
    Room knows(String... names) {
      Stream.of(names).map(house::get).forEach(known::add);
      return this;
    }

    /** These rooms and all that they know. */
    Room knowsDownFrom(String... names) {
      Stream.of(names).map(house::get).forEach(room -> known.addAll(room.known));
      return this;
    }

    Room uses(String... roots) {
      Stream.of(roots).map(root -> root + ".").forEach(libraries::add);
      return this;
    }

    boolean holds(String name) {
      return name.equals(packageName) || (innerPackages && name.startsWith(packageName + "."));
    }

    boolean allows(JavaClass target) {
      JavaClass type = target.getBaseComponentType();
      return type.isPrimitive()
          || house.roomOf(type).filter(known::contains).isPresent()
          || libraries.stream().anyMatch(type.getName()::startsWith);
    }

    @Override
    public String toString() {
      return packageName;
    }
  }
}
