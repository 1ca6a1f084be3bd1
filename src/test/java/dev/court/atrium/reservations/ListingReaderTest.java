package dev.court.atrium.reservations;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.atrium.http.AtriumFixture;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswers;
import dev.court.atrium.http.HttpTransport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListingReaderTest {
  private static final String ITEM =
      "{\"id\":%s,\"amenity\":{\"id\":8,\"label\":\"Court 1\"},"
          + "\"start_time\":\"2025-08-04T07:00:00-04:00\","
          + "\"end_time\":\"2025-08-04T07:30:00-04:00\",\"is_cancelled\":false}";

  @RegisterExtension static final WireMockExtension atrium = AtriumFixture.server();
  @RegisterExtension static final WireMockExtension stranger = AtriumFixture.server();

  private final HttpTransport transport = AtriumFixture.patient();
  private final Reservations reservations =
      ReservationFixture.reservations(AtriumFixture.url(atrium), transport);

  @AfterEach
  void hangUp() {
    transport.close();
  }

  @Test
  void reads_a_paged_listing_to_its_end() {
    page("", "{\"count\":2,\"next\":\"%s?page=2\",\"results\":[%s]}".formatted(url(), item(1)));
    page("?page=2", "{\"count\":2,\"next\":null,\"results\":[%s]}".formatted(item(2)));

    assertThat(complete()).extracting(HeldReservation::id).containsExactly("1", "2");
    atrium.verify(
        1,
        getRequestedFor(urlEqualTo(ReservationFixture.PATH + "?page=2"))
            .withHeader("Authorization", equalTo("Bearer " + HttpAnswers.JWT)));
  }

  @Test
  void understands_a_bare_array() {
    page("", "[%s]".formatted(item("\"r-1\"")));

    assertThat(complete())
        .containsExactly(
            new HeldReservation(
                "r-1",
                8L,
                "Court 1",
                Instant.parse("2025-08-04T11:00:00Z"),
                Instant.parse("2025-08-04T11:30:00Z"),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          "amenity":{"id":8,"label":"Court 1"} | 8    | Court 1
          "amenity":{"id":"8","name":"Court"}  | 8    | Court
          "amenity":{"label":"Court 1"}        | null | Court 1
          "amenity":8                          | 8    | null
          "amenity":"8"                        | 8    | null
          "amenity":"Court 1"                  | null | Court 1
          "amenity_id":8,"amenity":"Court 1"   | 8    | Court 1
          "amenity_id":8                       | 8    | null
          "amenity_name":"Court 1"             | null | Court 1
          "amenity":{"id":8.5}                 | null | null
          "amenity":null                       | null | null
          "amenity":[8]                        | null | null
          "x":1                                | null | null
          """)
  void understands_an_amenity_in_many_shapes(String amenity, Long id, String label) {
    page("", "[{%s,\"start_time\":\"2025-08-04T07:00:00-04:00\"}]".formatted(amenity));

    assertThat(complete())
        .containsExactly(
            new HeldReservation(
                null, id, label, Instant.parse("2025-08-04T11:00:00Z"), null, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-08-04T07:00:00-04:00",
        "2025-08-04T07:00-04:00",
        "2025-08-04 07:00:00-04:00",
        "2025-08-04T07:00:00.000000-0400",
        "2025-08-04T11:00:00Z",
        "2025-08-04T11:00:00+00:00"
      })
  void understands_a_time_with_an_offset(String time) {
    page("", "[{\"start_time\":\"%s\"}]".formatted(time));

    assertThat(complete())
        .extracting(HeldReservation::start)
        .containsExactly(Instant.parse("2025-08-04T11:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "is_cancelled":true     | true
          "is_cancelled":"true"   | true
          "is_cancelled":1        | true
          "status":"Cancelled"    | true
          "status":"canceled"     | true
          "is_cancelled":false    | false
          "is_cancelled":null     | false
          "status":"cancellable"  | false
          "status":"confirmed"    | false
          """)
  void tells_what_was_cancelled(String flag, boolean cancelled) {
    page("", "[{%s,\"start_time\":\"2025-08-04T07:00:00-04:00\"}]".formatted(flag));

    assertThat(complete()).extracting(HeldReservation::cancelled).containsExactly(cancelled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "7",
        "\"x\"",
        "[]",
        "{\"start_time\":null}",
        "{\"start_time\":\"2025-08-04T07:00:00\"}",
        "{\"start_time\":\"tomorrow\"}",
        "{\"start_time\":1754305200}",
        "{\"start_time\":\"2025-02-30T07:00:00-04:00\"}"
      })
  void half_understood_is_not_readable(String broken) {
    page("", "[%s,%s]".formatted(item(1), broken));

    assertThat(reason()).isEqualTo("1 of 2 reservations could not be understood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"results\":{}}", "{\"results\":[", "<html>hi</html>", "7"})
  void what_is_no_listing_is_not_readable(String body) {
    page("", body);

    assertThat(list()).isInstanceOf(Listing.NotReadable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 307, 400, 403, 404, 405, 429, 500, 503})
  void another_status_is_not_readable(int status) {
    atrium.stubFor(
        get(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Location", AtriumFixture.url(stranger) + "/")));

    assertThat(list()).isInstanceOf(Listing.NotReadable.class);
    stranger.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void a_token_that_is_not_accepted_is_told_apart() {
    atrium.stubFor(
        get(anyUrl())
            .willReturn(aResponse().withStatus(401).withBody("{\"detail\":\"Token expired\"}")));

    assertThat(list()).isEqualTo(new Listing.TokenRefused("HTTP 401: Token expired"));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_answer_is_not_readable(Fault fault) {
    atrium.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));

    assertThat(list()).isInstanceOf(Listing.NotReadable.class);
  }

  @Test
  void pages_that_lead_back_end() {
    page("", "{\"next\":\"?page=2\",\"results\":[]}");
    page("?page=2", "{\"next\":\"%s\",\"results\":[]}".formatted(url()));

    assertThat(reason()).isEqualTo("the pages of the listing have no end");
    atrium.verify(2, getRequestedFor(anyUrl()));
  }

  @Test
  void pages_without_end_end() {
    for (int i = 0; i <= ListingReader.MOST_PAGES; i++) {
      page(i == 0 ? "" : "?page=" + i, "{\"next\":\"?page=%s\",\"results\":[]}".formatted(i + 1));
    }

    assertThat(reason()).isEqualTo("the pages of the listing have no end");
    atrium.verify(ListingReader.MOST_PAGES, getRequestedFor(anyUrl()));
  }

  @Test
  void the_token_is_not_carried_to_another_site() {
    page("", "{\"next\":\"%s/api/\",\"results\":[]}".formatted(AtriumFixture.url(stranger)));

    assertThat(reason()).isEqualTo("the listing goes on at another site");
    stranger.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void fewer_than_promised_is_not_readable() {
    page("", "{\"count\":3,\"next\":null,\"results\":[%s]}".formatted(item(1)));

    assertThat(reason()).isEqualTo("only 1 of 3 reservations were listed");
  }

  @Test
  void a_listing_that_repeats_the_token_does_not_show_it() {
    page("", "<html><title>%s</title></html>".formatted(HttpAnswers.JWT));

    assertThat(list().toString()).contains("[hidden]").doesNotContain("eyJ");
  }

  @Test
  void pages_without_end_take_no_longer_than_their_time_and_tell_what_they_showed() {
    AtomicInteger page = new AtomicInteger();
    ListingReader reader =
        new ListingReader(
            (address, left) -> {
              assertThat(left).isPositive();
              awaitNanos(left.toNanos() / 2);
              String next = url() + "?page=" + page.incrementAndGet();
              String body = "{\"next\":\"%s\",\"results\":[%s]}".formatted(next, item(page));
              return new Exchange.Answered(HttpAnswers.of(200, body), Instant.EPOCH, Duration.ZERO);
            },
            Duration.ofMillis(20));

    Listing listing = reader.readFrom(URI.create(url()));

    assertThat(listing).isInstanceOf(Listing.NotReadable.class);
    assertThat(((Listing.NotReadable) listing).reason())
        .isEqualTo("the listing did not end in its time");
    assertThat(((Listing.NotReadable) listing).seen()).hasSize(page.get());
    assertThat(page.get()).isLessThan(ListingReader.MOST_PAGES);
  }

  /** By real time, as the answers of a slow server. */
  private static void awaitNanos(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  private String reason() {
    return ((Listing.NotReadable) list()).reason();
  }

  private Listing list() {
    return reservations.list(AtriumFixture.TOKEN);
  }

  private java.util.List<HeldReservation> complete() {
    return assertThat(list())
        .asInstanceOf(InstanceOfAssertFactories.type(Listing.Complete.class))
        .actual()
        .reservations();
  }

  private static String item(Object id) {
    return ITEM.formatted(id);
  }

  private static String url() {
    return AtriumFixture.url(atrium) + ReservationFixture.PATH;
  }

  private static void page(String query, String body) {
    atrium.stubFor(get(urlEqualTo(ReservationFixture.PATH + query)).willReturn(okJson(body)));
  }
}
