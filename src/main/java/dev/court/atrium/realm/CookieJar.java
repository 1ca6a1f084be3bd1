package dev.court.atrium.realm;

import dev.court.atrium.http.HttpAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cookies of one sign-in at one host. {@link java.net.CookieManager} would keep those marked
 * Secure back over http, loopback or not, and write {@code $Version} with the others. The caller
 * sends nothing to any other host.
 */
final class CookieJar {
  /** Not allowed in a cookie (RFC 6265, 4.1.1), or would end the header. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl};]");

  private static final Pattern EXPIRED = Pattern.compile("(?i)max-age\\s*=\\s*(0|-\\d+)\\s*");

  private record CookieScope(String path, String name) {}

  private final Map<CookieScope, String> values = new LinkedHashMap<>();

  /** Takes the cookies that came with an answer from {@code address}. */
  void take(HttpAnswer answer, URI address) {
    answer.headers("Set-Cookie").forEach(line -> take(line, address));
  }

  /** The {@code Cookie} header for a request to {@code address}; empty for none. */
  Optional<String> header(URI address) {
    String cookies =
        values.entrySet().stream()
            .filter(cookie -> matches(cookie.getKey().path(), path(address)))
            .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return cookies.isEmpty() ? Optional.empty() : Optional.of(cookies);
  }

  private void take(String line, URI address) {
    List<String> parts = List.of(line.split(";", -1));
    String pair = parts.get(0).strip();
    int equals = pair.indexOf('=');
    if (equals < 1 || UNFIT.matcher(pair).find()) {
      return;
    }
    List<String> attributes = parts.subList(1, parts.size());
    CookieScope scope =
        new CookieScope(path(attributes, address), pair.substring(0, equals).strip());
    values.remove(scope);
    if (attributes.stream().noneMatch(one -> EXPIRED.matcher(one.strip()).matches())) {
      values.put(scope, pair.substring(equals + 1).strip());
    }
  }

  private static String path(List<String> attributes, URI address) {
    return attributes.stream()
        .map(String::strip)
        .filter(one -> one.toLowerCase(Locale.ROOT).startsWith("path=/"))
        .map(one -> one.substring("path=".length()))
        .findFirst()
        .orElseGet(() -> folder(path(address)));
  }

  private static String folder(String path) {
    int end = path.lastIndexOf('/');
    return end <= 0 ? "/" : path.substring(0, end);
  }

  private static String path(URI address) {
    String path = address.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** RFC 6265, 5.1.4. */
  private static boolean matches(String cookie, String request) {
    return request.equals(cookie)
        || (request.startsWith(cookie)
            && (cookie.endsWith("/") || request.charAt(cookie.length()) == '/'));
  }
}
