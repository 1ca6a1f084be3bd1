package dev.court.sandbox;

import dev.court.sandbox.http.Endpoint;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.realm.RealmApi;

/** Passes a request to the endpoint it is for. */
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

  /** Reserves for somebody else what the request asks for. */
  void reserveForSomebody(Request request) {
    reservations.reserveForSomebody(request);
  }

  /** Ends all sessions, as after a change of the password. */
  void endSessions() {
    realm.endSessions();
  }

  private Endpoint endpoint(Request request) {
    return request.path().startsWith(RealmApi.PATH + "/") ? realm : reservations;
  }
}
