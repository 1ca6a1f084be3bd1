package dev.court.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many openings in one run: all at one instant, or one after the other. */
final class Crowd implements Measurement {
  /** What making a home with so many schedules takes. */
  private static final Duration TO_PREPARE = Duration.ofSeconds(4);

  private final Ground ground;
  private final Scale scale;
  private final Row row;

  Crowd(Ground ground, Scale scale, Row row) {
    this.ground = ground;
    this.scale = scale;
    this.row = row;
  }

  @Override
  public List<Finding> measure() throws IOException, InterruptedException {
    return row == Row.AT_ONCE ? atOnce() : inOneRun();
  }

  private List<Finding> atOnce() throws IOException, InterruptedException {
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    int lost = 0;
    for (int run = 1; run <= scale.runs(); run++) {
      Distribution late = Distribution.of(run(Duration.ZERO));
      lost += late.size() == scale.together() ? 0 : 1;
      first.add(late.min());
      last.add(late.max());
      Progress.say(row, run, scale.runs(), Unit.LATE, Optional.of(late.max()));
    }
    return List.of(
        new Finding(row, "first of %s".formatted(scale.together()), Unit.LATE, first)
            .aimingAt(Goal.neverEarly()),
        new Finding(row, "last of %s".formatted(scale.together()), Unit.LATE, last)
            .losing(lost)
            .aimingAt(Goal.median(30)));
  }

  private List<Finding> inOneRun() throws IOException, InterruptedException {
    List<Double> late = run(scale.spacing());
    Progress.say(row, 1, 1, Unit.LATE, Optional.of(Distribution.of(late).median()));
    String what =
        "%s openings, %s ms apart".formatted(scale.together(), scale.spacing().toMillis());
    return List.of(
        new Finding(row, what, Unit.LATE, late)
            .losing(scale.together() - late.size())
            .aimingAt(Goal.median(2), Goal.ninetyFifth(10), Goal.neverEarly()));
  }

  /** How late the first request for each court came. */
  private List<Double> run(Duration spacing) throws IOException, InterruptedException {
    Instant opening = Instant.now().plus(TO_PREPARE).plus(scale.lead());
    Scene scene = Scene.opening(opening, scale.together(), Duration.ZERO);
    try (Stage stage = Stage.set(ground, scene);
        Route.Way way = Route.LOOPBACK.lay(stage.port(), null)) {
      spread(stage.home(), spacing);
      return stage.tick(way, scale.lead()).firstOfEach().stream()
          .map(shot -> shot.msAfter(scene.opening().plus(spacing.multipliedBy(shot.court() - 1))))
          .toList();
    }
  }

  /**
   * Moves the openings apart. One window cannot do that, since starts are a minute apart at least;
   * the building opens all of its courts with the first.
   */
  private static void spread(Home home, Duration spacing) {
    try (Connection connection = DriverManager.getConnection(home.databaseUrl(), "sa", "");
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE bookings
                SET trigger_time = DATEADD(MILLISECOND, (court_id - 1) * ?, trigger_time),
                  next_try = DATEADD(MILLISECOND, (court_id - 1) * ?, next_try)
                """)) {
      statement.setLong(1, spacing.toMillis());
      statement.setLong(2, spacing.toMillis());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot move the openings", e);
    }
  }
}
