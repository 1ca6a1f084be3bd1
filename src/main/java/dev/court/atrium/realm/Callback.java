package dev.court.atrium.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** The redirect URI, where the realm sends a browser with the code; nothing is sent there. */
final class Callback {
  private final URI redirectUri;
  private final PkceState pkce;

  Callback(URI redirectUri, PkceState pkce) {
    this.redirectUri = redirectUri;
    this.pkce = pkce;
  }

  /** Whether that is the redirect URI, whatever the query and the fragment. */
  boolean isAt(URI location) {
    return bare(location).equals(bare(redirectUri));
  }

  /** Of the query and the fragment: the realm may put the code into either. */
  static Map<String, String> parameters(URI location) {
    Map<String, String> parameters = new HashMap<>();
    add(parameters, location.getRawQuery());
    add(parameters, location.getRawFragment());
    return parameters;
  }

  /** Whether the answer belongs to this sign-in. */
  boolean isOurs(Map<String, String> parameters) {
    return pkce.state().equals(parameters.get("state"));
  }

  private static void add(Map<String, String> parameters, String text) {
    if (text == null) {
      return;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String bare(URI address) {
    String path = address.getRawPath();
    return "%s://%s%s"
        .formatted(
            address.getScheme(),
            address.getRawAuthority(),
            path == null || path.isEmpty() ? "/" : path);
  }
}
