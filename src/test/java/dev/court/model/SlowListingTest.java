package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two accounts with one occupant id want a court at the same time, which has been open for long.
 * While the listing of one of them is read, the other one asks, and its answer does not say what it
 * got. The listing shows that: nobody made it by hand.
 */
class SlowListingTest {
  private static final Instant NOW = Evening.OPENING.plus(Duration.ofHours(1));

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"trouble", "nothing"})
  void what_was_asked_for_while_a_listing_was_read_was_not_made_by_hand(String answer)
      throws Exception {
    Wish.Wanted any = new Wish.Wanted(Evening.START, List.of("1", "2"));
    Ledger ledger = new Ledger(new Wish("two", List.of(), List.of(any, any), false), line -> {});
    try (ModelServer server = new ModelServer(new SlowListing(ledger, answer));
        Player player = new Player(home, NOW)) {
      player.with("COURT_API_URL", server.address()).waitingBy(new NoTime()).signIn();
      wants(player, "default");
      String occupant = player.sandbox.occupantId();
      player.court("config", "set", "accounts.eve.occupant_id", occupant).succeeds();
      player
          .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve")
          .succeeds();
      wants(player, "eve");

      player.court("run-due");

      assertThat(ledger.ours()).extracting(held -> held.slot().court()).contains("1", "2");
      assertThat(bookings(player))
          .allSatisfy(one -> assertThat(one).containsEntry("status", "success"))
          .extracting(one -> one.get("booked_court_id"))
          .containsExactlyInAnyOrder("1", "2");
    }
  }

  private static void wants(Player player, String account) {
    player.court("add", "--at", Evening.FIVE, "--court", "1,2", "--account", account).succeeds();
  }

  private static List<Map<String, Object>> bookings(Player player) {
    return Stream.of("default", "eve")
        .map(
            one ->
                player.court("list", "--bookings", "--all", "-o", "json", "--account", one).rows())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Whoever reads first also asks first. The second listing is answered after that; what the first
   * one does then is answered after the other booking has asked, or has ended without it.
   */
  private static final class SlowListing implements ModelServer.Answers {
    /** As long as nobody asks, in a program that has taken the reservation for hand-made. */
    private static final long PATIENCE_MS = 1_500;

    private final Ledger ledger;
    private final String answer;
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch askedForBoth = new CountDownLatch(1);

    SlowListing(Ledger ledger, String answer) {
      this.ledger = ledger;
      this.answer = answer;
    }

    @Override
    public Optional<Wire> answer(ModelServer.HttpRequestText request) throws InterruptedException {
      if (request.method().equals("POST")) {
        return Optional.of(booked(Building.slot(request.body())));
      }
      int reading = request.path().contains("occupants") ? readings.incrementAndGet() : 1;
      if (reading > 1) {
        await(reading == 2 ? asked : askedForBoth);
      }
      return Optional.of(Building.listing(ledger.ours()).at(NOW));
    }

    private static void await(CountDownLatch event) throws InterruptedException {
      boolean unused = event.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    private Wire booked(Slot slot) throws InterruptedException {
      boolean isFirst = !isAsked.getAndSet(true);
      boolean isAgain = ledger.holding(slot) != null;
      if (isAgain) {
        await(askedForBoth);
      }
      Ledger.Verdict verdict = ledger.book(slot, NOW, NOW);
      if (isFirst) {
        asked.countDown();
        return (answer.equals("trouble") ? Reply.page(504) : Reply.json(201, "")).at(NOW);
      }
      if (!isAgain) {
        askedForBoth.countDown();
      }
      return (verdict == Ledger.Verdict.BOOKED
              ? Reply.json(201, "{\"id\":%s}".formatted(Long.toString(ledger.holding(slot).id())))
              : Reply.rule("This amenity is already reserved for the selected time."))
          .at(NOW);
    }
  }
}
