package dev.court.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.json.Json;
import dev.court.sandbox.realm.Messages;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
  private static final String FIVE = "2026-12-02T17:00:00-05:00";
  private static final String HALF_PAST = "2026-12-02T17:30:00-05:00";

  private final SetClock clock = new SetClock("2026-11-25T17:30:00-05:00");
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.at(clock));
  private final SandboxClient client = new SandboxClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void waits_before_it_handles() {
    sandbox.faults().add("latency=60ms");

    long before = System.nanoTime();
    assertThat(reserve().statusCode()).isEqualTo(201);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(60));
  }

  @Test
  void waits_between_handling_and_answering() {
    sandbox.faults().add("answer-latency=5m");

    CompletableFuture<HttpResponse<String>> answer =
        client.postAsync(Json.write(SandboxClient.body(8, FIVE, HALF_PAST)));

    awaitReservation();
    assertThat(answer).isNotDone();
  }

  @Test
  void goes_by_a_clock_that_is_wrong() {
    clock.set("2026-11-25T16:59:59-05:00");
    assertThat(reserve().body()).contains("168 hours in advance");

    sandbox.faults().add("clock=+1s");
    HttpResponse<String> answer = reserve();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Date")).contains("Wed, 25 Nov 2026 22:00:00 GMT");
    assertThat(sandbox.requests().get(1).at()).isEqualTo("2026-11-25T22:00:00Z");
  }

  @Test
  void drops_a_request_unhandled() {
    sandbox.faults().add("drop-request=1");

    assertThatThrownBy(this::reserve).isInstanceOf(UncheckedIOException.class);

    assertThat(sandbox.reservations()).isEmpty();
    assertThat(sandbox.requests()).singleElement().matches(entry -> entry.status() == 0);
    assertThat(reserve().statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop-answer=1", "cut-answer=1"})
  void loses_the_answer_to_a_request_that_booked(String fault) {
    sandbox.faults().add(fault);

    assertThatThrownBy(this::reserve).isInstanceOf(UncheckedIOException.class);

    assertThat(sandbox.reservations()).hasSize(1);
    assertThat(sandbox.requests()).singleElement().matches(entry -> entry.status() == 201);
    assertThat(reserve().body()).contains(Messages.TAKEN);
  }

  @Test
  void cuts_even_an_answer_that_has_no_body() {
    reserve();
    sandbox.faults().add("cut-answer@cancel=1");

    assertThatThrownBy(() -> client.cancel(481001)).isInstanceOf(UncheckedIOException.class);

    assertThat(sandbox.reservations()).isEmpty();
  }

  @Test
  void stalls_in_the_middle_of_an_answer() throws Exception {
    sandbox.faults().add("stall=1");

    CompletableFuture<HttpResponse<String>> answer =
        client.postAsync(Json.write(SandboxClient.body(8, FIVE, HALF_PAST)));

    awaitReservation();
    assertThatThrownBy(() -> answer.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
  }

  @Test
  void answers_with_half_of_the_json() {
    sandbox.faults().add("truncate=1");

    HttpResponse<String> answer = reserve();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThatThrownBy(() -> Json.tree(answer.body())).hasMessageStartingWith("ends in the middle");
    assertThat(sandbox.reservations()).hasSize(1);
  }

  @Test
  void fails_without_having_booked() {
    sandbox.faults().add("5xx=2");

    assertThat(List.of(reserve().statusCode(), reserve().statusCode())).containsOnly(502);
    assertThat(sandbox.reservations()).isEmpty();
    assertThat(reserve().statusCode()).isEqualTo(201);
  }

  @Test
  void fails_though_it_has_booked() {
    sandbox.faults().add("5xx-after=1");

    assertThat(reserve().statusCode()).isEqualTo(504);
    assertThat(sandbox.reservations()).hasSize(1);
  }

  @Test
  void asks_to_slow_down() {
    sandbox.faults().add("429=1:3s");

    HttpResponse<String> answer = reserve();

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    assertThat(sandbox.reservations()).isEmpty();
  }

  @Test
  void refuses_a_good_token_once() {
    sandbox.faults().add("401=1");

    assertThat(reserve().statusCode()).isEqualTo(401);
    assertThat(reserve().statusCode()).isEqualTo(201);
  }

  @Test
  void shows_a_page_of_html() {
    sandbox.faults().add("html=1");

    HttpResponse<String> answer = reserve();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).contains("maintenance");
    assertThat(sandbox.reservations()).isEmpty();
  }

  @Test
  void lets_somebody_else_be_faster() {
    sandbox.faults().add("taken=1");

    assertThat(reserve().body()).contains(Messages.TAKEN);
    assertThat(reserve().body()).contains(Messages.TAKEN);
    assertThat(client.reserve(10, FIVE, HALF_PAST).statusCode()).isEqualTo(201);
  }

  @Test
  void lets_nobody_be_faster_than_the_opening() {
    clock.set("2026-11-25T16:59:59-05:00");
    sandbox.faults().add("taken");

    assertThat(reserve().body()).contains("168 hours in advance");
    assertThat(sandbox.reservations()).isEmpty();
  }

  @Test
  void refuses_in_words_of_choice() {
    sandbox.faults().add("refuse=1:Pay your rent first");

    assertThat(reserve().body()).isEqualTo("{\"detail\":\"Pay your rent first\"}");
  }

  @Test
  void hides_the_listing() {
    reserve();
    sandbox.faults().add("list-empty=1,list-404=1,list-405=1");

    assertThat(client.list("").body()).startsWith("{\"count\":0,");
    assertThat(client.list("").statusCode()).isEqualTo(404);
    assertThat(client.list("").statusCode()).isEqualTo(405);
    assertThat(client.list("").body()).startsWith("{\"count\":1,");
  }

  @Test
  void befalls_only_the_requests_it_is_meant_for() {
    sandbox.faults().add("5xx@token=1,html@list=1,401@cancel=1");

    assertThat(reserve().statusCode()).isEqualTo(201);
    assertThat(client.list("").body()).contains("maintenance");
    assertThat(client.refresh(sandbox.refreshToken()).statusCode()).isEqualTo(502);
    assertThat(client.cancel(481001).statusCode()).isEqualTo(401);
    assertThat(client.cancel(481001).statusCode()).isEqualTo(204);
  }

  @Test
  void rolls_a_refresh_token_whose_answer_is_lost() {
    String token = sandbox.refreshToken();
    sandbox.faults().add("drop-answer@token=1");

    assertThatThrownBy(() -> client.refresh(token)).isInstanceOf(UncheckedIOException.class);

    assertThat(client.refresh(token).body()).contains(Messages.REUSED);
  }

  @Test
  void plays_faults_one_after_the_other_and_stops_when_told() {
    sandbox.faults().add("5xx=1,429=1");
    sandbox.faults().add(Fault.of(FaultKind.HTML));

    assertThat(reserve().statusCode()).isEqualTo(502);
    assertThat(reserve().statusCode()).isEqualTo(429);
    assertThat(reserve().statusCode()).isEqualTo(200);
    sandbox.faults().clear();
    assertThat(reserve().statusCode()).isEqualTo(201);
  }

  @Test
  void can_start_with_faults() {
    try (Sandbox broken =
        Sandbox.start(SandboxOptions.at(clock).withFaults(Faults.parse("html@any")))) {
      assertThat(new SandboxClient(broken).list("").body()).contains("maintenance");
    }
  }

  private HttpResponse<String> reserve() {
    return client.reserve(8, FIVE, HALF_PAST);
  }

  private void awaitReservation() {
    while (sandbox.reservations().isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
