package dev.court.operation;

import dev.court.atrium.ClockSample;
import dev.court.atrium.ClockSample.Lead;
import dev.court.atrium.Lane;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at the server from here: whether it answers, how fast, and by how much its clock differs.
 * It asks with a token that is none, so that it works for whoever is not signed in.
 */
final class ServerCheck {
  private static final Secret NO_TOKEN = Secret.of("none");
  private static final int SAMPLES = 3;
  private static final Duration STUDY = Duration.ofSeconds(12);

  private final Supplier<Pursuit.Field> field;

  /** Nothing is opened before it is needed. */
  ServerCheck(Supplier<Pursuit.Field> field) {
    this.field = field;
  }

  List<Finding> look() {
    Pursuit.Field open = field.get();
    return List.of(latency(open), clock(open));
  }

  private static Finding latency(Pursuit.Field field) {
    List<Duration> trips = new ArrayList<>();
    try (Lane lane = field.reservations().lane()) {
      for (int i = 0; i < SAMPLES; i++) {
        ClockSample sample = lane.sample(NO_TOKEN);
        if (sample.httpStatus() == null) {
          throw new TemporaryTrouble(
              "the reservations API does not answer: check the network, and api_url");
        }
        trips.add(Duration.between(sample.sentAt(), sample.receivedAt()));
      }
    }
    Duration median = trips.stream().sorted().toList().get(SAMPLES / 2);
    return Finding.ok("server", "answers in %s ms".formatted(Math.max(1, median.toMillis())));
  }

  private static Finding clock(Pursuit.Field field) {
    ServerClock clock = new ServerClock();
    try {
      new ClockStudy(field, NO_TOKEN, clock).before(field.clock().instant().plus(STUDY));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporaryTrouble("interrupted", e);
    }
    return clock
        .bounds()
        .map(
            lead ->
                lead.proven().isZero()
                    ? Finding.ok("clock", "agrees with the server's, as far as can be told")
                    : Finding.ok(
                        "clock",
                        "the server's is %s, give or take %s ms: corrected for at openings"
                            .formatted(apart(lead), doubt(lead))))
        .orElseGet(
            () -> Finding.warning("clock", "the server sends no date: ours has to be right"));
  }

  private static long doubt(Lead lead) {
    return lead.atMost().minus(lead.atLeast()).dividedBy(2).toMillis();
  }

  /** Such as "1690 ms ahead of ours". */
  private static String apart(Lead lead) {
    long millis = lead.atLeast().plus(lead.atMost()).dividedBy(2).toMillis();
    return "%s ms %s ours".formatted(Math.abs(millis), millis < 0 ? "behind" : "ahead of");
  }
}
