package dev.court.sandbox;

import dev.court.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Somebody with an account who talks to the sandbox over real HTTP. */
public final class SandboxClient {
  static final String COLLECTION = "/my/occupants/133055/amenity-reservations/";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Sandbox sandbox;
  private final String accessToken;

  public SandboxClient(Sandbox sandbox) {
    this(sandbox, sandbox.accessToken());
  }

  public SandboxClient(Sandbox sandbox, String accessToken) {
    this.sandbox = sandbox;
    this.accessToken = accessToken;
  }

  /** The body as the one known example has it. */
  static Map<String, Object> body(int amenityId, String start, String end) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amenity_type_id", "10");
    body.put("start_time", start);
    body.put("amenity_id", amenityId);
    body.put("guests", "1");
    body.put("end_time", end);
    body.put("amenity_reservation_type", "TR");
    return body;
  }

  HttpResponse<String> reserve(int amenityId, String start, String end) {
    return post(Json.write(body(amenityId, start, end)));
  }

  HttpResponse<String> post(String body) {
    return send(posting(body));
  }

  CompletableFuture<HttpResponse<String>> postAsync(String body) {
    return CLIENT.sendAsync(
        posting(body).timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder posting(String body) {
    return to(COLLECTION)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  public HttpResponse<String> list(String query) {
    return send(to(COLLECTION + query).GET());
  }

  HttpResponse<String> cancel(Object id) {
    return send(to(COLLECTION + id + "/").DELETE());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + accessToken);
  }

  HttpResponse<String> refresh(String refreshToken) {
    return form("token", "grant_type=refresh_token&client_id=my-tfc&refresh_token=" + refreshToken);
  }

  HttpResponse<String> form(String endpoint, String form) {
    return send(
        HttpRequest.newBuilder(
                URI.create(sandbox.authUrl() + "/protocol/openid-connect/" + endpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<?, ?> json(HttpResponse<String> answer) {
    return Json.read(answer.body(), Map.class);
  }
}
