package dev.court.atrium.reservations;

import dev.court.atrium.http.HtmlText;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.JsonFields;

/**
 * Tells the answers of a proxy from those of the API, which speaks JSON. What a proxy turned away
 * never reached the API, and may pass a moment later.
 */
final class ProxyAnswer {
  private static final int FORBIDDEN = 403;

  private ProxyAnswer() {}

  /**
   * Whether a proxy wants a browser to prove itself, with whatever status. Cloudflare names its
   * challenges in this header; other pages with a 5xx may stand for an answer that got lost.
   */
  static boolean isChallenge(HttpAnswer answer) {
    return answer.header("cf-mitigated").filter("challenge"::equalsIgnoreCase).isPresent();
  }

  /** Whether a 4xx is no answer of the API: a page, or a 403 in other words than JSON. */
  static boolean isTurnedAway(HttpAnswer answer) {
    return HtmlText.isPage(answer.body())
        || (answer.status() == FORBIDDEN && JsonFields.parse(answer.body()).isEmpty());
  }
}
