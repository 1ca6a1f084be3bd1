package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpLimits;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.realm.SignIn;
import dev.court.atrium.realm.SignInAnswer;
import dev.court.atrium.realm.TokenSet;
import dev.court.log.Log;
import dev.court.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Keycloak makes of court, and court of it. */
@Tag("keycloak")
class KeycloakSignInTest {
  private static final String NAME = "player@example.com";
  private static final int SIGN_IN = 4;
  private static final int SETUP = 7;

  @TempDir Path folder;
  private Player player;

  @BeforeEach
  void comes() {
    player = at(folder.resolve("home"));
  }

  @AfterEach
  void leaves() {
    player.close();
  }

  private static Player at(Path home) {
    return new Player(home, InstantSource.system().instant())
        .with("COURT_AUTH_URL", Keycloak.running().realm("my-tfc"));
  }

  /** The same files on another machine. */
  private Player copy() throws IOException {
    Path to = folder.resolve("copy");
    Path from = folder.resolve("home");
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return at(to);
  }

  private Ran login(String name, String password, String... more) {
    String[] line = new String[more.length + 3];
    line[0] = "login";
    line[1] = "--username";
    line[2] = name;
    System.arraycopy(more, 0, line, 3, more.length);
    return player.type(password + "\n", line);
  }

  private Ran login(String name) {
    return login(name, Keycloak.PASSWORD);
  }

  @Test
  void a_user_name_and_a_password_sign_in_and_the_session_is_refreshed() {
    assertThat(login(NAME).succeeds().err()).startsWith("Signed in;");

    for (int time = 0; time < 3; time++) {
      player.court("refresh-token").succeeds();
    }
    assertThat(player.court("auth").succeeds().out()).doesNotContain("nobody");
  }

  @Test
  void a_token_that_is_used_twice_ends_the_session_for_both() throws IOException {
    login(NAME).succeeds();
    try (Player other = copy()) {
      player.court("refresh-token").succeeds();

      other.court("refresh-token").failsWith(SIGN_IN, "the session has ended", "court login");

      player.court("refresh-token").failsWith(SIGN_IN, "the session has ended");
    }
  }

  @Test
  void logging_out_ends_the_session_at_the_realm() throws IOException {
    login(NAME).succeeds();
    try (Player other = copy()) {
      assertThat(player.court("logout").succeeds().err()).contains("is ended and forgotten");

      other.court("refresh-token").failsWith(SIGN_IN, "the session has ended");
    }
  }

  @Test
  void a_session_that_was_ended_begins_anew_with_remembered_credentials() throws IOException {
    login(NAME, Keycloak.PASSWORD, "--remember").succeeds();
    try (Player other = copy()) {
      other.court("logout").succeeds();
    }

    player.court("refresh-token").succeeds();

    player.court("refresh-token").succeeds();
  }

  @Test
  void a_token_from_the_browser_is_taken_over_and_refreshed() {
    Secret copied = elsewhere().refreshToken();

    player.type(copied.reveal() + "\n", "login", "--with-token").succeeds();

    player.court("refresh-token").succeeds();
    player.court("refresh-token").succeeds();
    assertThat(player.court("auth").succeeds().out()).contains("ends       likely ");
  }

  /** Signed in by another program. */
  private static TokenSet elsewhere() {
    URI realm = URI.create(Keycloak.running().realm("my-tfc"));
    AtriumSettings settings = new AtriumSettings(realm, realm, "my-tfc", null, "10", "TR");
    try (HttpTransport line =
        new HttpTransport(
            InstantSource.system(), System.getProperties(), HttpLimits.DEFAULT, Log.NONE)) {
      SignInAnswer answer =
          new SignIn(settings, URI.create("https://my.tfc.com/"), line)
              .signIn(NAME, Secret.of(Keycloak.PASSWORD));
      return ((SignInAnswer.SignedIn) answer).tokens();
    }
  }

  @Test
  void a_password_that_was_changed_at_the_realm_costs_one_refused_sign_in() {
    Keycloak keycloak = Keycloak.running();
    String name = "changing@example.com";
    login(name, Keycloak.PASSWORD, "--remember").succeeds();
    player.court("add", "--on", "mo", "--time", "17:00").succeeds();
    keycloak.admin().changePassword(name, "another");
    long refused = keycloak.events("my-tfc", "LOGIN_ERROR");
    long signedIn = keycloak.events("my-tfc", "LOGIN");

    List<Ran> runs = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      player.clock.advance(Duration.ofMinutes(1));
      runs.add(player.court("run-due"));
    }

    assertThat(runs)
        .filteredOn(ran -> !ran.err().isEmpty())
        .first()
        .satisfies(
            ran -> ran.failsWith(SIGN_IN, "the automatic sign-in failed, and is not tried again"));
    login(name, "another").succeeds();
    keycloak.awaitEvents("my-tfc", "LOGIN", signedIn + 1);
    assertThat(keycloak.events("my-tfc", "LOGIN_ERROR") - refused).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "code@example.com,     asks for a one-time code",
    "disabled@example.com, the account is disabled or locked",
    "renew@example.com,    UPDATE_PASSWORD",
    "nobody@example.com,   refuses the user name or the password"
  })
  void who_cannot_sign_in_is_told_why(String name, String why) {
    login(name).failsWith(SIGN_IN, why);

    assertThat(player.court("auth").out()).contains("nobody is signed in");
  }

  @Test
  void a_wrong_password_is_sent_once_so_that_the_third_of_them_is_what_locks() {
    String name = "guarded@example.com";
    login(name, "wrong").failsWith(SIGN_IN, "refuses the user name or the password", "Invalid");
    login(name, "wrong").failsWith(SIGN_IN, "refuses the user name or the password");
    login(name).succeeds();

    for (int time = 0; time < 3; time++) {
      login(name, "wrong").failsWith(SIGN_IN, "refuses the user name or the password");
    }

    login(name).failsWith(SIGN_IN, "do not try often, for that locks the account");
  }

  @Test
  void a_consent_page_is_left_to_a_person() {
    player.with("COURT_CLIENT_ID", "asking");

    login(NAME).failsWith(SIGN_IN, "asks for consent", "with a browser once");
  }

  @ParameterizedTest
  @CsvSource({
    "COURT_CLIENT_ID,    unknown,                    client_id",
    "COURT_CLIENT_ID,    browserless,                client_id",
    "COURT_REDIRECT_URI, https://elsewhere.example/, redirect_uri"
  })
  void a_client_that_the_realm_does_not_take_is_configuration(
      String variable, String value, String remedy) {
    player.with(variable, value);

    login(NAME).failsWith(SETUP, "the realm does not take this client", remedy);
  }

  @Test
  void a_realm_that_is_not_there_is_configuration() {
    player.with("COURT_AUTH_URL", Keycloak.running().realm("elsewhere"));

    login(NAME).failsWith(SETUP, "auth_url");
  }
}
