package dev.court.atrium.http;

import dev.court.secret.Redaction;
import dev.court.secret.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer of Atrium or its realm, or of something in between.
 *
 * @param headers by name, upper and lower case alike; several of one name in their order
 * @param body never null, cut at {@link AnswerReader#MOST} bytes
 */
public record HttpAnswer(int status, Map<String, List<String>> headers, String body) {

  public HttpAnswer {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> byName.computeIfAbsent(name, first -> new ArrayList<>()).addAll(values));
    byName.replaceAll((name, values) -> List.copyOf(values));
    headers = Collections.unmodifiableMap(byName);
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** When the server wrote it; empty for an answer out of a cache, whose date is an old one. */
  public Optional<Instant> date() {
    return header("Age").isPresent()
        ? Optional.empty()
        : header("Date").flatMap(HttpAnswer::httpDate);
  }

  /** A date in the form that servers must send (RFC 9110, 5.6.7); obsolete forms are not read. */
  static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same without the token, which a server may repeat. */
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

  /** No body: the realm's bodies are full of tokens. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
