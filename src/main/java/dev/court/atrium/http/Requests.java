package dev.court.atrium.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.SignInNeeded;
import dev.court.secret.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Builds the requests that Atrium gets. */
public final class Requests {
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private Requests() {}

  public static OutgoingRequest get(URI address) {
    return get(to(address));
  }

  public static OutgoingRequest get(URI address, Secret accessToken) {
    return get(authorised(address, accessToken));
  }

  public static OutgoingRequest delete(URI address, Secret accessToken) {
    return new OutgoingRequest(authorised(address, accessToken).DELETE().build(), "");
  }

  public static OutgoingRequest postJson(URI address, String body, Secret accessToken) {
    return post(authorised(address, accessToken), "application/json", body);
  }

  public static OutgoingRequest postForm(URI address, Map<String, String> form) {
    return filledIn(to(address), form);
  }

  /** A page as a browser would ask for it. */
  public static OutgoingRequest page(URI address, Optional<String> cookies) {
    return get(browsing(address, cookies));
  }

  /** A form of a page as a browser would send it. */
  public static OutgoingRequest postPage(
      URI address, Map<String, String> form, Optional<String> cookies) {
    return filledIn(browsing(address, cookies), form);
  }

  private static OutgoingRequest filledIn(HttpRequest.Builder request, Map<String, String> form) {
    return post(request, "application/x-www-form-urlencoded", FormEncoding.of(form));
  }

  private static OutgoingRequest get(HttpRequest.Builder request) {
    return new OutgoingRequest(request.GET().build(), "");
  }

  private static OutgoingRequest post(HttpRequest.Builder request, String type, String body) {
    request.header("Content-Type", type).POST(BodyPublishers.ofString(body, UTF_8));
    return new OutgoingRequest(request.build(), body);
  }

  /** Asks for English, since some of a page's meaning is in its words only. */
  private static HttpRequest.Builder browsing(URI address, Optional<String> cookies) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Accept", "text/html")
            .header("Accept-Language", "en")
            .header("User-Agent", "court");
    cookies.ifPresent(header -> request.header("Cookie", header));
    return request;
  }

  private static HttpRequest.Builder authorised(URI address, Secret accessToken) {
    // The builder would refuse it too, and quote it in its message.
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
