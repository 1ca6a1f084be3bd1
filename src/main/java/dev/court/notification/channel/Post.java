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
 * One POST request. It does not use {@code java.net.http}, which takes a quarter of a second to
 * start at each ping. The length is fixed beforehand, so that the JDK sends nothing twice.
 * Redirects are off, since they would carry a token to another host.
 */
final class Post {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** More than any usual answer, which has a few hundred. */
  private static final int MOST_BYTES = 4_000;

  private Post() {}

  /**
   * The answer.
   *
   * @param retryAfter the header Retry-After; empty when there is none
   */
  record PostResponse(int status, Optional<String> retryAfter, String body) {}

  /**
   * Sends the request.
   *
   * @param limit for each single step; the caller bounds the whole
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
