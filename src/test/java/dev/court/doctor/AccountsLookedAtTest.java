package dev.court.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.court.HomeDatabase;
import dev.court.ManyAccounts;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import dev.court.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A doctor looks at all people that a home books for, and names each of them. */
@Tag("any-database")
@Tag("long-on-server")
class AccountsLookedAtTest extends WithPlayer {

  @Test
  void each_account_is_looked_at_and_named() {
    twoPeople("133056");

    Ran ran = type("doctor --offline");

    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.out().lines().map(line -> line.replaceAll(" {2,}", " ")))
        .contains(
            "ok accounts 2 are looked at",
            "trouble session eve: nobody is signed in: sign in with court login --account eve",
            "ok outcomes default and eve: all are known")
        .anyMatch(line -> line.startsWith("warning session default: likely ends"))
        .anyMatch(line -> line.startsWith("ok schedules eve: 1 kept, next opening"));
  }

  @Test
  void programs_read_whose_each_finding_is() {
    twoPeople("133056");

    assertThat(found(type("doctor --offline -o json"), "session"))
        .extracting(one -> one.get("account"))
        .containsExactly("default", "eve");
    assertThat(found(type("doctor --offline -o json"), "database"))
        .extracting(one -> one.get("account"))
        .containsOnlyNulls();
  }

  @Test
  void an_account_that_is_named_is_looked_at_alone() {
    twoPeople("133056");

    Ran ran = type("doctor --offline --account eve");

    assertThat(ran.out()).contains("nobody is signed in: sign in with court login --account eve");
    assertThat(ran.out()).doesNotContain("likely ends", "eve: ", "accounts");
    assertThat(type("doctor --offline --account adam -q").out()).contains("no account 'adam'");
  }

  @Test
  void an_id_that_the_building_does_not_take_is_mended_where_it_stands() {
    twoPeople("133056");
    signIn("eve");

    Ran ran = type("doctor -o json");

    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(found(ran, "account"))
        .extracting(one -> one.get("verdict"), one -> one.get("account"))
        .containsExactly(tuple("ok", "default"), tuple("trouble", "eve"));
    assertThat(found(ran, "account").get(1).get("message").toString())
        .contains("occupant 133056", "court config set accounts.eve.occupant_id NUMBER");
  }

  @Test
  void an_id_that_is_missing_is_trouble_of_that_account_alone() {
    twoPeople("133056");
    type("config unset accounts.eve.occupant_id").succeeds();

    assertThat(found(type("doctor --offline -o json"), "settings"))
        .extracting(one -> one.get("verdict"))
        .containsExactly("ok", "trouble");
  }

  @Test
  void one_id_of_two_accounts_is_worth_a_warning() {
    twoPeople(player.sandbox.occupantId());

    assertThat(type("doctor --offline").out())
        .contains("default and eve have one occupant id", "accounts.eve.occupant_id NUMBER");
    assertThat(type("doctor --offline --account eve").out()).contains("have one occupant id");
  }

  /**
   * The first dozen are well; the one without a session comes last, and is looked at all the same.
   */
  @Test
  void of_many_those_in_trouble_are_looked_at() throws SQLException {
    type("add --at 2026-12-02T17:00").succeeds();
    player.signIn();
    try (Connection connection = HomeDatabase.connect(home)) {
      ManyAccounts.of(30, 1, player.clock.instant()).fill(connection);
    }
    HomeDatabase.execute(home, "DELETE FROM tokens WHERE account_id = 10030");
    HomeDatabase.execute(home, "UPDATE tokens SET ended = 'it ended' WHERE account_id = 10029");

    Ran ran = type("doctor --offline -o json");

    assertThat(found(ran, "accounts").get(0).get("message").toString())
        .startsWith("12 of 31 are looked at, those in trouble first: court doctor --account NAME");
    assertThat(found(ran, "session"))
        .extracting(one -> one.get("account"))
        .hasSize(12)
        .startsWith("person 29", "person 30", "default", "person 1");
  }

  private void twoPeople(String occupantOfEve) {
    type("add --at 2026-12-02T17:00").succeeds();
    type("add --at 2026-12-02T18:00 --account eve").succeeds();
    type("config set accounts.eve.occupant_id " + occupantOfEve).succeeds();
    player.signIn();
    type("run-due");
  }

  private void signIn(String account) {
    player
        .type(player.sandbox.refreshToken(), "login", "--with-token", "--account", account)
        .succeeds();
    type("refresh-token --account " + account).succeeds();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> found(Ran ran, String check) {
    return ((List<Map<String, Object>>) Json.tree(ran.out()))
        .stream().filter(one -> one.get("subject").equals(check)).toList();
  }
}
