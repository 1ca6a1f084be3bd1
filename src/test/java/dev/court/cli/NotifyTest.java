package dev.court.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.WithPlayer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of the channels, and trying them out. */
class NotifyTest extends WithPlayer {
  private static final String MAIL = "\"type\":\"email\",\"from\":\"a@b.c\",\"to\":\"d@e.f\"";

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stops() {
    receiver.close();
  }

  private void two() {
    configFile(
        """
        {"notify": {"one": {"type": "webhook", "url": "%s"},
                    "two": {"type": "slack", "url": "%s", "events": ["lost", "sign-in"]}}}
        """
            .formatted(receiver.url("/one"), receiver.url("/two")));
  }

  @Test
  void a_test_goes_to_every_channel_whatever_it_wants() {
    two();

    assertThat(player.court("notify", "test").succeeds().out())
        .isEqualTo(
            """
            CHANNEL  TYPE     RESULT
            one      webhook  sent
            two      slack    sent
            """);
    assertThat(receiver.bodies("/one").get(0)).containsEntry("event", "test");
    assertThat(receiver.bodies("/two").get(0).get("text").toString()).startsWith("*court: a test*");
    assertThat(home.toFile().list()).containsExactly("config.json");
  }

  @Test
  void a_test_of_one_goes_to_that_one() {
    two();

    player.court("notify", "test", "two").succeeds();

    assertThat(receiver.paths()).containsExactly("/two");
  }

  @Test
  void a_test_says_of_each_what_came_of_it() {
    two();
    receiver.answering("/two", aResponse().withStatus(503));

    Ran ran = player.court("notify", "test", "-o", "json");

    assertThat(ran.code()).isEqualTo(ExitCodes.TEMPORARY);
    assertThat(ran.rows().get(0)).containsEntry("sent", true).containsEntry("reason", null);
    assertThat(ran.rows().get(1))
        .containsEntry("sent", false)
        .containsEntry("reason", "127.0.0.1 answered 503");

    receiver.answering("/two", aResponse().withStatus(404));
    assertThat(player.court("notify", "test").code()).isEqualTo(ExitCodes.SETUP);
  }

  @Test
  void a_test_of_nothing_says_what_to_do() {
    player.court("notify", "test").failsWith(ExitCodes.SETUP, "no channel is set", "config.json");
    two();
    player
        .court("notify", "test", "three")
        .failsWith(ExitCodes.USAGE, "no channel 'three': there is one, two");
  }

  @Test
  void the_channels_are_listed() {
    assertThat(player.court("notify").succeeds().out()).isEmpty();
    assertThat(player.court("notify", "-o", "json").rows()).isEmpty();
    assertThat(home).doesNotExist();
    two();

    assertThat(player.court("notify").succeeds().out())
        .isEqualTo(
            """
            CHANNEL  TYPE     TELLS         WAITING  TROUBLE
            one      webhook  everything    0
            two      slack    lost,sign-in  0
            """);
  }

