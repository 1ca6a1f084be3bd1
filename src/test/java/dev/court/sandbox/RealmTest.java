package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.sandbox.realm.Messages;
import dev.court.sandbox.realm.RealmOptions;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.sandbox.realm.User;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RealmTest {
  private final SetClock clock = new SetClock("2026-11-25T12:00:00-05:00");
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
  private final SandboxClient client = new SandboxClient(sandbox, "");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void refreshes_a_session() {
    Map<?, ?> answer = SandboxClient.json(client.refresh(sandbox.refreshToken()));

    assertThat(answer.get("expires_in")).isEqualTo(1800);
    assertThat(answer.get("refresh_expires_in")).isEqualTo(1800);
    assertThat(answer.get("token_type")).isEqualTo("Bearer");
    assertThat(answer.get("session_state")).asString().hasSize(36);
    assertThat(
            new SandboxClient(sandbox, (String) answer.get("access_token")).list("").statusCode())
        .isEqualTo(200);
  }

  @Test
  void gives_out_tokens_that_look_like_the_real_ones() {
    String token = sandbox.accessToken();

    assertThat(token).matches("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+").hasSizeBetween(800, 1400);
    assertThat(sandbox.accessToken()).isNotEqualTo(token);
  }

  @Test
  void rolls_the_refresh_token_on_and_on() {
    String token = sandbox.refreshToken();

    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofMinutes(20));
      token = (String) SandboxClient.json(client.refresh(token)).get("refresh_token");
    }

    assertThat(token).isNotNull();
  }

  @Test
  void ends_the_session_when_a_refresh_token_is_used_twice() {
    String used = sandbox.refreshToken();
    String newest = (String) SandboxClient.json(client.refresh(used)).get("refresh_token");

    assertInvalidGrant(client.refresh(used), Messages.REUSED);
    assertInvalidGrant(client.refresh(newest), Messages.SESSION_OVER);
    assertThat(client.refresh(sandbox.refreshToken()).statusCode()).isEqualTo(200);
  }

  @Test
  void lets_only_one_of_two_refreshes_at_once_through() {
    String token = sandbox.refreshToken();

    List<CompletableFuture<Integer>> both =
        Stream.generate(() -> BackgroundTask.begin(() -> client.refresh(token).statusCode()))
            .limit(2)
            .toList();

    assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 400);
  }

  @Test
  void takes_a_refresh_token_again_without_rotation() {
    try (Sandbox lenient =
        Sandbox.start(
            SandboxOptions.at(
                clock, new RealmOptions(TokenLifetimes.DEFAULT, false, false, User.ALL)))) {
      SandboxClient other = new SandboxClient(lenient, "");
      String token = lenient.refreshToken();

      assertThat(other.refresh(token).statusCode()).isEqualTo(200);
      assertThat(other.refresh(token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void lets_a_refresh_token_expire() {
    String token = sandbox.refreshToken();
    clock.advance(Duration.ofMinutes(30));

    assertInvalidGrant(client.refresh(token), Messages.NOT_ACTIVE);
    assertInvalidGrant(client.refresh("x.y.z"), Messages.INVALID_REFRESH);
  }

  @Test
  void shortens_what_it_gives_out_towards_the_hard_end() {
    TokenLifetimes lifetimes =
        new TokenLifetimes(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(45));
    try (Sandbox brief =
        Sandbox.start(
            SandboxOptions.at(clock, new RealmOptions(lifetimes, true, false, User.ALL)))) {
      SandboxClient other = new SandboxClient(brief, "");
      String token = brief.refreshToken();
      clock.advance(Duration.ofMinutes(29));

      Map<?, ?> answer = SandboxClient.json(other.refresh(token));

      assertThat(answer.get("expires_in")).isEqualTo(16 * 60);
      assertThat(answer.get("refresh_expires_in")).isEqualTo(16 * 60);
      clock.advance(Duration.ofMinutes(16));
      assertInvalidGrant(other.refresh((String) answer.get("refresh_token")), Messages.NOT_ACTIVE);
    }
  }

  @Test
  void refuses_other_clients_and_grants() {
    HttpResponse<String> otherClient =
        client.form("token", "grant_type=refresh_token&client_id=other&refresh_token=x");
    HttpResponse<String> grant = client.form("token", "grant_type=password&client_id=my-tfc");
    HttpResponse<String> none = client.form("token", "client_id=my-tfc");

    assertThat(otherClient.statusCode()).isEqualTo(401);
    assertThat(SandboxClient.json(otherClient).get("error")).isEqualTo("invalid_client");
    assertThat(SandboxClient.json(grant).get("error")).isEqualTo("unsupported_grant_type");
    assertThat(SandboxClient.json(none).get("error_description"))
        .isEqualTo("Missing form parameter: grant_type");
  }

  @Test
  void ends_a_session_at_logout() {
    String token = sandbox.refreshToken();

    HttpResponse<String> answer = client.form("logout", "client_id=my-tfc&refresh_token=" + token);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertInvalidGrant(client.refresh(token), Messages.SESSION_OVER);
  }

  @Test
  void ends_all_sessions_on_demand() {
    String token = sandbox.refreshToken();

    sandbox.faults().add("session-ended=1");

    assertInvalidGrant(client.refresh(token), Messages.SESSION_OVER);
  }

  @Test
  void tells_where_its_endpoints_are() {
    Map<?, ?> document =
        SandboxClient.json(
            SandboxClient.send(
                HttpRequest.newBuilder(
                    URI.create(sandbox.authUrl() + "/.well-known/openid-configuration"))));

    assertThat(document.get("issuer")).isEqualTo(sandbox.authUrl().toString());
    assertThat(document.get("token_endpoint"))
        .isEqualTo(sandbox.authUrl() + "/protocol/openid-connect/token");
  }

  @Test
  void signs_in_more_than_one_user() {
    User other = new User("other@example.com", "x", "200");
    try (Sandbox two =
        Sandbox.start(
            SandboxOptions.at(
                InstantSource.system(),
                new RealmOptions(
                    TokenLifetimes.DEFAULT, true, false, List.of(User.PLAYER, other))))) {
      Map<?, ?> answer =
          SandboxClient.json(new SandboxClient(two, "").refresh(two.refreshToken(other)));

      SandboxClient visitor = new SandboxClient(two, (String) answer.get("access_token"));

      assertThat(visitor.list("").statusCode()).isEqualTo(403);
      assertThat(
              SandboxClient.send(visitor.to("/my/occupants/200/amenity-reservations/"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  private static void assertInvalidGrant(HttpResponse<String> answer, String description) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(SandboxClient.json(answer).get("error")).isEqualTo("invalid_grant");
    assertThat(SandboxClient.json(answer).get("error_description")).isEqualTo(description);
  }
}
