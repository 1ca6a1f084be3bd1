package dev.court.sandbox;

import java.util.List;
import java.util.Map;

/** Ends the handling of a request with an answer of refusal. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  Refusal(Reply reply) {
    this(reply, null);
  }

  Refusal(Reply reply, Throwable cause) {
    super(reply.body(), cause);
    this.reply = reply;
  }

  static Refusal detail(int status, String text) {
    return new Refusal(Reply.detail(status, text));
  }

  /** A request that is well-formed but against the rules of the house. */
  static Refusal ofRule(String text) {
    return new Refusal(Reply.json(400, Map.of("non_field_errors", List.of(text))));
  }

  Reply reply() {
    return reply;
  }
}
