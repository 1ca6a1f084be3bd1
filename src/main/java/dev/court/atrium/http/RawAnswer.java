package dev.court.atrium.http;

import java.util.List;
import java.util.Map;

/**
 * An answer to its last byte.
 *
 * @param headers as sent, several of one name in their order
 * @param body UTF-8, cut at {@link AnswerReader#MOST}; empty where there was none
 * @param keepsAlive whether the connection can be used again
 */
public record RawAnswer(
    int status, Map<String, List<String>> headers, String body, boolean keepsAlive) {

  /** No headers and no body, which may hold secrets. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
