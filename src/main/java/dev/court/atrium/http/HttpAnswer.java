package dev.court.atrium.http;

import dev.court.secret.Secret;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An answer as it came.
 *
 * @param body never null, cut at {@link CappedBody#MOST}
 */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

  public static HttpAnswer of(HttpResponse<String> answer) {
    return new HttpAnswer(answer.statusCode(), answer.headers(), answer.body());
  }

  public static HttpAnswer of(RawAnswer answer) {
    return new HttpAnswer(
        answer.status(), HttpHeaders.of(answer.headers(), (name, value) -> true), answer.body());
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** When the server wrote it; empty for an answer out of a cache, which is as old as it likes. */
  public Optional<Instant> date() {
    return header("Age").isPresent()
        ? Optional.empty()
        : header("Date").flatMap(HttpAnswer::httpDate);
  }

  /** A date as RFC 9110, 5.6.7 wants it sent; the obsolete forms are not read. */
  static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same without the token, which a server may well repeat. */
  HttpAnswer without(Secret token) {
    return new HttpAnswer(status, headers, body.replace(token.reveal(), Redaction.HIDDEN));
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The status and the server's words, in one line without tokens. */
  public String reason() {
    String words = ErrorText.of(body);
    return ServerText.line("HTTP " + status + (words.isBlank() ? "" : ": " + words));
  }

  /** No body: that of the realm is full of tokens. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
