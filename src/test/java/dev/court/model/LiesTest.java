package dev.court.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that answers each request for a court with a lie. The status at the end is what the
 * ledger says: what is held is never lost, what is not held is never won, and nothing is held
 * twice. The lies are told in one run, each about a time of its own. {@code -Dcourt.lies=all} tells
 * each of them after each deed, where a usual build draws deeds for it.
 */
@Tag("model")
class LiesTest {
  private static final boolean ALL = "all".equals(System.getProperty("court.lies"));
  private static final String JSON = "application/json";
  private static final String SLOT =
      "\"id\":ID,\"amenity\":{\"id\":COURT},\"start_time\":\"START\",\"end_time\":\"END\"";
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDateTime FIRST = LocalDateTime.parse("2026-11-26T00:00");
  private static final String EACH_HOUR =
      "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;COUNT=";

  /** What is said in spite of any deed. */
  private static final List<Said> LIES =
      List.of(
          json(200, "{}"),
          json(201, "{\"id\":0}"),
          json(201, "{\"id\":ID,\"is_cancelled\":true}"),
          json(201, "{" + SLOT + ",\"status\":\"rejected\"}"),
          json(200, "{" + SLOT + ",\"error\":\"no\"}"),
          json(201, "{\"id\":ID,\"start_time\":\"LATER\"}"),
          json(201, "{\"id\":ID,\"amenity_id\":OTHER}"),
          json(201, "{\"id\":ID,\"start_time\":\"START\",\"end_time\":\"LATER\"}"),
          json(202, "{\"detail\":\"queued\"}"),
          json(204, ""),
          json(200, "{\"count\":1,\"next\":null,\"results\":[{" + SLOT + "}]}"),
          json(201, "{" + SLOT),
          new Said(201, JSON, "{" + SLOT + "}", 9),
          new Said(200, "text/html", "<!DOCTYPE html><html><title>Welcome</title></html>", 0),
          new Said(200, "text/plain", "OK", 0));

  /** What may be believed, and is true. */
  private static final List<Said> TRUTHS =
      List.of(
          json(201, "{" + SLOT + ",\"is_cancelled\":false}"),
          json(200, "{\"id\":ID}"),
          new Said(201, "text/plain", "{\"id\":\"ID\",\"amenity_id\":\"COURT\"}", 0));

  @TempDir Path home;

  private record Said(int status, String type, String body, int cut) {
    Lie with(Lie.Deed deed) {
      return new Lie(deed, status, type, body, cut);
    }
  }

  private static Said json(int status, String body) {
    return new Said(status, JSON, body, 0);
  }

  /** A usual build tells each lie after all four deeds, but not each of them in each setting. */
  @ParameterizedTest
  @CsvSource({"30, false, 0, 2", "30, true, 2, 1", "60, false, 3, 1"})
  void the_status_is_what_is_held_whatever_the_server_says(
      int minutes, boolean isListingHidden, int firstDeed, int deeds) throws Exception {
    Map<Instant, Lie> lies = lies(minutes, firstDeed, deeds);
    Liar liar = liar(lies, isListingHidden);
    try (ModelServer server = new ModelServer(liar);
        Player player = new Player(home, Evening.OPENING)) {
      player.with("COURT_API_URL", server.address()).waitingBy(new NoTime());
      add(player, minutes, lies.size() * 30 / minutes);
      for (int tick = 0; tick < (isListingHidden ? 1 : 2); tick++) {
        player.clock.advance(Duration.ofMinutes(2));
        player.court("run-due");
      }

      assertThat(liar.ledger().twice()).isEmpty();
      assertThat(complaints(player, liar)).isEmpty();
    }
  }

  @Test
  void what_is_held_instead_is_told_and_nothing_more_is_asked_for() throws Exception {
    Said later = json(201, "{\"id\":ID,\"start_time\":\"LATER\"}");
    Liar liar = liar(Map.of(start(0), later.with(Lie.Deed.OTHER_TIME)), false);
    try (ModelServer server = new ModelServer(liar);
        Player player = new Player(home, Evening.OPENING)) {
      player.with("COURT_API_URL", server.address()).waitingBy(new NoTime());
      add(player, 30, 1);

      Player.Ran ran = player.court("run-due");

      assertThat(ran.code()).isEqualTo(8);
      assertThat(ran.out())
          .startsWith("unknown")
          .contains(
              "Atrium holds another reservation instead: 1001, Court 1, Thu 26 Nov 2026 00:15");
      player.clock.advance(Duration.ofMinutes(2));
      assertThat(player.court("run-due").out()).isEmpty();
      assertThat(liar.ledger().ours()).hasSize(1);
    }
  }

