package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Doorway;
import dev.court.Evening;
import dev.court.RealTime;
import dev.court.WithTls;
import dev.court.sandbox.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A building that ends connections which nobody uses. */
class EndedConnectionsTest extends WithTls {
  private static final int BOOKINGS = Integer.getInteger("court.bookings", 60);
  private static final long IDLE_MS = Long.getLong("court.idle", 0);

  @TempDir Path home;

  @Test
  void one_that_ends_in_the_last_second_is_opened_anew_before_the_opening() {
    List<Instant> opened = new CopyOnWriteArrayList<>();
    try (Evening evening = Evening.at(home).wants("1");
        Doorway door =
            Doorway.tls(
                certificate,
                evening.player.sandbox.apiUrl(),
                number -> opened.add(evening.player.clock.instant()))) {
      evening.player.with("COURT_API_URL", door.address(evening.player.sandbox.apiUrl()));
      evening.player.clock.at(Evening.OPENING.minusMillis(600), door::hangUp);

      evening.runDue().succeeds();

      assertThat(evening.held()).containsExactly("Court 1");
      assertThat(evening.shots()).hasSize(1);
      assertThat(opened)
          .anySatisfy(at -> assertThat(at).isAfter(Evening.OPENING.minusMillis(600)))
          .allSatisfy(at -> assertThat(at).isBefore(Evening.OPENING));
    }
  }

  /** For measuring: how late many bookings are where connections end soon. */
  @Test
  @Tag("real-time")
  @EnabledIfSystemProperty(named = "court.idle", matches = "[0-9]+")
  void many_are_not_late_at_a_building_that_ends_what_is_idle() {
    Duration wait = Duration.ofSeconds(30).plusMillis(40L * BOOKINGS);
    try (RealTime time = RealTime.withCourts(BOOKINGS, home, wait).signedIn();
        Doorway door =
            Doorway.tls(certificate, time.sandbox.apiUrl())
                .closingIdle(Duration.ofMillis(IDLE_MS))) {
      for (int i = 1; i <= BOOKINGS; i++) {
        time.wanted("" + i);
      }

      time.with("COURT_API_URL", door.address(time.sandbox.apiUrl())).here("", "run-due");

      List<Long> late =
          time.sandbox.requests().stream()
              .map(ReceivedRequest::afterOpening)
              .filter(Objects::nonNull)
              .map(Duration::toMillis)
              .sorted()
              .toList();
      System.out.println(
          "%s bookings, idle connections end after %s ms: %s requests, median %s ms late, last %s ms; %s connections"
              .formatted(
                  BOOKINGS,
                  IDLE_MS,
                  late.size(),
                  late.get(late.size() / 2),
                  late.get(late.size() - 1),
                  door.connections()));
      assertThat(late).hasSizeGreaterThanOrEqualTo(BOOKINGS).allMatch(after -> after >= 0);
    }
  }
}
