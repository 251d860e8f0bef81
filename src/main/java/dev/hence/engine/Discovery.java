package dev.hence.engine;

import dev.hence.Hence;
import dev.hence.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** From what is to be discovered to the tests. Documents are read, and nothing is checked. */
final class Discovery {
  private final Root engine;
  private final Issues issues;
  private final Parameters parameters;
  private final Settings settings;
  private final Library library;
  private final Map<UniqueId, Shelf> shelves = new LinkedHashMap<>();
  private final Set<TestDescriptor> selected = new HashSet<>();

  private Discovery(EngineDiscoveryRequest request, UniqueId id) {
    issues = new Issues(request.getDiscoveryListener(), id);
    parameters = new Parameters(request.getConfigurationParameters(), issues);
    settings = parameters.settings();
    library = new Library(settings, parameters.index());
    engine = new Root(id, library);
  }

  /** The engine with all tests that the selectors select. */
  static TestDescriptor of(EngineDiscoveryRequest request, UniqueId id) {
    Discovery discovery = new Discovery(request, id);
    discovery.select(request);
    return discovery.engine;
  }

  private void select(EngineDiscoveryRequest request) {
    List<ClasspathRootSelector> roots = request.getSelectorsByType(ClasspathRootSelector.class);
    roots.forEach(root -> root(engine, Path.of(root.getClasspathRoot())));
    if (!roots.isEmpty()) {
      directories(engine);
    }
    request.getSelectorsByType(ClassSelector.class).forEach(this::type);
    request.getSelectorsByType(PackageSelector.class).forEach(this::inPackage);
    request.getSelectorsByType(ClasspathResourceSelector.class).forEach(this::resource);
    request.getSelectorsByType(DirectorySelector.class).forEach(d -> directory(d.getPath()));
    request
        .getSelectorsByType(FileSelector.class)
        .forEach(f -> file(f.getPath(), Lines.of(f.getPosition())));
    request.getSelectorsByType(UriSelector.class).forEach(this::uri);
    request.getSelectorsByType(UniqueIdSelector.class).forEach(this::id);
    engine.getDescendants().stream()
        .filter(TestDescriptor::isTest)
        .filter(test -> !selected.contains(test))
        .toList()
        .forEach(TestDescriptor::removeFromHierarchy);
    engine.accept(TestDescriptor::prune);
    if (engine.getChildren().isEmpty()) {
      // Nothing will be executed, which would tell that a list is wrong.
      library.wrongListings().forEach(wrong -> issues.error(wrong.getMessage()));
    }
    library.notices().forEach(issues::warning);
  }

  // Folders of the class path

  private void root(TestDescriptor parent, Path root) {
    if (Files.isDirectory(root)) {
      below(parent, root, Optional.of(root));
    }
  }

  /** Selects all that a directory holds, and counts the documents, which are read in parallel. */
  private int below(TestDescriptor parent, Path directory, Optional<Path> root) {
    List<Document> found =
        documents(directory).parallelStream()
            .map(file -> library.file(file, root))
            .filter(document -> !document.isIdle())
            .toList();
    found.forEach(document -> selected.addAll(shelf(parent, document).tests()));
    return found.size();
  }

  private List<Path> documents(Path directory) {
    try {
      return Hence.documents(directory);
    } catch (IOException e) {
      issues.error("the directory " + directory + " cannot be searched", e);
      return List.of();
    }
  }

  /** The folders that a configuration parameter names; one that holds nothing is a mistake. */
  private void directories(TestDescriptor parent) {
    for (Path directory : parameters.directories()) {
      if (!Files.isDirectory(directory)) {
        issues.error(
            Parameters.DIRECTORIES + ": there is no directory " + directory.toAbsolutePath());
      } else if (below(parent, directory, Optional.empty()) == 0) {
        issues.error(Parameters.DIRECTORIES + ": there is no derivation in " + directory);
      }
    }
  }

  // Classes

  private void type(ClassSelector selector) {
    Class<?> type = selector.getJavaClass();
    AnnotationSupport.findAnnotation(type, Derivations.class)
        .ifPresent(annotation -> type(type, annotation));
  }

  private Container type(Class<?> type, Derivations annotation) {
    UniqueId id = engine.getUniqueId().append("class", type.getName());
    Optional<Container> known = child(id);
    if (known.isPresent()) {
      return known.get();
    }
    Container container = new Container(id, type.getName(), ClassSource.from(type));
    engine.addChild(container);
    for (String name : annotation.value()) {
      int found = 0;
      for (Path root : ClassPath.roots(type.getClassLoader())) {
        found += named(container, root, name);
      }
      if (found == 0 && !name.isEmpty()) {
        issues.error("@Derivations of " + type.getName() + ": there is no derivation at " + name);
      }
    }
    directories(container);
    if (container.getDescendants().isEmpty()) {
      issues.error("@Derivations of " + type.getName() + " finds no derivation");
    }
    return container;
  }

