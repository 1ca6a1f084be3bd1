package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JournalTest {
  private static final String FIVE = "2026-12-02T17:00:00-05:00";
  private static final String HALF_PAST = "2026-12-02T17:30:00-05:00";

  private final SetClock clock = new SetClock("2026-11-25T17:00:00.0013-05:00");
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock).withLog(lines::add));
  private final SandboxClient client = new SandboxClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void keeps_what_arrived_and_when() {
    client.reserve(8, FIVE, HALF_PAST);
    client.list("?page=1");

    List<ReceivedRequest> requests = sandbox.requests();

    assertThat(requests).extracting(ReceivedRequest::method).containsExactly("POST", "GET");
    assertThat(requests.get(0).at()).isEqualTo(clock.instant());
    assertThat(requests.get(0).afterOpening()).isEqualTo(Duration.ofNanos(1_300_000));
    assertThat(requests.get(0).body()).contains("\"amenity_id\":8");
    assertThat(requests.get(1).path()).endsWith("/amenity-reservations/?page=1");
    assertThat(requests.get(1).afterOpening()).isNull();
    assertThat(requests.get(1).nanoTime()).isGreaterThan(requests.get(0).nanoTime());
  }

  @Test
  void tells_of_each_request_in_one_line() {
    client.reserve(8, FIVE, HALF_PAST);
    clock.set("2026-11-25T16:59:59.988-05:00");
    client.reserve(10, FIVE, HALF_PAST);
    sandbox.faults().add("drop-answer@list=1");
    clock.set("2026-11-25T17:20:00-05:00");
    client.list("");

    String path = "/api/v1" + SandboxClient.COLLECTION;
    assertThat(lines)
        .startsWith(
            "17:00:00.001  POST %s  201  +1.3 ms after the opening".formatted(path),
            "16:59:59.988  POST %s  400  12.0 ms early  %s"
                .formatted(
                    path,
                    "{\"non_field_errors\":"
                        + "[\"Reservations can only be made up to 168 hours in advance.\"]}"),
            "17:20:00.000  GET %s  200  [drop-answer]".formatted(path));
  }

  @Test
  void keeps_no_secret() {
    String token = sandbox.refreshToken();

    client.refresh(token);
    client.refresh(token);
    client.form("token", "password=hunter2&username=me&grant_type=password&client_id=my-tfc");
    client.list("?code=hunter2");

    assertThat(sandbox.requests().get(0).body())
        .isEqualTo("grant_type=refresh_token&client_id=my-tfc&refresh_token=***");
    assertThat(sandbox.requests() + String.join("\n", lines))
        .doesNotContain("hunter2", "eyJ")
        .contains("username=me");
  }

  @Test
  void tells_how_late_a_request_is_in_words_that_fit() {
    assertThat(LogLine.lateness(Duration.ZERO)).isEqualTo("+0.0 ms after the opening");
    assertThat(LogLine.lateness(Duration.ofSeconds(61))).isEqualTo("+61000.0 ms after the opening");
    assertThat(LogLine.lateness(Duration.ofHours(-3))).isEqualTo("180 min early");
    assertThat(LogLine.lateness(Duration.ofDays(-9))).isEqualTo("9 days early");
  }
}
