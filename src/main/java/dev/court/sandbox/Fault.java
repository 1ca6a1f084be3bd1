package dev.court.sandbox;

import dev.court.sandbox.http.Request;
import dev.court.sandbox.realm.RealmApi;
import dev.court.sandbox.realm.SignInEndpoint;
import java.time.Duration;
import java.util.Objects;

/**
 * A fault of the sandbox, on demand.
 *
 * @param kind what goes wrong
 * @param target the requests it applies to
 * @param times how many of them, or {@link #ALWAYS}
 * @param length how long, where the kind has a length; else nothing
 * @param text of the answer, where the kind has one; else empty
 */
public record Fault(FaultKind kind, FaultTarget target, int times, Duration length, String text) {
  public static final int ALWAYS = Integer.MAX_VALUE;

  public Fault {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(text, "text");
    if (times < 1 || !kind.allows(length)) {
      throw new IllegalArgumentException("%s: %s times, %s".formatted(kind, times, length));
    }
  }

  /** The requests that a fault applies to. */
  public enum FaultTarget {
    /** Requests for a court. */
    POST,
    /** Readings of the reservations. */
    LIST,
    /** Cancellations. */
    CANCEL,
    /** Requests to the token endpoint. */
    TOKEN,
    /** The pages of a sign-in. */
    LOGIN,
    /** Every request. */
    ANY;

    static FaultTarget of(Request request) {
      if (request.path().equals(RealmApi.TOKEN)) {
        return TOKEN;
      }
      if (request.path().equals(RealmApi.AUTH)
          || request.path().startsWith(SignInEndpoint.ACTIONS)) {
        return LOGIN;
      }
      if (ReservationPath.of(request.path()).isEmpty()) {
        return ANY;
      }
      return switch (request.method()) {
        case "POST" -> POST;
        case "GET", "HEAD" -> LIST;
        case "DELETE" -> CANCEL;
        default -> ANY;
      };
    }
  }

  /** Always, on the requests that kind is usually meant for. */
  public static Fault of(FaultKind kind) {
    return new Fault(kind, kind.target(), ALWAYS, kind.length(), kind.text());
  }

  /** Only on the next so many requests. */
  public Fault next(int requests) {
    return new Fault(kind, target, requests, length, text);
  }

  public Fault on(FaultTarget other) {
    return new Fault(kind, other, times, length, text);
  }

  public Fault lasting(Duration other) {
    return new Fault(kind, target, times, other, text);
  }

  public Fault saying(String other) {
    return new Fault(kind, target, times, length, other);
  }

  boolean appliesTo(FaultTarget request) {
    return target == FaultTarget.ANY || target == request;
  }
}
