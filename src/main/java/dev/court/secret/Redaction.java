package dev.court.secret;

import java.util.regex.Pattern;

/** Takes out of a text whatever looks like a token, whole or cut off. */
public final class Redaction {
  /** Stands in place of what was taken out. */
  public static final String HIDDEN = "[hidden]";

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\bbearer\\s+(?=\\S*\\d)[\\w.~+/=-]{8,}");

  /** JSON that starts with {"… is eyJ… in base64; two or three such parts make a JWT. */
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}(\\.[\\w-]*){0,4}");

  private Redaction() {}

  /** The text without them. */
  public static String of(String text) {
    String withoutJwt = JWT.matcher(text).replaceAll(HIDDEN);
    return BEARER.matcher(withoutJwt).replaceAll("Bearer " + HIDDEN);
  }
}
