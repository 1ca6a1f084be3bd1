package dev.court;

import dev.court.Player.Ran;
import dev.court.booking.BookingStatus;
import dev.court.log.Log;
import dev.court.sandbox.ReceivedRequest;
import dev.court.sandbox.Reservation;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.store.Database;
import dev.court.store.LostTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The evening on which Wednesday, 2 December, five o'clock opens. Whoever comes is signed in; the
 * clock stands fifty seconds before the opening.
 */
public final class Evening implements AutoCloseable {
  public static final Instant OPENING = Instant.parse("2026-11-25T22:00:00Z");
  public static final Instant START = OPENING.plus(Duration.ofDays(7));
  public static final String FIVE = "2026-12-02T17:00";

  public final Player player;

  private Evening(Player player) {
    this.player = player;
  }

  public static Evening at(Path home) {
    return new Evening(new Player(home, OPENING.minusSeconds(50)).signIn());
  }

  /** At a realm whose tokens and sessions live as long as these. */
  public static Evening at(Path home, TokenLifetimes lifetimes) {
    return new Evening(new Player(home, OPENING.minusSeconds(50), lifetimes).signIn());
  }

  /** Somebody who has not signed in. */
  public static Evening signedOutAt(Path home) {
    return new Evening(new Player(home, OPENING.minusSeconds(50)));
  }

  /** Asks for Wednesday at five. */
  public Evening wants(String courts) {
    return adds("--at", FIVE, "--court", courts);
  }

  public Evening adds(String... what) {
    String[] line = new String[what.length + 1];
    line[0] = "add";
    System.arraycopy(what, 0, line, 1, what.length);
    player.court(line).succeeds();
    return this;
  }

  /** What goes wrong from now on, in the sandbox's words. */
  public Evening but(String faults) {
    player.sandbox.faults().add(faults);
    return this;
  }

  public Ran runDue(String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "run-due";
    System.arraycopy(options, 0, line, 1, options.length);
    return player.court(line);
  }

  /** Cron's next tick. */
  public Ran aMinuteLater() {
    player.clock.advance(Duration.ofMinutes(1));
    return runDue();
  }

  public Ran after(Duration span) {
    player.clock.advance(span);
    return runDue();
  }

  /** No run for as long, and a new sign-in, since no session outlives that. */
  public Evening asleepFor(Duration span) {
    player.clock.advance(span);
    player.signIn();
    return this;
  }

  public List<Map<String, Object>> bookings() {
    return player.court("list", "--bookings", "--from", "2026-01-01", "-o", "json").rows();
  }

  /** The only booking, or the first. */
  public Map<String, Object> booking() {
    return bookings().get(0);
  }

  /** The courts that are held for us, by name. */
  public List<String> held() {
    return player.sandbox.reservations().stream()
        .filter(one -> !one.holder().equals(Reservation.SOMEBODY))
        .map(one -> one.court().name())
        .toList();
  }

  /** Somebody else holds Wednesday at five. */
  public Evening takenBySomebody(String court) {
    player.sandbox.hold(court, LocalDateTime.parse(FIVE), Duration.ofMinutes(30));
    return this;
  }

  /** The requests for a court that arrived. */
  public List<ReceivedRequest> shots() {
    return player.sandbox.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().contains("amenity-reservations"))
        .toList();
  }

  /**
   * The database goes back to what a backup says that was made before these bookings.
   *
   * @param home its folder
   * @return how many bookings are unknown now
   */
  public int goesBack(Path home, Instant to, String... accounts) {
    try (Database database = new Database(HomeDatabase.url(home), Log.NONE)) {
      return database.transactDurably(
          store -> {
            for (String account : accounts) {
              store
                  .bookings()
                  .between(store.accounts().find(account).orElseThrow(), START, to)
                  .forEach(
                      one ->
                          store
                              .bookings()
                              .tryChangeStatus(one.booking(), BookingStatus.PENDING, null));
            }
            return store
                .lostTime()
                .doubt(player.clock.instant().plusSeconds(1), LostTime.WENT_BACK);
          });
    }
  }

  public long refreshes() {
    return player.sandbox.requests().stream()
        .filter(request -> request.path().endsWith("/token"))
        .count();
  }

  @Override
  public void close() {
    player.close();
  }
}
