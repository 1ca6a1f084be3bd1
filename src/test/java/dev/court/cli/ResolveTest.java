package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A booking whose answers were all lost, at a building that does not let us read. */
class ResolveTest {
  @TempDir Path home;
  private Player player;

  @BeforeEach
  void leaves_a_booking_unknown() {
    player = new Player(home, Instant.parse("2026-11-25T22:00:30Z")).signIn();
    player.court("add", "--at", "2026-12-02T17:00", "--court", "1,2").succeeds();
    player.sandbox.faults().add("5xx");
    player.sandbox.faults().add("list-405");
    assertThat(player.court("run-due").code()).isEqualTo(ExitCodes.UNCLEAR);
  }

  @AfterEach
  void leaves() {
    player.close();
  }

  @Test
  void stays_unknown_while_nobody_knows() {
    assertThat(player.court("run-due").code()).isEqualTo(ExitCodes.UNCLEAR);

    assertThat(status()).isEqualTo("unknown");
  }

  @Test
  void takes_the_persons_word_that_it_is_booked() {
    player.court("resolve", "1", "--booked", "--court", "2").succeeds();

    assertThat(status()).isEqualTo("success");
    assertThat(player.court("list", "--bookings", "-o", "json").rows().get(0))
        .containsEntry("booked_court_id", "2");
  }

  @Test
  void tries_again_when_the_person_says_that_it_is_not() {
    player.court("resolve", "1", "--not-booked").succeeds();
    player.sandbox.faults().clear();

    player.court("run-due").succeeds();

    assertThat(status()).isEqualTo("success");
    assertThat(player.sandbox.reservations()).hasSize(1);
  }

  @Test
  void who_removes_it_hears_that_it_may_be_booked() {
    assertThat(player.court("remove", "1", "--yes").succeeds().err())
        .contains(
            "note: Wed 2 Dec 2026 17:00 may be booked already, and stays unknown until a listing"
                + " shows it: look at the portal, then court resolve 1\n");
  }

  @Test
  void refuses_a_word_on_what_is_known() {
    player.court("resolve", "1", "--booked").succeeds();

    player.court("resolve", "1", "--not-booked").failsWith(ExitCodes.USAGE, "booking 1 is success");
    player.court("resolve", "7", "--booked").failsWith(ExitCodes.UNKNOWN_ID, "no booking 7");
    player.court("resolve", "1").failsWith(ExitCodes.USAGE, "--booked");
  }

  private Object status() {
    return player.court("list", "--bookings", "-o", "json").rows().get(0).get("status");
  }
}