  private Optional<Container> child(UniqueId id) {
    return engine.getChildren().stream()
        .filter(c -> c.getUniqueId().equals(id))
        .filter(Container.class::isInstance)
        .map(Container.class::cast)
        .findFirst();
  }

  private int named(TestDescriptor parent, Path root, String name) {
    Path path = root.resolve(name);
    if (Files.isDirectory(path)) {
      return below(parent, path, Optional.of(root));
    }
    if (Files.isRegularFile(path)) {
      selected.addAll(shelf(parent, library.file(path, Optional.of(root))).tests());
      return 1;
    }
    return 0;
  }

  private void inPackage(PackageSelector selector) {
    String folder = selector.getPackageName().replace('.', '/');
    ClassPath.roots(ClassPath.loader()).forEach(root -> named(engine, root, folder));
  }

  // Single documents

  private void resource(ClasspathResourceSelector selector) {
    resource(selector.getClasspathResourceName(), Lines.of(selector.getPosition()));
  }

  private void resource(String name, Lines lines) {
    String relative = name.startsWith("/") ? name.substring(1) : name;
    for (Path root : ClassPath.roots(ClassPath.loader())) {
      Path path = root.resolve(relative);
      if (Files.isDirectory(path)) {
        below(engine, path, Optional.of(root));
        return;
      }
      if (Files.isRegularFile(path)) {
        document(library.file(path, Optional.of(root)), lines);
        return;
      }
    }
    if (Hence.isDocument(relative)) {
      ClassPath.text(relative)
          .ifPresentOrElse(
              text -> document(library.resource(relative, text), lines),
              () -> issues.error("there is no resource " + relative + " in the class path"));
    }
  }

  private void directory(Path directory) {
    if (below(engine, directory, Optional.empty()) == 0) {
      issues.warning("there is no derivation in " + directory);
    }
  }

  private void file(Path file, Lines lines) {
    if (Hence.isDocument(file.toString())) {
      document(library.file(file, Optional.empty()), lines);
    }
  }

  private void document(Document document, Lines lines) {
    Shelf shelf = shelf(engine, document);
    Set<TestDescriptor> tests = lines.of(shelf);
    if (tests.isEmpty()) {
      issues.warning("there is no step " + lines + document.id());
    }
    selected.addAll(tests);
  }

  private void uri(UriSelector selector) {
    Lines lines = Lines.ofQuery(selector.getUri().getQuery());
    switch (Optional.ofNullable(selector.getUri().getScheme()).orElse("")) {
      case "file" -> {
        Path path = Path.of(URI.create(selector.getUri().toString().replaceFirst("[?#].*", "")));
        if (Files.isDirectory(path)) {
          directory(path);
        } else {
          file(path, lines);
        }
      }
      case "classpath" ->
          resource(selector.getUri().getSchemeSpecificPart().replaceFirst("\\?.*", ""), lines);
      default -> {
        // of another engine
      }
    }
  }

  // Ids

  private void id(UniqueIdSelector selector) {
    UniqueId wanted = selector.getUniqueId();
    if (!wanted.hasPrefix(engine.getUniqueId())) {
      return;
    }
    TestDescriptor parent = engine;
    for (UniqueId.Segment segment : wanted.getSegments()) {
      switch (segment.getType()) {
        case "class" ->
            parent = type(segment.getValue()).<TestDescriptor>map(c -> c).orElse(parent);
        case "file" -> open(parent, segment.getValue());
        default -> {
          // inside of a document
        }
      }
    }
    Predicate<TestDescriptor> below = test -> test.getUniqueId().hasPrefix(wanted);
    List<? extends TestDescriptor> tests =
        engine.getDescendants().stream().filter(TestDescriptor::isTest).filter(below).toList();
    if (tests.isEmpty()) {
      issues.warning("there is no test with the id " + wanted);
    }
    selected.addAll(tests);
  }

  private Optional<Container> type(String name) {
    try {
      Class<?> type = ClassPath.loader().loadClass(name);
      return AnnotationSupport.findAnnotation(type, Derivations.class).map(a -> type(type, a));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private void open(TestDescriptor parent, String id) {
    if (id.startsWith("classpath:")) {
      String name = id.substring("classpath:".length());
      ClassPath.text(name).ifPresent(text -> shelf(parent, library.resource(name, text)));
    } else if (Files.isRegularFile(Path.of(id))) {
      shelf(parent, library.file(Path.of(id), Optional.empty()));
    }
  }

  private Shelf shelf(TestDescriptor parent, Document document) {
    return shelves.computeIfAbsent(
        Shelf.id(parent.getUniqueId(), document),
        id ->
            parent.isRoot()
                ? Shelf.nested(parent, document, settings.required())
                : Shelf.flat(parent, document, settings.required()));
  }
}
