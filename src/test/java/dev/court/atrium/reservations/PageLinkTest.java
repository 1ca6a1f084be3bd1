package dev.court.atrium.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageLinkTest {
  private static final URI HERE = URI.create("https://api.example/v1/list/");

  @ParameterizedTest
  @CsvSource({
    "https://api.example/v1/list/?page=2, https://api.example/v1/list/?page=2",
    "https://API.example:443/v1/list/?page=2, https://api.example/v1/list/?page=2",
    "http://api.example/v1/list/?page=2, https://api.example/v1/list/?page=2",
    "http://api.example:80/x?c=a%2Fb%3D, https://api.example/x?c=a%2Fb%3D",
    "?page=2, https://api.example/v1/list/?page=2",
    "/v1/other/, https://api.example/v1/other/",
    "//api.example/x, https://api.example/x",
    "https://api.example/x#part, https://api.example/x"
  })
  void stays_at_the_site_and_over_https(String next, URI address) {
    assertThat(PageLink.from(HERE, next)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1/list/?page=2",
        "https://api.example.evil/",
        "https://api.example:8443/",
        "https://api.example@evil.example/",
        "https://user:pw@api.example/",
        "//evil.example/x",
        "mailto:someone@api.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "not an address",
        "http://[",
        "\\\\evil.example\\x"
      })
  void goes_nowhere_else(String next) {
    assertThat(PageLink.from(HERE, next)).isEmpty();
  }
}
