package dev.court.booking;

import java.time.Duration;
import java.util.Optional;

/** The meaning of the answer to one request for a court. */
public sealed interface Answer {

  /** The word for it in the history. */
  String word();

  /** Why the court is not booked, in one line, with the server's own words where there are any. */
  String reason();

  /**
   * The court is ours.
   *
   * @param reservationId null when the answer did not name one
   */
  record Booked(String reservationId) implements Answer {
    public static final String WORD = "booked";

    @Override
    public String word() {
      return WORD;
    }

    @Override
    public String reason() {
      return "booked";
    }
  }

  /** Somebody holds the court at that time; after an unclear answer it may be ourselves. */
  record Taken(String reason) implements Answer {
    public static final String WORD = "taken";

    @Override
    public String word() {
      return WORD;
    }
  }

  /** The window is not open yet, by the server's clock. */
  record TooEarly(String reason) implements Answer {
    @Override
    public String word() {
      return "too early";
    }
  }

  /** The access token was not accepted. */
  record Unauthorised(String reason) implements Answer {
    @Override
    public String word() {
      return "unauthorised";
    }
  }

  /** Asked to slow down, for as long as the server says if it says. */
  record Throttled(String reason, Optional<Duration> retryAfter) implements Answer {
    @Override
    public String word() {
      return "throttled";
    }
  }

  /**
   * No answer of Atrium: a proxy in between turned the request away, with a page or a challenge. It
   * may let the next one pass.
   */
  record NotNow(String reason) implements Answer {
    @Override
    public String word() {
      return "not now";
    }
  }

  /**
   * The request certainly did not reach the server.
   *
   * @param isLasting whether what keeps it from leaving hardly passes within seconds
   */
  record NotSent(String reason, boolean isLasting) implements Answer {
    public NotSent(String reason) {
      this(reason, false);
    }

    @Override
    public String word() {
      return "not sent";
    }
  }

  /** The request may have booked: its answer was lost, or says nothing. */
  record Unclear(String reason) implements Answer {
    public static final String WORD = "unclear";

    @Override
    public String word() {
      return WORD;
    }
  }

  /**
   * A success that does not say that the court is ours: it names no reservation, or denies it. It
   * may be ours all the same.
   */
  record Unconfirmed(String reason) implements Answer {
    public static final String WORD = "unconfirmed";

    @Override
    public String word() {
      return WORD;
    }
  }

  /**
   * A success that tells of another court or another time than was asked for: what is held, only a
   * listing or a person can say.
   *
   * @param reservationId null when the answer did not name one
   */
  record Mismatched(String reservationId, String reason) implements Answer {
    public static final String WORD = "mismatched";

    @Override
    public String word() {
      return WORD;
    }
  }

  /** Refused for a reason this program does not know; the text is kept word for word. */
  record Refused(String reason) implements Answer {
    @Override
    public String word() {
      return "refused";
    }
  }
}
