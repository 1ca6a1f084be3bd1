package dev.court.notification.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One POST. Not by {@code java.net.http}: that takes a quarter of a second to start, and a ping
 * each minute would pay for it. With the length fixed beforehand nothing is sent twice, and
 * redirects, which would carry a token elsewhere, are off.
 */
final class Post {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** An honest answer has a few hundred. */
  private static final int MOST_BYTES = 4_000;

  private Post() {}

  /**
   * What was answered.
   *
   * @param retryAfter the header of that name
   */
  record PostResponse(int status, Optional<String> retryAfter, String body) {}

  /**
   * Sends it.
   *
   * @param limit for each single step; the whole is for the caller to bound
   */
  static PostResponse send(
      URI url, Optional<String> bearer, String type, String body, Duration limit)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout((int) Math.min(CONNECT.toMillis(), limit.toMillis()));
      connection.setReadTimeout((int) limit.toMillis());
      connection.setRequestMethod("POST");
      connection.setRequestProperty("User-Agent", "court");
      connection.setRequestProperty("Content-Type", type);
      bearer.ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(bytes.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(bytes);
      }
      return answer(connection);
    } finally {
      connection.disconnect();
    }
  }

  private static PostResponse answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    return new PostResponse(
        status,
        Optional.ofNullable(connection.getHeaderField("Retry-After")),
        status < 400 ? "" : body(connection));
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getErrorStream()) {
      return in == null ? "" : new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }
}
