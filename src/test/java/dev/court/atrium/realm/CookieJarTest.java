package dev.court.atrium.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieJarTest {
  private static final URI PAGE = URI.create("http://localhost/realms/r/auth?x=1");

  private final CookieJar cookies = new CookieJar();

  @Test
  void sends_back_what_it_was_given_secure_or_not() {
    take("a=1; Path=/realms/r/; Secure; HttpOnly", "b=x=y;path=/");

    assertThat(cookies.header(PAGE)).contains("a=1; b=x=y");
  }

  @ParameterizedTest
  @CsvSource({
    "/realms/r/,  /realms/r/auth,  true",
    "/realms/r,   /realms/r,       true",
    "/realms/r,   /realms/r/x,     true",
    "/realms/r,   /realms/r2/x,    false",
    "/realms/r/,  /realms/other/,  false",
    "/,           '',              true"
  })
  void a_cookie_goes_to_its_path_and_below(String path, String asked, boolean isSent) {
    take("a=1; Path=" + path);

    assertThat(cookies.header(URI.create("http://localhost" + asked)).isPresent())
        .isEqualTo(isSent);
  }

  @Test
  void a_cookie_without_a_path_goes_to_the_folder_it_came_from() {
    take("a=1");

    assertThat(cookies.header(URI.create("http://localhost/realms/r/other"))).isPresent();
    assertThat(cookies.header(URI.create("http://localhost/realms/"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Max-Age=0", "max-age=-1", "Max-Age = 0 "})
  void a_cookie_that_has_expired_is_forgotten(String attribute) {
    take("a=1; Path=/");

    take("a=; Path=/; " + attribute);

    assertThat(cookies.header(PAGE)).isEmpty();
  }

  @Test
  void a_later_cookie_replaces_one_of_the_same_name_and_path() {
    take("a=1; Path=/", "a=2; Path=/");

    assertThat(cookies.header(PAGE)).contains("a=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "=1", "a=1\u0007", "a=1\r\nX-Evil: 1"})
  void what_is_no_cookie_is_not_kept(String header) {
    take(header);

    assertThat(cookies.header(PAGE)).isEmpty();
  }

  private void take(String... headers) {
    cookies.take(new HttpAnswer(200, Map.of("set-cookie", List.of(headers)), ""), PAGE);
  }
}
