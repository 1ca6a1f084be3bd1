package dev.court.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of an answer. */
record Reply(int status, String headers, String type, String body) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  static Reply json(int status, String body) {
    return new Reply(status, "", "application/json", body);
  }

  static Reply detail(int status, String text) {
    return json(status, "{\"detail\":\"" + text + "\"}");
  }

  static Reply rule(String text) {
    return json(400, "{\"non_field_errors\":[\"" + text + "\"]}");
  }

  /** What a proxy says in place of the API. */
  static Reply page(int status) {
    String body = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>";
    return new Reply(status, "", "text/html", body);
  }

  /** What Cloudflare says when it wants a browser to prove itself. */
  static Reply challenge() {
    Reply page = page(503);
    return new Reply(page.status, "cf-mitigated: challenge\r\n", page.type, page.body);
  }

  static Reply throttled(int seconds) {
    String header = seconds == 0 ? "" : "Retry-After: " + seconds + "\r\n";
    return new Reply(429, header, "application/json", "{\"detail\":\"Request was throttled.\"}");
  }

  /**
   * As it goes over the wire.
   *
   * @param server the time at the server
   */
  Wire at(Instant server) {
    return new Wire(
        "HTTP/1.1 %s X\r\nDate: %s\r\n%sContent-Type: %s\r\nContent-Length: %s\r\n\r\n%s"
            .formatted(
                Integer.toString(status),
                DATE.format(server),
                headers,
                type,
                Integer.toString(body.getBytes(UTF_8).length),
                body),
        true);
  }

  /** The beginning of it; then the connection ends. */
  Wire halfAt(Instant server) {
    String whole = at(server).text();
    return new Wire(whole.substring(0, whole.length() / 2), false);
  }
}
