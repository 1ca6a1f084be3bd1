package dev.court.atrium.http;

import java.net.URI;

/** A request that is written out to bytes ahead of time, so that nothing is left to build. */
public final class PreparedRequest {
  private final OutgoingRequest request;
  private final byte[] bytes;

  private PreparedRequest(OutgoingRequest request, byte[] bytes) {
    this.request = request;
    this.bytes = bytes;
  }

  public static PreparedRequest of(OutgoingRequest request) {
    return new PreparedRequest(request, request.bytes());
  }

  OutgoingRequest request() {
    return request;
  }

  URI address() {
    return request.address();
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "PreparedRequest[%s]".formatted(request);
  }
}
