package dev.court.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two accounts may have one occupant id: then Atrium shows each of them what the other holds. */
@Tag("any-database")
@Tag("long-on-server")
class SharedOccupantTest extends WithEvening {

  @BeforeEach
  void eve_has_booked_with_the_same_id() {
    evening.wants("1");
    court("config set accounts.eve.occupant_id " + evening.player.sandbox.occupantId());
    evening
        .player
        .type(evening.player.sandbox.refreshToken(), "login", "--with-token", "--account", "eve")
        .succeeds();
    court("add --on we --time 17:00 --from 2026-12-02 --court 2 --account eve").succeeds();
    evening.runDue("--account", "eve").succeeds();
  }

  private Ran court(String line) {
    return evening.player.court(line.split(" ", -1));
  }

  private Map<String, Object> bookingOfEve() {
    return court("list --bookings --all -o json --account eve").rows().get(0);
  }

  @Test
  void the_booking_of_the_other_account_is_named() {
    assertThat(court("reservations").succeeds().out())
        .contains("schedule 2 of account eve, booking");
    assertThat(court("reservations -o json").rows())
        .extracting(one -> one.get("account"), one -> one.get("schedule_id"))
        .containsExactly(tuple("eve", 2));
    assertThat(court("reservations --account eve").out()).contains("schedule 2, booking");
  }

  @Test
  void what_is_cancelled_is_written_down_at_the_account_whose_booking_it_is() {
    Ran ran = court("cancel 481001 --yes").succeeds();

    assertThat(ran.err())
        .isEqualTo(
            "Schedule 2 of account eve leaves that time out;"
                + " court skip 2 2026-12-02T17:00 --undo --account eve takes it back in\n");
    assertThat(bookingOfEve())
        .containsEntry("status", "cancelled")
        .containsEntry("last_error", "you cancelled its reservation");
    assertThat(court("skip 2 2026-12-02T17:00 --undo --account eve").succeeds().code()).isZero();
  }

  @Test
  void what_a_run_of_the_other_account_is_booking_is_not_cancelled_under_its_hands() {
    court("cancel 481001 --yes").succeeds();
    court("skip 2 2026-12-02T17:00 --undo --account eve").succeeds();
    List<Ran> said = new ArrayList<>();
    evening.player.clock.once(
        () -> evening.shots().size() > 1, () -> said.add(court("cancel 481002 --yes")));

    evening.runDue("--account", "eve").succeeds();

    said.get(0).failsWith(5, "a run of court is booking it at this moment");
    assertThat(bookingOfEve()).containsEntry("status", "success");
  }

  @Test
  void one_id_of_two_accounts_is_pointed_out() {
    String words = "accounts default and eve have one occupant id, ";
    String remedy = "court config set accounts.eve.occupant_id NUMBER";

    assertThat(court("accounts").succeeds().err()).contains("note: " + words, remedy);
    assertThat(court("accounts --account eve").succeeds().err()).contains(words);
    court("config set accounts.eve.occupant_id 133056").succeeds();
    assertThat(court("accounts").succeeds().err()).isEmpty();
    assertThat(evening.held()).containsExactly("Court 2");
  }
}
