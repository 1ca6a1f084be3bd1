package dev.court.sandbox;

import dev.court.sandbox.http.Delivery;
import dev.court.sandbox.http.Reply;
import dev.court.sandbox.http.Request;
import dev.court.sandbox.http.Sending;
import dev.court.sandbox.realm.Wording;
import java.util.List;

/** Lets a request meet its fault. */
final class Mishap {
  private static final Reply NONE = Reply.empty(0);
  private static final String PAGE =
      "<!DOCTYPE html>\n<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>\n";

  private Mishap() {}

  /** What goes back for a request that meets {@code fault}. */
  static Sending befall(Fault fault, Request request, Router router) {
    return switch (fault.kind()) {
      case DROP_REQUEST -> new Sending(NONE, Delivery.NOTHING);
      case DROP_ANSWER -> new Sending(router.answer(request), Delivery.NOTHING);
      case CUT_ANSWER -> new Sending(router.answer(request), Delivery.CUT);
      case STALL -> new Sending(router.answer(request), Delivery.STALLED);
      case HANG_UP -> new Sending(router.answer(request), Delivery.HANG_UP);
      default -> new Sending(reply(fault, request, router), Delivery.WHOLE);
    };
  }

  private static Reply reply(Fault fault, Request request, Router router) {
    return switch (fault.kind()) {
      case TRUNCATE -> router.answer(request).truncated();
      case ERROR -> page(502, "502 Bad Gateway");
      case ERROR_AFTER -> handledYetFailed(request, router);
      case THROTTLE -> throttled(fault.length().toSeconds());
      case UNAUTHORISED -> ReservationsApi.unauthorised(Wording.INVALID_TOKEN).reply();
      case HTML -> page(200, "Down for maintenance");
      case TAKEN -> takenFirst(request, router);
      case REFUSE -> Reply.detail(400, fault.text());
      case LIST_EMPTY -> Reply.json(200, new Listing(0, null, null, List.of()));
      case LIST_404 -> Reply.detail(404, Wording.NOT_FOUND);
      case REFUSE_LOGIN -> router.answer(withoutPassword(request));
      case FORM_CHANGED -> changed(router.answer(request));
      case LIST_405 -> ReservationsApi.notAllowed(request).reply();
      default -> throw new IllegalStateException("no mishap: " + fault.kind());
    };
  }

  private static Reply handledYetFailed(Request request, Router router) {
    router.answer(request);
    return page(504, "504 Gateway Time-out");
  }

  private static Reply takenFirst(Request request, Router router) {
    router.snatch(request);
    return router.answer(request);
  }

  private static Request withoutPassword(Request request) {
    String other = request.body().replaceAll("(?<=password=)[^&]*", "");
    return new Request(request.method(), request.target(), request.headers(), other);
  }

  private static Reply changed(Reply form) {
    String other =
        form.body().replace("\"username\"", "\"card\"").replace("\"password\"", "\"pin\"");
    return new Reply(form.status(), form.headers(), other);
  }

  private static Reply throttled(long seconds) {
    return Reply.detail(
            429, "Request was throttled. Expected available in %s seconds.".formatted(seconds))
        .with("Retry-After", Long.toString(seconds));
  }

  private static Reply page(int status, String title) {
    return Reply.html(status, PAGE.formatted(title));
  }
}
