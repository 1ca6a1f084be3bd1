package dev.court.atrium;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.SignInNeeded;
import dev.court.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds what is sent. */
final class Requests {
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private Requests() {}

  static HttpRequest get(URI address, Secret accessToken) {
    return authorised(address, accessToken).GET().build();
  }

  static HttpRequest postJson(URI address, String body, Secret accessToken) {
    return authorised(address, accessToken)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body, UTF_8))
        .build();
  }

  static HttpRequest postForm(URI address, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return to(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body, UTF_8))
        .build();
  }

  private static HttpRequest.Builder authorised(URI address, Secret accessToken) {
    // The builder would refuse it too, and quote it.
    if (!TOKEN.matcher(accessToken.reveal()).matches()) {
      throw new SignInNeeded("the stored access token holds characters that no token has");
    }
    return to(address).header("Authorization", "Bearer " + accessToken.reveal());
  }

  private static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Accept", "application/json")
        .header("User-Agent", "court");
  }
}
