package dev.court.atrium.http;

import java.net.URI;
import java.net.http.HttpRequest;

/** A request to Atrium. */
public final class OutgoingRequest {
  private final HttpRequest request;
  private final String body;

  /**
   * @param body what {@code request} holds, which it does not give back; empty for a GET
   */
  OutgoingRequest(HttpRequest request, String body) {
    this.request = request;
    this.body = body;
  }

  public URI address() {
    return request.uri();
  }

  String method() {
    return request.method();
  }

  HttpRequest forClient() {
    return request;
  }

  /** Head and body as RFC 9112, section 3 lays them out. */
  byte[] bytes() {
    return RequestBytes.of(request, body);
  }

  /** No address, no headers and no body: each may hold secrets. */
  @Override
  public String toString() {
    return "OutgoingRequest[%s]".formatted(request.method());
  }
}
