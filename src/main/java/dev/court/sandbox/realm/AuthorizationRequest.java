package dev.court.sandbox.realm;

import java.util.Map;

/**
 * What a client asks for at the start of a sign-in.
 *
 * @param state given back with the code
 * @param nonce put into the ID token; null when there is none
 * @param challenge of PKCE; null when there is none
 * @param inFragment whether the answer goes into the fragment rather than the query
 */
record AuthorizationRequest(String state, String nonce, String challenge, boolean inFragment) {
  static AuthorizationRequest of(Map<String, String> query) {
    return new AuthorizationRequest(
        query.getOrDefault("state", ""),
        query.get("nonce"),
        query.get("code_challenge"),
        "fragment".equals(query.get("response_mode")));
  }
}