  @Test
  void settings_are_shown_without_an_address() {
    two();
    player.with("COURT_PING_URL", "https://hc-ping.example/1234-secret");

    for (String line : new String[] {"config", "config -o json", "config -v --debug"}) {
      String out = type(line).succeeds().out();
      assertThat(out)
          .contains("one (webhook), two (slack)", "https://hc-ping.example/...")
          .doesNotContain("secret", receiver.url(""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1                                               | must be like {"phone": {"type": "ntfy"
          {"a":1}                                         | channel 'a' must be like
          {"":{"type":"ntfy"}}                            | a channel's name is up to 40 letters
          {"a b":{"type":"ntfy"}}                         | a channel's name is up to 40 letters
          {"a":{}}                                        | channel 'a': type is missing
          {"a":{"type":"pigeon"}}                         | channel 'a': no type 'pigeon': there is ntfy, webhook
          {"a":{"type":"ntfy"}}                           | channel 'a': url is missing: set url_file, url_env or url
          {"a":{"type":"ntfy","url":"http://ntfy.example/x"}} | channel 'a': the url of ntfy.example is refused
          {"a":{"type":"ntfy","url":"https://me:pw@x/y"}} | channel 'a': the url holds a user name
          {"a":{"type":"ntfy","url":"x y"}}               | channel 'a': the url is none
          {"a":{"type":"ntfy","url":"ftp://x/y"}}         | channel 'a': the url of x is refused
          {"a":{"type":"ntfy","url":["https://x/y"]}}     | channel 'a': url must be a text
          {"a":{"type":"ntfy","url":"https://x/y","urll":1}} | channel 'a': 'urll' means nothing here: there is type, token, token_file
          {"a":{"type":"slack","url":"https://x/y","token":"t"}} | channel 'a': 'token' means nothing here
          {"a":{"type":"ntfy","url":"https://x/y","url_file":"f"}} | channel 'a': one of url, url_file and url_env is enough
          {"a":{"type":"ntfy","url_env":"COURT_KEY"}}     | channel 'a': url_env must not be COURT_KEY
          {"a":{"type":"ntfy","url":"https://x/y","events":["book"]}} | channel 'a': no event 'book': there is booked, lost
          {"a":{"type":"ntfy","url":"https://x/y","events":[1.5]}} | channel 'a': no event '1.5'
          {"a":{"type":"ntfy","url":"https://x/y","events":[null]}} | channel 'a': events is missing
          {"a":{"type":"telegram","chat_id":1}}           | channel 'a': token is missing
          {"a":{"type":"telegram","token_file":"t"}}      | channel 'a': chat_id is missing
          {"a":{"type":"command"}}                        | channel 'a': command is missing
          {"a":{"type":"command","command":[]}}           | channel 'a': command is missing
          {"a":{"type":"command","command":[{"x":1}]}}    | channel 'a': command must be a text
          {"a":{"type":"email","from":"a@b.c"}}           | channel 'a': host is missing
          {"a":{"type":"email","from":"x","host":"h","to":"d@e.f"}} | channel 'a': 'x' is no mail address
          {"a":{"type":"email","from":"a@b.c","host":"h"}} | channel 'a': to is missing
          {"a":{%M,"host":"h","security":"none"}}         | channel 'a': mail goes over starttls or tls
          {"a":{%M,"host":"h","security":"ssl"}}          | channel 'a': security is starttls, tls or none, not 'ssl'
          {"a":{%M,"host":"h","port":70000}}              | channel 'a': '70000' is no port
          {"a":{%M,"host":"h","username":"u"}}            | channel 'a': username and password go together
          {"a":{%M,"host":"h","password_env":"u"}}        | channel 'a': username and password go together
          """)
  void a_channel_that_makes_no_sense_is_refused_in_one_line(String setting, String reason) {
    String json = setting.replace("%M", MAIL);

    player
        .court("config", "set", "notify", json)
        .failsWith(ExitCodes.USAGE, json.equals("1") ? "must be like" : reason);
    assertThat(home).doesNotExist();

    configFile("{\"notify\": " + json + "}");
    player.court("list").failsWith(ExitCodes.SETUP, "setting notify (config.json): " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":{"type":"ntfy","url":"https://x/y","token":"hunter2"}}
          {"a":{"type":"slack","url":"https://x/hunter2"}}
          {"a":{"type":"discord","url":"https://x/hunter2"}}
          {"a":{"type":"telegram","chat_id":"1","token":"hunter2"}}
          {"a":{%M,"host":"h","username":"u","password":"hunter2"}}
          """)
  void a_secret_does_not_belong_on_a_command_line(String setting) {
    Ran ran = player.court("config", "set", "notify", setting.replace("%M", MAIL));

    ran.failsWith(ExitCodes.USAGE, "a secret does not belong on a command line");
    assertThat(ran.err()).doesNotContain("hunter2");
    assertThat(home).doesNotExist();
  }

  @Test
  void a_control_character_in_a_setting_is_refused_and_not_repeated() {
    configFile(
        "{\"notify\": {\"a\": {"
            + MAIL.replace("a@b.c", "a@b.c\\r\\nBcc: x@y.z")
            + ",\"host\":\"h\"}}}");

    player.court("notify").failsWith(ExitCodes.SETUP, "from must be one line");
  }

  @ParameterizedTest
  @CsvSource({
    "url_file,  nowhere,     there is no file",
    "url_env,   NOT_SET,     the variable NOT_SET is not set",
    "url_file,  .,           cannot read"
  })
  void a_secret_that_is_not_there_is_told_when_it_is_needed(
      String field, String place, String reason) {
    configFile(
        "{\"notify\": {\"a\": {\"type\": \"slack\", \"%s\": \"%s\"}}}".formatted(field, place));

    type("list").succeeds();
    assertThat(type("notify").succeeds().out()).contains(reason);
    Ran ran = type("notify test");
    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(ran.out()).contains("not sent: " + reason);
  }

  @Test
  void a_ping_address_is_checked_like_any_other() {
    player.with("COURT_PING_URL", "http://hc-ping.example/secret");
    Ran ran = type("list");
    ran.failsWith(ExitCodes.SETUP, "setting ping_url (COURT_PING_URL): the url of hc-ping.example");
    assertThat(ran.err()).doesNotContain("secret");
  }

  @Test
  void null_is_as_good_as_absent() {
    configFile("{\"notify\": null, \"ping_url\": null}");

    assertThat(type("notify -o json").rows()).isEqualTo(List.<Map<String, Object>>of());
  }
}
