package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.SetupProblem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1, https://api.example/v1",
    "https://api.example/v1//, https://api.example/v1",
    "' https://api.example ', https://api.example",
    "HTTPS://api.example:8443/x, HTTPS://api.example:8443/x",
    "http://localhost:8080/api, http://localhost:8080/api",
    "http://LOCALHOST, http://LOCALHOST",
    "http://127.0.0.1:1/, http://127.0.0.1:1",
    "http://127.9.8.7, http://127.9.8.7",
    "http://[::1]:80, http://[::1]:80",
    "http://[0:0:0:0:0:0:0:1]/x, http://[0:0:0:0:0:0:0:1]/x"
  })
  void takes_https_and_plain_http_to_this_machine(String text, URI url) {
    assertThat(ServiceUrl.checked(text)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example/v1",
        "http://127.0.0.1.example/",
        "http://localhost.example/",
        "http://1270.0.0.1/",
        "http://0.0.0.0/",
        "http://192.168.0.1/",
        "http://[::2]/",
        "http://[::ffff:10.0.0.1]/",
        "http://127.0.0.1@example.org/",
        "https://me:s3cret@api.example/",
        "https://api.example/?key=s3cret",
        "https://api.example/#s3cret",
        "ftp://api.example/",
        "file:///etc/passwd",
        "api.example/v1",
        "//api.example/v1",
        "https://",
        "https:api.example",
        "https://me:s3cret@api example/",
        ""
      })
  void refuses_anything_else_without_repeating_a_password(String text) {
    assertThatThrownBy(() -> ServiceUrl.checked(text))
        .isInstanceOf(SetupProblem.class)
        .hasNoCause()
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("s3cret", "\n");
  }

  @Test
  void the_settings_cannot_be_made_around_it() {
    URI safe = URI.create("https://a.example");
    URI plain = URI.create("http://a.example");

    assertThatThrownBy(() -> new AtriumSettings(plain, safe, "c", "1", "10", "TR"))
        .isInstanceOf(SetupProblem.class);
    assertThatThrownBy(() -> new AtriumSettings(safe, plain, "c", "1", "10", "TR"))
        .isInstanceOf(SetupProblem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../admin", "1/2", "1 2", "1?x", "%2e", "1\n"})
  void an_occupant_id_cannot_lead_elsewhere(String id) {
    URI safe = URI.create("https://a.example");

    assertThatThrownBy(() -> new AtriumSettings(safe, safe, "c", id, "10", "TR"))
        .isInstanceOf(SetupProblem.class);
  }
}
