package dev.court.sandbox;

/** Answers the requests under one path. */
interface Endpoint {

  /**
   * The answer.
   *
   * @throws Refusal when it is a refusal
   */
  Reply answer(Request request);
}
