package dev.court.atrium.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlPageTest {
  private static final URI ADDRESS = URI.create("https://auth.example/realms/r/auth");

  @Test
  void reads_a_form_as_a_browser_sees_it() {
    HtmlPage page =
        read(
            "<form id=f method=POST action='login?a=1&amp;b=2'>"
                + "<input name=username><input type=password name=password>"
                + "<input type=hidden name=credentialId value=7>"
                + "<input type=submit name=login value=go><select name=language></select></form>");

    assertThat(page.forms())
        .containsExactly(
            new HtmlForm(
                URI.create("https://auth.example/realms/r/login?a=1&b=2"),
                true,
                Map.of("credentialId", "7"),
                Set.of("username", "password", "language")));
  }

  @Test
  void a_form_without_an_action_goes_where_the_page_came_from() {
    HtmlForm form = read("<form></form>").forms().get(0);

    assertThat(form.action()).isEqualTo(ADDRESS);
    assertThat(form.isPost()).isFalse();
  }

  @Test
  void a_form_whose_action_is_no_address_is_passed_over() {
    assertThat(read("<form action='http://[x'></form>").forms()).isEmpty();
  }

  @Test
  void a_text_is_that_of_the_first_element_that_has_one() {
    HtmlPage page = read("<p class=e> </p><p class=e>No <b>way</b></p>");

    assertThat(page.text(".e")).contains("No way");
    assertThat(page.has(".e")).isTrue();
    assertThat(page.text(".f")).isEmpty();
    assertThat(page.has(".f")).isFalse();
  }

  @Test
  void a_page_without_a_title_is_called_by_its_heading() {
    assertThat(read("<title>Sign in</title><h1>x</h1>").title()).isEqualTo("Sign in");
    assertThat(read("<h1>We are sorry</h1>").title()).isEqualTo("We are sorry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<form", "<<<>>>", "\u0000"})
  void anything_at_all_is_a_page(String html) {
    assertThat(read(html).forms()).isEmpty();
    assertThat(read(html).title()).isEmpty();
  }

  private static HtmlPage read(String html) {
    return HtmlPage.read(html, ADDRESS);
  }
}
