package dev.court;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.court.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Somebody who takes messages over HTTP, on loopback; every path takes everything at first. */
public final class Receiver implements AutoCloseable {
  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .http2PlainDisabled(true));

  public Receiver() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("OK")));
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /** A channel "hook" that gets all events, or those named. */
  public String hook(String... events) {
    return Json.write(
        Map.of(
            "hook",
            events.length == 0
                ? Map.of("type", "webhook", "url", url("/hook"))
                : Map.of("type", "webhook", "url", url("/hook"), "events", List.of(events))));
  }

  /** What a path answers from now on. */
  public Receiver answering(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlEqualTo(path)).willReturn(answer));
    return this;
  }

  /** All requests for a path, in the order they came. */
  public List<LoggedRequest> requests(String path) {
    return server.getAllServeEvents().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.getUrl().equals(path))
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .toList();
  }

  /** All paths that were asked for, in order. */
  public List<String> paths() {
    return server.getAllServeEvents().stream()
        .map(ServeEvent::getRequest)
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .map(LoggedRequest::getUrl)
        .toList();
  }

  /** The bodies of them. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> bodies(String path) {
    return requests(path).stream()
        .map(request -> (Map<String, Object>) Json.tree(request.getBodyAsString()))
        .toList();
  }

  /** What the hook was told, in order. */
  public List<Object> events() {
    return bodies("/hook").stream().map(body -> body.get("event")).toList();
  }

  public void forget() {
    server.resetRequests();
  }

  @Override
  public void close() {
    server.stop();
  }
}
