package dev.court.sandbox.http;

/** Answers the requests under one path. */
public interface Endpoint {

  /**
   * The answer.
   *
   * @throws Refusal when it is a refusal
   */
  HttpReply answer(Request request);
}
