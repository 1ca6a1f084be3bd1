package dev.court.sandbox;

import dev.court.sandbox.http.Endpoint;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.realm.RealmApi;

/** Sends a request to the endpoint it is for. */
final class Router implements Endpoint {
  private final ReservationsApi reservations;
  private final RealmApi realm;

  Router(ReservationsApi reservations, RealmApi realm) {
    this.reservations = reservations;
    this.realm = realm;
  }

  /** Never throws: a refusal is an answer too. */
  @Override
  public HttpReply answer(Request request) {
    try {
      return endpoint(request).answer(request);
    } catch (Refusal e) {
      return e.reply();
    }
  }

  /** Lets somebody else take what the request asks for. */
  void snatch(Request request) {
    reservations.snatch(request);
  }

  private Endpoint endpoint(Request request) {
    return request.path().startsWith(RealmApi.PATH + "/") ? realm : reservations;
  }
}
