package dev.hence.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, driven by its own driver through WebDriver. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process driver;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private String session = "";

  private Browser(Process driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /** The driver where this machine has it. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, "chromedriver"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser open(Path driver) throws IOException {
    Process process =
        new ProcessBuilder(driver.toString(), "--port=0").redirectErrorStream(true).start();
    Browser browser = new Browser(process, "http://127.0.0.1:" + port(process));
    Map<String, Object> options =
        Map.of(
            "args",
            List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    Map<String, Object> wanted =
        Map.of("goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL"));
    JsonNode begun =
        browser.post("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    browser.session = "/session/" + begun.get("sessionId").asText();
    return browser;
  }

  /** The driver tells its port on a line that ends with it. */
  private static String port(Process process) throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      if (line.matches(".*started successfully on port \\d+\\.?")) {
        return line.replaceAll(".*port (\\d+)\\.?", "$1");
      }
    }
    throw new IOException("the driver of the browser has not started");
  }

  private JsonNode post(String path, Map<String, ?> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      return value(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode value(HttpResponse<String> response) throws IOException {
    JsonNode value = JSON.readTree(response.body()).get("value");
    if (response.statusCode() != 200) {
      throw new IllegalStateException(value.toString());
    }
    return value;
  }

  void show(Path page) {
    post(session + "/url", Map.of("url", page.toUri().toString()));
  }

  /** What a function body returns. */
  JsonNode run(String script) {
    return post(session + "/execute/sync", Map.of("script", script, "args", List.of()));
  }

  int count(String selector) {
    return run("return document.querySelectorAll(\"" + selector + "\").length").asInt();
  }

  void click(String selector) {
    JsonNode element =
        post(session + "/element", Map.of("using", "css selector", "value", selector));
    post(session + "/element/" + element.elements().next().asText() + "/click", Map.of());
  }

  /** Presses keys one after the other; {@code \uE007} is Enter. */
  void press(String keys) {
    List<Map<String, String>> actions = new ArrayList<>();
    for (int k = 0; k < keys.length(); k++) {
      String key = keys.substring(k, k + 1);
      actions.add(Map.of("type", "keyDown", "value", key));
      actions.add(Map.of("type", "keyUp", "value", key));
    }
    Map<String, Object> keyboard = Map.of("type", "key", "id", "keyboard", "actions", actions);
    post(session + "/actions", Map.of("actions", List.of(keyboard)));
  }

  void dark(boolean dark) {
    Map<String, String> feature =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    command("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  void width(int pixels, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private void command(String name, Map<String, ?> parameters) {
    post(session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  byte[] screenshot() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + session + "/screenshot")).build();
    try {
      String image = value(client.send(request, HttpResponse.BodyHandlers.ofString())).asText();
      return Base64.getDecoder().decode(image);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the console has said since it was last asked. */
  List<String> console() {
    List<String> said = new ArrayList<>();
    post(session + "/se/log", Map.of("type", "browser"))
        .forEach(entry -> said.add(entry.get("message").asText()));
    return said;
  }

  @Override
  public void close() {
    List<ProcessHandle> all = driver.descendants().toList();
    driver.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      driver.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
