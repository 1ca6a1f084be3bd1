package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutgoingRequestTest {
  private static final URI ADDRESS = URI.create("http://localhost:8080/a%20b/?page=2&size=1#part");

  @Test
  void a_post_is_written_with_its_length_in_bytes_and_its_body_in_utf_8() {
    List<String> lines = written(Requests.postJson(ADDRESS, "{\"é\":1}", AtriumFixture.TOKEN));

    assertThat(lines)
        .startsWith("POST /a%20b/?page=2&size=1 HTTP/1.1", "Host: localhost:8080")
        .contains(
            "Authorization: Bearer " + HttpAnswers.JWT,
            "Content-Type: application/json",
            "Content-Length: 8")
        .endsWith("", "{\"é\":1}");
  }

  @Test
  void a_get_has_neither_a_body_nor_a_length() {
    List<String> lines = written(Requests.get(ADDRESS));

    assertThat(lines).startsWith("GET /a%20b/?page=2&size=1 HTTP/1.1").endsWith("", "");
    assertThat(lines).noneMatch(line -> line.startsWith("Content-Length"));
  }

  @Test
  void says_nothing_of_what_it_holds() {
    OutgoingRequest request = Requests.postJson(ADDRESS, "{}", AtriumFixture.TOKEN);

    assertThat(request).hasToString("OutgoingRequest[POST]");
    assertThat(PreparedRequest.of(request)).hasToString("PreparedRequest[OutgoingRequest[POST]]");
  }

  private static List<String> written(OutgoingRequest request) {
    return List.of(new String(request.bytes(), UTF_8).split("\r\n", -1));
  }
}
