package dev.court.bench;

import dev.court.bench.SideBySide.Contestant;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How long the commands take that run most and have nothing to wait for. */
final class Starts implements Measurement {
  /** A run with an option is not left out by the note of another. */
  static final List<String> RUN = List.of("run-due", "--within", "PT74S");

  private final Ground ground;
  private final Scale scale;
  private final Row row;

  Starts(Ground ground, Scale scale, Row row) {
    this.ground = ground;
    this.scale = scale;
    this.row = row;
  }

  @Override
  public List<Finding> measure() throws IOException, InterruptedException {
    return row == Row.START ? besideAnEmptyJvm() : amongOldBookings();
  }

  private List<Finding> besideAnEmptyJvm() throws IOException, InterruptedException {
    try (Stage stage = Stage.idle(ground);
        Stage quiet = Stage.idle(ground)) {
      return sideBySide()
          .measure(
              List.of(
                  new Contestant("hello world", Map.of(), hello()),
                  court("list", stage.home(), List.of("list")),
                  court("idle run-due", stage.home(), RUN),
                  court("idle tick by the note", quiet.home(), List.of("run-due"))));
    }
  }

  private List<Finding> amongOldBookings() throws IOException, InterruptedException {
    try (Stage empty = Stage.idle(ground);
        Stage full = Stage.idle(ground)) {
      OldBookings.fill(full.home(), scale.oldBookings());
      return sideBySide()
          .measure(
              List.of(
                  court("no old bookings", empty.home(), RUN),
                  court("%s old bookings".formatted(scale.oldBookings()), full.home(), RUN)),
              Goal.median(1.2));
    }
  }

  private SideBySide sideBySide() {
    return new SideBySide(ground, row, scale.starts());
  }

  private Contestant court(String name, Home home, List<String> words) {
    return Contestant.court(ground, name, home, words);
  }

  private List<String> hello() {
    String classes = ground.checkout().resolve("target/test-classes").toString();
    return List.of(ground.java(), "-cp", classes, Hello.class.getName());
  }
}
