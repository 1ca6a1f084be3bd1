package dev.court.secret;

import java.util.regex.Pattern;

/** Removes from a text what looks like a token, complete or cut off. */
public final class Redaction {
  /** Stands in the place of a token. */
  public static final String HIDDEN = "[hidden]";

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\bbearer\\s+(?=\\S*\\d)[\\w.~+/=-]{8,}");

  /** JSON that starts with {"… is eyJ… in base64; a JWT has two or three such parts. */
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}(\\.[\\w-]*){0,4}");

  private Redaction() {}

  /** Replaces each token in the text by {@link #HIDDEN}. */
  public static String of(String text) {
    String withoutJwt = JWT.matcher(text).replaceAll(HIDDEN);
    return BEARER.matcher(withoutJwt).replaceAll("Bearer " + HIDDEN);
  }
}
