package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real Keycloak on loopback, with two realms: {@code my-tfc}, as much like the building's as is
 * known, and {@code short-days}, whose sessions last for seconds. Started when first asked for, and
 * there until the JVM ends. Its users all have the same password.
 */
final class Keycloak {
  static final String PASSWORD = "court by court";

  /** Reading ends with this JVM, however that ends, and Keycloak with it. */
  private static final String LEASH = "bash \"$@\" & exec >/dev/null 2>&1; cat; kill -9 $!";

  private static final List<String> REALMS = List.of("my-tfc", "short-days");

  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final int port = freePort();

  private static final class Running {
    static final Keycloak ONE = new Keycloak();
  }

  private Keycloak() {
    try {
      Path folder =
          Path.of(Objects.requireNonNull(System.getProperty("court.keycloak"), "mvn -Pkeycloak"));
      layOut(folder.resolve("data").resolve("import"));
      BufferedReader log = start(folder).inputReader(UTF_8);
      awaitStart(log);
      Thread reader = new Thread(() -> log.lines().forEach(this::note), "keycloak");
      reader.setDaemon(true);
      reader.start();
      for (String realm : REALMS) {
        checkDiscovery(realm);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Keycloak running() {
    return Running.ONE;
  }

  /** The issuer. */
  String realm(String name) {
    return "http://127.0.0.1:%s/realms/%s".formatted(port, name);
  }

  /** Who may change its users. */
  KeycloakAdmin admin() {
    return new KeycloakAdmin("http://127.0.0.1:" + port);
  }

  /** How many events of a type a realm has told of so far, such as {@code LOGIN}. */
  long events(String realm, String type) {
    return events.stream()
        .filter(line -> line.contains("type=\"%s\"".formatted(type)))
        .filter(line -> line.contains("realmName=\"%s\"".formatted(realm)))
        .count();
  }

  /** Returns once the log, which comes by its own thread, tells of so many. */
  void awaitEvents(String realm, String type, long count) {
    long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (events(realm, type) < count) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("no %s events of type %s".formatted(count, type));
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void note(String line) {
    if (line.contains("[org.keycloak.events]")) {
      events.add(line);
    }
  }

  private static void layOut(Path imports) throws IOException {
    Files.createDirectories(imports);
    clear(imports);
    for (String realm : REALMS) {
      String name = realm + ".json";
      try (InputStream json = Keycloak.class.getResourceAsStream("keycloak/" + name)) {
        Files.write(imports.resolve(name), json.readAllBytes());
      }
    }
  }

  /** Keycloak takes all it finds, and there may be realms of an earlier version of these tests. */
  private static void clear(Path imports) throws IOException {
    try (Stream<Path> left = Files.list(imports)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  private Process start(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            "-c",
            LEASH,
            "leash",
            folder.resolve("bin").resolve("kc.sh").toString(),
            "start-dev",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--import-realm",
            "--db=dev-mem",
            "--cache=local",
            "--log-level=INFO,org.keycloak.events:debug");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.NAME);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m -XX:TieredStopAtLevel=1");
    return builder.redirectErrorStream(true).start();
  }

  /** It says that it listens after the realms are imported. */
  private static void awaitStart(BufferedReader log) throws IOException {
    StringBuilder said = new StringBuilder();
    String line = log.readLine();
    while (line != null && !line.contains("Listening on:")) {
      said.append(line).append('\n');
      line = log.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("Keycloak does not start:\n" + said);
    }
  }

  private void checkDiscovery(String realm) throws IOException {
    URI address = URI.create(realm(realm) + "/.well-known/openid-configuration");
    try {
      int status =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new IllegalStateException("HTTP %s from %s".formatted(status, address));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
