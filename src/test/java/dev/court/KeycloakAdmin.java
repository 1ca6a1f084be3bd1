package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Somebody at the building's office, by Keycloak's admin API. */
final class KeycloakAdmin {
  static final String NAME = "office";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;

  KeycloakAdmin(String server) {
    this.server = server;
  }

  /** Gives a user of {@code my-tfc} another password, and ends the user's sessions. */
  void changePassword(String username, String password) {
    String user = "/admin/realms/my-tfc/users/" + id(username);
    String credential =
        Json.write(Map.of("type", "password", "value", password, "temporary", false));
    send("PUT", user + "/reset-password", credential);
    send("POST", user + "/logout", "");
  }

  private Object id(String username) {
    String query = "/admin/realms/my-tfc/users?exact=true&username=";
    String found = send("GET", query + URLEncoder.encode(username, UTF_8), "");
    return ((Map<?, ?>) ((List<?>) Json.tree(found)).get(0)).get("id");
  }

  private String send(String method, String path, String body) {
    return exchange(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private Object token() {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(NAME, URLEncoder.encode(Keycloak.PASSWORD, UTF_8));
    String answer =
        exchange(
            HttpRequest.newBuilder(
                    URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    return ((Map<?, ?>) Json.tree(answer)).get("access_token");
  }

  private String exchange(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
