package dev.court.sandbox;

import dev.court.sandbox.Fault.FaultTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of faults. */
public enum FaultKind {
  /** The sandbox waits before it handles a request: {@code latency=200ms}. */
  LATENCY("latency", FaultTarget.ANY),
  /** The sandbox waits between handling and answering. */
  ANSWER_LATENCY("answer-latency", FaultTarget.ANY),
  /** The sandbox's clock is wrong: {@code clock=+1.7s}. */
  CLOCK("clock", FaultTarget.ANY),
  /** The request is not handled, and the connection is closed. */
  DROP_REQUEST("drop-request", FaultTarget.POST),
  /** The request is handled, and the connection is closed without a byte. */
  DROP_ANSWER("drop-answer", FaultTarget.POST),
  /** The request is handled, and the connection is closed in the middle of the answer. */
  CUT_ANSWER("cut-answer", FaultTarget.POST),
  /** The request is handled, the headers are sent, then nothing. */
  STALL("stall", FaultTarget.POST),
  /** The request is handled, and half of the JSON is sent. */
  TRUNCATE("truncate", FaultTarget.POST),
  /** The request is answered, then the connection is closed unannounced. */
  HANG_UP("hang-up", FaultTarget.POST),
  /** The answer is 502; the request is not handled. */
  ERROR("5xx", FaultTarget.POST),
  /** The request is handled, but the answer is 504. */
  ERROR_AFTER("5xx-after", FaultTarget.POST),
  /** The answer is 429 and says how long to wait; the request is not handled: {@code 429=1:3s}. */
  THROTTLE("429", FaultTarget.POST),
  /** The token is not accepted. */
  UNAUTHORISED("401", FaultTarget.POST),
  /** The answer is a page of HTML; the request is not handled. */
  HTML("html", FaultTarget.POST),
  /** A proxy turns the request away: 403 and a page of HTML; the request is not handled. */
  BLOCKED("blocked", FaultTarget.POST),
  /** Somebody else reserves a moment before. */
  TAKEN("taken", FaultTarget.POST),
  /** The request is refused in words of choice: {@code refuse=1:Payment required}. */
  REFUSE("refuse", FaultTarget.POST),
  /** The listing shows nothing, not even what is held. */
  LIST_EMPTY("list-empty", FaultTarget.LIST),
  /** There is no listing, and the answer is 404. */
  LIST_404("list-404", FaultTarget.LIST),
  /** There is no listing, and the answer is 405. */
  LIST_405("list-405", FaultTarget.LIST),
  /** Every password counts as wrong. */
  REFUSE_LOGIN("refuse-login", FaultTarget.LOGIN),
  /** The sign-in form asks for something else. */
  FORM_CHANGED("form-changed", FaultTarget.LOGIN),
  /** The realm ends all sessions, as after a change of the password, then handles the request. */
  SESSION_ENDED("session-ended", FaultTarget.TOKEN);

  private final String word;
  private final FaultTarget target;

  FaultKind(String word, FaultTarget target) {
    this.word = word;
    this.target = target;
  }

  static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** All the words, separated by commas. */
  public static String words() {
    return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
  }

  /** The word for it on the command line. */
  public String word() {
    return word;
  }

  /** The requests it applies to unless others are named. */
  public FaultTarget target() {
    return target;
  }

  /** Whether it must have a length. */
  boolean needsLength() {
    return this == LATENCY || this == ANSWER_LATENCY || this == CLOCK;
  }

  /** Whether it may have a length. */
  boolean hasLength() {
    return needsLength() || this == THROTTLE;
  }

  /** Only a clock can be ahead as well as behind. */
  boolean allows(Duration length) {
    return this == CLOCK || !length.isNegative();
  }

  Duration length() {
    return this == THROTTLE ? Duration.ofSeconds(1) : Duration.ZERO;
  }

  String text() {
    return this == REFUSE ? "Payment required" : "";
  }
}
