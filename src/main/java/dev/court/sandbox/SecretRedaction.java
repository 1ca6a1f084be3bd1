package dev.court.sandbox;

import java.util.regex.Pattern;

/** Hides the secrets in the parts of a request that the journal keeps. */
final class SecretRedaction {
  private static final Pattern FIELD =
      Pattern.compile(
          "((?:token|password|code|otp|secret|verifier|state|nonce|challenge|id_token_hint)=)"
              + "[^&\\s]*");

  private SecretRedaction() {}

  static String masked(String text) {
    return FIELD.matcher(text).replaceAll("$1***");
  }
}