  /** What is not on its pages may be held too, but what is on them is held. */
  @Test
  void a_listing_without_end_shows_what_is_held_and_clears_nothing_else() throws Exception {
    Said nothing = json(200, "{}");
    Liar liar =
        liar(
            Map.of(
                start(0),
                nothing.with(Lie.Deed.AS_ASKED),
                start(1),
                nothing.with(Lie.Deed.NOTHING)),
            false);
    try (ModelServer server = new ModelServer(new Endless(liar, new AtomicInteger()));
        Player player = new Player(home, Evening.OPENING)) {
      player.with("COURT_API_URL", server.address()).waitingBy(new NoTime());
      add(player, 30, 2);

      player.court("run-due");

      assertThat(complaints(player, liar)).isEmpty();
    }
  }

  /** Each page of the listing names another one. */
  private record Endless(Liar liar, AtomicInteger page) implements ModelServer.Answers {
    @Override
    public Optional<Wire> answer(ModelServer.HttpRequestText request) {
      return liar.answer(request).map(this::goingOn);
    }

    private Wire goingOn(Wire wire) {
      String next = "\"next\":\"?%s\"".formatted(Integer.toString(1000 + page.incrementAndGet()));
      String text = wire.text().replace("\"next\":null", next);
      int more = text.length() - wire.text().length();
      int length = wire.text().length() - wire.text().indexOf("\r\n\r\n") - 4;
      String header = "Content-Length: ";
      return new Wire(
          text.replace(header + length, header + Integer.toString(length + more)), wire.isKept());
    }
  }

  private static Liar liar(Map<Instant, Lie> lies, boolean isHidingTheListing) {
    List<Wish.Wanted> wanted = lies.keySet().stream().map(LiesTest::wanted).toList();
    Ledger ledger = new Ledger(new Wish("lies", List.of(), wanted, false), line -> {});
    return new Liar(lies, ledger, Evening.OPENING, isHidingTheListing);
  }

  private static Wish.Wanted wanted(Instant start) {
    return new Wish.Wanted(start, List.of("1", "2"));
  }

  private static Map<Instant, Lie> lies(int minutes, int firstDeed, int deeds) {
    List<Lie> all = new ArrayList<>();
    TRUTHS.forEach(said -> all.add(said.with(Lie.Deed.AS_ASKED)));
    Lie.Deed[] any = Lie.Deed.values();
    for (int i = 0; i < LIES.size(); i++) {
      for (int deed = 0; deed < (ALL ? any.length : deeds); deed++) {
        all.add(LIES.get(i).with(any[(i + firstDeed + deed) % any.length]));
      }
    }
    Map<Instant, Lie> lies = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Instant start = start(i);
      for (int part = 0; part < minutes / 30; part++) {
        lies.put(start.plus(Duration.ofMinutes(30L * part)), all.get(i));
      }
    }
    return lies;
  }

  private static Instant start(int index) {
    return FIRST.plusHours(index).atZone(ZONE).toInstant();
  }

  private static void add(Player player, int minutes, int count) {
    List<String> line = new ArrayList<>(List.of("add", "--court", "1,2", "--from", "2026-11-26"));
    line.addAll(List.of("--rrule", EACH_HOUR + count, "--strategy", "split"));
    line.addAll(List.of("--duration", Integer.toString(minutes)));
    player.signIn().court(line.toArray(String[]::new)).succeeds();
  }

  private static List<String> complaints(Player player, Liar liar) {
    List<StatedBooking> stated =
        StatedBooking.read(player.court("list", "--bookings", "--all", "-o", "json").out());
    assertThat(stated).hasSameSizeAs(liar.lies().keySet());
    return stated.stream()
        .filter(says -> !isTrue(says, liar))
        .map(says -> says + " is not true: " + liar.lies().get(says.start()))
        .toList();
  }

  private static boolean isTrue(StatedBooking says, Liar liar) {
    List<Ledger.Holding> held = liar.ledger().ours(wanted(says.start()));
    return held.isEmpty()
        ? isOpen(says)
        : isHeldAs(says, held)
            || (isOpen(says) && (liar.isHidingTheListing() || isSilentlyElsewhere(says, liar)));
  }

  /** What nothing told of, on a court that nobody asked for, may be the person's own. */
  private static boolean isSilentlyElsewhere(StatedBooking says, Liar liar) {
    return liar.lies().get(says.start()).deed() == Lie.Deed.OTHER_COURT;
  }

  private static boolean isOpen(StatedBooking says) {
    return says.status().equals("unknown");
  }

  private static boolean isHeldAs(StatedBooking says, List<Ledger.Holding> held) {
    return says.status().equals("success")
        && held.size() == 1
        && held.get(0).slot().court().equals(says.bookedCourt());
  }
}
