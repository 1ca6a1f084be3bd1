package dev.court.sandbox;

import dev.court.sandbox.http.DeliveryMode;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.OutgoingReply;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.realm.Messages;
import java.util.List;

/** Answers a request in the way its fault says. */
final class FaultInjector {
  private static final HttpReply NONE = HttpReply.empty(0);
  private static final String PAGE =
      "<!DOCTYPE html>\n<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>\n";

  private FaultInjector() {}

  /** The reply to a request that {@code fault} applies to. */
  static OutgoingReply inject(Fault fault, Request request, Router router) {
    return switch (fault.kind()) {
      case DROP_REQUEST -> new OutgoingReply(NONE, DeliveryMode.NOTHING);
      case DROP_ANSWER -> new OutgoingReply(router.answer(request), DeliveryMode.NOTHING);
      case CUT_ANSWER -> new OutgoingReply(router.answer(request), DeliveryMode.CUT);
      case STALL -> new OutgoingReply(router.answer(request), DeliveryMode.STALLED);
      case HANG_UP -> new OutgoingReply(router.answer(request), DeliveryMode.HANG_UP);
      default -> new OutgoingReply(reply(fault, request, router), DeliveryMode.WHOLE);
    };
  }

  private static HttpReply reply(Fault fault, Request request, Router router) {
    return switch (fault.kind()) {
      case TRUNCATE -> router.answer(request).truncated();
      case ERROR -> page(502, "502 Bad Gateway");
      case ERROR_AFTER -> handledYetFailed(request, router);
      case THROTTLE -> throttled(fault.length().toSeconds());
      case UNAUTHORISED -> ReservationsApi.unauthorised(Messages.INVALID_TOKEN).reply();
      case HTML -> page(200, "Down for maintenance");
      case BLOCKED -> page(403, "Just a moment...");
      case TAKEN -> takenFirst(request, router);
      case REFUSE -> HttpReply.detail(400, fault.text());
      case LIST_EMPTY -> HttpReply.json(200, new ReservationPage(0, null, null, List.of()));
      case LIST_404 -> HttpReply.detail(404, Messages.NOT_FOUND);
      case REFUSE_LOGIN -> router.answer(withoutPassword(request));
      case FORM_CHANGED -> changed(router.answer(request));
      case SESSION_ENDED -> withoutSessions(request, router);
      case LIST_405 -> ReservationsApi.notAllowed(request).reply();
      default -> throw new IllegalStateException("no fault: " + fault.kind());
    };
  }

  private static HttpReply handledYetFailed(Request request, Router router) {
    router.answer(request);
    return page(504, "504 Gateway Time-out");
  }

  private static HttpReply withoutSessions(Request request, Router router) {
    router.endSessions();
    return router.answer(request);
  }

  private static HttpReply takenFirst(Request request, Router router) {
    router.reserveForSomebody(request);
    return router.answer(request);
  }

  private static Request withoutPassword(Request request) {
    String other = request.body().replaceAll("(?<=password=)[^&]*", "");
    return new Request(request.method(), request.target(), request.headers(), other);
  }

  private static HttpReply changed(HttpReply form) {
    String other =
        form.body().replace("\"username\"", "\"card\"").replace("\"password\"", "\"pin\"");
    return new HttpReply(form.status(), form.headers(), other);
  }

  private static HttpReply throttled(long seconds) {
    return HttpReply.detail(
            429, "Request was throttled. Expected available in %s seconds.".formatted(seconds))
        .with("Retry-After", Long.toString(seconds));
  }

  private static HttpReply page(int status, String title) {
    return HttpReply.html(status, PAGE.formatted(title));
  }
}
