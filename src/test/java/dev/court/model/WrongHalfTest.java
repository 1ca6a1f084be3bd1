package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that books the second half of an hour when it is asked for the first one. The second
 * half finds its court taken, by ourselves: another court would be a second one for that time.
 */
class WrongHalfTest {
  private static final Duration HALF = Duration.ofMinutes(30);
  private static final Instant LATER = Evening.OPENING.plus(HALF).plus(HALF);

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "false, false, success",
    "false, true, unknown",
    "true, false, success",
    "true, true, unknown"
  })
  void is_not_asked_for_a_second_court(boolean isLate, boolean isListingHidden, String second)
      throws Exception {
    Wish.Wanted any = new Wish.Wanted(Evening.START, List.of("1", "2"));
    Ledger ledger = new Ledger(new Wish("half", List.of(), List.of(any), false), line -> {});
    WrongHalf building = new WrongHalf(ledger, isListingHidden, new AtomicBoolean(true));
    try (ModelServer server = new ModelServer(building);
        Player player = new Player(home, Evening.OPENING)) {
      player.with("COURT_API_URL", server.address()).waitingBy(new NoTime());
      player
          .court(
              "add",
              "--at",
              Evening.FIVE,
              "--court",
              "1,2",
              "--duration",
              "60",
              "--strategy",
              "split")
          .succeeds();
      if (isLate) {
        player.clock.advance(HALF.plusMinutes(1));
      }
      player.signIn().court("run-due");
      player.clock.advance(HALF);
      player.signIn().court("run-due");

      assertThat(ledger.ours())
          .extracting(Ledger.Holding::slot)
          .containsExactly(new Slot(Evening.START.plus(HALF), 8));
      assertThat(
              player.court("list", "--bookings", "--all", "-o", "json").rows().stream()
                  .map(row -> row.get("status")))
          .containsExactly("unknown", second);
    }
  }

  /** Books the half hour after the one that is asked for, once; then it does what it should. */
  private record WrongHalf(Ledger ledger, boolean isListingHidden, AtomicBoolean isWrong)
      implements ModelServer.Answers {
    @Override
    public Optional<Wire> answer(ModelServer.HttpRequestText request) {
      return Optional.of((request.method().equals("POST") ? booked(request) : listing()).at(LATER));
    }

    private Reply booked(ModelServer.HttpRequestText request) {
      Slot asked = Building.slot(request.body());
      Slot given =
          asked.start().equals(Evening.START) && isWrong.getAndSet(false)
              ? new Slot(asked.start().plus(HALF), asked.amenity())
              : asked;
      return ledger.book(given, LATER, LATER) == Ledger.Verdict.BOOKED
          ? Reply.json(
              201,
              "{\"id\":%s,\"start_time\":\"%s\"}"
                  .formatted(Long.toString(ledger.holding(given).id()), given.start()))
          : Reply.rule("This amenity is already reserved for the selected time.");
    }

    private Reply listing() {
      return isListingHidden ? Reply.detail(404, "Not found.") : Building.listing(ledger.ours());
    }
  }
}
