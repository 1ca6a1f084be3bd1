package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import dev.court.Player;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is damaged in the rows of one account costs no other its opening. */
@Tag("any-database")
class AccountTroubleTest extends WithPlayer {
  private static final Instant OPENING = Player.NOW.plus(Duration.ofHours(5));

  @BeforeEach
  void eve_comes_first_and_both_want_a_court_at_one_instant() {
    type("config set accounts.eve.occupant_id 133055").succeeds();
    type("add --at 2026-11-29T17:00 --court 2 --account eve").succeeds();
    type("add --at 2026-11-29T17:00 --court 1").succeeds();
    player.clock.set(OPENING.minusSeconds(60));
    signIn("eve");
    signIn("default");
  }

  @Test
  void a_sealed_token_that_was_moved_to_another_account_opens_nothing_there() {
    HomeDatabase.execute(
        home,
        """
        UPDATE tokens SET
          access_token = (SELECT t.access_token FROM tokens t WHERE t.account_id = %1$s),
          refresh_token = (SELECT t.refresh_token FROM tokens t WHERE t.account_id = %1$s)
        WHERE account_id = %2$s
        """
            .formatted(idOf("default"), idOf("eve")));

    Ran ran = type("run-due");

    assertThat(ran.code()).as(ran.err()).isEqualTo(7);
    assertThat(ran.err().lines())
        .singleElement()
        .asString()
        .startsWith("court: eve: ")
        .contains("the key");
    defaultIsBookedInTime();
    type("refresh-token --account eve").failsWith(7, "the key");
  }

  /** Such rows are nobody's but a damaged disk's or a mistaken hand's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE bookings SET zone = 'Nowhere/Land' WHERE schedule_id = 1",
        "UPDATE bookings SET court_id = '' WHERE schedule_id = 1",
        "UPDATE schedules SET court_id = '' WHERE id = 1"
      })
  void a_row_that_cannot_be_read_stops_nobody_else(String damage) {
    HomeDatabase.execute(home, damage);

    Ran ran = type("run-due");

    assertThat(ran.code()).as(ran.err()).isEqualTo(7);
    assertThat(ran.err().lines())
        .singleElement()
        .asString()
        .startsWith("court: eve: nothing could be done")
        .contains("court.log");
    defaultIsBookedInTime();
  }

  @Test
  void one_schedule_of_several_people_is_looked_for_where_it_is() {
    type("run-due --account eve --account default --only 2").succeeds();

    defaultIsBookedInTime();
    type("run-due --account eve --account default --only 7").failsWith(6, "no schedule 7");
  }

  private void defaultIsBookedInTime() {
    assertThat(bookingsOf("status")).containsExactly("success");
    assertThat(bookingsOf("late_ms")).containsExactly(0);
  }

  private String idOf(String account) {
    return HomeDatabase.transact(home, store -> store.accounts().find(account).orElseThrow())
        .toString();
  }

  private void signIn(String account) {
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", account)
        .succeeds();
  }
}
