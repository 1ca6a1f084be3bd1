package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ListingTest {
  private final SetClock clock = new SetClock("2026-11-25T18:00:00-05:00");
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
  private final SandboxClient client = new SandboxClient(sandbox);

  @BeforeEach
  void reserve() {
    sandbox.hold("2", LocalDateTime.parse("2026-12-02T12:00"), Duration.ofHours(1));
    client.reserve(8, "2026-12-01T17:00:00-05:00", "2026-12-01T17:30:00-05:00");
    client.reserve(8, "2026-12-01T17:30:00-05:00", "2026-12-01T18:00:00-05:00");
    client.reserve(8, "2026-12-01T18:00:00-05:00", "2026-12-01T18:30:00-05:00");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void shows_ours_newest_first_in_pages() {
    Map<?, ?> first = SandboxClient.json(client.list("?page_size=2"));
    Map<?, ?> second = SandboxClient.json(follow(first.get("next")));

    assertThat(first.get("count")).isEqualTo(3);
    assertThat(ids(first)).containsExactly(481004, 481003);
    assertThat(ids(second)).containsExactly(481002);
    assertThat(second.get("next")).isNull();
    assertThat(ids(SandboxClient.json(follow(second.get("previous"))))).isEqualTo(ids(first));
  }

  @Test
  void shows_as_many_as_asked_for() {
    assertThat(ids(SandboxClient.json(client.list("?page_size=100")))).hasSize(3);
    assertThat(ids(SandboxClient.json(client.list("?page=3&page_size=1")))).containsExactly(481002);
  }

  @Test
  void has_no_page_beyond_the_last() {
    assertThat(client.list("?page=2").statusCode()).isEqualTo(404);
    assertThat(client.list("?page=x").statusCode()).isEqualTo(404);
  }

  @Test
  void answers_a_head_request_without_a_body() {
    var answer =
        SandboxClient.send(
            client
                .to(SandboxClient.COLLECTION)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  private java.net.http.HttpResponse<String> follow(Object link) {
    return SandboxClient.send(client.to("").uri(URI.create((String) link)).GET());
  }

  private static List<Object> ids(Map<?, ?> page) {
    List<Object> ids = new ArrayList<>();
    ((List<?>) page.get("results")).forEach(item -> ids.add(((Map<?, ?>) item).get("id")));
    return ids;
  }
}
