package dev.court.atrium.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.atrium.http.ClockSample.Lead;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockSampleTest {
  private static final Instant SENT = Instant.parse("2025-07-28T10:59:57.250Z");
  private static final String DATE = "Mon, 28 Jul 2025 11:00:03 GMT";

  @RegisterExtension static final WireMockExtension atrium = AtriumFixture.server();

  private final HttpTransport transport = AtriumFixture.patient();

  @AfterEach
  void hangUp() {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 404, 405, 503})
  void reads_the_servers_clock_whatever_the_answer(int status) {
    answer(aResponse().withStatus(status).withHeader("Date", DATE));

    ClockSample sample = sample();

    assertThat(sample.httpStatus()).isEqualTo(status);
    assertThat(sample.serverDate()).isEqualTo("2025-07-28T11:00:03Z");
    assertThat(sample.sentAt()).isEqualTo(AtriumFixture.NOW);
    assertThat(sample.receivedAt())
        .isAfter(AtriumFixture.NOW)
        .isBefore(AtriumFixture.NOW.plusSeconds(1));
    assertThat(sample.lead().orElseThrow().proven())
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void an_answer_out_of_a_cache_tells_nothing_about_the_clock() {
    answer(aResponse().withHeader("Date", DATE).withHeader("Age", "90"));

    assertThat(sample().lead()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2025-07-28T11:00:03Z"})
  void nor_does_one_without_a_proper_date(String date) {
    answer(aResponse().withHeader("Date", date));

    assertThat(sample().lead()).isEmpty();
  }

  @Test
  void without_an_answer_there_is_no_status() {
    answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(sample())
        .isEqualTo(new ClockSample(AtriumFixture.NOW, AtriumFixture.NOW, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    // A server that agrees with us writes its date between sending and receiving.
    "2025-07-28T10:59:57Z, PT-0.35S, PT0.75S, PT0S",
    "2025-07-28T10:59:58Z, PT0.65S, PT1.75S, PT0.65S",
    "2025-07-28T10:59:56Z, PT-1.35S, PT-0.25S, PT-0.25S"
  })
  void a_date_bounds_how_far_the_server_is_ahead(
      Instant date, Duration atLeast, Duration atMost, Duration proven) {
    ClockSample sample = new ClockSample(SENT, SENT.plusMillis(100), date, 200);

    assertThat(sample.lead()).contains(new Lead(atLeast, atMost));
    assertThat(sample.lead().orElseThrow().proven()).isEqualTo(proven);
  }

  @Test
  void two_samples_leave_less_room_than_one() {
    Lead one = new Lead(Duration.ofMillis(-350), Duration.ofMillis(750));
    Lead two = new Lead(Duration.ofMillis(200), Duration.ofMillis(1300));

    assertThat(one.and(two)).isEqualTo(new Lead(Duration.ofMillis(200), Duration.ofMillis(750)));
    assertThat(two.and(one)).isEqualTo(one.and(two));
  }

  @Test
  void when_they_contradict_each_other_the_later_counts() {
    Lead one = new Lead(Duration.ofMillis(-350), Duration.ofMillis(750));
    Lead later = new Lead(Duration.ofSeconds(5), Duration.ofSeconds(6));

    assertThat(one.and(later)).isEqualTo(later);
  }

  private void answer(ResponseDefinitionBuilder response) {
    atrium.stubFor(get(urlEqualTo("/")).willReturn(response));
  }

  private ClockSample sample() {
    URI address = URI.create(AtriumFixture.url(atrium) + "/");
    return ClockSample.of(transport.send(Requests.get(address)));
  }
}
