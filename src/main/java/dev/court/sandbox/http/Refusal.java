package dev.court.sandbox.http;

import java.util.List;
import java.util.Map;

/** Ends the handling of a request with an answer of refusal. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HttpReply reply;

  public Refusal(HttpReply reply) {
    this(reply, null);
  }

  public Refusal(HttpReply reply, Throwable cause) {
    super(reply.body(), cause);
    this.reply = reply;
  }

  public static Refusal detail(int status, String text) {
    return new Refusal(HttpReply.detail(status, text));
  }

  /** A request that is well-formed but against the rules of the house. */
  public static Refusal ofRule(String text) {
    return new Refusal(HttpReply.json(400, Map.of("non_field_errors", List.of(text))));
  }

  public HttpReply reply() {
    return reply;
  }
}
