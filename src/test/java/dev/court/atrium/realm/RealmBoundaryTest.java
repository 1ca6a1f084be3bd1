package dev.court.atrium.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmBoundaryTest {
  private final RealmBoundary realm =
      new RealmBoundary(URI.create("https://auth.example/realms/my-tfc"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://auth.example/realms/my-tfc/login-actions/authenticate?execution=form",
        "HTTPS://AUTH.EXAMPLE/realms/my-tfc/x",
        "https://auth.example/realms/other/../my-tfc/x"
      })
  void the_realms_own_addresses_are_inside(URI address) {
    assertThat(realm.contains(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://auth.example/realms/my-tfc/x",
        "https://auth.example:8443/realms/my-tfc/x",
        "https://auth.example.evil.example/realms/my-tfc/x",
        "https://me@auth.example/realms/my-tfc/x",
        "https://auth.example/realms/my-tfc-2/x",
        "https://auth.example/realms/my-tfc/../other/x",
        "https://auth.example/realms/my-tfc",
        "mailto:someone@auth.example",
        "/realms/my-tfc/x"
      })
  void every_other_address_is_outside(URI address) {
    assertThat(realm.contains(address)).isFalse();
  }
}
