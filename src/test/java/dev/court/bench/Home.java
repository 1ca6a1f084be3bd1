package dev.court.bench;

import dev.court.FixedRunLock;
import dev.court.Limits;
import dev.court.Surroundings;
import dev.court.Wiring;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.json.Json;
import dev.court.terminal.Console;
import dev.court.workspace.ParkingWaiter;
import dev.court.workspace.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A home of {@code court}'s. What is not measured runs in this process, which saves a second for
 * each command.
 *
 * @param environment that points the program there
 */
record Home(Path folder, Map<String, String> environment) {

  Home {
    environment = new LinkedHashMap<>(environment);
    environment.put("COURT_HOME", folder.toString());
  }

  /** Lets the home know a building's courts. */
  void furnish(Venue venue) throws IOException {
    Map<String, Object> courts = new LinkedHashMap<>();
    for (TennisCourt court : venue.courts()) {
      courts.put(court.id(), Map.of("amenity_id", court.amenityId(), "name", court.name()));
    }
    Files.writeString(folder.resolve("config.json"), Json.write(Map.of("courts", courts)));
  }

  /** Runs a command that has to go well. */
  void court(String... arguments) {
    type("", arguments);
  }

  /** Runs a command that has to go well, with this on its standard input. */
  void type(String input, String... arguments) {
    StringWriter said = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(said),
            new PrintWriter(said),
            false);
    int code =
        new Wiring(
                new Surroundings(
                    environment,
                    InstantSource.system(),
                    ParkingWaiter::new,
                    folder -> FixedRunLock.of("bench", id -> false),
                    new StopSignal(InstantSource.system()),
                    Limits.DEFAULT),
                console)
            .run(arguments);
    if (code != 0) {
      throw new IllegalStateException(
          "court %s ended with %s: %s".formatted(String.join(" ", arguments), code, said));
    }
  }

  /** For statements that {@code court} has no command for. */
  String databaseUrl() {
    return "jdbc:h2:file:" + folder.resolve("court");
  }
}
